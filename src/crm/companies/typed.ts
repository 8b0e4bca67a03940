import { readDomain, readEmail, readPhone } from './details.ts'

/** A typed line cut into what stands first, and its `field=value` pairs. */
export interface TypedLine {
  head: string
  pairs: [field: string, value: string][]
}

const PAIR = /(?:^|[\s,，;；])([\p{L}][\p{L}_-]{0,30})\s?[=＝]\s*/gu

/** `Globex industry=Real estate, city=New York`: a value runs to the next field. */
export function readPairs(line: string): TypedLine {
  const found = [...line.matchAll(PAIR)]
  const trimmed = (text: string) => text.replace(/^[\s,，;；]+|[\s,，;；]+$/gu, '').replace(/^(["“])(.*)["”]$/u, '$2')
  return {
    head: trimmed(line.slice(0, found[0]?.index ?? line.length)),
    pairs: found.map((one, at) => [
      one[1]!.toLowerCase(),
      trimmed(line.slice(one.index + one[0].length, found[at + 1]?.index ?? line.length)),
    ]),
  }
}

export interface TypedDetails {
  rest: string
  email?: string
  phone?: string
  domain?: string
}

const PHONE_IN_TEXT = /(?<![\p{L}\d])[+＋]?\(?\d[\d\s().\-/]{5,}\d(?![\p{L}\d])/u

/**
 * Takes an e-mail address, a web address and a phone number out of a typed name. The first word is always the name's
 * (`Booking.com`, `7-Eleven`), and each detail is given as it was typed.
 */
export function readDetails(text: string): TypedDetails {
  const found: TypedDetails = { rest: text }
  const [first = '', ...words] = text.split(/\s+/)
  const kept: string[] = [first]
  for (const word of words) {
    const bare = word.replace(/^[,，;；<(]+|[,，;；>)]+$/gu, '')
    if (!found.email && readEmail(bare)) found.email = bare
    else if (!found.domain && readDomain(bare) && bare.includes('.')) found.domain = bare
    else kept.push(word)
  }
  found.rest = kept.join(' ')
  const phone = PHONE_IN_TEXT.exec(found.rest)?.[0]
  if (phone && phone !== found.rest && readPhone(phone, 'UTC')) {
    found.phone = phone.trim()
    found.rest = found.rest.replace(phone, ' ')
  }
  found.rest = found.rest
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,，;；]+|[\s,，;；]+$/gu, '')
    .replaceAll(/\s+([,，])/g, '$1')
  return found
}
