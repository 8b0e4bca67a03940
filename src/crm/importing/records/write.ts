import { insert } from '../../../database/index.ts'
import { record } from '../../audit/audit.ts'
import type { Writer } from '../../companies/companies.ts'
import { type Draft, isChanged, isNew } from './draft.ts'
import type { Kind } from './run.ts'

const TABLES = { company: 'companies', contact: 'contacts' } as const
/** The columns that an import may change. */
const CHANGED = {
  company:
    'name searchName nameTokens nameRules domains emails phones industry country city address employees revenue founded parentId ownerId source externalId updatedAt',
  contact: 'name searchName nameTokens nameRules companyId title emails phones ownerId source externalId updatedAt',
} as const

/** Writes what is new and what has changed, each with its audit row: a few statements, however many rows there are. */
export async function write(writer: Writer, kind: Kind, drafts: Iterable<Draft>): Promise<void> {
  const changed: Draft[] = []
  for (const draft of drafts) {
    if (isNew(draft)) await insert(writer.db, TABLES[kind], draft.after)
    else if (isChanged(draft)) changed.push(draft)
    else continue
    await record(writer, { noun: kind, id: draft.id, before: draft.before, after: draft.after })
  }
  await update(
    writer,
    kind,
    changed.map(({ after }) => after),
  )
}

/** Puts whole rows in the place of those that stand. */
export async function update({ db, workspace }: Pick<Writer, 'db' | 'workspace'>, kind: Kind, rows: object[]): Promise<void> {
  if (!rows.length) return
  const set = CHANGED[kind].split(' ').map((name) => `"${name}" = r."${name}"`)
  await db.$executeRawUnsafe(
    `UPDATE ${TABLES[kind]} t SET ${set.join(', ')} FROM jsonb_populate_recordset(NULL::${TABLES[kind]}, $2::jsonb) r
      WHERE t."workspaceId" = $1::uuid AND t.id = r.id`,
    workspace.id,
    JSON.stringify(rows),
  )
}
