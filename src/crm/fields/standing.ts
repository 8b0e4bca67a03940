import { readDay } from './days.ts'
import type { Row, Saying, Where } from './field.ts'
import { readYesno } from './yesno.ts'

/** What somebody said of being contacted at all: consent, given or withdrawn, when and how; and whether nobody is to contact them. */
export interface Consent {
  said: 'given' | 'withdrawn'
  /** YYYY-MM-DD; absent: the day is not known. */
  at?: string
  how?: string
}

export interface NoContact {
  since?: string
  why?: string
}

const GIVEN = /^(?:given|gave|granted|yes|opt(?:ed)?[ -]?in|同意|已同意|给出)(?=$|[\s:：,，;；\d(])/i
const WITHDRAWN =
  /^(?:withdrawn|withdrew|revoked|refused|denied|no|opt(?:ed)?[ -]?out|撤回|已撤回|拒绝|不同意)(?=$|[\s:：,，;；\d(])/i
const SIGNS = /^[\s:：,，;；·(（-]+|[\s,，;；)）]+$/gu
const LONGEST_HOW = 300

/** `given 2026-05-03 by e-mail`, `withdrawn by phone`, 同意 微信: what was said, on which day (today when none stands there), and how. */
export function readConsent(typed: string, where: Where): Consent | undefined {
  const given = GIVEN.exec(typed)
  const [word] = given ?? WITHDRAWN.exec(typed) ?? []
  if (!word) return undefined
  const { day, rest } = dayIn(typed.slice(word.length), where)
  return { said: given ? 'given' : 'withdrawn', ...asOf(day, where, 'at'), ...(rest && { how: rest.slice(0, LONGEST_HOW) }) }
}

/** `yes`, `yes, asked us to stop`, `2026-05-03 asked us to stop`, `no`: null when they may be contacted. */
export function readNoContact(typed: string, where: Where): NoContact | null {
  const [first = ''] = typed.split(/[\s:：,，;；]+/, 1)
  if (readYesno(typed) === false || readYesno(first) === false) return null
  const { day, rest } = dayIn(readYesno(first) ? typed.slice(first.length) : typed, where)
  return { ...asOf(day, where, 'since'), ...(rest && { why: rest.slice(0, LONGEST_HOW) }) }
}

/** A day that begins or ends a text, and the rest. */
function dayIn(text: string, where: Where): { day?: string; rest: string } {
  const bare = text.replaceAll(SIGNS, '')
  const words = bare.split(/\s+/)
  for (let length = Math.min(words.length, 4); length > 0; length--) {
    const begins = readDay(words.slice(0, length).join(' ').replaceAll(SIGNS, ''), where, 'past')
    if (begins) return { day: begins, rest: words.slice(length).join(' ').replaceAll(SIGNS, '') }
    const ends = readDay(words.slice(-length).join(' ').replaceAll(SIGNS, ''), where, 'past')
    if (ends)
      return {
        day: ends,
        rest: words
          .slice(0, -length)
          .join(' ')
          .replace(/\s+on$/i, '')
          .replaceAll(SIGNS, ''),
      }
  }
  return { rest: bare }
}

const asOf = <K extends string>(day: string | undefined, where: Where, name: K) =>
  day || !where.inFile ? ({ [name]: day ?? today(where) } as Record<K, string>) : {}

const today = ({ now, zone }: Where) => now.toZonedDateTimeISO(zone).toPlainDate().toString()
/** A day is kept as its noon, so that it is the same day wherever it is read. */
const noon = (day: string | undefined) => (day ? `${day}T12:00:00.000Z` : null)
const dayOf = (value: unknown) => (value ? new Date(value as string | Date).toISOString().slice(0, 10) : undefined)

export function consentOf(row: Row): Consent | null {
  if (row.consent !== 'given' && row.consent !== 'withdrawn') return null
  const at = dayOf(row.consentAt)
  return { said: row.consent, ...(at && { at }), ...(row.consentHow ? { how: String(row.consentHow) } : {}) }
}

export function setConsent(_: Row, value: unknown): Row {
  const given = value as Consent | null
  return { consent: given?.said ?? null, consentAt: noon(given?.at), consentHow: given?.how ?? null }
}

export function noContactOf(row: Row): NoContact | null {
  if (!row.doNotContact) return null
  const since = dayOf(row.doNotContactSince)
  return { ...(since && { since }), ...(row.doNotContactWhy ? { why: String(row.doNotContactWhy) } : {}) }
}

export function setNoContact(_: Row, value: unknown): Row {
  const given = value as NoContact | null
  return { doNotContact: given !== null, doNotContactSince: noon(given?.since), doNotContactWhy: given?.why ?? null }
}

const WORDS = {
  given: { en: 'given', zh: '已同意' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
  yes: { en: 'yes', zh: '是' },
} as const

export function sayConsent(value: unknown, { locale }: Saying): string {
  const { said, at, how } = value as Consent
  return [WORDS[said][locale], at, how].filter(Boolean).join(' ')
}

export function sayNoContact(value: unknown, { locale }: Saying): string {
  const { since, why } = value as NoContact
  return [WORDS.yes[locale], since, why].filter(Boolean).join(' ')
}
