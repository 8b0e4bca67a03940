import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { companiesLike } from '../../../src/crm/duplicates/companies-like.ts'
import { contactsLike } from '../../../src/crm/duplicates/contacts-like.ts'
import { type CompanyFacts, type ContactFacts, LIKELY } from '../../../src/crm/duplicates/likeness.ts'

interface Pair {
  kind: 'company' | 'contact'
  same: boolean
  why: string
  a: object
  b: object
}

const none = { aliases: [], emails: [], phones: [], source: null, externalId: null }
const company = (given: object): CompanyFacts =>
  ({ ...none, domains: [], city: null, country: null, parentId: null, ...given }) as unknown as CompanyFacts
const contact = (given: object): ContactFacts =>
  ({ ...none, companyId: null, companyName: null, ...given }) as unknown as ContactFacts

const likeness = ({ kind, a, b }: Pair) =>
  kind === 'company' ? companiesLike(company(a), company(b)) : contactsLike(contact(a), contact(b))

/** Pairs in English and Chinese, labelled by hand: `same` says whether a person who knows both would merge them. */
const read = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair)
const pairs = read('pairs.jsonl')

test('of the labelled pairs it finds what is one, and nothing else', () => {
  const wrong = pairs.filter((pair) => likeness(pair).score >= LIKELY !== pair.same)
  const found = pairs.filter((pair) => likeness(pair).score >= LIKELY)
  const right = found.filter(({ same }) => same).length
  const precision = right / found.length
  const recall = right / pairs.filter(({ same }) => same).length
  const told = wrong.map((pair) => `${pair.kind} ${pair.why}: ${JSON.stringify(likeness(pair))}`)
  expect(told, `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${pairs.length}`).toEqual([])
})

test('it is the same from either side', () => {
  for (const pair of pairs) expect(likeness({ ...pair, a: pair.b, b: pair.a }), JSON.stringify(pair)).toEqual(likeness(pair))
})

/** Written blind, after the rules: what they are wrong about is left as it is. */
test('of pairs that it was never mended by, it is right about nearly all', () => {
  const blind = read('blind.jsonl')
  const wrong = blind.filter((pair) => likeness(pair).score >= LIKELY !== pair.same)
  expect(wrong.map(({ why }) => why)).toMatchInlineSnapshot(`
    [
      "Nordlicht Energie GmbH & Co. KG / Nordlicht Energie",
    ]
  `)
})
