import { UserError } from '../../bot/errors.ts'
import { OWNER, SOURCE, TAGS } from '../fields/common.ts'
import type { RecordField } from '../fields/field.ts'
import type { Money } from '../fields/kinds.ts'
import { makeField, type Named } from '../fields/make.ts'
import { say } from '../fields/words.ts'
import { STAGES } from './stages.ts'

/** A day in a column of its own: the database gives and takes it as that day's midnight. */
function dayField(named: Named & { column: string }): RecordField {
  const { column } = named
  return {
    ...makeField({ ...named, type: 'date' }),
    get: (row) => asDay(row[column]),
    set: (_, value) => ({ [column]: value ? `${String(value)}T00:00:00.000Z` : null }),
  }
}

const asDay = (value: unknown): string | null =>
  value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'string' && value ? value.slice(0, 10) : null

/** A sum in two columns. Of a bare number the currency stays as it was. */
function moneyField(named: Named, amount: string, currency: string): RecordField {
  return {
    ...makeField({ ...named, type: 'money', column: amount }),
    get: (row) =>
      row[amount] === null || row[amount] === undefined
        ? null
        : { amount: Number(row[amount]), ...(row[currency] ? { currency: String(row[currency]) } : {}) },
    set: (row, value) => {
      const given = value as Money | null
      return { [amount]: given?.amount ?? null, ...(given && { [currency]: given.currency ?? row[currency] ?? null }) }
    },
  }
}

const KNOWN = new Set(Intl.supportedValuesOf('currency'))
const ALSO: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  CNH: 'CNY',
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
}

/** A currency by its ISO 4217 code; it is shown with the amount. */
function currencyField(named: Named & { column: string }): RecordField {
  const field = makeField({ ...named, type: 'text' })
  return {
    ...field,
    read: (typed, where) => {
      const text = typed.trim().toUpperCase()
      if (!text) return null
      const code = ALSO[text] ?? text
      if (!KNOWN.has(code))
        throw new UserError(say(where.locale).badCurrency(field.label[where.locale], typed.slice(0, 20)), { field: field.key })
      return code
    },
    // It is said with the amount.
    say: () => '',
  }
}

/** What can be said of a deal, in the order it is shown. */
export const DEAL_FIELDS: readonly RecordField[] = [
  makeField({
    key: 'name',
    label: { en: 'Name', zh: '名称' },
    also: 'deal, deal name, dealname, opportunity, opportunity name, potential name, title, 商机, 商机名称, 名称, 项目, 项目名称',
    type: 'name',
    column: 'name',
    max: 200,
  }),
  makeField({
    key: 'company',
    label: { en: 'Company', zh: '公司' },
    also: 'account, account name, company name, associated company, organization, organisation, organization name, customer, customer name, 公司, 公司名称, 客户, 客户名称',
    type: 'company',
    column: 'companyId',
    max: 200,
  }),
  makeField({
    key: 'contact',
    label: { en: 'Contact', zh: '联系人' },
    also: 'person, contact name, contact person, associated contact, primary contact, 联系人, 联系人姓名',
    type: 'contact',
    column: 'contactId',
    max: 200,
  }),
  makeField({
    key: 'stage',
    label: { en: 'Stage', zh: '阶段' },
    also: 'deal stage, dealstage, stage name, stagename, status, 阶段, 商机阶段, 销售阶段',
    type: 'choice',
    column: 'stage',
    options: STAGES,
  }),
  moneyField(
    {
      key: 'amount',
      label: { en: 'Amount', zh: '金额' },
      also: 'value, deal value, deal amount, close value, sum, price, worth, 金额, 商机金额, 预计金额',
      type: 'money',
      help: { en: 'For example: 50k, 12,000 EUR', zh: '例如：5万、12,000 EUR' },
      max: 60,
    },
    'amount',
    'currency',
  ),
  currencyField({
    key: 'currency',
    label: { en: 'Currency', zh: '币种' },
    also: 'deal currency, currency code, currency iso code, deal currency code, currency of value, 币种, 货币',
    type: 'text',
    column: 'currency',
    max: 10,
  }),
  dayField({
    key: 'closing',
    label: { en: 'Expected close', zh: '预计成交' },
    also: 'close, closes, closing date, close date, closedate, expected close date, expected close, expected closing date, due, 预计成交, 预计成交日期, 预计成交日, 成交日期',
    type: 'date',
    column: 'expectedCloseDate',
    help: { en: 'For example: 31 March, end of next month', zh: '例如：3月31日、下月底' },
    max: 60,
  }),
  dayField({
    key: 'closed',
    label: { en: 'Closed on', zh: '成交／关闭日期' },
    also: 'closed on, closed date, close day, won on, lost on, won time, lost time, actual close date, 关闭日期, 赢单日期, 输单日期, 实际成交日期',
    type: 'date',
    column: 'closedOn',
    max: 60,
  }),
  makeField({
    key: 'reason',
    label: { en: 'Lost reason', zh: '输单原因' },
    also: 'lost reason, lostreason, closed lost reason, loss reason, reason for loss, reason lost, why, 输单原因, 丢单原因, 原因',
    type: 'text',
    column: 'lostReason',
    max: 500,
  }),
  makeField({
    key: 'product',
    label: { en: 'Product', zh: '产品' },
    also: 'product name, products, 产品, 产品名称',
    type: 'text',
    column: 'product',
    max: 200,
  }),
  makeField(TAGS),
  makeField(SOURCE),
  makeField({
    ...OWNER,
    also: 'deal owner, opportunity owner, sales agent, salesperson, sales rep, owner name, 负责人, 商机负责人, 销售',
  }),
]
