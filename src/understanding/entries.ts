const BULLET = /^\s*(?:[-*•·–—▪◦‣●○■□✓✔☐☑]|\(?\d{1,3}[.)、](?!\d)|\[[ xX]?\])\s*/
const CLOSING = /[:：]\s*$/

/** A text as pasted: its entries, and the line above them when it is none of them (`Calls yesterday:`). */
export interface Pasted {
  heading?: string
  entries: string[]
}

/**
 * The entries of a pasted text, one line each, without bullets and numbers. A note wrapped over several lines stays one:
 * lines are entries of their own when they carry bullets, or when each but the last ends as a sentence or stands apart by an empty line.
 */
export function splitEntries(text: string): Pasted {
  const lines = text.split(/\r\n?|\n|\u2028|\u2029/)
  const filled = lines.filter((line) => line.trim())
  if (filled.length < 2) return { entries: filled.map((line) => line.replace(BULLET, '').trim() || line.trim()) }
  const [first, ...rest] = filled as [string, ...string[]]
  const bulleted = rest.filter((line) => BULLET.test(line)).length
  const closes = CLOSING.test(first) || (bulleted === rest.length && !looksWrapped(first, filled))
  if (rest.length > 1 && !BULLET.test(first) && closes) {
    const { entries } = splitEntries(lines.slice(lines.indexOf(first) + 1).join('\n'))
    return { heading: first.trim(), entries }
  }
  if (bulleted + Number(BULLET.test(first)) >= 2) return { entries: byBullet(lines) }
  if (filled.slice(0, -1).some((line) => looksWrapped(line, filled))) return { entries: paragraphs(lines) }
  return { entries: filled.map((line) => line.trim()) }
}

/** A line that runs on: long, ending in the middle of a sentence, the next one beginning in lower case. */
function looksWrapped(line: string, all: readonly string[]): boolean {
  const next = all[all.indexOf(line) + 1]?.trim() ?? ''
  const openEnd = /[,，、(（:：&+-]\s*$|\b(?:and|or|to|the|a|an|of|with|for|at|in|on|but|that)\s*$/i.test(line)
  return openEnd || (line.trim().length >= 60 && !/[.!?。！？]\s*$/.test(line) && /^\p{Ll}/u.test(next))
}

function byBullet(lines: readonly string[]): string[] {
  const entries: string[] = []
  for (const line of lines) {
    const words = line.replace(BULLET, '').trim()
    if (!words) continue
    if (BULLET.test(line) || !entries.length) entries.push(words)
    else entries[entries.length - 1] += ` ${words}`
  }
  return entries
}

function paragraphs(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .filter(Boolean)
}
