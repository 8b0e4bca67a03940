import { type Alike, companiesAlike, normalizeName, peopleAlike } from '../../understanding/index.ts'
import { domainOf, isFree, isRoleAddress } from './everybodys.ts'
import {
  bounded,
  type ContactFacts,
  type Crowds,
  isSameThere,
  isShared,
  type Likeness,
  NO_CROWDS,
  type Reason,
} from './likeness.ts'

/** How much a name says of two people at one company, and beside an address or a number that both have. */
const NAMES: Partial<Record<Alike, { there: number; reached: number }>> = {
  same: { there: 86, reached: 98 },
  spelling: { there: 82, reached: 96 },
  order: { there: 82, reached: 96 },
  middle: { there: 80, reached: 95 },
  sound: { there: 74, reached: 93 },
  nickname: { there: 72, reached: 93 },
  slip: { there: 70, reached: 92 },
  initial: { there: 62, reached: 90 },
  part: { there: 45, reached: 86 },
}

/** How sure it is that two people are one. */
export function contactsLike(a: ContactFacts, b: ContactFacts, crowds: Crowds = NO_CROWDS): Likeness {
  if (isSameThere(a, b)) return { score: 97, reasons: ['externalId'] }
  const name = nameOf(a, b)
  const said = name && NAMES[name]
  const email = isShared(a.emails.filter(isOwn), b.emails, crowds.emails)
  const phone = isShared(a.phones, b.phones, crowds.phones)
  const reached: Reason[] = [...(email ? (['email'] as const) : []), ...(phone ? (['phone'] as const) : [])]
  const named: Reason[] = name ? [name] : []
  if (!said) return reached.length ? { score: email ? (phone ? 72 : 60) : 25, reasons: reached } : { score: 0, reasons: [] }
  if (reached.length) {
    const score = said.reached - (email ? 0 : 6) - (!email && isConflicting(a, b) ? 12 : 0) + (reached.length > 1 ? 1 : 0)
    return { score: bounded(score), reasons: [...reached, ...named] }
  }
  const place = placeOf(a, b)
  const conflict = isConflicting(a, b)
  const crowded = place === 'nowhere' && crowds.names.has(normalizeName(a.name))
  const base = place && !crowded ? said.there - FARTHER[place] : 25
  return {
    score: bounded(base - (conflict ? 45 : 0) - (conflict ? 0 : reachedApart(a, b, place))),
    reasons: [
      ...named,
      ...(place === 'company' || place === 'companyAlike' ? [place] : []),
      ...(conflict ? (['notEmail'] as const) : []),
    ],
  }
}

/** How much less a name says that is not at the same company. */
const FARTHER = { company: 0, companyAlike: 14, nowhere: 24 }

/** Each is reached in a way of their own, which one person may be: at one company that says little, of two who are nowhere much. */
function reachedApart(a: ContactFacts, b: ContactFacts, place: keyof typeof FARTHER | undefined): number {
  const apart = (a.phones.length && b.phones.length) || (a.emails.length && b.emails.length)
  return apart ? (place === 'nowhere' ? 25 : 8) : 0
}

const isOwn = (email: string) => !isRoleAddress(email)

function nameOf(a: ContactFacts, b: ContactFacts): Alike | undefined {
  const own = peopleAlike(a.name, b.name)
  if (own === 'same' || !(a.aliases.length + b.aliases.length)) return own
  const names = (one: ContactFacts) => [one.name, ...one.aliases].map(normalizeName)
  const theirs = new Set(names(b))
  return names(a).some((one) => theirs.has(one)) ? 'same' : own
}

/** Whether they are at one company, at two that are called alike, both at none, or elsewhere. */
function placeOf(a: ContactFacts, b: ContactFacts): keyof typeof FARTHER | undefined {
  if (a.companyId && a.companyId === b.companyId) return 'company'
  if (!a.companyId && !b.companyId) return 'nowhere'
  if (!a.companyName || !b.companyName) return undefined
  const alike = companiesAlike(a.companyName, b.companyName)
  return alike && ['same', 'form', 'spelling', 'slip'].includes(alike) ? 'companyAlike' : undefined
}

/** Both have an address of one house, and none in common: that house knows two people of that name. */
function isConflicting(a: ContactFacts, b: ContactFacts): boolean {
  const own = ({ emails }: ContactFacts) => emails.filter((one) => isOwn(one) && !isFree(domainOf(one)))
  const [mine, theirs] = [own(a), own(b)]
  if (mine.some((one) => theirs.includes(one))) return false
  const houses = new Set(theirs.map(domainOf))
  return mine.some((one) => houses.has(domainOf(one)))
}
