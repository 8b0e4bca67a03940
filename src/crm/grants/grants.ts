import { setTimeout as pause } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import type { Platform } from '../../bot/context.ts'
import type { Grant, Grants, Secret } from '../../bot/grants.ts'
import type { Log } from '../../bot/house.ts'
import type { Database } from '../../database/index.ts'
import { asDate } from '../ids.ts'
import { isIn, isOut } from '../workspaces/presence.ts'
import { type Box, Locked } from './box.ts'

/** Whoever renews has so long; another may when it has not come back. */
const RENEWING = { seconds: 20 }
/** How often, and how long apart (milliseconds), the others look whether it was renewed. */
const LOOKS = 50
const LOOK = 200

interface Parts {
  db: Database
  platform: Platform
  box: Box
  now: () => Temporal.Instant
  log: Log
}

type Row = NonNullable<Awaited<ReturnType<Database['grant']['findUnique']>>>

/** The grants of a platform. Their secrets are encrypted before they come to the database. */
export function grantsOf({ db, platform, box, now, log }: Parts): Grants {
  const of = (team: string) => ({ platform_teamId: { platform, teamId: team } })
  const locked = (team: string, { secret, expiresAt }: Pick<Grant, 'secret' | 'expiresAt'>) => ({
    secret: box.lock(JSON.stringify(secret), placeOf(platform, team)),
    keyId: box.keyId,
    expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
    renewingUntil: null,
    changedAt: asDate(now()),
  })

  const read = (row: Row | null): Grant | 'unreadable' | undefined => {
    if (!row) return undefined
    try {
      return {
        team: row.teamId,
        teamName: row.teamName,
        secret: JSON.parse(box.open(row.secret, placeOf(platform, row.teamId))) as Secret,
        facts: row.facts as Grant['facts'],
        ...(row.expiresAt && { expiresAt: row.expiresAt.getTime() }),
      }
    } catch (error) {
      if (!(error instanceof Locked)) throw error
      log.error(
        { platform, team: row.teamId, error },
        'a token cannot be read: put its key back into TOKEN_KEY, or have the team install again',
      )
      return 'unreadable'
    }
  }
  const find = async (team: string) => read(await db.grant.findUnique({ where: of(team) }))

  const mayRenew = async (team: string) => {
    const [at, until] = [asDate(now()), asDate(now().add(RENEWING))]
    const { count } = await db.grant.updateMany({
      where: {
        platform,
        teamId: team,
        OR: [{ renewingUntil: null }, { renewingUntil: { lte: at } }, { renewingUntil: { gt: until } }],
      },
      data: { renewingUntil: until },
    })
    return count === 1
  }

  const renew: Grants['renew'] = async (team, known, work) => {
    for (let looks = 0; looks < LOOKS; looks++) {
      const mine = await mayRenew(team)
      const row = await db.grant.findUnique({ where: of(team) })
      const grant = read(row)
      const isNew = !grant || grant === 'unreadable' || grant.secret.token !== known
      if (isNew && mine) await released(team)
      if (isNew) return grant
      if (mine && row) return renewed(row, grant, work)
      await pause(LOOK)
    }
    throw new Error('somebody else renews a token, and does not come back')
  }

  const released = (team: string) => db.grant.updateMany({ where: { platform, teamId: team }, data: { renewingUntil: null } })

  const renewed = async (row: Row, grant: Grant, work: Parameters<Grants['renew']>[2]) => {
    try {
      const fresh = { ...grant, ...(await work(grant)) }
      // Installed anew meanwhile: that counts.
      const { count } = await db.grant.updateMany({ where: sameAs(row), data: locked(row.teamId, fresh) })
      return count ? fresh : find(row.teamId)
    } catch (error) {
      await released(row.teamId)
      throw error
    }
  }

  return {
    find,
    keep: async (grant) => {
      const { team, teamName, facts } = grant
      const data = { teamName, facts, ...locked(team, grant), grantedAt: asDate(now()) }
      await db.grant.upsert({ where: of(team), create: { platform, teamId: team, ...data }, update: data })
      await isIn(db, platform, [team])
    },
    forget: async (team) => {
      const { count } = await db.grant.deleteMany({ where: { platform, teamId: team } })
      await isOut(db, platform, [team], now())
      return count > 0
    },
    expiring: async (before) => {
      const found = await db.grant.findMany({
        where: { platform, expiresAt: { lte: new Date(before) } },
        select: { teamId: true },
      })
      return found.map((row) => row.teamId)
    },
    renew,
    useOnce: async (id, expiresAt) => {
      await db.usedState.deleteMany({ where: { expiresAt: { lt: asDate(now()) } } })
      const { count } = await db.usedState.createMany({ data: [{ id, expiresAt: new Date(expiresAt) }], skipDuplicates: true })
      return count === 1
    },
  }
}

const placeOf = (platform: string, team: string) => `${platform}/${team}`

/** Locks with the newest key what was locked with an older one. Gives how many were, and how many no key opens. */
export async function relockGrants(db: Database, box: Box): Promise<{ relocked: number; unreadable: number }> {
  const done = { relocked: 0, unreadable: 0 }
  for (const row of await db.grant.findMany({ where: { keyId: { not: box.keyId } } })) {
    const secret = relocked(row, box)
    if (!secret) done.unreadable++
    // One that was renewed or installed anew meanwhile is locked with the newest key by now.
    else done.relocked += (await db.grant.updateMany({ where: sameAs(row), data: { secret, keyId: box.keyId } })).count
  }
  return done
}

const sameAs = ({ platform, teamId, secret }: Row) => ({ platform, teamId, secret })

function relocked({ platform, teamId, secret }: Row, box: Box): string | undefined {
  const place = placeOf(platform, teamId)
  try {
    return box.lock(box.open(secret, place), place)
  } catch {
    return undefined
  }
}
