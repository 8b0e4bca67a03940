import { beforeAll, expect, test } from 'vitest'
import { createCompany } from '../../../src/crm/companies/companies.ts'
import { createContact } from '../../../src/crm/contacts/contacts.ts'
import { indexFor } from '../../../src/crm/customers/customers.ts'
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
  锦绣科技有限公司: ['王芳'],
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

test('a text of 40,000 characters stays quick', async () => {
  const text = `called Priya Nair ${'word another wei laura 王伟 '.repeat(1600)}`
  const began = performance.now()
  await indexFor(ana.context(), text)
  expect(performance.now() - began).toBeLessThan(5_000)
})
