import { DEAL_FIELDS } from '../../deals/fields.ts'
import { isClosed, type Stage, stageLike } from '../../deals/stages.ts'
import { eachRead, type RecordField } from '../../fields/fields.ts'
import type { Entry } from '../read.ts'
import type { ItemKind, ItemWhere, SaidItem } from './kind.ts'
import { dayOf, placed } from './when.ts'

/** What may be sold, at its stage; won or lost. Labels and names of interfaces of HubSpot, Salesforce, Pipedrive and Zoho, and of Maven’s set. */
export const deals: ItemKind = {
  what: 'deals',
  rowsAre: { en: 'deals', zh: '商机' },
  marks:
    'deal, deal id, deal name, dealname, deal title, deal stage, dealstage, deal owner, deal value, deal amount, deal status, deal currency, deal probability, deal created, deal type, deal description, opportunity, opportunity id, opportunity name, opportunity owner, potential name, stagename, stage name, closedate, close date, close value, closing date, engage date, expected close date, expected revenue, won time, lost time, lost reason, closed lost reason, hs closed won date, forecast category, forecastcategory, weighted value, pipeline, 商机, 商机名称, 商机阶段, 预计成交日期, 预计成交, 输单原因',
  signs: 'amount, stage, value, currency, status, probability, product, title, 金额, 阶段, 币种',
  columns: {
    id: {
      label: { en: 'Id', zh: '编号' },
      headers: 'id, rapport id, record id, hs object id, external id, deal id, opportunity id, potential id, 编号, 商机编号',
    },
    deal: {
      label: { en: 'Name', zh: '名称' },
      headers:
        'deal name, dealname, deal title, opportunity, opportunity name, potential name, title, subject, 商机, 商机名称, 名称',
    },
    stage: {
      label: { en: 'Stage', zh: '阶段' },
      headers: 'deal stage, dealstage, stage name, stagename, sales stage, opportunity stage, 阶段, 商机阶段, 销售阶段',
    },
    status: {
      label: { en: 'Open, won or lost', zh: '进行中、赢单或输单' },
      headers: 'deal status, status label, is won, iswon, hs is closed won, 状态',
    },
    amount: {
      label: { en: 'Amount', zh: '金额' },
      headers: 'value, deal value, deal amount, close value, total value, sum, price, acv, tcv, 金额, 商机金额, 预计金额',
    },
    currency: {
      label: { en: 'Currency', zh: '币种' },
      headers:
        'deal currency, deal currency code, currency code, currency iso code, currencyisocode, currency of value, deal currency of value, amount currency, 币种, 货币',
    },
    closing: {
      label: { en: 'To be closed, or closed, on', zh: '（预计）成交日期' },
      headers: 'close date, closedate, closing date, close, date closed, 成交日期',
    },
    'expected close': {
      label: { en: 'Expected close', zh: '预计成交' },
      headers: 'expected close date, deal expected close date, expected closing date, expected to close, 预计成交, 预计成交日期',
    },
    'closed on': {
      label: { en: 'Closed on', zh: '关闭日期' },
      headers:
        'won time, lost time, deal won time, deal lost time, close time, deal closed on, deal close time, hs closed won date, actual close date, 关闭日期, 赢单日期, 实际成交日期',
    },
    'made on': {
      label: { en: 'When it was opened', zh: '创建时间' },
      headers:
        'engage date, created, created on, created at, created date, create date, created time, createddate, createdate, deal created, add time, hs createdate, opened, opened on, 创建时间, 创建日期',
    },
    reason: {
      label: { en: 'Lost reason', zh: '输单原因' },
      headers:
        'lost reason, deal lost reason, closed lost reason, loss reason, reason for loss, reason for loss s, reason lost, 输单原因, 丢单原因',
    },
    product: {
      label: { en: 'Product', zh: '产品' },
      headers: 'products, product name, deal product name, line item, 产品, 产品名称',
    },
    source: {
      label: { en: 'Source', zh: '来源' },
      headers: 'lead source, leadsource, deal source, original source, original source type, source channel, 来源, 线索来源',
    },
    tags: { label: { en: 'Tags', zh: '标签' }, headers: 'tag, label, labels, deal label, deal tags, 标签' },
    owner: {
      label: { en: 'Owner', zh: '负责人' },
      headers:
        'deal owner, opportunity owner, potential owner, sales agent, sales rep, salesperson, owner name, owner email, hubspot owner id, ownerid, user, 负责人, 商机负责人, 销售',
    },
    company: {
      label: { en: 'Company', zh: '公司' },
      headers:
        'account, account name, company name, associated company, associated companies, organization, organisation, deal organization, org name, customer, customer name, client, 公司, 公司名称, 客户, 客户名称',
    },
    contact: {
      label: { en: 'Person', zh: '联系人' },
      headers:
        'contact name, contact person, deal contact person, person, person name, associated contact, associated contacts, primary contact, 联系人, 联系人姓名',
    },
    'company id': {
      label: { en: 'Id of the company', zh: '公司编号' },
      headers:
        'account id, accountid, account name id, org id, organization id, associated company id, associated company ids, associated company ids primary, 客户编号',
    },
    'contact id': {
      label: { en: 'Id of the person', zh: '联系人编号' },
      headers: 'contactid, contact name id, person id, associated contact id, associated contact ids, 联系人编号',
    },
  },
  needs: ['deal', 'stage', 'amount'],
  days: ['closing', 'expected close', 'closed on', 'made on'],
  numbers: ['amount'],
  bareName: 'deal',
  own: 'deal',
  // Programs keep deals of nobody, until somebody says whose they are.
  needsCustomer: false,
  said: dealIn,
}

