import type { Localized } from '../../../bot/text.ts'
import { standardFieldsOf } from '../../fields/fields.ts'
import type { ItemKind } from '../kinds/kind.ts'
import { type Column, FIELD_OF, type Own } from './fields.ts'

/** Of what a column speaks: of the company, of the person, of what the rows are. */
export type About = 'company' | 'contact' | 'row'

/** Columns that are no field of a record, or a part of one: what they are called, and of what they speak. */
const OTHERS: Readonly<Record<string, readonly [About, Localized]>> = {
  'address 2': ['company', { en: 'Address, second line', zh: '地址第二行' }],
  state: ['company', { en: 'State', zh: '省份' }],
  postcode: ['company', { en: 'Postal code', zh: '邮编' }],
  'company id': ['company', { en: 'Id', zh: '编号' }],
  'parent id': ['company', { en: 'Id of the parent company', zh: '母公司编号' }],
  'first name': ['contact', { en: 'First name', zh: '名' }],
  'last name': ['contact', { en: 'Last name', zh: '姓' }],
  'contact id': ['contact', { en: 'Id', zh: '编号' }],
  owner: ['row', { en: 'Owner', zh: '负责人' }],
  id: ['row', { en: 'Id', zh: '编号' }],
  name: ['row', { en: 'Name', zh: '名称' }],
  phone: ['row', { en: 'Phone', zh: '电话' }],
  email: ['row', { en: 'E-mail', zh: '邮箱' }],
}

/** What a column is called as people say it, and of what it speaks: its own label in a kind of rows, that of its field, an admin's name for it. */
export function labelled(column: Column, own: readonly Own[], kind: ItemKind | undefined): readonly [About, Localized] {
  const its = kind?.columns[column]
  if (its) return ['row', its.label]
  const admins = own.find((one) => one.column === column)
  if (admins) return [admins.noun === 'company' || admins.noun === 'contact' ? admins.noun : 'row', admins.field.label]
  const field = FIELD_OF[column as keyof typeof FIELD_OF] as readonly [About, string] | undefined
  const [whose, key] = field ?? []
  const found = whose && standardFieldsOf(whose === 'row' ? 'contact' : whose).find((one) => one.key === key)
  return found && whose ? [whose, found.label] : (OTHERS[column] ?? ['row', { en: column, zh: column }])
}
