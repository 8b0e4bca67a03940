import type { Context } from '../../bot/context.ts'
import type { Localized } from '../../bot/text.ts'
import type { Option, RecordField, FieldType as RecordType } from '../fields/field.ts'
import { fieldsOf } from '../fields/fields.ts'
import { FOUND_NOUNS, type FoundNoun } from './filter.ts'

type FilterType = 'text' | 'texts' | 'number' | 'date' | 'yesno' | 'member' | 'choice'

/** Where the value of a field stands in a noun's records: a column, or under the id of a custom field. */
export interface Stands {
  column?: string
  customId?: string
}

/** A field that customers are found by. */
export interface FilterField {
  /** The field's key; of a custom field `custom:` and its ids. */
  key: string
  /** Where it stands, for each noun that has it. */
  stands: Partial<Record<FoundNoun, Stands>>
  /** What people type for it, in lower case, whatever the language. */
  names: readonly string[]
  label: Localized
  type: FilterType
  options?: readonly Option[]
  /** Words behind a number that stand for it: `100 people`. */
  units?: readonly string[]
  isPhones?: true
}

/** How a field's type is looked for; what has a clause of its own (the owner, tags, a person's company), or none, is left out. */
const TYPES: Partial<Record<RecordType, FilterType>> = {
  name: 'text',
  text: 'text',
  link: 'text',
  consent: 'text',
  birthday: 'text',
  emails: 'texts',
  phones: 'texts',
  domains: 'texts',
  number: 'number',
  money: 'number',
  date: 'date',
  yesno: 'yesno',
  nocontact: 'yesno',
  member: 'member',
  choice: 'choice',
}

/** Further words in a filter, by the field's key. */
const MORE: Readonly<Record<string, { names?: string; units?: string }>> = {
  name: { names: 'named' },
  email: { names: 'e-mail, e-mails, emails, email address, e-mail address, 邮箱, 邮件地址, 电子邮件' },
  phone: { names: 'phones, phone number, phone numbers, telephone, mobile, 电话, 电话号码, 手机, 手机号' },
  industry: { names: 'sector, 行业' },
  employees: {
    names: 'employee, headcount, 员工数, 员工人数, 员工, 规模',
    units: 'employees, people, staff, 名员工, 个员工, 员工, 人, 名',
  },
  revenue: { names: 'turnover, 年收入, 营业额, 营收', units: 'revenue, 元' },
  'deal.amount': { names: 'worth, size' },
  'deal.closing': { names: 'closing in, closing on, expected to close, to close, 预计, 预计成交于' },
  'deal.closed': { names: 'closed in' },
  founded: { names: '成立于, 成立年份, 成立', units: '年' },
}
/** Words with which a filter says something else. */
const TAKEN = new Set(
  'at in by of for from since until before after to on not no with and or company companies contact contacts customer customers account accounts client clients person people lead leads 公司 联系人 客户 有 在'.split(
    ' ',
  ),
)

type Reader = Pick<Context, 'db' | 'now'> & { workspace: { id: string } }

/** All fields by which a workspace's companies, people and deals are found. */
export async function filterFields(context: Reader): Promise<FilterField[]> {
  return filterFieldsOf({
    company: await fieldsOf(context, 'company'),
    contact: await fieldsOf(context, 'contact'),
    deal: await fieldsOf(context, 'deal'),
  })
}

export function filterFieldsOf(all: Readonly<Partial<Record<FoundNoun, readonly RecordField[]>>>): FilterField[] {
  const found = new Map<string, FilterField>()
  for (const noun of FOUND_NOUNS)
    for (const field of all[noun] ?? []) {
      const type = TYPES[field.type]
      if (!type || field.key === 'owner') continue
      // A field of both nouns that is called alike is one to those who look.
      // One of deals is another: their stage is none of a customer's.
      const own = noun === 'deal' ? 'deal.' : ''
      const id = `${own}${field.customId ? 'custom ' : ''}${field.key} ${type}`
      const one = found.get(id) ?? filterField({ ...field, key: `${own}${field.key}` }, type, field.key)
      found.set(id, { ...one, key: keyOf(one, field), stands: { ...one.stands, [noun]: standing(field) } })
    }
  return [...found.values()]
}

const standing = ({ column, customId }: RecordField): Stands => ({ ...(column && { column }), ...(customId && { customId }) })

/** Under which a filter keeps it: whatever a custom field is called tomorrow. */
const keyOf = ({ key, stands }: FilterField, { customId }: RecordField): string =>
  !customId ? key : Object.keys(stands).length ? `${key},${customId}` : `custom:${customId}`

function filterField(field: RecordField, type: FilterType, typed: string): FilterField {
  const more = field.customId ? {} : (MORE[field.key] ?? {})
  const names = [typed, field.label.en, field.label.zh, ...field.also, ...words(more.names)].map((name) => name.toLowerCase())
  return {
    key: field.key,
    stands: {},
    names: [...new Set(names)].filter((name) => name.length > 1 && !TAKEN.has(name)),
    label: { en: field.customId ? field.label.en : field.label.en.toLowerCase(), zh: field.label.zh },
    type,
    ...(field.options && { options: field.options }),
    units: [...words(more.units), ...(type === 'number' ? [field.label.en.toLowerCase()] : [])],
    ...(field.type === 'phones' && { isPhones: true as const }),
  }
}

const words = (list = '') => list.split(', ').filter(Boolean)
