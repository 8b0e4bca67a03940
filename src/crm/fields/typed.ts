import { fieldNamed, namesOfField, plain } from './facts.ts'
import type { RecordField } from './field.ts'
import { readDomain, readEmail, readPhone } from './reach.ts'

/** A typed line cut into what stands first, and its `field=value` pairs. */
export interface TypedLine {
  head: string
  pairs: [field: string, value: string][]
}

/** A name of one word, or of several in quotation marks, and the sign behind it. */
const PAIR = /(?:^|[\s,，;；])(?:([\p{L}][\p{L}\d_-]{0,40})|["“”]([^"“”=＝\n]{1,60})["”])\s?[=＝]\s*/gu
const trimmed = (text: string) => text.replace(/^[\s,，;；]+|[\s,，;；]+$/gu, '').replace(/^(["“])(.*)["”]$/u, '$2')

/** `Globex industry=Real estate, city=New York`: a value runs to the next field. */
export function readPairs(line: string): TypedLine {
  const found = [...line.matchAll(PAIR)]
  return {
    head: trimmed(line.slice(0, found[0]?.index ?? line.length)),
    pairs: found.map((one, at) => [
      (one[1] ?? one[2] ?? '').trim().toLowerCase(),
      trimmed(line.slice(one.index + one[0].length, found[at + 1]?.index ?? line.length)),
    ]),
  }
}

/** Pairs as lines, which read as the same again. */
export const linesOf = (pairs: TypedLine['pairs']): string =>
  pairs.map(([name, value]) => `${/\s/.test(name) ? `"${name}"` : name}=${value}`).join('\n')

/** Pairs by the keys of the fields whose names they have; with one that no standard field has, all of them as lines, to be sorted once the others are known. */
export function splitFacts(fields: readonly RecordField[], pairs: TypedLine['pairs']): Record<string, string> {
  const known = pairs.map(([name, value]) => [fieldNamed(fields, name), value] as const)
  if (known.some(([field]) => !field)) return { details: linesOf(pairs) }
  return Object.fromEntries(known.map(([field, value]) => [field!.key, value]))
}

/**
 * Pairs once the fields are known: a name of several words (`preferred language=English`) takes its first words back from what stands before it, and
 * what only looks like a name within a line stays part of the value.
 */
export function pairsKnown(fields: readonly RecordField[], head: string, lines: string): TypedLine {
  const typed: TypedLine = { head, pairs: [] }
  for (const line of lines.split('\n').filter((one) => one.trim())) {
    const read = readPairs(line)
    const own: TypedLine = { head: read.head, pairs: [] }
    for (const [name, value] of read.pairs) {
      const before = own.pairs.at(-1)
      const said = before ? before[1] : own.head || (typed.pairs.at(-1)?.[1] ?? typed.head)
      const words = severalWords(fields, said, name)
      const cut = words ? trimmed(said.slice(0, -words.length)) : said
      if (words) {
        if (before) before[1] = cut
        else if (own.head) own.head = cut
        else if (typed.pairs.length) typed.pairs.at(-1)![1] = cut
        else typed.head = cut
        own.pairs.push([`${words.trim()} ${name}`.toLowerCase(), value])
      } else if (before && !fieldNamed(fields, name) && !isApart(line, name)) before[1] = trimmed(`${before[1]} ${name}=${value}`)
      else own.pairs.push([name, value])
    }
    if (own.head || !own.pairs.length) throw new UnreadLine(line)
    typed.pairs.push(...own.pairs)
  }
  return typed
}

/** A line that is no `name=value`. */
export class UnreadLine extends Error {}

const isApart = (line: string, name: string) => new RegExp(`[,，;；]\\s*${escaped(name)}\\s?[=＝]`, 'iu').test(line)
const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|-]/g, '\\$&')

/** The words at the end of a text that belong to the name behind it; the longest name counts. */
function severalWords(fields: readonly RecordField[], before: string, name: string): string | undefined {
  const last = plain(name)
  const names = fields
    .flatMap(namesOfField)
    .filter((one) => one.endsWith(` ${last}`))
    .toSorted((a, b) => b.length - a.length)
  for (const one of names) {
    const words = one
      .slice(0, -last.length - 1)
      .split(' ')
      .map(escaped)
    const [found, own] = new RegExp(`(?:^|[\\s,，;；])(${words.join('[\\s_/-]+')})$`, 'iu').exec(before) ?? []
    if (found !== undefined && own) return before.slice(before.length - own.length)
  }
  return undefined
}

export interface TypedDetails {
  rest: string
  email?: string
  phone?: string
  domain?: string
}

const PHONE_IN_TEXT = /(?<![\p{L}\d])[+＋]?\(?\d[\d\s().\-/]{5,}\d(?![\p{L}\d])/u

/** `(mobile)` behind a number: what it is for. */
const LABEL_BEHIND = /^\s*[(（][^()（）\d]{1,30}[)）]/u

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
    const [label = ''] = LABEL_BEHIND.exec(found.rest.slice(found.rest.indexOf(phone) + phone.length)) ?? []
    found.phone = `${phone.trim()}${label && ` ${label.trim()}`}`
    found.rest = found.rest.replace(phone + label, ' ')
  }
  found.rest = found.rest
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,，;；]+|[\s,，;；]+$/gu, '')
    .replaceAll(/\s+([,，])/g, '$1')
  return found
}
