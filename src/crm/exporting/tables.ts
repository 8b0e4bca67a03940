import parsePhone from 'libphonenumber-js'
import { isEmpty } from '../fields/field.ts'
import { fieldsOf, type RecordField } from '../fields/fields.ts'
import type { Row } from './pages.ts'
import type { Kind, Reader } from './wish.ts'

/** A column of a table: its header, and what stands in it. */
export interface Column {
  header: string
  of: (row: Row) => string
  /** The row's column that it shows, where that is one. */
  column?: string
}

/** The row's columns that a table shows; undefined where that follows from none of its own. */
export const shownIn = (columns: readonly Column[]): readonly string[] | undefined => {
  const named = columns.flatMap(({ column }) => column ?? [])
  return named.length === columns.length ? named : undefined
}

/** The kinds whose records have fields, and what one of them is. */
const NOUN_OF = { companies: 'company', contacts: 'contact', deals: 'deal' } as const
type Fielded = keyof typeof NOUN_OF
const isFielded = (kind: Kind): kind is Fielded => kind in NOUN_OF

/** What a file of companies, people or deals calls a field, where its own name would be taken for the other's. An import knows all of them. */
const HEADERS: Readonly<Record<Fielded, Readonly<Record<string, string>>>> = {
  companies: { name: 'Company', email: 'Company email', phone: 'Company phone', parent: 'Parent company', source: 'Lead source' },
  contacts: {
    name: 'Contact',
    email: 'Contact email',
    phone: 'Contact phone',
    title: 'Job title',
    city: 'Contact city',
    country: 'Contact country',
    address: 'Contact address',
    website: 'Contact website',
    source: 'Lead source',
  },
  deals: { name: 'Deal', closing: 'Expected close date', source: 'Lead source' },
}

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : value instanceof Date ? value.toISOString() : String(value)
const plain = (header: string, column: string): Column => ({ header, column, of: (row) => text(row[column]) })
const listed = (header: string, column: string): Column => ({ header, of: (row) => ((row[column] ?? []) as string[]).join(', ') })

const MADE = [plain('Created', 'createdAt'), plain('Changed', 'updatedAt')]

/** The columns of each kind. What can be said of a record, an admin's own fields too, comes from the list of its fields. */
export async function columnsOf(reader: Reader, kind: Kind): Promise<Column[]> {
  if (kind === 'activities') return ACTIVITIES
  if (kind === 'tasks') return TASKS
  const fields = await fieldsOf(reader, NOUN_OF[kind])
  return [
    plain('Rapport id', 'id'),
    ...fields.map((field) => fieldColumn(kind, field)),
    ...(kind === 'deals'
      ? [plain('Company id', 'companyId'), plain('Contact id', 'contactId')]
      : [listed('Further names', 'aliases'), plain('Keep in touch every days', 'keepDays')]),
    plain('Imported from', 'source'),
    plain('Id there', 'externalId'),
    ...MADE,
  ]
}

/** What an admin's own fields of a kind are called, by their ids. */
export async function customFields(reader: Reader, kind: Kind): Promise<ReadonlyMap<string, string>> {
  if (!isFielded(kind)) return new Map()
  const fields = await fieldsOf(reader, NOUN_OF[kind])
  return new Map(fields.flatMap(({ customId, label }) => (customId ? [[customId, label.en] as const] : [])))
}

function fieldColumn(kind: Fielded, field: RecordField): Column {
  const { type } = field
  const header = (!field.customId && HEADERS[kind][field.key]) || field.label.en
  const names = (row: Row): ReadonlyMap<string, string> =>
    new Map(
      (
        [
          ['ownerId', 'ownerName'],
          ['parentId', 'parentName'],
          ['companyId', 'companyName'],
          ['contactId', 'contactName'],
        ] as const
      ).flatMap(([id, name]) => (row[id] && row[name] ? [[String(row[id]), String(row[name])] as const] : [])),
    )
  return {
    header,
    of: (row) => {
      const value = field.get(row)
      if (isEmpty(value)) return ''
      // The currency has a column of its own, so that a spreadsheet can sum up.
      if (kind === 'deals' && field.key === 'amount') return String(row.amount)
      const typed = field.typed(value, { locale: 'en', names: NAMED.includes(type) ? names(row) : NOBODY })
      return type === 'phones' ? typed.replaceAll(/\+\d{6,15}/g, readable) : typed
    },
  }
}

const NAMED: readonly string[] = ['member', 'company', 'contact']
const NOBODY: ReadonlyMap<string, string> = new Map()

/** `+49 30 1234567`: with spaces a spreadsheet leaves it as it is, and people read it. */
const readable = (number: string): string =>
  parsePhone(number)
    ?.formatInternational()
    .replaceAll(/[^\d+]+/g, ' ') ?? number

const ACTIVITIES: Column[] = [
  plain('Rapport id', 'id'),
  plain('Date', 'day'),
  plain('Time', 'clock'),
  plain('Time zone', 'zone'),
  plain('Kind', 'kind'),
  plain('Direction', 'direction'),
  plain('Outcome', 'outcome'),
  plain('Company', 'companyName'),
  plain('Contact', 'contactName'),
  plain('Also there', 'otherNames'),
  plain('By', 'memberName'),
  plain('Note', 'note'),
  plain('Minutes', 'durationMinutes'),
  plain('Amount', 'amount'),
  plain('Currency', 'currency'),
  plain('Link', 'sourceUrl'),
  { header: 'Private', column: 'private', of: (row) => (row.private ? 'yes' : '') },
  plain('Company id', 'companyId'),
  plain('Contact id', 'contactId'),
  ...MADE,
]

const TASKS: Column[] = [
  plain('Rapport id', 'id'),
  plain('Task', 'what'),
  plain('Due', 'dueLocal'),
  plain('Time zone', 'zone'),
  plain('Repeats', 'recurrence'),
  plain('Company', 'companyName'),
  plain('Contact', 'contactName'),
  plain('Owner', 'ownerName'),
  plain('Made by', 'createdByName'),
  plain('Remind at', 'remindAt'),
  plain('Done at', 'doneAt'),
  plain('Company id', 'companyId'),
  plain('Contact id', 'contactId'),
  ...MADE,
]
