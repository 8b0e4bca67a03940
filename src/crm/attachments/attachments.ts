import type { Context } from '../../bot/context.ts'
import { rows, sql } from '../../database/index.ts'
import type { Activity } from '../activities/activities.ts'
import { record } from '../audit/audit.ts'
import type { Customer } from '../customers/customers.ts'
import { readLink } from '../fields/kinds.ts'
import { asDate, newId } from '../ids.ts'
import { attachmentSeen, type Viewer } from '../visibility.ts'

/** A file or a link on a record. A file is kept by reference: it stays in the chat, or wherever it is. */
export interface Attachment {
  id: string
  kind: 'link' | 'file'
  name: string
  url: string
  createdAt: Date
  /** Who attached it. */
  memberName: string | null
}

const LONGEST_NAME = 200

/** The note that an attachment comes with: it is seen by whom the note is. */
export type Note = Pick<Activity, 'id' | 'memberId' | 'private'>

/** A file that was shared in the chat. */
type SharedFile = Pick<Attachment, 'name' | 'url'>

/** The record that a customer stands for. */
const recordOf = ({ companyId, contactId }: Pick<Customer, 'companyId' | 'contactId'>) =>
  contactId ? { noun: 'contact', recordId: contactId } : { noun: 'company', recordId: companyId ?? '' }

/** Writes down an attachment of a customer; one that leads to the same place already is given back. Only http and https lead anywhere: undefined for others. */
export async function attachTo(
  context: Context,
  customer: Pick<Customer, 'companyId' | 'contactId'>,
  given: { kind: Attachment['kind']; name?: string; url: string; isPrivate?: boolean },
  note?: Note,
): Promise<{ id: string; name: string; url: string; isNew: boolean } | undefined> {
  const { db, workspace, me, now } = context
  const url = readLink(given.url)
  if (!url) return undefined
  const { noun, recordId } = recordOf(customer)
  const createdById = note?.memberId ?? me.id
  const isPrivate = note?.private ?? given.isPrivate ?? false
  // What somebody has kept for themselves is no reason not to keep it for all.
  const open = isPrivate ? { OR: [{ private: false }, { createdById }] } : { private: false }
  const same = await db.attachment.findFirst({
    where: { workspaceId: workspace.id, noun, recordId, url, archivedAt: null, ...open },
  })
  if (same) return { id: same.id, name: same.name, url: same.url, isNew: false }
  const name = (given.name?.trim() || nameOf(url)).slice(0, LONGEST_NAME)
  const row = await db.attachment.create({
    data: {
      workspaceId: workspace.id,
      id: newId(now),
      noun,
      recordId,
      kind: given.kind,
      name,
      url,
      activityId: note?.id ?? null,
      private: isPrivate,
      createdById,
      createdAt: asDate(now),
    },
  })
  await record(context, { noun: 'attachment', id: row.id, before: null, after: row })
  return { id: row.id, name, url, isNew: true }
}

/** What a link without a label is called: the last part of its path, or where it leads. */
function nameOf(url: string): string {
  const { hostname, pathname } = new URL(url)
  const last = pathname.split('/').filter(Boolean).at(-1)
  try {
    return last && /\.\w{2,5}$/.test(last) ? decodeURIComponent(last) : hostname
  } catch {
    return hostname
  }
}

/** The newest attachments of a customer, and how many there are. */
export async function attachmentsOf(
  reader: Pick<Context, 'db'> & Viewer & { workspace: { id: string } },
  customer: Pick<Customer, 'companyId' | 'contactId'>,
  take: number,
  skip = 0,
): Promise<{ shown: Attachment[]; count: number }> {
  const { noun, recordId } = recordOf(customer)
  const { text, values } =
    sql`SELECT a.id::text, a.kind, a.name, a.url, a."createdAt", m.name AS "memberName", (count(*) OVER ())::int AS count FROM attachments a
      LEFT JOIN members m ON m."workspaceId" = a."workspaceId" AND m.id = a."createdById"
      WHERE a."workspaceId" = ${reader.workspace.id}::uuid AND a."recordId" = ${recordId}::uuid AND a.noun = ${noun} AND a."archivedAt" IS NULL${attachmentSeen(reader, 'a')}
      ORDER BY a."createdAt" DESC, a.id DESC LIMIT ${take}::int OFFSET ${skip}::int`
  const found = await rows<Attachment & { count: number }>(reader.db, text, values)
  return { shown: found, count: found[0]?.count ?? 0 }
}

/** Takes an attachment away; undefined when it is gone already. */
export async function detach(
  context: Context,
  id: string,
): Promise<{ noun: string; recordId: string; name: string } | undefined> {
  const { db, workspace, me, now } = context
  const before = await db.attachment.findFirst({ where: { workspaceId: workspace.id, id, archivedAt: null } })
  if (!before || (before.private && before.createdById !== me.id)) return undefined
  const after = await db.attachment.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id } },
    data: { archivedAt: asDate(now) },
  })
  await record(context, { noun: 'attachment', id, before, after })
  return before
}

/** Files that were shared in the chat with what was asked, as an input carries them. */
export function filesIn(typed: string | undefined): SharedFile[] {
  if (!typed) return []
  const found: unknown = JSON.parse(typed)
  if (!Array.isArray(found)) return []
  return found.filter((one): one is SharedFile => typeof one?.name === 'string' && typeof one?.url === 'string').slice(0, 10)
}

/** Keeps the files that were shared with a logged line on its customer; gives their names. */
export async function keepFiles(
  context: Context,
  customer: Pick<Customer, 'companyId' | 'contactId'>,
  typed: string | undefined,
  note: Note,
): Promise<string[]> {
  const names: string[] = []
  for (const file of filesIn(typed)) {
    const kept = await attachTo(context, customer, { kind: 'file', ...file }, note)
    if (kept) names.push(kept.name)
  }
  return names
}
