import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createCompany } from '../../../src/crm/companies/companies.ts'
import { createContact } from '../../../src/crm/contacts/contacts.ts'
import { indexFor, suggestCustomers } from '../../../src/crm/customers/customers.ts'
import { lookup } from '../../../src/crm/customers/lookup.ts'
import { type CustomerIndex, customerIndex, resolveCustomer, understand } from '../../../src/understanding/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { aWorkspace, type World } from './world.ts'

/** The index that the database fetches for a text must decide as one over all customers does. */

const database = await freshDatabase()
let ana: World
let all: CustomerIndex

const FAMOUS: Record<string, string[]> = {
  'Acme Corp': ['Wei Zhang', 'Laura Bennett'],
  'Acme Labs': ['Tom Fischer', 'Wei Chen'],
  'Northwind Traders': ['Priya Nair', 'Will Turner', 'Laura Stone'],
  'Delta Dental': ['May Chen'],
  'March LLC': ['Grace Kim'],
  '7-Eleven': ['Ann-Marie O’Neill'],
  'AT&T Inc.': ['José Müller'],
  'The Company Ltd': [],
  锦程物流有限公司: ['王伟', '李娜'],
  锦绣科技有限公司: ['王芳', '欧阳修远', '张敏'],
  华泰科技: ['张强', '吕晓明', '单雄信'],
  重庆银行: ['曾国强'],
  'Bank of Ohio': ['Chris Hill'],
  'Umbrex Corp': [],
  'Initech Holdings': ['Katarzyna Lindqvist'],
}
const FIRST = ['Wei', 'Laura', 'Tom', 'Will', 'May', 'Grace']
const crowd = (at: number) => ({ name: `Crowd ${at} Corp`, people: FIRST.map((first) => `${first} Crowd${at}`) })

beforeAll(async () => {
  ana = await aWorkspace(database)
  const everyone = [
    // More of each first name than a lookup takes: the rare ones must come all the same.
    ...Array.from({ length: 80 }, (_, at) => crowd(at)),
    ...Object.entries(FAMOUS).map(([name, people]) => ({ name, people })),
  ]
  const known = []
  for (const { name, people } of everyone) {
    const company = await createCompany(ana.context(), { name })
    const contacts = []
    for (const person of people) contacts.push(await createContact(ana.context(), { name: person, companyId: company.id }))
    known.push({ id: company.id, name, contacts })
  }
  const loose = await createContact(ana.context(), { name: 'Jim Alone' })
  all = customerIndex(known, [loose])
})

const outcome = (match: ReturnType<typeof resolveCustomer>) =>
  match.status === 'ambiguous' ? { status: match.status, two: match.candidates.length > 1 } : { ...match, nearest: undefined }

test.each([
  'acme',
  'Acme Corp',
  'acme lab',
  'wei at acme corp',
  'Wei Zhang',
  'wei chen',
  'zhang',
  'Laura Stone',
  'laura at northwind',
  'Northwnd',
  'Norhtwind Traders',
  'Delta Dental',
  'Delta Airlines',
  'May Chen',
  'March',
  '7-eleven',
  'at&t',
  'jose muller',
  'The Company',
  'bank of ohio',
  'Crowd 7',
  'Wei Crowd7',
  'Jim Alone',
  '锦程',
  '锦',
  '王总',
  '王伟',
  'wang wei',
  'lina',
  'jincheng',
  'zhang',
  'Zhang Min',
  'min zhang',
  'zhangmin',
  'wangwei',
  'weiwang',
  'Wang',
  'ouyang xiuyuan',
  'Ouyang',
  'xiuyuan',
  'lv xiaoming',
  'lu xiaoming',
  'lü xiao ming',
  'shan xiongxin',
  'dan xiongxin',
  'zeng guoqiang',
  'hua tai',
  'huatai keji',
  'jinch',
  'chongqing yinhang',
  '张总',
  '小王',
  '欧阳',
  '锦程物流有限公司',
  '锦城',
  '王伟 (锦程物流有限公司)',
  'Globex',
  'Fisher',
  'Bennet',
  'Umberx',
  'umbrax',
  'Umbrex Crop',
  'Initehc',
  'Intech',
  'Innitech',
  'Initeck Holdngs',
  'Katarzina Lindquist',
  'lindkvits',
  'katazryna',
])('typed: %s', async (typed) => {
  const plain = resolveCustomer(typed, await lookup(ana.context(), typed))
  const slips = resolveCustomer(typed, await lookup(ana.context(), typed, { slips: true }))
  const want = outcome(resolveCustomer(typed, all))
  expect(outcome(slips)).toEqual(want)
  if (plain.status === 'ambiguous' || (plain.status === 'known' && plain.contact?.id)) expect(outcome(plain)).toEqual(want)
})

