import type { NewActivity } from '../activities/activities.ts'
import type { Stage } from '../deals/stages.ts'
import type { Facts } from '../fields/fields.ts'

/** The customers of the sample, as one would type them. */
export const CUSTOMERS: { company: Facts & { name: string }; contacts: (Facts & { name: string })[] }[] = [
  {
    company: {
      name: 'Acme Corp',
      domain: 'acme.example',
      phone: '+14155550100',
      industry: 'Manufacturing',
      city: 'San Francisco',
      country: 'United States',
      employees: '2800',
      founded: '1996',
    },
    contacts: [
      { name: 'Wei Zhang', title: 'Head of Procurement', email: 'wei@acme.example', phone: '+14155550111' },
      { name: 'Laura Bennett', title: 'CFO', email: 'laura@acme.example', phone: '+14155550112' },
    ],
  },
  {
    company: {
      name: 'Acme Labs',
      domain: 'acmelabs.example',
      industry: 'Research',
      city: 'Boston',
      country: 'United States',
      employees: '120',
    },
    contacts: [{ name: 'Tom Fischer', title: 'Lab Director', email: 'tom@acmelabs.example', phone: '+16175550120' }],
  },
  {
    company: {
      name: 'Northwind Traders',
      domain: 'northwind.example',
      phone: '+442079460130',
      industry: 'Wholesale',
      city: 'London',
      country: 'United Kingdom',
      employees: '640',
    },
    contacts: [
      { name: 'Priya Nair', title: 'Buyer', email: 'priya@northwind.example', phone: '+442079460131' },
      { name: 'Will Turner', title: 'Operations Manager', email: 'will@northwind.example' },
    ],
  },
  {
    company: {
      name: '锦程物流有限公司',
      domain: 'jincheng.example',
      phone: '+862155550140',
      industry: '物流',
      city: '上海',
      country: '中国',
      employees: '900',
    },
    contacts: [
      { name: '王伟', title: '总经理', email: 'wangwei@jincheng.example', phone: '+8613900000141' },
      { name: '李娜', title: '采购经理', email: 'lina@jincheng.example' },
    ],
  },
  {
    company: {
      name: 'Brightwater Clinics',
      domain: 'brightwater.example',
      industry: 'Healthcare',
      city: 'Toronto',
      country: 'Canada',
      employees: '310',
    },
    contacts: [{ name: 'Sofia Rossi', title: 'Practice Manager', email: 'sofia@brightwater.example', phone: '+14165550150' }],
  },
]

export type Author = 'rep' | 'manager'
/** Working days ago, time of day, who logged it, with whom (a person, or a company), what, and the note. */
export type Told = [
  days: number,
  time: string,
  by: Author,
  who: string,
  what: Pick<NewActivity, 'kind' | 'outcome' | 'direction' | 'amount'>,
  note: string,
]

const spoke = { kind: 'call', outcome: 'connected' } as const
const theyCalled = { ...spoke, direction: 'inbound' } as const
const voicemail = { kind: 'call', outcome: 'left_voicemail' } as const
const noAnswer = { kind: 'call', outcome: 'no_answer' } as const
const met = { kind: 'meeting', outcome: 'completed' } as const
const visited = { kind: 'visit', outcome: 'completed' } as const
const email = { kind: 'email' } as const
const theyWrote = { kind: 'email', direction: 'inbound' } as const
const message = { kind: 'message' } as const
const note = { kind: 'note' } as const

