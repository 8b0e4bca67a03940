/** What the promise gives, or undefined when it takes longer (milliseconds). Rejects as the promise does. */
export async function within<T>(longest: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, longest, undefined)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Until the work is done, or calls what it is given, whichever comes first, and no longer than this (milliseconds). It goes on behind. */
export const untilTold = (longest: number, work: (told: () => void) => Promise<unknown>): Promise<unknown> =>
  within(longest, new Promise<void>((told, failed) => void work(told).then(() => told(), failed)))

/** Waits; does not keep the process alive. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
