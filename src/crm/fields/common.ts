import type { Named } from './make.ts'

/** Where a customer stands on the way to buying, as the trade calls it. */
const STAGES = [
  { value: 'lead', label: { en: 'Lead', zh: '线索' }, also: ['subscriber', 'mql', 'marketing qualified lead', '潜在客户'] },
  { value: 'qualified', label: { en: 'Qualified', zh: '合格线索' }, also: ['sql', 'sales qualified lead', 'qualified lead'] },
  { value: 'opportunity', label: { en: 'Opportunity', zh: '商机' }, also: ['deal', 'prospect'] },
  { value: 'customer', label: { en: 'Customer', zh: '客户' }, also: ['client', '成交客户'] },
  { value: 'evangelist', label: { en: 'Evangelist', zh: '推荐者' }, also: ['advocate', 'promoter'] },
  { value: 'former', label: { en: 'Former customer', zh: '流失客户' }, also: ['churned', 'lost', 'ex-customer'] },
  { value: 'other', label: { en: 'Other', zh: '其他' } },
] as const

/** What is said of companies and people alike. */
export const STAGE: Named = {
  key: 'stage',
  label: { en: 'Lifecycle stage', zh: '生命周期阶段' },
  also: 'lifecycle, lifecycle stage, lifecyclestage, 阶段, 生命周期, 客户阶段',
  type: 'choice',
  column: 'lifecycleStage',
  options: STAGES,
}
export const TAGS: Named = {
  key: 'tags',
  label: { en: 'Tags', zh: '标签' },
  also: 'tag, labels, keywords, 标签',
  type: 'tags',
  column: 'tags',
  max: 500,
}
export const SOURCE: Named = {
  key: 'source',
  label: { en: 'Source', zh: '来源' },
  also: 'lead source, leadsource, original source, origin, 来源, 客户来源, 线索来源',
  type: 'text',
  column: 'leadSource',
  max: 100,
}
export const OWNER: Named = {
  key: 'owner',
  label: { en: 'Owner', zh: '负责人' },
  also: 'account owner, account manager, owner name, 负责人, 所属销售, 客户经理',
  type: 'member',
  column: 'ownerId',
}
export const CONSENT: Named = {
  key: 'consent',
  label: { en: 'Consent', zh: '联系许可' },
  also: 'opt in, optin, gdpr consent, marketing consent, 同意, 许可',
  type: 'consent',
  column: 'consent',
  max: 400,
}
export const NO_CONTACT: Named = {
  key: 'nocontact',
  label: { en: 'Do not contact', zh: '请勿联系' },
  also: 'do not contact, donotcontact, do_not_contact, do not call, donotcall, dnc, unsubscribed, opted out of email, 勿联系, 请勿联系, 免打扰',
  type: 'nocontact',
  column: 'doNotContact',
  max: 400,
}