export const ACTIVITIES: Told[] = [
  [30, '10:05', 'rep', 'Wei Zhang', spoke, 'Called Wei for the first time: they replace their sensors next year, 400 a plant.'],
  [29, '15:20', 'manager', 'Laura Bennett', met, 'Lunch with Laura: budget is planned in December, she decides above $50k.'],
  [28, '09:40', 'rep', 'Tom Fischer', voicemail, 'Left Tom a voicemail about the trial kits.'],
  [27, '11:15', 'rep', 'Priya Nair', theyCalled, 'Priya called us: wants a price list for wholesale before the season.'],
  [27, '16:00', 'rep', 'Priya Nair', email, 'Sent Priya the wholesale price list.'],
  [26, '10:30', 'manager', '王伟', visited, '拜访了锦程物流，参观了仓库，王总对看板很感兴趣。'],
  [25, '14:10', 'rep', 'Tom Fischer', spoke, 'Tom called back: two kits to try, results in four weeks.'],
  [24, '09:15', 'rep', 'Sofia Rossi', spoke, 'Sofia runs six clinics and wants one supplier for all of them.'],
  [23, '13:30', 'rep', 'Will Turner', noAnswer, 'Called Will about deliveries, no answer.'],
  [22, '10:00', 'rep', 'Wei Zhang', met, 'Demo for Wei and two engineers: liked the dashboard, asked about offline use.'],
  [21, '11:45', 'rep', '李娜', message, '微信给李娜发了产品资料。'],
  [20, '15:00', 'rep', 'Will Turner', spoke, 'Will wants deliveries on Mondays before 8, else the ramp is full.'],
  [19, '09:30', 'manager', 'Laura Bennett', email, 'Sent Laura the case study she asked for.'],
  [18, '16:20', 'rep', 'Sofia Rossi', email, 'Sent Sofia the offer for six clinics.'],
  [17, '10:50', 'rep', 'Priya Nair', spoke, 'Priya compares us with Fabrikam; price is close, delivery is what counts.'],
  [16, '14:00', 'rep', 'Acme Labs', note, 'Acme Labs moves into the new building in spring.'],
  [15, '11:00', 'rep', '李娜', spoke, '电话沟通：李娜需要三家比价，预算30万左右。'],
  [14, '09:20', 'rep', 'Wei Zhang', theyWrote, 'Wei wrote: offline use is solved for them, asks for a quote for two plants.'],
  [
    14,
    '17:10',
    'rep',
    'Wei Zhang',
    { ...email, amount: { value: 48000, currency: 'USD' } },
    'Sent Wei the quote: $48,000 for two plants.',
  ],
  [13, '10:15', 'rep', 'Sofia Rossi', voicemail, 'Left Sofia a voicemail about the offer.'],
  [
    12,
    '15:40',
    'manager',
    'Northwind Traders',
    { kind: 'meeting', outcome: 'rescheduled' },
    'Northwind moved the review by a week, stock-taking.',
  ],
  [11, '11:30', 'rep', 'Tom Fischer', message, 'Pinged Tom: second kit arrived, calibration tomorrow.'],
  [10, '09:50', 'rep', 'Sofia Rossi', spoke, 'Sofia needs the board; next meeting is on the first Monday of the month.'],
  [9, '14:30', 'manager', '王伟', met, '和王伟视频会议，确认了试点范围，两个仓库。'],
  [8, '10:40', 'rep', 'Laura Bennett', spoke, 'Laura fine with the price if payment is in two parts.'],
  [7, '16:45', 'manager', 'Priya Nair', met, 'Review at Northwind: they start with 3 shops, the rest in summer.'],
  [7, '17:30', 'rep', 'Will Turner', email, 'Sent Will the delivery plan for 3 shops.'],
  [
    6,
    '09:10',
    'rep',
    'Acme Corp',
    { kind: 'call', outcome: 'left_live_message' },
    'Wei is travelling; left a message with the front desk.',
  ],
  [5, '13:15', 'rep', '李娜', theyWrote, '李娜来邮件，希望价格再优惠5%。'],
  [5, '15:05', 'rep', 'Tom Fischer', { kind: 'call', outcome: 'busy' }, 'Tom was busy, try again next week.'],
  [
    4,
    '10:20',
    'rep',
    'Priya Nair',
    { ...spoke, amount: { value: 12500, currency: 'GBP' } },
    'Priya confirmed the first order, £12,500, delivery in two weeks.',
  ],
  [4, '11:55', 'manager', 'Sofia Rossi', note, 'The clinics also talk to Litware; their contract ends in March.'],
  [3, '09:35', 'rep', 'Wei Zhang', spoke, 'Wei is back: legal reads the contract, one question on warranty.'],
  [3, '16:10', 'rep', 'Wei Zhang', email, 'Sent Wei our warranty terms.'],
  [2, '10:05', 'rep', 'Will Turner', visited, 'Stopped by at the depot with Will: ramp is fine, labels must be larger.'],
  [2, '14:50', 'manager', '王伟', spoke, '王总同意优惠3%，下周签试点合同。'],
  [1, '09:45', 'rep', 'Tom Fischer', spoke, 'First kit measured well, Tom wants to show it to his head of research.'],
  [1, '11:20', 'rep', 'Laura Bennett', theyWrote, 'Laura asks for two dates to sign.'],
  [
    1,
    '15:30',
    'rep',
    'Sofia Rossi',
    { kind: 'meeting', outcome: 'no_show' },
    'Sofia missed the call, an emergency in one of the clinics.',
  ],
  [1, '16:40', 'rep', '李娜', message, '微信告诉李娜报价已更新。'],
]

/** Days from today (the past counts below zero), time of day if any, whose, about whom, what; and how it repeats. */
export type Open = [days: number, time: string | undefined, whose: Author, who: string, what: string, recurrence?: string]

export const TASKS: Open[] = [
  [-2, '10:00', 'rep', 'Tom Fischer', 'send Tom the calibration sheet'],
  [-1, undefined, 'manager', 'Sofia Rossi', 'find a new date with Sofia'],
  [0, undefined, 'rep', 'Laura Bennett', 'send Laura two dates to sign'],
  [0, '17:00', 'rep', '李娜', '给李娜回电确认报价'],
  [1, '09:30', 'rep', 'Wei Zhang', 'call Wei about the warranty question'],
  [3, '08:00', 'rep', 'Will Turner', 'check the larger labels with Will'],
  [6, '10:00', 'manager', '王伟', '准备试点合同'],
  [7, '09:00', 'rep', 'Northwind Traders', 'weekly look at the Northwind orders', 'FREQ=WEEKLY'],
]

/** Whose, with whom, what it is called, at which stage, what it is worth, and in so many days it is to close (below zero: it closed so long ago). */
export type Sold = [whose: Author, who: string, name: string, stage: Stage, amount: number, currency: string, days: number]

export const DEALS: Sold[] = [
  ['rep', 'Laura Bennett', 'Rollout at both sites', 'negotiation', 48_000, 'USD', 12],
  ['rep', 'Tom Fischer', 'Calibration kits', 'proposal', 9500, 'EUR', 30],
  ['rep', 'Priya Nair', 'First order', 'won', 12_500, 'GBP', -4],
  ['rep', '李娜', '年度运输', 'qualified', 300_000, 'CNY', 45],
  ['manager', 'Sofia Rossi', 'Clinics', 'prospecting', 22_000, 'EUR', 70],
  ['manager', '王伟', '试点合同', 'proposal', 120_000, 'CNY', 6],
]
