import type { Temporal } from 'temporal-polyfill'
import { rows, type Transaction } from '../../database/index.ts'
import { BOM, csvLine } from '../csv.ts'
import type { Noun, Snapshot } from './audit.ts'
import { changedColumns, only } from './overtaken.ts'
import { idFrom } from './requests.ts'

/** What of the audit is wanted; left out: all of it. */
export interface Filter {
  since?: Temporal.Instant
  until?: Temporal.Instant
  memberId?: string
  noun?: string
}

export const FORMATS = ['csv', 'jsonl'] as const
export type Format = (typeof FORMATS)[number]

/** A change with the names that stood for its ids when it was exported. */
interface Exported {
  id: string
  at: Date
  member: string | null
  memberId: string | null
  operation: string
  noun: Noun
  entityId: string
  name: string | null
  company: string | null
  contact: string | null
  source: string | null
  teamId: string | null
  channel: string | null
  requestId: string
  undoneAt: Date | null
  before: Snapshot | null
  after: Snapshot | null
}

interface Reading {
  db: Transaction
  workspaceId: string
  /** Whose private notes may be read in full: their own. Nobody, at the terminal. */
  viewerId: string | null
}

/** Rows in one statement: no more are held at once, however many there are. */
const BATCH = 500

const PRIVATE = `(c.noun IN ('activity', 'task', 'attachment') AND (a.private OR t.private OR f.private OR c.after->>'private' = 'true' OR c.before->>'private' = 'true')
  AND c."memberId" IS DISTINCT FROM $6::uuid)`

const TEXT = `SELECT c.id::text, c.at, m.name AS member, c."memberId"::text, c.operation, c.noun, c."entityId"::text,
    CASE WHEN NOT ${PRIVATE} THEN coalesce(c.after->>'name', c.before->>'name', c.after->>'what', c.before->>'what') END AS name,
    co.name AS company, p.name AS contact, c.source, c."teamId", c.channel, c."requestId", c."undoneAt",
    CASE WHEN NOT ${PRIVATE} THEN c.before END AS before, CASE WHEN NOT ${PRIVATE} THEN c.after END AS after
  FROM changes c
  LEFT JOIN members m ON m."workspaceId" = c."workspaceId" AND m.id = c."memberId"
  LEFT JOIN companies co ON co."workspaceId" = c."workspaceId" AND co.id = c."companyId"
  LEFT JOIN contacts p ON p."workspaceId" = c."workspaceId" AND p.id = c."contactId"
  LEFT JOIN activities a ON c.noun = 'activity' AND a."workspaceId" = c."workspaceId" AND a.id = c."entityId"
  LEFT JOIN tasks t ON c.noun = 'task' AND t."workspaceId" = c."workspaceId" AND t.id = c."entityId"
  LEFT JOIN attachments f ON c.noun = 'attachment' AND f."workspaceId" = c."workspaceId" AND f.id = c."entityId"
  WHERE c."workspaceId" = $1::uuid AND c.id > $2::uuid AND ($3::uuid IS NULL OR c.id < $3::uuid)
    AND ($4::uuid IS NULL OR c."memberId" = $4::uuid) AND ($5::text IS NULL OR c.noun = $5)
  ORDER BY c.id LIMIT ${BATCH}`

const FIRST = '00000000-0000-0000-0000-000000000000'

/** The audit, oldest first, as it is read: in batches, each after the last, so that it may be as long as it is. What is private has no details. */
async function* changesIn({ db, workspaceId, viewerId }: Reading, filter: Filter): AsyncGenerator<Exported[]> {
  const until = filter.until ? idFrom(filter.until) : null
  let after = filter.since ? idFrom(filter.since) : FIRST
  for (;;) {
    const found = await rows<Exported>(db, TEXT, [
      workspaceId,
      after,
      until,
      filter.memberId ?? null,
      filter.noun ?? null,
      viewerId,
    ])
    if (found.length) yield found
    if (found.length < BATCH) return
    after = found.at(-1)!.id
  }
}

/** The audit as a file: of CSV a line for each field that was changed, of JSON Lines one for each change. */
export async function* auditFile(reading: Reading, filter: Filter, format: Format): AsyncGenerator<Buffer> {
  if (format === 'csv') yield Buffer.from(BOM + csvLine(HEADER))
  for await (const found of changesIn(reading, filter)) {
    const lines = format === 'csv' ? found.flatMap(asLines) : found.map((one) => `${JSON.stringify(one)}\n`)
    yield Buffer.from(lines.join(''))
  }
}

const HEADER = [
  'at',
  'who',
  'operation',
  'kind',
  'record',
  'company',
  'contact',
  'field',
  'before',
  'after',
  'source',
  'team',
  'channel',
  'taken back at',
  'request',
  'record id',
  'change id',
]

function asLines(one: Exported): string[] {
  const columns = one.before || one.after ? changedColumns(one.before ?? {}, one.after ?? {}) : []
  const values = (row: Snapshot | null, column: string) => asText(row ? only(row, [column])[column] : null)
  const line = (field: string, before: string, after: string) =>
    csvLine([
      one.at.toISOString(),
      one.member ?? one.memberId ?? '',
      one.operation,
      one.noun,
      one.name ?? '',
      one.company ?? '',
      one.contact ?? '',
      field,
      before,
      after,
      one.source ?? '',
      one.teamId ?? '',
      one.channel ?? '',
      one.undoneAt?.toISOString() ?? '',
      one.requestId,
      one.entityId,
      one.id,
    ])
  const told = columns.filter((column) => !(one.before === null && isNothing(one.after?.[column])) && !UNSAID.has(column))
  return told.length
    ? told.map((column) => line(column, values(one.before, column), values(one.after, column)))
    : [line('', '', '')]
}

/** What every row has, and says nothing of what was done. */
const UNSAID = new Set(['id', 'workspaceId', 'createdAt'])
const isNothing = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)
const asText = (value: unknown): string => (isNothing(value) ? '' : typeof value === 'string' ? value : JSON.stringify(value))
