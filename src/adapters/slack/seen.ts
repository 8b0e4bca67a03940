/** Remembers the last few thousand ids, so that an event that Slack repeats is not answered twice by this process. */
export function seenIds(most = 5_000): (id: string) => boolean {
  const ids = new Set<string>()
  return (id) => {
    if (ids.has(id)) return true
    ids.add(id)
    const oldest = ids.size > most ? ids.values().next().value : undefined
    if (oldest !== undefined) ids.delete(oldest)
    return false
  }
}
