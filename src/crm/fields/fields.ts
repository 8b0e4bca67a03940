import type { Context } from '../../bot/context.ts'
import { rows, sql } from '../../database/index.ts'
import { COMPANY_FIELDS } from '../companies/fields.ts'
import { CONTACT_FIELDS } from '../contacts/fields.ts'
import { DEAL_FIELDS } from '../deals/fields.ts'
import { companySeen, contactSeen, type Viewer } from '../visibility.ts'
import { customFieldsOf } from './custom.ts'
import type { RecordField, Row, Saying } from './field.ts'

/** The nouns whose records have fields. One that comes later adds its standard fields here, and all that derives from them has it. */
const STANDARD: Readonly<Record<string, readonly RecordField[]>> = {
  company: COMPANY_FIELDS,
  contact: CONTACT_FIELDS,
  deal: DEAL_FIELDS,
}
export type FieldNoun = string
export const FIELD_NOUNS: readonly FieldNoun[] = Object.keys(STANDARD)

export const standardFieldsOf = (noun: FieldNoun): readonly RecordField[] => STANDARD[noun] ?? []

type Reader = Pick<Context, 'db' | 'now'> & { workspace: { id: string } }

/** All that can be said of a noun's records in this workspace: the standard fields, then the custom ones in the order an admin gave them. */
export async function fieldsOf(context: Reader, noun: FieldNoun): Promise<readonly RecordField[]> {
  const standard = standardFieldsOf(noun)
  const custom = await customFieldsOf(context, noun)
  return custom.length ? [...standard, ...custom] : standard
}

/** What stands as an id, and is said by a name. */
const NAMED: readonly string[] = ['member', 'company', 'contact']

/** What members and customers are called whose ids stand in these rows, in one trip; none when no id does. */
export async function sayingOf(
  context: Pick<Context, 'db' | 'locale'> & Viewer & { workspace: { id: string } },
  fields: readonly RecordField[],
  records: readonly Row[],
): Promise<Saying> {
  const { db, workspace, locale } = context
  const ids = new Set(
    fields
      .filter(({ type }) => NAMED.includes(type))
      .flatMap((field) => records.flatMap((row) => (field.get(row) as string | null) ?? [])),
  )
  if (!ids.size) return { locale, names: new Map() }
  const { text, values } =
    sql`SELECT m.id::text, m.name FROM members m WHERE m."workspaceId" = ${workspace.id}::uuid AND m.id = ANY(${[...ids]}::uuid[])
    UNION ALL SELECT x.id::text, x.name FROM companies x WHERE x."workspaceId" = ${workspace.id}::uuid AND x.id = ANY(${[...ids]}::uuid[])
      AND x."archivedAt" IS NULL${companySeen(context, 'x')}
    UNION ALL SELECT p.id::text, p.name FROM contacts p WHERE p."workspaceId" = ${workspace.id}::uuid AND p.id = ANY(${[...ids]}::uuid[])
      AND p."archivedAt" IS NULL${contactSeen(context, 'p')}`
  const found = await rows<{ id: string; name: string }>(db, text, values)
  return { locale, names: new Map(found.map(({ id, name }) => [id, name])) }
}

export { forgetFields } from './custom.ts'
export { columnsOf, eachRead, emptyColumns, type Facts, namesOfField, plain, saidFacts, typedFacts } from './facts.ts'
export type { RecordField, Row, Saying, Where } from './field.ts'
