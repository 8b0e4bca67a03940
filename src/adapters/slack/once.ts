/**
 * Does the work of an id once: who comes again with it waits for the first to be done. Remembers the last few thousand ids, so that an event that
 * Slack repeats is not answered twice by this process.
 */
export function onceForEach(most = 5_000): (id: string, work: () => Promise<void>) => Promise<void> {
  const done = new Map<string, Promise<void>>()
  return (id, work) => {
    const before = done.get(id)
    if (before) return before
    const one = work()
    done.set(id, one)
    const oldest = done.size > most ? done.keys().next().value : undefined
    if (oldest !== undefined) done.delete(oldest)
    return one
  }
}
