import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { sql } from '../../database/index.ts'
import { readDay } from '../fields/days.ts'
import type { FoundNoun } from '../finding/filter.ts'
import { found } from '../finding/matching.ts'
import { sayFilter } from '../finding/say.ts'
import { understood, worldOf } from '../finding/scene.ts'
import { asDate } from '../ids.ts'
import type { Typed } from './typed.ts'
import type { Wish } from './wish.ts'
import { say } from './words.ts'

/** What limits an export, as it is asked of the database, and as it is said. */
export interface Limits extends Pick<Wish, 'only' | 'since'> {
  said: string[]
}

/** What is chosen by what is said of it. */
const NOUN_OF: Partial<Record<Typed['kind'], FoundNoun>> = { companies: 'company', contacts: 'contact', deals: 'deal' }

/** Reads the words that limit an export. Throws UserError for what is not understood: nobody is to get more than they asked for. */
export async function limitsOf(context: Context, { kind, filter, since }: Typed): Promise<Limits> {
  const words = say(context.locale)
  const said: string[] = []
  const limits: Limits = { said }
  if (since) {
    const day = readDay(since, context, 'past')
    if (!day) throw new UserError(words.unread(`since ${since}`), { field: 'what' })
    limits.since = asDate(Temporal.PlainDate.from(day).toZonedDateTime(context.zone).toInstant())
    said.push(words.since(day))
  }
  if (!filter) return limits
  const noun = NOUN_OF[kind]
  if (!noun) throw new UserError(words.filterOnlyCustomers, { field: 'what' })
  const world = await worldOf(context)
  const { filter: read, unread } = await understood(context, filter, world)
  if (unread.length) throw new UserError(words.unread(unread.join(' ')), { field: 'what' })
  limits.only = sql`SELECT x.id FROM ${found(world, { ...read, noun }, noun)}`
  said.push(words.filter(sayFilter({ ...read, noun }, world).join(' · ')))
  return limits
}
