import { rows, type Sql, sql } from '../../database/index.ts'
import { tracesOfContact } from '../privacy/person.ts'
import { wideFor } from '../privacy/traces.ts'
import { activitySeen, attachmentSeen, companySeen, contactSeen, dealSeen, taskSeen } from '../visibility.ts'
import type { Reader } from './wish.ts'

type Row = Record<string, unknown>

/** All that is held about a person, by what it is. */
export interface Held {
  record: Row
  changes: Row[]
  activities: Row[]
  tasks: Row[]
  deals: Row[]
  /** Texts that name them and are about somebody else. */
  mentions: Row[]
  relations: Row[]
  attachments: Row[]
  messages: Row[]
  imports: Row[]
}

const OURS = sql`ARRAY['workspaceId', 'searchName', 'nameTokens', 'nameRules', 'words']`

/** Gathers what is held about a contact whom the reader sees. Undefined when there is none. */
export async function heldAbout(reader: Reader, id: string): Promise<Held | undefined> {
  const { db, workspace } = reader
  const ask = async (statement: Sql) => (await rows<{ row: Row }>(db, statement.text, statement.values)).map(({ row }) => row)
  const here = sql`x."workspaceId" = ${workspace.id}::uuid`
  const [record] =
    await ask(sql`SELECT to_jsonb(x) - ${OURS} || jsonb_build_object('companyName', (SELECT c.name FROM companies c WHERE c."workspaceId" = x."workspaceId" AND c.id = x."companyId"${companySeen(reader, 'c')}),
      'ownerName', (SELECT m.name FROM members m WHERE m."workspaceId" = x."workspaceId" AND m.id = x."ownerId"),
      'fields', (SELECT jsonb_object_agg(f.label, v.value) FROM jsonb_each(x.custom) v JOIN custom_fields f ON f."workspaceId" = x."workspaceId" AND f.id::text = v.key)) AS row
    FROM contacts x WHERE ${here} AND x.id = ${id}::uuid${contactSeen(reader, 'x')}`)
  if (!record) return undefined
  const isWith = sql`(x."contactId" = ${id}::uuid OR x."otherContactIds" @> ARRAY[${id}::uuid])`
  const by = sql`jsonb_build_object('by', (SELECT m.name FROM members m WHERE m."workspaceId" = x."workspaceId" AND m.id = x."memberId"))`
  const pattern = wideFor(
    (await tracesOfContact({ db, workspaceId: workspace.id }, id))?.own ?? { names: [], emails: [], phones: [] },
  )
  const [changes, activities, tasks, deals, relations, attachments, messages, imports, mentions] = await Promise.all([
    ask(
      sql`SELECT to_jsonb(x) - ARRAY['workspaceId'] || ${by} AS row FROM changes x WHERE ${here} AND x."entityId" = ${id}::uuid ORDER BY x.id`,
    ),
    ask(
      sql`SELECT to_jsonb(x) - ${OURS} || ${by} AS row FROM activities x WHERE ${here} AND ${isWith}${activitySeen(reader, 'x')} ORDER BY x."occurredAt"`,
    ),
    ask(
      sql`SELECT to_jsonb(x) - ${OURS} AS row FROM tasks x WHERE ${here} AND x."contactId" = ${id}::uuid${taskSeen(reader, 'x')} ORDER BY x.id`,
    ),
    ask(
      sql`SELECT to_jsonb(x) - ${OURS} AS row FROM deals x WHERE ${here} AND x."contactId" = ${id}::uuid${dealSeen(reader, 'x')} ORDER BY x.id`,
    ),
    ask(sql`SELECT to_jsonb(x) - ARRAY['workspaceId'] || jsonb_build_object('from', (SELECT name FROM contacts c WHERE c."workspaceId" = x."workspaceId" AND c.id = x."fromId"${contactSeen(reader, 'c')}),
      'to', (SELECT name FROM contacts c WHERE c."workspaceId" = x."workspaceId" AND c.id = x."toId"${contactSeen(reader, 'c')})) AS row FROM relations x WHERE ${here} AND (x."fromId" = ${id}::uuid OR x."toId" = ${id}::uuid)`),
    ask(
      sql`SELECT to_jsonb(x) - ARRAY['workspaceId'] AS row FROM attachments x WHERE ${here} AND x."recordId" = ${id}::uuid${attachmentSeen(reader, 'x')} ORDER BY x."createdAt"`,
    ),
    ask(sql`SELECT jsonb_build_object('id', x.id, 'kind', x.kind, 'sentAt', x."sentAt", 'shown', x.shown) AS row FROM messages x
      WHERE ${here} AND x.about IN (SELECT t.id FROM tasks t WHERE t."workspaceId" = x."workspaceId" AND t."contactId" = ${id}::uuid${taskSeen(reader, 't')}) ORDER BY x.id`),
    ask(sql`SELECT jsonb_build_object('id', x.id, 'file', x.file, 'startedAt', x."startedAt") AS row FROM imports x
      WHERE ${here} AND x.id IN (SELECT c."requestId" FROM changes c WHERE c."workspaceId" = x."workspaceId" AND c."entityId" = ${id}::uuid)`),
    pattern ? ask(mentioned(reader, id, pattern)) : Promise.resolve([]),
  ])
  return { record, changes, activities, tasks, deals, mentions, relations, attachments, messages, imports }
}

/** Notes, deals and tasks about others in which they are named. */
const mentioned = (reader: Reader, id: string, pattern: string): Sql => sql`
  SELECT jsonb_build_object('activity', x.id, 'at', x."occurredAt", 'text', x.note) AS row FROM activities x
  WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x."archivedAt" IS NULL AND x.note ~ ${pattern} AND x."contactId" IS DISTINCT FROM ${id}::uuid
    AND NOT x."otherContactIds" @> ARRAY[${id}::uuid]${activitySeen(reader, 'x')}
  UNION ALL SELECT jsonb_build_object('deal', x.id, 'at', x."createdAt", 'text', concat_ws(' · ', x.name, x."lostReason")) FROM deals x
  WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x."archivedAt" IS NULL AND concat_ws(' · ', x.name, x."lostReason") ~ ${pattern}
    AND x."contactId" IS DISTINCT FROM ${id}::uuid${dealSeen(reader, 'x')}
  UNION ALL SELECT jsonb_build_object('task', x.id, 'at', x."createdAt", 'text', x.what) FROM tasks x
  WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x."archivedAt" IS NULL AND x.what ~ ${pattern} AND x."contactId" IS DISTINCT FROM ${id}::uuid${taskSeen(reader, 'x')}`
