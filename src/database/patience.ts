/** Waits this many milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks again and again, `every` milliseconds, until the answer is true; false when `within` milliseconds have passed first. */
export async function until(answer: () => Promise<boolean> | boolean, within: number, every = 20): Promise<boolean> {
  const end = performance.now() + within
  while (!(await answer())) {
    if (performance.now() >= end) return false
    await pause(every)
  }
  return true
}
