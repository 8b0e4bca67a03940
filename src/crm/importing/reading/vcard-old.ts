import { encodingCalled } from './encoding.ts'

/** A line of vCard 2.1 whose value is quoted-printable and ends with `=`: it goes on in the next. */
const GOES_ON = /^[^:]*;\s*(?:ENCODING=)?QUOTED-PRINTABLE[^:]*:.*=\s*$/i
const isOld = (lines: readonly string[]) => lines.some((one) => /^VERSION:\s*2\.1\s*$/i.test(one))

/** A card of version 2.1, as phones and Outlook wrote them, as one of version 3: values are decoded, bare words of a property are its types. Others are left as they are. */
export function modern(lines: readonly string[]): string[] {
  if (!isOld(lines)) return [...lines]
  return whole(lines).map((line) => {
    if (/^VERSION:/i.test(line)) return 'VERSION:3.0'
    const cut = line.indexOf(':')
    const [name = '', ...parameters] = line.slice(0, cut).split(';')
    if (cut < 1 || /^\s|^(?:BEGIN|END)$/i.test(name)) return line
    const value = line.slice(cut + 1)
    const charset = parameters.map((one) => /^CHARSET=(.+)$/i.exec(one)?.[1]).find(Boolean)
    const isQuoted = parameters.some((one) => /^(?:ENCODING=)?QUOTED-PRINTABLE$/i.test(one))
    const types = parameters.filter(
      (one) => !/^(?:CHARSET|ENCODING|LANGUAGE|VALUE)=|^(?:QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/i.test(one),
    )
    const typed = types.map((one) => `;TYPE=${one.replace(/^TYPE=/i, '')}`).join('')
    return `${name}${typed}:${isQuoted ? decoded(value, charset) : value}`
  })
}

function whole(lines: readonly string[]): string[] {
  const all: string[] = []
  let goesOn = false
  for (const raw of lines) {
    const line = raw.trimEnd()
    if (goesOn) all.push(`${all.pop()!.slice(0, -1)}${line}`)
    else if (line) all.push(line)
    goesOn = GOES_ON.test(all.at(-1) ?? '')
  }
  return all
}

/** Its line breaks become those that version 3 writes. */
function decoded(value: string, charset: string | undefined): string {
  const bytes = Buffer.from(
    value.replaceAll(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  const text = /[^\u0000-\u00FF]/.test(value) ? value : new TextDecoder(labelOf(charset)).decode(bytes)
  return text.replaceAll(/\r?\n/g, '\\n')
}

const labelOf = (charset: string | undefined): string => {
  try {
    return charset ? encodingCalled(charset).label : 'utf-8'
  } catch {
    return 'utf-8'
  }
}
