/** How a word is looked for that may be mistyped once: what of it still stands, read forwards or backwards. */
export interface Probe {
  word: string
  back: boolean
  /** It begins with this, … */
  half: string
  /** … and goes on as this does, or ends as the word ends. */
  more: string
  end: string
  /** Its letters, at least and at most. */
  least: number
  most: number
  /** As PostgreSQL tells how alike two words are, by their groups of three letters: of these a slip spoils four at most. */
  like: number
}

/**
 * One slip leaves one half of a word as it is, and of the other half one half again: so a mistyped word is found by what it begins or ends with,
 * without being held against every word there is. What crosses a middle are two letters in the wrong order: see `turned`.
 */
export function probesFor(word: string): Probe[] {
  return [false, true].map((back) => {
    const letters = back ? [...word].reverse() : [...word]
    const { half, more } = middles(letters.length)
    const part = (from: number, to?: number) => letters.slice(from, to).join('')
    return {
      ...{ word, back, half: part(0, half), more: part(0, more), end: part(more) },
      ...{ least: letters.length - 1, most: letters.length + 1 },
      like: (letters.length - 3) / (letters.length + 5) - 0.01,
    }
  })
}

const middles = (length: number) => {
  const half = Math.floor(length / 2)
  return { half, more: half + Math.floor((length - half) / 2) }
}

/** The word with two letters in the wrong order where a probe is cut. */
export function turned(word: string): string[] {
  const letters = [...word]
  const { half, more } = middles(letters.length)
  const cuts = new Set([half, more, letters.length - half, letters.length - more])
  return [...cuts].flatMap((at) =>
    at > 0 && at < letters.length && letters[at] !== letters[at - 1]
      ? [[...letters.slice(0, at - 1), letters[at], letters[at - 1], ...letters.slice(at + 1)].join('')]
      : [],
  )
}
