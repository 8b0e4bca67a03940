import { describe, expect, test } from 'vitest'
import { call, email, inbound, meeting, message, money, of, on, todo, visit } from './english/cast.ts'
import { type Case, factsOf, faultsOf } from './score.ts'

type Fact = Partial<Case['want']>
type Row = readonly [text: string, ...facts: Fact[]]

const CAST: Case['known'] = [
  { company: '星河物流', contacts: ['邓超然', '李梅'] },
  { company: '安达信托', contacts: ['呼延明', '赫连珊'] },
  { company: 'Acme Corp', contacts: ['Wei Zhang'] },
]
const DENG = of('星河物流', '邓超然')
const LI = of('星河物流', '李梅')
const HUYAN = of('安达信托', '呼延明')
const HELIAN = of('安达信托', '赫连珊')

/** Lines typed on Wednesday 25 November 2026 at 15:00 in Shanghai. */
const TABLES: Record<string, Row[]> = {
  'an abbreviation is no customer': [
    ['李梅说要找3个PM和2个SRE，今天整理JD', LI, todo('2026-11-25', 'jd')],
    ['邓超然让我周五前给BOM和CAD', DENG, todo('2026-11-27', 'bom')],
    ['收到李梅的PI，明天付', LI, todo('2026-11-26', '付')],
    ['李梅催QBR材料，下周一前发', LI, todo('2026-11-30', '发')],
    ['李梅说可以，周五前给MSA', LI, todo('2026-11-27', 'msa')],
    ['DPA已发，等回复'],
    ['给星河物流发SOW和XYZ', of('星河物流'), todo(undefined, '发')],
  ],
  'an abbreviation where a customer stands is one': [
    ['跟EKG聊了，要报价', of('EKG'), call('connected')],
    ['新客户EKG，要报价', of('EKG')],
    ['EKG来电，要两台', of('EKG'), call('connected'), inbound],
    ['给EKG发了邮件', of('EKG'), email],
    ['拜访EKG，聊了方案', of('EKG'), visit()],
    ['EKG 王总 明天见', of('EKG', '王总'), todo('2026-11-26', '见')],
  ],
  'a channel with an hour gone, and how it went': [
    ['李梅，上午9点Teams，谈得很顺利', LI, meeting('completed'), on('2026-11-25T09:00')],
    ['今天上午10点半demo，李梅很满意', LI, meeting('completed'), on('2026-11-25T10:30')],
    ['邓超然，中午coffee，聊了续约', DENG, meeting('completed'), on('2026-11-25T12:00')],
    ['李梅，明天上午10点Zoom', LI, todo('2026-11-26T10:00', 'zoom')],
    ['李梅，下午5点Teams', LI, todo('2026-11-25T17:00', 'teams')],
  ],
  'a message left with whoever answered': [
    ['给邓超然打电话，同事接的，留了话让他转达', DENG, call('left_live_message')],
    ['李梅不在，留个话请她老公转告', LI, call('left_live_message')],
    ['打给邓超然，他太太接的，留了句话麻烦她转告', DENG, call('left_live_message')],
    ['给李梅去电，学生接的，留了话请他转告', LI, call('left_live_message')],
    ['跟李梅聊了，请她转告老板', LI, call('connected')],
  ],
  'what is to be done once something else is': [
    ['周六9点盘点完给李梅打电话', LI, todo('2026-11-28T09:00', '电话')],
    ['明天10点开完会给邓超然发邮件', DENG, todo('2026-11-26T10:00', '邮件')],
    ['后天下午装完机联系李梅', LI, todo('2026-11-27T14:00', '联系')],
    ['周日21:00迁移完给邓超然发短信', DENG, todo('2026-11-29T21:00', '短信')],
    ['昨天跑完客户给李梅打电话，没人接', LI, call('no_answer'), on('2026-11-24')],
  ],
  'a wish addressed to us': [
    ['李梅来电：机器坏了，尽快派师傅', LI, call('connected'), inbound, todo(undefined, '派师傅')],
    ['邓超然发微信说漏水了，马上派人来修', DENG, message, inbound, todo(undefined, '派人')],
    ['邓超然来电：空调不制冷，尽快维修', DENG, call('connected'), inbound, todo(undefined, '维修')],
    ['李梅来信：货少了两箱，尽快补发', LI, email, inbound, todo(undefined, '补发')],
    ['李梅来电：最近很忙', LI, call('connected'), inbound],
  ],
  'a price is nobody’s name': [
    ['李梅要订20间房，12号前给房价', LI, todo('2026-12-12', '房价')],
    ['邓超然要用车，3号前给车价', DENG, todo('2026-12-03', '车价')],
    ['李梅要换仓，月底前给包费', LI, todo('2026-11-30', '包费')],
    ['李梅问运费，下周二前给她单价', LI, todo('2026-12-01', '单价')],
    ['李梅要加单，周五前给余款', LI, todo('2026-11-27', '余款')],
  ],
  'a verb whose object stands apart': [
    ['李梅11月20号见的面，方案OK', LI, meeting('completed'), on('2026-11-20')],
    ['昨天跟邓超然通的电话，他同意了', DENG, call('connected'), on('2026-11-24')],
    ['上周五跟李梅喝的咖啡，聊了续约', LI, meeting('completed'), on('2026-11-20')],
    ['前天和邓超然开的会，定了方案', DENG, meeting('completed'), on('2026-11-23')],
    ['昨天和李梅碰的头', LI, meeting('completed'), on('2026-11-24')],
  ],
  'what is paid each year is no rhythm of ours': [
    ['李梅说$20k per year没问题，周五前给合同', LI, money(20_000, 'USD'), todo('2026-11-27', '合同')],
    ['明天给邓超然报€3k per month', DENG, money(3_000, 'EUR'), todo('2026-11-26', '报')],
    ['年费每年8万，李梅接受，明天发合同', LI, money(80_000), todo('2026-11-26', '合同')],
    ['李梅说每月3万块，下周一签约', LI, money(30_000, 'CNY'), todo('2026-11-30', '签约')],
    ['给李梅发合同12万每年', LI, money(120_000), todo(undefined, '合同')],
    ['每年给邓超然寄礼品', DENG, todo('2027-11-25', '礼品'), { recurrence: 'FREQ=YEARLY' }],
  ],
  'a time agreed': [
    ['李梅刚发短信来，定了12月3号上午10点去看仓库', LI, message, inbound, todo('2026-12-03T10:00', '仓库')],
    ['跟李梅定了下周二去参观', LI, todo('2026-12-01', '参观')],
    ['李梅发来微信，定了周五下午2点来谈', LI, message, inbound, todo('2026-11-27T14:00', '谈')],
    ['订了周四中午跟李梅吃饭', LI, todo('2026-11-26T12:00', '吃饭')],
    ['定了上周的货'],
  ],
  'an event under a new lead': [
    ['新线索：蓝海风机 章博士 12/9上午商务洽谈', of('蓝海风机', '章博士'), todo('2026-12-09T09:00', '洽谈')],
    ['新客户：远山光伏 李工 12/3下午方案交流', of('远山光伏', '李工'), todo('2026-12-03T14:00', '交流')],
    ['新线索 恒丰储能 王总 12月8号上午产品对接', of('恒丰储能', '王总'), todo('2026-12-08T09:00', '对接')],
    ['李梅 12/10上午技术交流', LI, todo('2026-12-10T09:00', '交流')],
    ['邓超然技术部说方案可以', DENG],
  ],
  'what comes first is named last': [
    ['明天给李梅寄样品，今天先把合同发了', LI, todo('2026-11-25', '合同')],
    ['下周拜访邓超然，今天得先把方案改了', DENG, todo('2026-11-25', '方案')],
    ['后天给李梅报价，明天先把成本算了', LI, todo('2026-11-26', '成本')],
    ['下个月初去李梅那边，今天先把PPT做了', LI, todo('2026-11-25', 'ppt')],
    ['昨天先把报价发了，李梅没回', LI],
  ],
  'a trip to them': [
    ['跑了一趟星河物流，邓超然很满意', DENG, visit()],
    ['去了一趟星河物流李梅挺热情合同当场签了', LI, visit()],
    ['跑了趟星河物流，李梅不在', LI, visit()],
    ['下午跑了一趟，邓超然同意续约', DENG, visit(), on('2026-11-25T14:00')],
    ['星河物流跑了一趟，李梅说要加单', LI, visit()],
  ],
  'a meal called off': [
    ['李梅临时取消了明天的lunch', LI, meeting('canceled')],
    ['邓超然取消了今天的dinner，改天再约', DENG, meeting('canceled'), todo(undefined, '约')],
    ['李梅突然取消了下午的咖啡', LI, meeting('canceled')],
    ['邓超然把周五的coffee推迟到下周一了', DENG, meeting('rescheduled'), todo('2026-11-30', 'coffee')],
    ['李梅取消了订单', LI],
  ],
  'family names of two characters': [
    ['呼延总来电，要合同', HUYAN, call('connected'), inbound],
    ['给赫连总发了邮件', HELIAN, email],
    ['拜访宇文总，聊了方案', { contact: '宇文总' }, visit()],
    ['昨天见了长孙经理', { contact: '长孙经理' }, meeting('completed'), on('2026-11-24')],
    ['新线索：大通 澹台总，要报价', of('大通', '澹台总')],
  ],
}

describe.each(Object.entries(TABLES))('%s', (cause, rows) => {
  test.each(rows.map(([text, ...facts]) => [text, facts] as const))('%s', (text, facts) => {
    const want = Object.assign({ kind: 'note' }, ...facts) as Case['want']
    const row = { id: cause, text, now: '2026-11-25T15:00:00+08:00', zone: 'Asia/Shanghai', known: CAST, want }
    expect(faultsOf(row, factsOf(row))).toEqual([])
  })
})
