import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { type Sql, sql } from '../../database/index.ts'
import { readDay } from '../fields/days.ts'
import type { FoundNoun } from '../finding/filter.ts'
import { found, nounsOf } from '../finding/matching.ts'
import { sayFilter } from '../finding/say.ts'
import { understood, worldOf } from '../finding/scene.ts'
import { asDate } from '../ids.ts'
import type { Typed } from './typed.ts'
import { KINDS, type Kind, type Wish } from './wish.ts'
import { say } from './words.ts'

/** What limits an export, as it is asked of the database, and as it is said. */
export interface Limits extends Pick<Wish, 'since'> {
  /** What there is to export: of a filter or a segment, what it finds. */
  kinds: readonly Kind[]
  /** In SQL, the ids to take of a kind, where not all are. */
  only?: (kind: Kind) => Sql | undefined
  said: string[]
}

/** What is chosen by what is said of it. */
const NOUN_OF: Partial<Record<Kind, FoundNoun>> = { companies: 'company', contacts: 'contact', deals: 'deal' }

/** Reads the words that limit an export. Throws UserError for what is not understood: nobody is to get more than they asked for. */
export async function limitsOf(context: Context, { kind, filter, since }: Typed): Promise<Limits> {
  const words = say(context.locale)
  const said: string[] = []
  const limits: Limits = { said, kinds: kind === 'all' ? KINDS : kind === 'found' ? [] : [kind] }
  if (since) {
    const day = readDay(since, context, 'past')
    if (!day) throw new UserError(words.unread(`since ${since}`), { field: 'what' })
    limits.since = asDate(Temporal.PlainDate.from(day).toZonedDateTime(context.zone).toInstant())
    said.push(words.since(day))
  }
  if (!filter) return limits
  const world = await worldOf(context)
  const { filter: read, unread } = await understood(context, filter, world)
  const isSegment = read.all.some((group) => group.some((one) => one.kind === 'segment'))
  // A segment may be called whatever: “Big calls” are no activities.
  if (kind !== 'found' && !NOUN_OF[kind as Kind] && !isSegment) throw new UserError(words.filterOnlyCustomers, { field: 'what' })
  const isBare = kind === 'found' && read.all.every((group) => group.every((one) => one.kind === 'words'))
  if (unread.length || isBare) throw new UserError(words.unread(kind === 'found' ? filter : unread.join(' ')), { field: 'what' })
  const nouns = isSegment || kind === 'found' ? nounsOf(read, world) : [NOUN_OF[kind as Kind]!]
  limits.kinds = KINDS.filter((one) => nouns.includes(NOUN_OF[one]!))
  limits.only = (one) => {
    const noun = NOUN_OF[one]
    return noun && sql`SELECT x.id FROM ${found(world, { ...read, noun }, noun)}`
  }
  const [noun] = nouns
  said.push(words.filter(sayFilter(nouns.length === 1 ? { ...read, noun } : read, world).join(' · ')))
  return limits
}
