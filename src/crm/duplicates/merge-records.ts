import type { Context } from '../../bot/context.ts'
import { record } from '../audit/audit.ts'
import { type Moved, moveAll } from '../audit/moved.ts'
import { type Company, changeCompany } from '../companies/companies.ts'
import { type Contact, changeContact } from '../contacts/contacts.ts'
import type { Row } from '../fields/fields.ts'
import { asDate } from '../ids.ts'
import { refreshMany } from '../messages/messages.ts'
import type { Kind } from './records.ts'

/** Locks the two records, in one order whoever asks, so that two merges of them come one after the other. */
export async function lockBoth(
  { db, workspace }: Pick<Context, 'db' | 'workspace'>,
  kind: Kind,
  ids: readonly [string, string],
): Promise<void> {
  const table = kind === 'company' ? 'companies' : 'contacts'
  await db.$queryRawUnsafe(
    `SELECT id::text FROM ${table} WHERE "workspaceId" = $1::uuid AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    workspace.id,
    ids,
  )
}

/** Makes one of two: `change` is what the winner says from now on. All that hung on the loser hangs on the winner; the loser leads there. */
export async function mergeRecords(
  context: Context,
  kind: Kind,
  { winner, loser, change }: { winner: Company | Contact; loser: Company | Contact; change: Row },
): Promise<Moved[]> {
  const { db, workspace, now } = context
  const merge = { kind, winnerId: winner.id, loserId: loser.id }
  const moved = await moveAll(context, merge)
  // First: an undo goes the other way, and gives rows back only to a record that stands again.
  await record(context, {
    noun: 'merge',
    id: winner.id,
    before: null,
    after: { ...merge, winner: winner.name, loser: loser.name, moved },
  })
  const key = { workspaceId_id: { workspaceId: workspace.id, id: loser.id } }
  const gone = { archivedAt: asDate(now), mergedIntoId: winner.id, updatedAt: asDate(now) }
  const after =
    kind === 'company' ? await db.company.update({ where: key, data: gone }) : await db.contact.update({ where: key, data: gone })
  await record(context, { noun: kind, id: loser.id, before: loser, after })
  if (Object.keys(change).length)
    await (kind === 'company'
      ? changeCompany(context, winner as Company, change)
      : changeContact(context, winner as Contact, change))
  const tasks = moved.find(({ table }) => table === 'tasks')
  if (tasks) await refreshMany(context, tasks.ids)
  return moved
}
