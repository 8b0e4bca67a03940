import { createHash } from 'node:crypto'
import { type Candidates, candidatesFor } from './candidates.ts'
import { companiesLike } from './companies-like.ts'
import { contactsLike } from './contacts-like.ts'
import { type CompanyFacts, type ContactFacts, type Crowds, LIKELY, type Likeness } from './likeness.ts'
import { type Facts, type Kind, type Scope, type Standing, standing } from './records.ts'

/** A record that another one may be. */
export interface Like extends Likeness {
  record: Standing
}

export const likenessOf = (kind: Kind, a: Facts, b: Facts, crowds?: Crowds): Likeness =>
  kind === 'company'
    ? companiesLike(a as CompanyFacts, b as CompanyFacts, crowds)
    : contactsLike(a as ContactFacts, b as ContactFacts, crowds)

/** For each of the given records, those that stand and that it likely is, the likest first. Two questions, however many are given. */
export async function likesOf(scope: Scope, kind: Kind, given: readonly Facts[]): Promise<Like[][]> {
  const candidates = await candidatesFor(scope, kind, given)
  const records = await standing(scope, kind, [...new Set(candidates.flatMap(({ ids }) => ids))])
  return given.map((one, at) => likest(kind, one, candidates[at]!, records))
}

function likest(kind: Kind, facts: Facts, { ids, crowds }: Candidates, records: ReadonlyMap<string, Standing>): Like[] {
  const all = ids.flatMap((id): Like[] => {
    const record = records.get(id)
    if (!record) return []
    const likeness = likenessOf(kind, facts, record, crowds)
    return likeness.score >= LIKELY ? [{ record, ...likeness }] : []
  })
  return all.toSorted((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1))
}

/** One mark for all by which two records are compared: it changes when either does. */
export function factsMark(a: Facts, b: Facts): string {
  const [one, other] = [a, b].toSorted((x, y) => ((x.id ?? '') < (y.id ?? '') ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([compared(one!), compared(other!)]))
    .digest('base64url')
    .slice(0, 22)
}

const compared = (facts: Facts) => {
  const { name, aliases, emails, phones, source, externalId } = facts
  const own = 'domains' in facts ? [facts.domains, facts.city, facts.country, facts.parentId] : [facts.companyId]
  return [name, aliases, emails, phones, source, externalId, ...own]
}
