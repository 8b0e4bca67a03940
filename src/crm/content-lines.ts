/** What iCalendar (RFC 5545) and vCard (RFC 6350) write alike: a property a line, its text escaped, long lines folded. */

/** Free text as a value, or as a part of one: backslash, semicolon, comma and line breaks are escaped, other control characters left out. */
export const text = (value: string): string => escaped(value, /[\\;,]/g)

/** Free text as a vCard's value that has no parts, whose semicolon readers take as it stands. */
export const whole = (value: string): string => escaped(value, /[\\,]/g)

/** Hardly any value holds anything to be escaped or left out: a file of a million cards asks that once of each. */
const PLAIN = /^[^\\;,\u0000-\u001F\u007F\uD800-\uDFFF]*$/

const escaped = (value: string, signs: RegExp): string => (PLAIN.test(value) ? value : mended(value, signs))

const mended = (value: string, signs: RegExp): string =>
  value
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
    .replaceAll(signs, '\\$&')
    .replaceAll('\n', '\\n')

/** The file: every line at most 75 octets long, longer ones folded between two characters. */
export const written = (lines: readonly string[]): string => lines.map((line) => `${folded(line)}\r\n`).join('')

const MOST_OCTETS = 75

function folded(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line
  let done = ''
  let octets = 0
  for (const char of line) {
    const size = Buffer.byteLength(char)
    if (octets + size > MOST_OCTETS) {
      done += '\r\n '
      octets = 1
    }
    done += char
    octets += size
  }
  return done
}
