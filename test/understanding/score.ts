import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { type CustomerIndex, customerIndex, type Facts, understand } from '../../src/understanding/index.ts'

export interface Case {
  id: string
  text: string
  now: string
  zone: string
  known: { company: string; contacts: string[] }[]
  want: Omit<Facts, 'followUp'> & { followUp?: { at?: string; what?: string[] } }
}

const indexes = new Map<string, CustomerIndex>()

/** The cases of a file beside this one, one JSON object a line. */
export const casesOf = (name: string): Case[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case)

export function factsOf({ text, now, zone, known }: Case): Facts {
  const key = JSON.stringify(known)
  const customers =
    indexes.get(key) ??
    customerIndex(
      known.map((one) => ({ id: one.company, name: one.company, contacts: one.contacts.map((name) => ({ id: name, name })) })),
    )
  indexes.set(key, customers)
  return understand(text, { now: Temporal.Instant.from(now), zone, customers }).facts
}

/** What is not as wanted, fact by fact; empty when the line is wholly right. A follow-up's words are compared loosely: the wanted ones are in it. */
export function faultsOf({ want }: Case, got: Facts): string[] {
  const plain = ['company', 'contact', 'kind', 'direction', 'outcome', 'occurredAt', 'recurrence'] as const
  const faults = plain.filter((fact) => want[fact] !== got[fact]).map((fact) => `${fact}: want ${want[fact]}, got ${got[fact]}`)
  const same = (name: string, a: unknown, b: unknown) =>
    JSON.stringify(a) !== JSON.stringify(b) && faults.push(`${name}: want ${JSON.stringify(a)}, got ${JSON.stringify(b)}`)
  same('ambiguous', want.ambiguous, got.ambiguous)
  same('amount', want.amount && [want.amount.value, want.amount.currency], got.amount && [got.amount.value, got.amount.currency])
  same('followUp.at', want.followUp?.at, got.followUp?.at)
  const what = got.followUp?.what.toLowerCase() ?? ''
  if (
    Boolean(want.followUp) !== Boolean(got.followUp) ||
    !(want.followUp?.what ?? []).every((word) => what.includes(word.toLowerCase()))
  )
    faults.push(`followUp.what: want ${want.followUp?.what}, got ${got.followUp?.what}`)
  return faults
}
