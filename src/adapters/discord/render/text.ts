const NOT_SHOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** The text without what is no text: NUL and other controls, marks that turn the writing direction of what follows, lone surrogates. */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(NOT_SHOWN, '')

/** One line, for places that hold no line break: labels, titles, small print under an option. */
export const oneLine = (text: string): string => plain(text).replaceAll(/\s+/g, ' ').trim()

// Wherever it stands: emphasis, code, spoilers, links, mentions. At the start of a line alone: headings, quotes, lists.
// A colon: before `//`, where Discord makes a link of it, and around an emoji's name.
const MARKUP = /[\\`*_~|[\]<@]|:(?=\/\/|[\w+-]+:)|(?<=^[^\S\n]*)[#>+-]|(?<=^[^\S\n]*\d+)\./gm

/** Plain text as Discord's markdown that shows just that text: no markup, no mention, no link of its own. */
export const escaped = (text: string): string => plain(text).replaceAll(MARKUP, '\\$&')

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** At most `max` UTF-16 units, cut between characters as people see them, never inside an escaped; ends in … when cut. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  if (max < 1) return ''
  let kept = ''
  for (const { segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (kept.length + segment.length > max - 1) break
    kept += segment
  }
  // One endless character: better half of it than nothing.
  if (!kept) kept = text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')
  return `${kept.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1')}…`
}
