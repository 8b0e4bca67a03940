import type { Locale } from '../../bot/text.ts'
import type { Option } from '../fields/field.ts'

/** The stages of a deal, in their order, with the names that other programs have for them. The last two close it. */
export const STAGES = [
  {
    value: 'prospecting',
    label: { en: 'Prospecting', zh: '接触' },
    also: [
      'prospect',
      'new',
      'open',
      'contact made',
      'appointmentscheduled',
      'appointment scheduled',
      '初步接触',
      '潜在',
      '新建',
    ],
  },
  {
    value: 'qualified',
    label: { en: 'Qualified', zh: '已确认需求' },
    also: [
      ...['qualification', 'qualifying', 'engaging', 'engaged', 'qualifiedtobuy', 'qualified to buy', 'needs analysis'],
      ...['demo scheduled', 'presentationscheduled', 'presentation scheduled', 'value proposition', 'perception analysis'],
      ...['id. decision makers', 'identify decision makers', '需求确认', '确认需求', '意向'],
    ],
  },
  {
    value: 'proposal',
    label: { en: 'Proposal', zh: '方案报价' },
    also: ['proposal made', 'proposal/price quote', 'proposal/quote', 'quote', 'quoted', 'offer', '报价', '方案'],
  },
  {
    value: 'negotiation',
    label: { en: 'Negotiation', zh: '谈判' },
    also: [
      ...['negotiating', 'negotiations started', 'negotiation/review', 'decisionmakerboughtin', 'decision maker bought-in'],
      ...['contractsent', 'contract sent', '商务谈判', '议价', '合同'],
    ],
  },
  { value: 'won', label: { en: 'Won', zh: '赢单' }, also: ['closed won', 'closedwon', 'win', 'sold', '成交', '已成交', '赢'] },
  {
    value: 'lost',
    label: { en: 'Lost', zh: '输单' },
    also: ['closed lost', 'closedlost', 'closed-lost to competition', 'closed lost to competition', 'lose', '丢单', '失败', '输'],
  },
] as const satisfies readonly Option[]

export type Stage = (typeof STAGES)[number]['value']
export const FIRST_STAGE: Stage = 'prospecting'
export const CLOSED: readonly Stage[] = ['won', 'lost']

export const isClosed = (stage: string): boolean => CLOSED.includes(stage as Stage)

/** The stage that a word stands for, in either language. */
export const readStage = (typed: string): Stage | undefined =>
  STAGES.find(({ value, label, also }) =>
    [value, label.en, label.zh, ...also].some((word) => word.toLowerCase() === typed.trim().toLowerCase()),
  )?.value

const LIKE: readonly [Stage, RegExp][] = [
  ['won', /\bwon\b|赢单|成交/i],
  ['lost', /\blost\b|丢单|输单/i],
  ['negotiation', /negotiat|contract|verbal|legal|review|谈判|合同/i],
  ['proposal', /propos|quot|offer|pricing|报价|方案/i],
  ['qualified', /qualif|demo|discovery|needs|engag|evaluat|presentation|meeting|需求|演示/i],
  ['prospecting', /prospect|lead|contact|new|appoint|接触|线索/i],
]

/** The stage that a name of another program is like, as every sales team calls its own differently. */
export const stageLike = (typed: string): Stage | undefined =>
  readStage(typed) ?? LIKE.find(([, words]) => words.test(typed))?.[0]

export const sayStage = (stage: string, locale: Locale): string =>
  STAGES.find(({ value }) => value === stage)?.label[locale] ?? stage

/** `Renewal (Acme Corp)`: many deals go by the same word. */
export const dealName = (name: string, customer: string | null | undefined): string =>
  customer && customer !== name ? `${name} (${customer})` : name
