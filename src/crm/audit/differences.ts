import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { sayAt } from '../../understanding/index.ts'
import { sayAmount } from '../activities/activities.ts'
import { sayKind, sayOutcome } from '../activities/vocabulary.ts'
import { isEmpty } from '../fields/field.ts'
import { fieldsOf, type RecordField } from '../fields/fields.ts'
import { sayRecurrence } from '../tasks/recurrence.ts'
import type { Kept, Noun, Snapshot } from './audit.ts'
import { say } from './history-words.ts'
import { labelsOf } from './labels.ts'
import type { Names } from './names.ts'
import { only } from './overtaken.ts'
import { sayEventFacts } from './said.ts'

/** A change of one field, in words: before → after; of what is new only what it is. */
export type Difference = string

/** So much of a long text is said. */
const LONGEST = 200

/** What the fields of one change were before, and are since. Ids are said as names; what only the program knows is not said. */
export async function differencesOf(context: Context, change: Kept, names: Names): Promise<Difference[]> {
  const { locale } = context
  const [before, after] = [change.before ?? {}, change.after ?? {}]
  const isNew = change.before === null
  const saying = { locale, names }
  const said = (label: string, was: string, is: string): Difference[] =>
    was === is
      ? []
      : [`${label}${locale === 'en' ? ': ' : '：'}${isNew ? is : `${was || say(locale).none} → ${is || say(locale).none}`}`]
  if (change.noun === 'event') return sayEventFacts(after, locale)
  const fields = await fieldsOf(context, change.noun)
  // Of who came it is of interest what they may; the rest is as everybody has it.
  if (isNew && change.noun === 'member')
    return said(labelsOf('member').role![locale], '', sayRole(String(after.role ?? ''), locale))
  const byField = fields.flatMap((one) => said(one.label[locale], sayField(one, before, saying), sayField(one, after, saying)))
  const covered = new Set(fields.map(({ column }) => column))
  const others = Object.entries(labelsOf(change.noun)).flatMap(([column, label]) => {
    // The currency is said with its amount.
    if (column === 'currency' || covered.has(column) || (isNew && UNSAID_WHEN_NEW.has(column))) return []
    // A mark that a new row does not bear is nothing to tell.
    if (isNew && after[column] === false) return []
    const values = [before, after].map((row) => sayValue(context, change.noun, column, row, names))
    return said(label[locale], values[0]!, values[1]!)
  })
  return [...byField, ...others]
}

/** What is said of a new row by its very line. */
const UNSAID_WHEN_NEW = new Set([
  'kind',
  'what',
  'companyId',
  'contactId',
  'memberId',
  'direction',
  'occurredAt',
  'remindAt',
  'locale',
  'timeZone',
])

function sayField(field: RecordField, row: Snapshot, saying: { locale: Context['locale']; names: Names }): string {
  const value = field.get(row)
  // A row from before the field was known has nothing of it.
  return isEmpty(value) ? '' : shortened(field.say(value, saying))
}

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text)

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/
const LOCAL = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$/
const IDS = /Ids?$/

function sayValue(context: Context, noun: Noun, column: string, row: Snapshot, names: Names): string {
  const { locale, zone } = context
  const value = only(row, [column])[column]
  if (isEmpty(value)) return ''
  if (typeof value === 'boolean') return value ? say(locale).yes : say(locale).no
  if (Array.isArray(value))
    return value.map((one) => (IDS.test(column) ? (names.get(String(one)) ?? '…') : String(one))).join(', ')
  const text = String(value)
  if (IDS.test(column)) return names.get(text) ?? '…'
  if (column === 'amount') return sayAmount({ value: Number(text), currency: row.currency as string | null }, locale)
  if (column === 'kind') return sayKind(text, locale)
  if (column === 'outcome') return sayOutcome(text, locale)
  if (column === 'recurrence') return sayRecurrence(text, locale, context)
  if (noun === 'member' && column === 'role') return sayRole(text, locale)
  if (INSTANT.test(text)) {
    const local = Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime()
    return sayAt(local.toString({ smallestUnit: 'minute' }), context, locale)
  }
  return LOCAL.test(text) ? sayAt(text, context, locale) : shortened(text)
}

const ROLES: Readonly<Record<string, string>> = { reader: '只读', rep: '销售', manager: '经理', admin: '管理员' }
const sayRole = (role: string, locale: Context['locale']) => (locale === 'zh' ? (ROLES[role] ?? role) : role)
