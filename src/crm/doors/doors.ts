import { createHash, randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import type { Doors, MemberPage, Parts, Visitor } from '../../bot/page.ts'
import { type Database, insert } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'
import { lookUp } from '../members/lookup.ts'
import { say } from './words.ts'

/** How long a link may wait for its opening, and how long the visit lasts that it opens. */
const LINK = { minutes: 15 }
const VISIT = { hours: 12 }
const VISIT_SECONDS = 12 * 60 * 60

/** 32 random bytes, as an address and a cookie hold them. */
const SECRET = /^[\w-]{43}$/
const newSecret = () => randomBytes(32).toString('base64url')
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/**
 * A link that opens a page for the asker, once, within 15 minutes. It is a secret: a card that shows it is `showOnce`, see `throughDoor`. Only in a write, for
 * its hash is kept.
 */
export async function doorFor(context: Context, page: Pick<MemberPage, 'path'>, parts: Parts = {}): Promise<string> {
  const { db, workspace, me, place, now, reach } = context
  const secret = newSecret()
  await insert(db, 'doors', {
    workspaceId: workspace.id,
    id: newId(now),
    memberId: me.id,
    role: me.role,
    platform: place.platform,
    teamId: place.team,
    userId: place.user,
    leadsTo: addressOf(page, parts),
    secretHash: hashOf(secret),
    createdAt: asDate(now),
    expiresAt: asDate(now.add(LINK)),
  })
  return `${reach.url}/door#${secret}`
}

/** Where a page stands, from `/door/` on. */
export const addressOf = ({ path }: Pick<MemberPage, 'path'>, parts: Parts = {}): string =>
  `/door/${path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''))}`

/** What a card says of a link: the link, for whom it is and how long, and, where nobody said how the bot is reached, who can. */
export function throughDoor(
  { reach, locale, place }: Context,
  link: string,
  label: string,
): Required<Pick<Card, 'lines' | 'context' | 'showOnce'>> & Pick<Card, 'links'> {
  const words = say(locale)
  const local = reach.isPublic || place.platform === 'playground' ? [] : [words.notPublic]
  const shown = link.startsWith('https:') ? { links: [{ label, url: link }], lines: local } : { lines: [link, ...local] }
  return { ...shown, context: words.yours, showOnce: true }
}

/** The doors of this house. */
export function doorsOf(db: Database, now: () => Temporal.Instant): Doors {
  const visitBy = async (key: string) => {
    if (!SECRET.test(key)) return undefined
    const door = await db.door.findFirst({ where: { keyHash: hashOf(key), until: { gt: asDate(now()) } } })
    const visitor = door && (await visitorOf(db, door, now()))
    return visitor && { door, visitor }
  }
  return {
    open: async (secret, held) => {
      if (!SECRET.test(secret)) return undefined
      const at = now()
      const secretHash = hashOf(secret)
      const key = newSecret()
      const fresh = { secretHash, usedAt: null, expiresAt: { gt: asDate(at) } }
      const data = { usedAt: asDate(at), keyHash: hashOf(key), until: asDate(at.add(VISIT)) }
      const [door] = await db.door.updateManyAndReturn({ where: fresh, data })
      if (door) return (await visitorOf(db, door, now())) && { key, to: door.leadsTo, seconds: VISIT_SECONDS }
      const visit = held ? await visitBy(held) : undefined
      if (!held || visit?.door.secretHash !== secretHash) return undefined
      const left = Math.floor((visit.door.until!.getTime() - at.epochMilliseconds) / 1000)
      return { key: held, to: visit.door.leadsTo, seconds: left }
    },
    enter: async (key) => (await visitBy(key))?.visitor,
    leave: async (key) => {
      if (SECRET.test(key)) await db.door.updateMany({ where: { keyHash: hashOf(key) }, data: { until: asDate(now()) } })
    },
  }
}

interface Held {
  workspaceId: string
  memberId: string
  role: string
  platform: string
  teamId: string
  userId: string
}

/** Who came by this door, as they are now. Undefined once they have left, are let in no more, have another role, or their account is somebody else's. */
async function visitorOf(db: Database, door: Held, now: Temporal.Instant): Promise<Visitor | undefined> {
  const place = {
    platform: door.platform as Visitor['place']['platform'],
    team: door.teamId,
    user: door.userId,
    kind: 'direct',
  } as const
  const known = await lookUp(db, place, now)
  if (!known?.active || known.lastSeenAt.getTime() === 0) return undefined
  const { workspace, me } = known.caller
  if (workspace.id !== door.workspaceId || me.id !== door.memberId || me.role !== door.role) return undefined
  return { ...known.caller, place }
}
