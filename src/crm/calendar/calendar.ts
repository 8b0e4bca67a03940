import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../../bot/context.ts'
import type { Transaction } from '../../database/index.ts'
import { record } from '../audit/audit.ts'
import { asDate } from '../ids.ts'

/** 32 random bytes, as the address holds them. */
const SECRET = /^[\w-]{43}$/
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

const keyOf = ({ workspace, me }: Pick<Context, 'workspace' | 'me'>) => ({
  workspaceId_memberId: { workspaceId: workspace.id, memberId: me.id },
})

/** When my address was made; undefined when I have none. */
export async function addressSince({ db, workspace, me }: Context): Promise<Date | undefined> {
  return (await db.calendar.findUnique({ where: keyOf({ workspace, me }) }))?.createdAt
}

/** Makes a new address; the one before shows nothing any more. Given once: only its hash is kept. */
export async function newAddress(context: Context): Promise<string> {
  const { db, workspace, me, now, reach } = context
  const before = await addressSince(context)
  const secret = randomBytes(32).toString('base64url')
  const createdAt = asDate(now)
  const secretHash = hashOf(secret)
  await db.calendar.upsert({
    where: keyOf(context),
    create: { workspaceId: workspace.id, memberId: me.id, secretHash, createdAt },
    update: { secretHash, createdAt },
  })
  await recordAddress(context, before, createdAt)
  return `${reach.url}/calendar/${secret}.ics`
}

/** Ends my address; false when I had none. */
export async function endAddress(context: Context): Promise<boolean> {
  const before = await addressSince(context)
  if (!before) return false
  await context.db.calendar.delete({ where: keyOf(context) })
  await recordAddress(context, before, undefined)
  return true
}

// Of the secret not even the hash is written down, and an address that was revoked does not come back by an undo.
const recordAddress = (context: Context, before: Date | undefined, after: Date | undefined) =>
  record(
    { ...context, operation: 'settings calendar' },
    {
      noun: 'member',
      id: context.me.id,
      before: { calendarSince: before ?? null },
      after: { calendarSince: after ?? null },
    },
  )

/** Whose calendar an address shows. Looked up by its hash: how long that takes tells nothing of the secret. */
export async function ownerOf(db: Transaction, secret: string): Promise<{ workspaceId: string; memberId: string } | undefined> {
  if (!SECRET.test(secret)) return undefined
  const found = await db.calendar.findFirst({ where: { secretHash: hashOf(secret), member: { active: true } } })
  return found ?? undefined
}
