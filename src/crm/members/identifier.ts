import type { Temporal } from 'temporal-polyfill'
import type { Caller } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import type { House } from '../../bot/house.ts'
import type { Profile } from '../../bot/request.ts'
import { type Locale, localeOf } from '../../bot/text.ts'
import type { Database } from '../../database/index.ts'
import { accessOf } from './access.ts'
import { cacheOf } from './cache.ts'
import { join } from './join.ts'
import { type Known, lookUp } from './lookup.ts'
import { isStale, keepChannel, refresh, seen, unseen } from './refresh.ts'
import { say } from './words.ts'

export interface IdentifierOptions {
  db: Database
  now: () => Temporal.Instant
  /** For a team whose first person's platform does not tell. */
  defaults: { timeZone: string; locale: Locale }
  /** How long who somebody is may be remembered; what they change themselves is seen at once. */
  cacheFor: Temporal.Duration
}

/** Nouns that say who somebody is, whether they may, and whose records they see. */
const PEOPLE = ['member', 'workspace', 'installation', 'team']

type Asking = Parameters<House['identify']>[0]

/** Who asks? Makes the member, and for the team's first one its workspace, at their first request; throws UserError for who may not. */
export function identifier({ db, now, defaults, cacheFor }: IdentifierOptions): Pick<House, 'identify' | 'forget'> {
  const cache = cacheOf<Known>(cacheFor, now)

  async function identify(asking: Asking): Promise<Caller> {
    const { place } = asking
    // Where no server is named, the message says which: somebody may be in several.
    const key = `${place.platform}|${place.team || `by ${place.message ?? ''}`}|${place.user}`
    const known = await cache.get(
      key,
      () => lookUp(db, place, now()),
      (found) => found.caller.workspace.id,
    )
    if (!known) return newcomer(asking)
    if (!known.active) throw refusal('deactivated', known.caller.me.locale)
    await letIn(asking, known)
    await keepChannel(db, place, known)
    // Where no server is named, the platform has nothing new to tell, and nothing vouches for the person again.
    if (!isStale(known.lastSeenAt, now()) || place.team === '' || unvouched(asking)) return known.caller
    return freshened(asking, known)
  }

  async function newcomer(asking: Asking): Promise<Caller> {
    const locale = localeOf(asking.locale, defaults.locale)
    if (asking.place.team === '') throw new UserError(say(locale).sayInServer, { mend: false })
    const installed = await db.installation.findUnique({
      where: { platform_teamId: { platform: asking.place.platform, teamId: asking.place.team } },
      select: { accessRoles: true },
    })
    const access = accessOf(asking.place, asking.standing, installed?.accessRoles ?? [], undefined, now())
    if (access !== 'allowed') throw accessRefusal(access, installed?.accessRoles ?? [], locale)
    const profile = await asking.profile()
    if (profile.refused) throw refusal(profile.refused, localeOf(profile.locale ?? asking.locale, defaults.locale))
    return join(db, asking, profile, defaults, now())
  }

  async function letIn(asking: Asking, known: Known): Promise<void> {
    const access = accessOf(asking.place, asking.standing, known.accessRoles, known.lastSeenAt, now())
    if (access === 'allowed') return
    // Refused in the server, they are refused in their direct messages too.
    if (access === 'refused' && known.lastSeenAt.getTime() > 0) {
      await unseen(db, asking.place.platform, known)
      cache.forget(known.caller.workspace.id)
    }
    throw accessRefusal(access, known.accessRoles, known.caller.me.locale)
  }

  async function freshened(asking: Asking, known: Known): Promise<Caller> {
    const profile = await askAgain(asking)
    if (profile?.refused) throw refusal(profile.refused, known.caller.me.locale)
    const caller = profile ? await refresh(db, known, profile, now()) : known.caller
    if (profile || asking.standing) await seen(db, asking.place.platform, known, now())
    cache.forget(known.caller.workspace.id)
    return caller
  }

  const forget = (workspaceId: string, changed: ReadonlySet<string>) => {
    if (PEOPLE.some((noun) => changed.has(noun))) cache.forget(workspaceId)
  }
  return { identify, forget }
}

const unvouched = ({ place, standing }: Asking) => place.platform === 'discord' && !standing

/** The profile, or nothing when the platform does not answer: who is known already is not locked out by that, and is asked about again next time. */
const askAgain = ({ profile }: Asking): Promise<Profile | undefined> => profile().catch(() => undefined)

const refusal = (why: NonNullable<Profile['refused']>, locale: Locale) =>
  new UserError(say(locale)[why], { mend: false, cause: `refused: ${why}` })

function accessRefusal(access: 'refused' | 'ask in the server', accessRoles: readonly string[], locale: Locale): UserError {
  const words = say(locale)
  const message =
    access === 'ask in the server' ? words.sayInServerAgain : accessRoles.length ? words.needsRole : words.needsManage
  return new UserError(message, { mend: false, cause: `access: ${access}` })
}
