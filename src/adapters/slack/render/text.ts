/** Everything in Slack's limits is counted in UTF-16 units after escaping: the strictest reading of them. */

const NOT_SHOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The text without what is no text: NUL and other controls, marks that turn the writing direction of what follows, lone surrogates. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(NOT_SHOWN, '')

/** One line, for places that hold no line break. */
export const oneLine = (text: string): string => clean(text).replaceAll(/\s+/g, ' ').trim()

/** Slack reads `&`, `<` and `>` as entities, links and mentions in every text object. */
export const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (char) => ENTITIES[char]!)

/** For the fallback text, which Slack reads as mrkdwn: a zero-width space behind each mark keeps it from pairing with another. */
export const unmarked = (text: string): string => text.replaceAll(/[*_~`]/g, '$&\u200b')

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Unescaped text cut between characters as people see them, so that it is at most `max` long once escaped; ends in `tail` when cut. */
export function cut(text: string, max: number, tail = '…'): string {
  if (escaped(text).length <= max) return text
  return `${head(text, max - escaped(tail).length)}${tail}`
}

function head(text: string, max: number): string {
  let kept = ''
  let room = max
  for (const { segment } of graphemes.segment(text.slice(0, max + 64))) {
    room -= escaped(segment).length
    if (room < 0) break
    kept += segment
  }
  // One endless character: better a part of it than nothing.
  return kept || text.slice(0, Math.max(0, Math.floor(max / 5))).replace(/[\ud800-\udbff]$/, '')
}

/** The text in parts that each fit, broken at a line or a space where there is one; nothing is lost. */
export function parts(text: string, max: number): string[] {
  const found: string[] = []
  let rest = text
  while (escaped(rest).length > max) {
    const most = head(rest, max)
    const at = Math.max(most.lastIndexOf('\n'), most.lastIndexOf(' '))
    const part = at > max / 2 ? most.slice(0, at) : most
    if (!part) break
    found.push(part)
    rest = rest.slice(part.length).replace(/^[ \n]/, '')
  }
  if (rest) found.push(rest)
  return found
}

/** A text object that holds no markup: no mention, link or emoji name in it comes alive. Never empty, as Slack asks. */
export const plainText = (text: string, max: number, tail = '…') => ({
  type: 'plain_text' as const,
  text: escaped(cut(clean(text).trim(), max, tail)) || '–',
  emoji: false,
})

/** A label: one line. */
export const label = (text: string, max: number) => plainText(oneLine(text), max)
