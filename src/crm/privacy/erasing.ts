import type { Temporal } from 'temporal-polyfill'
import type { Adapter } from '../../bot/house.ts'
import type { Transaction } from '../../database/index.ts'
import { asDate } from '../ids.ts'
import { contactFoundBy, dealFoundBy } from '../names.ts'
import { eraseFiles } from './files.ts'
import { tracesOfContact, tracesOfMember } from './person.ts'
import { strikeClose, strikeEverywhere, strikeShown } from './strike.ts'
import { quoted, type Table, workspaceTables } from './tables.ts'
import { ERASED, type Traces } from './traces.ts'

export interface Erasing {
  db: Transaction
  workspaceId: string
  now: Temporal.Instant
  /** What is kept outside the database. */
  elsewhere?: readonly Forget[]
}

/** Takes somebody out of what a platform keeps by itself of messages. */
export type Forget = NonNullable<Adapter['forget']>

/** What of a record stays: that there was one, with whom, and since when. Everything else is taken out of it, whatever columns there will be. */
const STAYS = ['workspaceId', 'id', 'companyId', 'ownerId', 'createdById', 'createdAt', 'updatedAt', 'archivedAt']
/** Rows that belong to a record by one of these columns go with it; what hangs on them by a trigger goes by itself. */
const BELONGS = ['recordId', 'fromId', 'toId', 'oneId', 'otherId']
const KEEPS_BELONGING = ['custom_values', 'erasures', 'changes']

/**
 * Takes a contact out of every table: the record is left empty, as that of whom activities and tasks name; what was changed of it is forgotten, so that no
 * undo brings it back; in every other text their name, addresses and numbers are struck. False when there is no such contact.
 */
export async function eraseContact(erasing: Erasing, id: string): Promise<boolean> {
  const { db, workspaceId } = erasing
  // Who was merged into them is the same person; first, so that what both had is nobody else's by then.
  const merged = await db.contact.findMany({ where: { workspaceId, mergedIntoId: id }, select: { id: true } })
  for (const one of merged) await eraseContact(erasing, one.id)
  const traces = await tracesOfContact(erasing, id)
  if (!traces) return false
  await eraseFiles(erasing, traces.own, await importsOf(erasing, id))
  const tables = await workspaceTables(db)
  const named = (name: string) => tables.find((one) => one.name === name)
  await emptied(erasing, named('contacts')!, id, { name: ERASED, ...contactFoundBy(ERASED), archivedAt: asDate(erasing.now) })
  await forgotten(erasing, tables, id)
  const isWith = '"contactId" = $2::uuid OR "otherContactIds" @> ARRAY[$2::uuid]'
  await strikeClose(erasing, named('activities'), ['note', 'outcome', 'sourceUrl'], isWith, [id], traces.all)
  const isAbout = `"contactId" = $2::uuid OR "activityId" IN (SELECT a.id FROM activities a WHERE a."workspaceId" = $1::uuid AND (${isWith}))`
  await strikeClose(erasing, named('tasks'), ['what'], isAbout, [id], traces.all)
  await strikeClose(erasing, named('deals'), ['name', 'lostReason', 'product'], '"contactId" = $2::uuid', [id], traces.all)
  const ofThese = `"entityId" IN (SELECT id FROM activities WHERE "workspaceId" = $1::uuid AND (${isWith}) UNION ALL SELECT id FROM tasks WHERE "workspaceId" = $1::uuid AND (${isAbout})
    UNION ALL SELECT id FROM deals WHERE "workspaceId" = $1::uuid AND "contactId" = $2::uuid)`
  await strikeClose(erasing, named('changes'), ['before', 'after'], ofThese, [id], traces.all)
  await strikeEverywhere(erasing, tables, traces.own, id)
  await dealsFoundAnew(erasing)
  await struckElsewhere(erasing, traces.own, id)
  await shownAnew(erasing, isAbout, id)
  return true
}

/** Takes the person out of the record of a member who left; what they did stays, by somebody without a name. Their private notes go. */
export async function eraseMember(erasing: Erasing, id: string): Promise<boolean> {
  const { db, workspaceId } = erasing
  const traces = await tracesOfMember(erasing, id)
  if (!traces) return false
  const tables = await workspaceTables(db)
  const where = { workspaceId, memberId: id }
  await db.identity.deleteMany({ where })
  await db.calendar.deleteMany({ where })
  await db.door.deleteMany({ where })
  await db.linkCode.deleteMany({ where })
  await db.shownList.deleteMany({ where })
  await db.message.deleteMany({ where })
  await db.member.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: {
      name: ERASED,
      quietFrom: null,
      quietUntil: null,
      digestDay: null,
      managerId: null,
      awayFrom: null,
      awayUntil: null,
      awayToId: null,
      active: false,
    },
  })
  await db.$executeRaw`UPDATE activities SET note = NULL WHERE "workspaceId" = ${workspaceId}::uuid AND "memberId" = ${id}::uuid AND private`
  await db.$executeRaw`UPDATE tasks SET what = ${ERASED} WHERE "workspaceId" = ${workspaceId}::uuid AND "ownerId" = ${id}::uuid AND private`
  await db.$executeRaw`DELETE FROM changes WHERE "workspaceId" = ${workspaceId}::uuid AND noun = 'member' AND "entityId" = ${id}::uuid`
  await db.$executeRaw`DELETE FROM changes c USING activities a WHERE c."workspaceId" = ${workspaceId}::uuid AND a."workspaceId" = c."workspaceId"
    AND a.id = c."entityId" AND a.private AND a."memberId" = ${id}::uuid`
  await db.$executeRaw`DELETE FROM changes c USING tasks t WHERE c."workspaceId" = ${workspaceId}::uuid AND t."workspaceId" = c."workspaceId"
    AND t.id = c."entityId" AND t.private AND t."ownerId" = ${id}::uuid`
  await eraseFiles(erasing, traces.own, [])
  await strikeEverywhere(erasing, tables, traces.own, id)
  await dealsFoundAnew(erasing)
  await struckElsewhere(erasing, traces.own, id)
  return true
}