const LONGEST_NAME = 200
const WON = /^(?:won|closed[ _-]?won|赢单?|成交)$/i
const LOST = /^(?:lost|closed[ _-]?lost|deleted|输单?|丢单?)$/i

type Values = Readonly<Partial<Record<string, string>>>

/** Understands a row; what is closed has its day in whatever column says when it closes. */
function dealIn({ values: all }: Entry, where: ItemWhere, faults: string[]): SaidItem | undefined {
  const values: Values = all
  const name = (values.deal || values.product || values.company || values.contact || '').replaceAll(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(name)) return void faults.push(where.problems.noDealName)
  const stage = stageIn(values, where, faults)
  const closed = stage !== undefined && isClosed(stage)
  const day = dayIn(values, where, faults)
  const [closing, expected, closedOn] = [day('closing'), day('expected close'), day('closed on')]
  const read = (key: string, typed: string | undefined) => eachRead(DEAL_FIELDS, { [key]: typed }, where, faults)
  const { amount, currency } = read('amount', values.amount)
  const given = {
    name: name.slice(0, LONGEST_NAME).toWellFormed(),
    ...(stage && { stage }),
    ...(typeof amount === 'number' && { amount: String(amount) }),
    ...(currency ? { currency } : {}),
    ...read('currency', values.currency),
    ...read('product', values.product?.slice(0, 200)),
    ...read('source', values.source?.slice(0, 100)),
    ...read('tags', values.tags),
    ...(stage === 'lost' && read('reason', values.reason?.slice(0, 500))),
    expectedCloseDate: midnight(expected ?? (closed ? undefined : closing)),
    closedOn: closed ? midnight(closedOn ?? closing) : undefined,
    ...ownIn(values, where, faults),
  }
  const opened = values['made on'] && placed(values['made on'], undefined, where.zone)
  return {
    noun: 'deal',
    as: { deal: given },
    ...(opened && { begins: { deal: { createdAt: new Date(opened.at.epochMilliseconds).toISOString() } } }),
    externalId: values.id,
  }
}

/** What is said of it being won or lost says more than its stage, which some programs leave where it was. */
function stageIn(values: Values, where: ItemWhere, faults: string[]): Stage | undefined {
  const status = values.status?.trim() ?? ''
  if (WON.test(status) || /^(?:true|yes|1)$/i.test(status)) return 'won'
  if (LOST.test(status)) return 'lost'
  const typed = values.stage?.trim()
  if (!typed) return undefined
  const found = stageLike(typed)
  if (!found) faults.push(where.problems.restTaken(where.problems.badStage(typed.slice(0, 60))))
  return found
}

const dayIn = (values: Values, where: ItemWhere, faults: string[]) => (column: string) => {
  const typed = values[column]
  if (!typed) return undefined
  const found = placed(typed, undefined, where.zone)
  if (!found) faults.push(where.problems.restTaken(where.problems.badDay(typed.slice(0, 60))))
  return found && dayOf(found, where.zone).slice(0, 10)
}

/** A day as its column has it. */
const midnight = (day: string | undefined) => day && `${day}T00:00:00.000Z`

/** The fields that an admin defined. */
function ownIn(values: Values, where: ItemWhere, faults: string[]): { custom?: object } {
  const own = where.own.filter(({ noun, column }) => noun === 'deal' && values[column])
  if (!own.length) return {}
  const fields: readonly RecordField[] = own.map(({ field }) => field)
  const facts = Object.fromEntries(own.map(({ field, column }) => [field.key, values[column]]))
  return eachRead(fields, facts, where, faults) as { custom?: object }
}
