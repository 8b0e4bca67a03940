import { COMPANY_FIELDS } from '../../companies/fields.ts'
import { CONTACT_FIELDS } from '../../contacts/fields.ts'
import { namesOfField, plain, type RecordField } from '../../fields/fields.ts'

/** Whose field a column fills in: a company's, a person's, or that of what the rows are. */
export type Whose = 'company' | 'contact' | 'row'
const LISTS: Readonly<Record<Whose, readonly RecordField[]>> = {
  company: COMPANY_FIELDS,
  contact: CONTACT_FIELDS,
  row: CONTACT_FIELDS,
}

/** The columns that are fields of a record: whose, and which; their headers are the names of the field. */
export const FIELD_OF = {
  company: ['company', 'name'],
  industry: ['company', 'industry'],
  founded: ['company', 'founded'],
  revenue: ['company', 'revenue'],
  employees: ['company', 'employees'],
  country: ['company', 'country'],
  city: ['company', 'city'],
  address: ['company', 'address'],
  parent: ['company', 'parent'],
  domain: ['company', 'domain'],
  'company phone': ['company', 'phone'],
  'company email': ['company', 'email'],
  contact: ['contact', 'name'],
  title: ['contact', 'title'],
  'contact phone': ['contact', 'phone'],
  'contact email': ['contact', 'email'],
  birthday: ['contact', 'birthday'],
  'contact website': ['contact', 'website'],
  'contact city': ['contact', 'city'],
  'contact country': ['contact', 'country'],
  'contact address': ['contact', 'address'],
  stage: ['row', 'stage'],
  tags: ['row', 'tags'],
  source: ['row', 'source'],
  consent: ['row', 'consent'],
  'do not contact': ['row', 'nocontact'],
} as const satisfies Record<string, readonly [Whose, string]>

/** The headers that mean a field in files of no particular program. What is the person's own is told from the company's by the word before it. */
const of = (column: keyof typeof FIELD_OF): string => {
  const [whose, key] = FIELD_OF[column]
  const { also = [] } = LISTS[whose].find((one) => one.key === key) ?? {}
  return (
    column.startsWith('contact ') && !MANY.has(column) ? also.filter((one) => /^(?:contact|mailing|home) /.test(one)) : also
  ).join(', ')
}

/** Several columns may hold one of these: an office and a mobile number are both kept. */
export const MANY: ReadonlySet<Column> = new Set([
  'domain',
  'company phone',
  'company email',
  'contact phone',
  'contact email',
  'tags',
])

/** What a column of a file can hold, by the name that `--map` takes, with the headers that mean it in files of no particular program. */
export const FIELDS = {
  company: of('company'),
  industry: of('industry'),
  founded: of('founded'),
  revenue: of('revenue'),
  employees: of('employees'),
  country: of('country'),
  city: of('city'),
  address: of('address'),
  'address 2': 'street address 2, address line 2, address 2',
  state: 'state, state region, state province, province, region, county, 省份, 省',
  postcode: 'postal code, postcode, zip, zip code, zip postal code, 邮编, 邮政编码',
  parent: of('parent'),
  domain: of('domain'),
  'company phone': of('company phone'),
  'company email': of('company email'),
  contact: of('contact'),
  'first name': 'first name, firstname, given name, 名',
  'last name': 'last name, lastname, surname, family name, 姓',
  title: of('title'),
  'contact phone': of('contact phone'),
  'contact email': of('contact email'),
  'company id': 'company id, account id, accountid, 客户编号',
  'contact id': 'contact id, person id, 联系人编号',
  'parent id': 'parent id, parentid, parent account id, parent company id',
  owner:
    'owner, owner name, owner email, account owner, contact owner, company owner, account manager, sales rep, 负责人, 所属销售, 客户经理',
  birthday: of('birthday'),
  'contact website': of('contact website'),
  'contact city': of('contact city'),
  'contact country': of('contact country'),
  'contact address': of('contact address'),
  stage: of('stage'),
  tags: of('tags'),
  source: of('source'),
  consent: of('consent'),
  'do not contact': of('do not contact'),
  id: 'id, record id, external id, hs object id',
  name: 'name, 名称, 姓名',
  phone: 'phone, phones, phone number, telephone, tel, 电话, 电话号码, 联系电话',
  email: 'email, emails, e mail, email address, e mail address, mail, 邮箱, 电子邮件, 电子邮箱',
} as const
/** A field that an admin defined, by its noun and key. */
export type OwnColumn = `own ${string}`
export type StandardColumn = keyof typeof FIELDS
/** Those of a kind of rows beside companies and people stand with it (`kinds/`). */
export type Column = StandardColumn | OwnColumn | (string & {})

/** Those that say not whose they are: what the rows are decides. */
export const BARE: readonly Column[] = ['id', 'name', 'phone', 'email']

/** Columns that speak of a person, and of a company, whatever else stands in the file. */
export const OF_PEOPLE: readonly Column[] = [
  'contact',
  'first name',
  'last name',
  'title',
  'contact phone',
  'contact email',
  'birthday',
]
export const OF_COMPANIES: readonly Column[] = [
  ...([
    'company',
    'industry',
    'founded',
    'revenue',
    'employees',
    'parent',
    'domain',
    'company phone',
    'company email',
    'company id',
  ] as const),
]
/** Where somebody or something is, and how big: in a person's row these may be the person's own. */
export const OF_EITHER: readonly Column[] = [
  ...(['country', 'city', 'address', 'address 2', 'state', 'postcode', 'industry', 'revenue', 'employees'] as const),
]

const generic = Object.entries(FIELDS).flatMap(([column, headers]) =>
  [column, ...headers.split(', ')].flatMap((one) => (plain(one) ? [[plain(one), column as Column] as const] : [])),
)
export const byHeader: ReadonlyMap<string, Column> = new Map(generic)

/** A field that an admin defined, as a column: by any of its names, and as `own contact preferred language`. */
export interface Own {
  column: OwnColumn
  noun: string
  field: RecordField
  names: readonly string[]
}

export const ownColumns = (fields: Readonly<Record<string, readonly RecordField[]>>): Own[] =>
  Object.entries(fields).flatMap(([noun, some]) =>
    some.flatMap((field): Own[] => {
      if (!field.customId) return []
      const column: OwnColumn = `own ${plain(`${noun} ${field.key}`)}`
      return [{ column, noun, field, names: [column, ...namesOfField(field)] }]
    }),
  )

export { plain } from '../../fields/fields.ts'
