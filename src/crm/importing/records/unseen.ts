import { sql, verbatim } from '../../../database/index.ts'
import type { Writer } from '../../companies/companies.ts'
import { activitySeen, companySeen, contactSeen, dealSeen, taskSeen } from '../../visibility.ts'
import type { Draft } from './draft.ts'
import type { Noun, Run } from './run.ts'

const READS = {
  company: { table: 'companies', seen: companySeen },
  contact: { table: 'contacts', seen: contactSeen },
  deal: { table: 'deals', seen: dealSeen },
  activity: { table: 'activities', seen: activitySeen },
  task: { table: 'tasks', seen: taskSeen },
} as const
/** Of these some are private, whoever sees everything else. */
const MAY_BE_PRIVATE: readonly Noun[] = ['activity', 'task']

/**
 * Of standing records, those that the importer does not see, and so does not change. What this import itself made for others is not among them: a later
 * row speaks of it again, and a run that was stopped goes on with it.
 */
export async function unseenAmong(
  { db, workspace, me, requestId }: Writer,
  { sees }: Run,
  noun: Noun,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const unseen = new Set(ids)
  if (!ids.length || (sees === 'all' && !MAY_BE_PRIVATE.includes(noun))) return new Set()
  const { table, seen } = READS[noun]
  const found = await db.$queryRaw<{ id: string }[]>(
    sql`SELECT x.id::text FROM ${verbatim(table)} x WHERE x."workspaceId" = ${workspace.id}::uuid AND x.id = ANY(${[...unseen]}::uuid[])${seen({ me, sees }, 'x')}`,
  )
  for (const { id } of found) unseen.delete(id)
  if (!unseen.size) return unseen
  const own = { workspaceId: workspace.id, requestId, entityId: { in: [...unseen] } }
  for (const { entityId } of await db.change.findMany({ where: own, select: { entityId: true } })) unseen.delete(entityId)
  return unseen
}

/** Where a key is that of several, those that the importer sees are meant, if there are any. */
export function seenFirst(drafts: Draft[]): Draft[] {
  const seen = drafts.filter(({ isUnseen }) => !isUnseen)
  return seen.length ? seen : drafts.slice(0, 1)
}
