import { insert } from '../../../database/index.ts'
import { record } from '../../audit/audit.ts'
import { COMPANY_FIELDS, type Writer } from '../../companies/companies.ts'
import { CONTACT_FIELDS } from '../../contacts/contacts.ts'
import { emptyColumns } from '../../fields/fields.ts'
import { type Draft, isChanged, isNew } from './draft.ts'
import type { Kind } from './run.ts'

const TABLES = { company: 'companies', contact: 'contacts' } as const
const SEARCHED = ['name', 'searchName', 'nameTokens', 'nameRules']
const KEPT = ['custom', 'source', 'externalId', 'updatedAt']
/** The columns that an import may change: those of the fields, and those that follow from them. */
const CHANGED = {
  company: [...SEARCHED, ...Object.keys(emptyColumns(COMPANY_FIELDS)), ...KEPT],
  contact: [...SEARCHED, ...Object.keys(emptyColumns(CONTACT_FIELDS)), ...KEPT],
}

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
  const set = CHANGED[kind].map((name) => `"${name}" = r."${name}"`)
  await db.$executeRawUnsafe(
    `UPDATE ${TABLES[kind]} t SET ${set.join(', ')} FROM jsonb_populate_recordset(NULL::${TABLES[kind]}, $2::jsonb) r
      WHERE t."workspaceId" = $1::uuid AND t.id = r.id`,
    workspace.id,
    JSON.stringify(rows),
  )
}
