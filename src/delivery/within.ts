import { DeliveryError } from '../bot/errors.ts'

/** What a platform makes of the work, or a fault that passes when it comes to nothing for so long. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const fault = new DeliveryError(`the platform did not answer within ${milliseconds / 1000} s`, { permanent: false })
    timer = setTimeout(() => reject(fault), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
