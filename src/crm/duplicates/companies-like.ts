import { type Alike, companiesAlike, normalizeName } from '../../understanding/index.ts'
import { domainOf, isFree } from './everybodys.ts'
import {
  bounded,
  type CompanyFacts,
  type Crowds,
  isSameThere,
  isShared,
  type Likeness,
  NO_CROWDS,
  type Reason,
} from './likeness.ts'

/** How much a name says alone, and at most beside something that is reached the same way. */
const NAMES: Partial<Record<Alike, number>> = {
  ...{ same: 88, form: 85, spelling: 80, order: 66, sound: 72, slip: 68, place: 62, part: 36, letters: 36 },
}

/** How sure it is that two companies are one. */
export function companiesLike(a: CompanyFacts, b: CompanyFacts, crowds: Crowds = NO_CROWDS): Likeness {
  if (isSameThere(a, b)) return { score: 97, reasons: ['externalId'] }
  const name = nameOf(a, b)
  const alone = name ? (NAMES[name] ?? 0) : 0
  const reached: Reason[] = []
  if (isShared(sites(a), sites(b), crowds.domains)) reached.push('domain')
  if (isShared(a.emails, b.emails, crowds.emails)) reached.push('email')
  if (isShared(a.phones, b.phones, crowds.phones)) reached.push('phone')
  const against = speaksAgainst(a, b)
  const named: Reason[] = name ? [name] : []
  const family = isFamily(a, b)
  const base = reached.length ? (alone ? 70 + alone * 0.28 : together(reached)) : alone
  const score = base + (reached.length - 1 > 0 ? 3 : 0) - (reached.length ? 0 : against.weight) - (family ? 45 : 0)
  return {
    score: bounded(Math.min(score, 99)),
    reasons: [...reached, ...named, ...(reached.length ? [] : against.reasons), ...(family ? (['family'] as const) : [])],
  }
}

/** Of two that are called differently: one site alone may be that of a group, one number that of a house. */
const together = (reached: readonly Reason[]) =>
  reached.length > 1 ? 74 : reached[0] === 'domain' ? 60 : reached[0] === 'email' ? 55 : 35

/** Further names that are looked at: nobody gives a company more. */
const MOST_NAMES = 8

/** The likest of their names. */
function nameOf(a: CompanyFacts, b: CompanyFacts): Alike | undefined {
  const own = companiesAlike(a.name, b.name)
  if (own === 'same' || !(a.aliases.length + b.aliases.length)) return own
  const names = (one: CompanyFacts) => [one.name, ...one.aliases].slice(0, MOST_NAMES)
  const alike = names(a).flatMap((one) => names(b).flatMap((other) => companiesAlike(one, other) ?? []))
  return alike.toSorted((one, other) => (NAMES[other] ?? 0) - (NAMES[one] ?? 0))[0]
}

const sites = ({ domains, emails }: CompanyFacts): string[] =>
  [...new Set([...domains, ...emails.map(domainOf)])].filter((one) => !isFree(one))

/** `acme` of acme.com and acme.co.uk. */
const labelOf = (domain: string) => domain.split('.').find((part) => part.length > 3) ?? domain

function speaksAgainst(a: CompanyFacts, b: CompanyFacts): { weight: number; reasons: Reason[] } {
  const [mine, theirs] = [sites(a), sites(b)]
  const labels = new Set(theirs.map(labelOf))
  const notDomain = mine.length > 0 && theirs.length > 0 && !mine.some((one) => labels.has(labelOf(one)))
  const differ = (one: string | null, other: string | null) =>
    Boolean(one && other && normalizeName(one) !== normalizeName(other))
  const notCity = differ(a.city, b.city)
  const notCountry = differ(a.country, b.country)
  return {
    weight: (notDomain ? 32 : 0) + (notCountry ? 30 : 0) + (notCity ? 14 : 0),
    reasons: [...(notDomain ? (['notDomain'] as const) : []), ...(notCity || notCountry ? (['notPlace'] as const) : [])],
  }
}

/** One belongs to the other, or both to a third: they are called alike because of that. */
const isFamily = (a: CompanyFacts, b: CompanyFacts) =>
  (a.parentId !== null && (a.parentId === b.id || a.parentId === b.parentId)) || (b.parentId !== null && b.parentId === a.id)
