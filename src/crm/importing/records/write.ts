import { insert } from '../../../database/index.ts'
import { record } from '../../audit/audit.ts'
import { COMPANY_FIELDS, type Writer } from '../../companies/companies.ts'
import { CONTACT_FIELDS } from '../../contacts/contacts.ts'
import { emptyColumns } from '../../fields/fields.ts'
import { withoutFoundBy } from '../../names.ts'
import { ITEM_TABLES } from '../kinds/tables.ts'
import { type Draft, isChanged, isNew } from './draft.ts'
import type { Noun } from './run.ts'

const SEARCHED = ['name', 'searchName', 'nameTokens', 'nameRules']
const KEPT = ['source', 'externalId', 'updatedAt']
/** Where each noun stands, and the columns that an import may change: those of the fields, and those that follow from them. */
const TABLES: Readonly<Record<string, { table: string; changes: readonly string[] }>> = {
  ...ITEM_TABLES,
  company: { table: 'companies', changes: [...SEARCHED, ...Object.keys(emptyColumns(COMPANY_FIELDS)), 'custom'] },
  contact: { table: 'contacts', changes: [...SEARCHED, ...Object.keys(emptyColumns(CONTACT_FIELDS)), 'custom'] },
}

/** Writes what is new and what has changed, each with its audit row: a few statements, however many rows there are. */
export async function write(writer: Writer, kind: Noun, drafts: Iterable<Draft>): Promise<void> {
  const changed: Draft[] = []
  for (const draft of drafts) {
    if (isNew(draft)) await insert(writer.db, TABLES[kind]!.table, draft.after)
    else if (isChanged(draft)) changed.push(draft)
    else continue
    const told = kind === 'deal' ? withoutFoundBy : (row: object) => row
    await record(writer, { noun: kind, id: draft.id, before: draft.before && told(draft.before), after: told(draft.after) })
  }
  await update(
    writer,
    kind,
    changed.map(({ after }) => after),
  )
}

/** Puts whole rows in the place of those that stand. */
export async function update({ db, workspace }: Pick<Writer, 'db' | 'workspace'>, kind: Noun, rows: object[]): Promise<void> {
  if (!rows.length) return
  const { table, changes } = TABLES[kind]!
  const set = [...changes, ...KEPT].map((name) => `"${name}" = r."${name}"`)
  await db.$executeRawUnsafe(
    `UPDATE ${table} t SET ${set.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $2::jsonb) r
      WHERE t."workspaceId" = $1::uuid AND t.id = r.id`,
    workspace.id,
    JSON.stringify(rows),
  )
}