/** The imports that wrote a record. */
async function importsOf({ db, workspaceId }: Erasing, id: string): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT i.id FROM changes c JOIN imports i ON i."workspaceId" = c."workspaceId" AND i.id = c."requestId"
    WHERE c."workspaceId" = ${workspaceId}::uuid AND c.noun = 'contact' AND c."entityId" = ${id}::uuid`
  return found.map((one) => one.id)
}

async function struckElsewhere({ elsewhere = [] }: Erasing, traces: Traces, id: string): Promise<void> {
  for (const forget of elsewhere) await forget(strikeShown(traces, id))
}

/** Empties every column of a row but those that stay. */
async function emptied(
  { db, workspaceId, now }: Erasing,
  { name, all }: Table,
  id: string,
  set: Record<string, unknown>,
): Promise<void> {
  const bare = all.filter((one) => !STAYS.includes(one.name) && !(one.name in set))
  const values: Record<string, unknown> = { ...set, updatedAt: asDate(now) }
  const sets = [
    ...bare.map((one) => `${quoted(one.name)} = ${one.udt.startsWith('_') ? `'{}'` : one.nullable ? 'NULL' : 'DEFAULT'}`),
    ...Object.keys(values).map(
      (column, at) => `${quoted(column)} = $${at + 3}${casts(all.find((one) => one.name === column)?.udt)}`,
    ),
  ]
  await db.$executeRawUnsafe(
    `UPDATE ${quoted(name)} SET ${sets.join(', ')} WHERE "workspaceId" = $1::uuid AND id = $2::uuid`,
    ...[workspaceId, id, ...Object.values(values)],
  )
}

const casts = (udt = 'text') => (udt.startsWith('_') ? `::${udt.slice(1)}[]` : `::${udt}`)

/** What belonged to the record, and what was written down of its changes, is gone: what is not there, nobody can take back. */
async function forgotten({ db, workspaceId }: Erasing, tables: readonly Table[], id: string): Promise<void> {
  for (const { name, all } of tables) {
    const by = all.filter((one) => BELONGS.includes(one.name) && one.udt === 'uuid').map((one) => quoted(one.name))
    if (!by.length || KEEPS_BELONGING.includes(name)) continue
    const holds = by.map((column) => `${column} = $2::uuid`).join(' OR ')
    if (all.some((one) => one.name === 'id'))
      await db.$executeRawUnsafe(
        `DELETE FROM changes WHERE "workspaceId" = $1::uuid AND "entityId"::text IN (SELECT id::text FROM ${quoted(name)} WHERE "workspaceId" = $1::uuid AND (${holds}))`,
        workspaceId,
        id,
      )
    await db.$executeRawUnsafe(`DELETE FROM ${quoted(name)} WHERE "workspaceId" = $1::uuid AND (${holds})`, workspaceId, id)
  }
  await db.$executeRaw`DELETE FROM changes WHERE "workspaceId" = ${workspaceId}::uuid AND "entityId" = ${id}::uuid AND noun <> 'event'`
  await db.$executeRaw`DELETE FROM changes WHERE "workspaceId" = ${workspaceId}::uuid AND noun = 'merge' AND ${id} IN (after->>'winnerId', after->>'loserId')`
}

/** A deal that was called by them is found by what is left of its name. */
async function dealsFoundAnew({ db, workspaceId }: Erasing): Promise<void> {
  const struck = await db.deal.findMany({
    where: { workspaceId, name: { contains: ERASED } },
    select: { id: true, name: true },
  })
  for (const { id, name } of struck)
    await db.deal.update({ where: { workspaceId_id: { workspaceId, id } }, data: dealFoundBy(name) })
}

/** What was sent about their tasks is made true again where it stands. */
async function shownAnew({ db, workspaceId, now }: Erasing, isAbout: string, id: string): Promise<void> {
  await db.$executeRawUnsafe(
    `UPDATE messages SET "refreshAt" = $3, "refreshTries" = 0 WHERE "workspaceId" = $1::uuid AND "sentAt" IS NOT NULL AND "gaveUpAt" IS NULL
       AND about IN (SELECT id FROM tasks WHERE "workspaceId" = $1::uuid AND (${isAbout}))`,
    ...[workspaceId, id, asDate(now)],
  )
}
