/** A company as it is held against another. */
export interface CompanyFacts {
  name: string
  aliases: string[]
  domains: string[]
  emails: string[]
  phones: string[]
  city: string | null
  country: string | null
  parentId: string | null
  source: string | null
  externalId: string | null
  /** Left out: it does not stand yet. */
  id?: string
}

/** A person as they are held against another. */
export interface ContactFacts {
  name: string
  aliases: string[]
  companyId: string | null
  companyName: string | null
  emails: string[]
  phones: string[]
  source: string | null
  externalId: string | null
  id?: string
}

/** What speaks for two records being one, or against it. */
export const REASONS = [
  'externalId',
  'email',
  'phone',
  'domain',
  'same',
  'form',
  'spelling',
  'order',
  'middle',
  'sound',
  'nickname',
  'slip',
  'initial',
  'place',
  'part',
  'letters',
  'company',
  'companyAlike',
  'notDomain',
  'notPlace',
  'notEmail',
  'family',
] as const
export type Reason = (typeof REASONS)[number]

/** How sure it is that two records are one, from 0 to 100, and why. */
export interface Likeness {
  score: number
  reasons: Reason[]
}

/** From this score on two records are shown as perhaps one. */
export const LIKELY = 60

/** What so many have that it proves nothing: the number of a switchboard, the domain of a group. */
export interface Crowds {
  emails: ReadonlySet<string>
  phones: ReadonlySet<string>
  domains: ReadonlySet<string>
  /** Names, as they are compared, of people of no company. */
  names: ReadonlySet<string>
}
export const NO_CROWDS: Crowds = { emails: new Set(), phones: new Set(), domains: new Set(), names: new Set() }

/** Whether two lists have something in common that is not many's. */
export const isShared = (a: readonly string[], b: readonly string[], crowd: ReadonlySet<string>): boolean =>
  a.some((one) => b.includes(one) && !crowd.has(one))

export const bounded = (score: number): number => Math.max(0, Math.min(100, Math.round(score)))

/** The same record of the same program. */
export const isSameThere = (
  a: { source: string | null; externalId: string | null },
  b: { source: string | null; externalId: string | null },
): boolean => a.externalId !== null && a.externalId === b.externalId && a.source === b.source
