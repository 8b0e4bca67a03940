import type { Context } from '../../bot/context.ts'
import { linksIn } from '../../understanding/index.ts'
import type { Activity } from '../activities/activities.ts'
import { record } from '../audit/audit.ts'
import { readLink } from '../fields/kinds.ts'
import { attachTo, detach } from './attachments.ts'

type Noted = Pick<Activity, 'id' | 'memberId' | 'private' | 'companyId' | 'contactId' | 'note'>

/** Keeps the links that a note names on its customer; gives what they are called. */
export async function keepLinks(context: Context, note: Noted, links = linksIn(note.note)): Promise<string[]> {
  const names: string[] = []
  for (const url of links) {
    const kept = await attachTo(context, note, { kind: 'link', url }, note)
    if (kept) names.push(kept.name)
  }
  return names
}

/** After a note was changed: what came with it goes to its customer, is seen by whom it is, and its links are those that it names now. */
export async function followNote(context: Context, before: Noted, after: Noted): Promise<void> {
  const { db, workspace } = context
  const kept = await db.attachment.findMany({ where: { workspaceId: workspace.id, activityId: after.id, archivedAt: null } })
  const then = linksIn(before.note)
  const now = linksIn(after.note)
  const urls = now.map(readLink)
  const [noun, recordId] = after.contactId ? ['contact', after.contactId] : ['company', after.companyId ?? '']
  for (const one of kept) {
    const change = { noun, recordId, private: after.private }
    if (one.kind === 'link' && !urls.includes(one.url)) await detach(context, one.id)
    else if (one.noun !== noun || one.recordId !== recordId || one.private !== after.private) {
      const where = { workspaceId_id: { workspaceId: workspace.id, id: one.id } }
      const moved = await db.attachment.update({ where, data: change })
      await record(context, { noun: 'attachment', id: one.id, before: one, after: moved })
    }
  }
  await keepLinks(
    context,
    after,
    now.filter((url) => !then.includes(url)),
  )
}
