/** A task and until when, as typed: `2 Monday`, `2 until Monday`, `send the quote until Monday`; of `until Monday` the task is asked for. */
export function untilTyped(rest: string): { task?: string; until?: string } {
  const [, words, until] = /^(?:(\S.*?)\s+)?until\s+(\S.*)$/is.exec(rest) ?? []
  if (until) return { ...(words && { task: words }), until }
  const [first = '', ...more] = rest.split(/\s+/)
  return { task: first, ...(more.length && { until: more.join(' ') }) }
}

/** A task and to whom, as typed: `1 Bo`, `send the quote to @Bo`. */
export function toTyped(rest: string): { task?: string; to?: string } {
  const [, words, name] = /^(\S.*?)\s+(?:to\s+)?(<?@.*)$/is.exec(rest) ?? []
  if (words && name) return { task: words, to: name }
  const [first = '', ...more] = rest.split(/\s+/)
  return { task: first, ...(more.length && { to: more.join(' ').replace(/^to\s+/i, '') }) }
}
