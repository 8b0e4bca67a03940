/** A piece of an iCalendar file (RFC 5545): its lines, unfolded. */
export type Lines = readonly string[]

/** Free text as a value: backslash, semicolon, comma and line breaks are escaped, other control characters left out. */
export const text = (value: string): string =>
  value
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

export const component = (name: string, ...lines: Lines): string[] => [`BEGIN:${name}`, ...lines, `END:${name}`]

/** `20261124T090000Z` */
export const utc = (date: Date): string => `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** A local day or time, as a value: `20261124`, `20261124T100000`. */
export const local = (at: string): string => at.replaceAll(/[-:]/g, '') + (at.length > 10 ? '00' : '')

/** The file: every line at most 75 octets long, longer ones folded between two characters. */
export const written = (lines: Lines): string => lines.map((line) => `${folded(line)}\r\n`).join('')

const MOST_OCTETS = 75

function folded(line: string): string {
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
