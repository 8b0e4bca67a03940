import type { Candidate, CustomerMatch, OtherPerson } from '../types.ts'
import { type CustomerIndex, companyCandidate, personCandidate } from './customer-index.ts'
import type { Mention } from './mention.ts'

export interface Chosen {
  match: CustomerMatch
  others: OtherPerson[]
  /** The names that gave the customer. */
  by: Mention[]
}

/** Nobody chooses from a longer list. */
const MOST_LABELLED = 200

const inOrder = (candidates: Candidate[]): Candidate[] =>
  candidates.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))

/** Which customer the names of a line mean, by the rules: a named company first, its people only; of several people the first. */
export function choose(index: CustomerIndex, mentions: readonly Mention[]): Chosen {
  const company = mentions.find(({ kind }) => kind === 'company')
  const person = mentions.find(({ kind }) => kind === 'person')
  const by = [company, person].filter((one) => one !== undefined)
  const match = company ? withCompany(index, company, person) : person ? personAlone(index, person) : { status: 'none' as const }
  const at = match.status === 'known' ? match.company?.id : undefined
  const others = mentions
    .filter((one) => one.kind === 'person' && one !== person && one.typed !== person?.typed)
    .map((one) => otherPerson(index, one, { at, named: company !== undefined }))
  return { match, others: eachOnce(others, match), by }
}

/** The others, once each, without the contact called by another part of the name. */
function eachOnce(others: readonly OtherPerson[], match: CustomerMatch): OtherPerson[] {
  const contact = match.status === 'known' ? match.contact?.id : undefined
  const byKey = new Map(others.map((one) => [one.id ?? one.name, one]))
  return [...byKey.values()].filter(({ id }) => id === undefined || id !== contact)
}

/** Somebody beside the contact: looked for at the customer's company first, and elsewhere by a first name only while no company is named. */
function otherPerson(
  index: CustomerIndex,
  { ids, typed, whole }: Mention,
  { at, named }: { at: string | undefined; named: boolean },
): OtherPerson {
  const there = ids.filter((id) => at && index.companies[index.people[id]!.company]?.id === at)
  const fit = there.length || (named && !whole) ? there : ids
  const only = fit.length === 1 ? index.people[fit[0]!] : undefined
  return only ? { id: only.id, name: only.name, companyId: index.companies[only.company]?.id } : { name: typed }
}

function personAlone(index: CustomerIndex, person: Mention): CustomerMatch {
  const { ids, typed } = person
  if (ids.length === 1) {
    const { company, contact } = personCandidate(index, ids[0]!)
    return { status: 'known', company, contact }
  }
  if (ids.length > 1)
    return { status: 'ambiguous', candidates: inOrder(ids.slice(0, MOST_LABELLED).map((id) => personCandidate(index, id))) }
  return { status: 'unknown', contact: typed, nearest: [] }
}

function withCompany(index: CustomerIndex, company: Mention, person?: Mention): CustomerMatch {
  if (!company.ids.length) return { status: 'unknown', company: company.typed, contact: person?.typed, nearest: [] }
  const there = new Set(company.ids)
  const within = (person?.ids ?? []).filter((id) => there.has(index.people[id]!.company))
  if (within.length === 1)
    return {
      status: 'known',
      company: personCandidate(index, within[0]!).company,
      contact: personCandidate(index, within[0]!).contact,
    }
  if (within.length > 1)
    return { status: 'ambiguous', candidates: inOrder(within.slice(0, MOST_LABELLED).map((id) => personCandidate(index, id))) }
  if (company.ids.length > 1)
    return {
      status: 'ambiguous',
      candidates: inOrder(company.ids.slice(0, MOST_LABELLED).map((id) => companyCandidate(index, id))),
    }
  const { company: known } = companyCandidate(index, company.ids[0]!)
  return { status: 'known', company: known, ...(person && { contact: { name: person.typed } }) }
}