test.each([
  'Acme Corp: spoke to Wei, wants a quote, call back Tuesday 10am',
  'called Northwind, left voicemail for Priya',
  'met with Laura Bennett yesterday, will send the offer in May',
  'spoke to Will at Northwind about the corp account of the company',
  'spoke with Wei Zhang and Laura Stone',
  'email from May Chen, wants the Bank of Ohio reference',
  'called Grace Kim at March',
  '拜访了锦程物流，李娜说预算30万，下周二跟进',
  '给王总打电话，没人接',
  '上午先把仓库里积压的样品清点了一遍，又跟同事核对了上个月几家老客户的账目和发票，中午开完例会以后整理了下半年的排期，下午总算抽出时间去锦程物流拜访了李娜',
  'spoke to wang wei, wants a quote',
  'called Wei Wang at 锦程, no answer',
  'met with Zhang yesterday',
  'met with zhang qiang and li na',
  'call jincheng back tomorrow',
  'lunch with ouyang xiuyuan and Laura Bennett',
  'you can call me back',
  'Huatai Keji: left a message',
  '跟zhang min聊了，要报价',
  'called Nortwind, no answer',
  'Globex: no answer',
  'sent the price list, nothing else to report',
  `${'talked about many things with the whole team and '.repeat(20)} called Priya Nair`,
])('line: %s', async (line) => {
  const moment = ana.context()
  const fetched = understand(line, { ...moment, customers: await indexFor(ana.context(), line) })
  const whole = understand(line, { ...moment, customers: all })
  expect(outcome(fetched.customer)).toEqual(outcome(whole.customer))
  expect(fetched.facts.kind).toBe(whole.facts.kind)
})

test.each([
  ['wang wei', '王伟 (锦程物流有限公司)'],
  ['Wei Wang', '王伟 (锦程物流有限公司)'],
  ['lv xiaoming', '吕晓明 (华泰科技)'],
  ['ouyang xiuyuan', '欧阳修远 (锦绣科技有限公司)'],
  ['zeng guoqiang', '曾国强 (重庆银行)'],
  ['huatai keji', '华泰科技'],
  ['chongqing yinhang', '重庆银行'],
  ['zhang', 'Wei Zhang (Acme Corp), 张强 (华泰科技), 张敏 (锦绣科技有限公司)'],
  ['wang', '王伟 (锦程物流有限公司), 王芳 (锦绣科技有限公司)'],
])('by its sound: %s is %s', async (typed, who) => {
  const labels = (index: CustomerIndex) => {
    const match = resolveCustomer(typed, index)
    if (match.status === 'ambiguous') return match.candidates.map(({ label }) => label).join(', ')
    if (match.status !== 'known') return match.status
    return match.contact ? `${match.contact.name} (${match.company?.name})` : match.company?.name
  }
  expect(labels(all)).toBe(who)
  expect(labels(await lookup(ana.context(), typed))).toBe(who)
  const [first] = await suggestCustomers(ana.context(), typed)
  expect(who).toContain(first?.label)
})

test.each([
  ['wang w', '王伟'],
  ['zhang q', '张强'],
  ['wei zh', 'Wei Zhang'],
  ['zhang w', 'Wei Zhang'],
  ['锦程', '锦程物流有限公司'],
])('while typing “%s”, %s is suggested', async (typed, name) => {
  expect((await suggestCustomers(ana.context(), typed)).map(({ label }) => label).join()).toContain(name)
})

const slip = fc.record({
  at: fc.nat(20),
  kind: fc.constantFrom('drop', 'double', 'swap', 'other'),
  letter: fc.constantFrom(...'aeirstx'),
})
const mistyped = (name: string, { at, kind, letter }: { at: number; kind: string; letter: string }): string => {
  const i = at % name.length
  const [a, b] = [name.slice(0, i), name.slice(i + 1)]
  if (kind === 'drop') return a + b
  if (kind === 'double') return a + name[i] + name[i] + b
  return kind === 'swap' ? `${a}${b[0] ?? ''}${name[i]}${b.slice(1)}` : a + letter + b
}

test('whatever slip is made in a name, the database decides as the memory does', async () => {
  const names = [...Object.keys(FAMOUS), ...Object.values(FAMOUS).flat()].filter((name) => !/\p{Script=Han}/u.test(name))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), slip, async (name, one) => {
      const typed = mistyped(name, one)
      const fetched = resolveCustomer(typed, await lookup(ana.context(), typed, { slips: true }))
      expect(outcome(fetched), typed).toEqual(outcome(resolveCustomer(typed, all)))
    }),
    { numRuns: 120 },
  )
}, 120_000)

test('a text of 40,000 characters stays quick', async () => {
  const text = `called Priya Nair ${'word another wei laura 王伟 '.repeat(1600)}`
  const began = performance.now()
  await indexFor(ana.context(), text)
  expect(performance.now() - began).toBeLessThan(5_000)
})
