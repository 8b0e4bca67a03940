import { Temporal } from 'temporal-polyfill'
import { type Caller, type Context, contextFor, type Platform } from '../../../src/bot/context.ts'
import type { Profile, Request, Standing } from '../../../src/bot/request.ts'
import { identifier } from '../../../src/crm/members/members.ts'
import { type Database, inTransaction } from '../../../src/database/index.ts'

const REACH = { url: 'http://127.0.0.1:3000', isPublic: false }

/** A clock that stands still until it is moved. */
export function clockAt(start: string) {
  let at = Temporal.Instant.from(start)
  return {
    now: () => at,
    advance: (by: Temporal.DurationLike) => {
      at = at.add(by)
    },
  }
}

let ids = 0

interface Who {
  platform?: Platform
  team?: string
  user?: string
  profile?: Partial<Profile>
  standing?: Standing
  locale?: string
}

/** What an adapter would ask for a person: Ana of Slack's team T1 unless told. */
export function asking({ platform = 'slack', team = 'T1', user = 'UANA', profile, standing, locale }: Who = {}): Request {
  return {
    id: `request-${++ids}`,
    place: { platform, team, user, kind: team ? 'channel' : 'direct' },
    standing,
    locale,
    ask: { kind: 'line', text: '' },
    profile: async () => ({ name: user, timeZone: 'Europe/Berlin', locale: 'en-US', teamName: team, ...profile }),
  }
}

/** The house as far as people go: who asks, and operations run for them in one transaction. */
export function worldOver(db: Database) {
  const clock = clockAt('2026-03-10T09:00:00Z')
  const who = identifier({
    db,
    now: clock.now,
    defaults: { timeZone: 'America/New_York', locale: 'en' },
    cacheFor: Temporal.Duration.from({ seconds: 10 }),
  })
  async function run<T>(request: Request, operation: string, work: (context: Context) => Promise<T>): Promise<T> {
    const caller = await who.identify(request)
    let context: Context | undefined
    const done = await inTransaction(db, (tx) => {
      context = contextFor(tx, caller, operation, request, { now: clock.now(), reach: REACH })
      return work(context)
    })
    if (context) who.forget(caller.workspace.id, context.changed)
    return done
  }
  const contextOf = (caller: Caller, request = asking()): Context =>
    contextFor(db, caller, 'test', request, { now: clock.now(), reach: REACH })
  return { ...who, clock, run, contextOf }
}
