import type { Writer } from '../../companies/companies.ts'
import { companiesSeen, contactsSeen } from '../../visibility.ts'
import type { Draft } from './draft.ts'
import type { Kind, Run } from './run.ts'

/**
 * Of standing records, those that the importer does not see, and so does not change. What this import itself made for others is not among them: a later
 * row speaks of it again, and a run that was stopped goes on with it.
 */
export async function unseenAmong(
  { db, workspace, me, requestId }: Writer,
  { sees }: Run,
  kind: Kind,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sees === 'all' || !ids.length) return new Set()
  const viewer = { me, sees }
  const among = { workspaceId: workspace.id, id: { in: [...ids] } }
  const seen = await (kind === 'company'
    ? db.company.findMany({ where: { ...among, AND: companiesSeen(viewer) }, select: { id: true } })
    : db.contact.findMany({ where: { ...among, AND: contactsSeen(viewer) }, select: { id: true } }))
  const unseen = new Set(ids)
  for (const { id } of seen) unseen.delete(id)
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
