import type { Context } from '../../bot/context.ts'
import { type Sql, sql } from '../../database/index.ts'
import { activitySeen, attachmentSeen, companySeen, contactSeen, taskSeen } from '../visibility.ts'
import type { Kept } from './audit.ts'
import type { Span } from './history-asked.ts'
import { idFrom } from './requests.ts'

/** A change with where it was asked for. */
export interface Entry extends Kept {
  source: string | null
  teamId: string | null
  channel: string | null
}

/** Whose changes, about whom, and when. */
export interface Wanted extends Span {
  companyId?: string | null
  contactId?: string | null
  memberId?: string
  /** Only what is older than this change. */
  before?: string
}

/**
 * Changes, newest first, as far as whoever asks sees their records as they are now. Found by the index of a customer, of a member, or by all ids;
 * the page goes on where the last one ended, however many came meanwhile.
 */
export function entriesOf(context: Context, wanted: Wanted, take: number): Promise<Entry[]> {
  const { db } = context
  return db.$queryRaw<Entry[]>`
    SELECT c.id::text, c."requestId", c."memberId"::text, c.operation, c.noun, c."entityId"::text, c.before, c.after, c.at, c."undoneAt",
      c.undoes::text, c.source, c."teamId", c.channel
    FROM (${found(context, wanted, take)}) c ORDER BY c.id DESC LIMIT ${take}`
}

const BY_COLUMN = {
  companyId: sql`c."companyId"`,
  contactId: sql`c."contactId"`,
  fromCompanyId: sql`c."fromCompanyId"`,
  fromContactId: sql`c."fromContactId"`,
}

function found(context: Context, wanted: Wanted, take: number): Sql {
  const { contactId, companyId } = wanted
  const of = (column: Sql, id: string) => part(context, wanted, sql` AND ${column} = ${id}::uuid`, take)
  if (contactId) return sql`(${of(BY_COLUMN.contactId, contactId)}) UNION (${of(BY_COLUMN.fromContactId, contactId)})`
  if (companyId) return sql`(${of(BY_COLUMN.companyId, companyId)}) UNION (${of(BY_COLUMN.fromCompanyId, companyId)})`
  // By the member's index no import is found: it stands as one line of its own, not as each of its thousands.
  return part(context, wanted, sql` AND c.source IS DISTINCT FROM 'import'`, take)
}

const NONE = sql``

function part(context: Context, { memberId, since, until, before }: Wanted, which: Sql, take: number): Sql {
  const { workspace, me } = context
  return sql`SELECT c.* FROM changes c
    LEFT JOIN activities a ON c.noun = 'activity' AND a."workspaceId" = c."workspaceId" AND a.id = c."entityId"
    LEFT JOIN tasks t ON c.noun = 'task' AND t."workspaceId" = c."workspaceId" AND t.id = c."entityId"
    LEFT JOIN attachments f ON c.noun = 'attachment' AND f."workspaceId" = c."workspaceId" AND f.id = c."entityId"
    LEFT JOIN companies co ON c.noun = 'company' AND co."workspaceId" = c."workspaceId" AND co.id = c."entityId"
    LEFT JOIN contacts p ON c.noun = 'contact' AND p."workspaceId" = c."workspaceId" AND p.id = c."entityId"
    WHERE c."workspaceId" = ${workspace.id}::uuid${which}
      ${memberId ? sql` AND c."memberId" = ${memberId}::uuid` : NONE}
      ${since ? sql` AND c.id >= ${idFrom(since)}::uuid` : NONE}
      ${until ? sql` AND c.id < ${idFrom(until)}::uuid` : NONE}
      ${before ? sql` AND c.id < ${before}::uuid` : NONE}
      AND (CASE c.noun WHEN 'activity' THEN a.id IS NOT NULL${activitySeen(context, 'a')} WHEN 'task' THEN t.id IS NOT NULL${taskSeen(context, 't')}
        WHEN 'attachment' THEN f.id IS NOT NULL${attachmentSeen(context, 'f')}
        WHEN 'company' THEN co.id IS NOT NULL${companySeen(context, 'co')} WHEN 'contact' THEN p.id IS NOT NULL${contactSeen(context, 'p')} ELSE TRUE END)
      AND (c."memberId" = ${me.id}::uuid OR c.noun NOT IN ('activity', 'task', 'attachment')
        OR (c.after->>'private' IS DISTINCT FROM 'true' AND c.before->>'private' IS DISTINCT FROM 'true'))
    ORDER BY c.id DESC LIMIT ${take}`
}
