import { beforeEach, describe, expect, test } from 'vitest'
import { addCustomer, suggestCustomers, theCustomer } from '../../../src/crm/customers/customers.ts'
import { readNumber } from '../../../src/crm/fields/number.ts'
import { countryOf, readDomain, readEmail, readPhone } from '../../../src/crm/fields/reach.ts'
import { inTransaction } from '../../../src/database/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { aWorkspace, buttonOf, refusal, said, type World } from '../customers/world.ts'

const database = await freshDatabase()
const db = database.prisma
let ana: World

beforeEach(async () => {
  ana = await aWorkspace(database)
})

const companies = () => db.company.findMany({ where: { workspaceId: ana.caller.workspace.id, archivedAt: null } })

describe('add company', () => {
  test.each([
    ['Globex', { name: 'Globex' }],
    ['Globex globex.com +1 415 555 0100', { name: 'Globex', domains: ['globex.com'], phones: ['+14155550100'] }],
    [
      'Globex Corp, INFO@Globex.com, https://www.globex.com/about',
      { name: 'Globex Corp', emails: ['info@globex.com'], domains: ['globex.com'] },
    ],
    [
      'Initech industry=Real estate, city=New York employees=1,200 revenue=3.5m founded=1999',
      { name: 'Initech', industry: 'Real estate', city: 'New York', employees: 1200, founded: 1999 },
    ],
    ['Booking.com', { name: 'Booking.com', domains: [] }],
    ['7-Eleven', { name: '7-Eleven', phones: [] }],
    ['Studio 54', { name: 'Studio 54' }],
    ['Berlin Bau 030 901820', { name: 'Berlin Bau', phones: ['+4930901820'] }],
    ['锦程物流有限公司 行业=物流', { name: '锦程物流有限公司', industry: '物流' }],
    ["O'Brien & Sons'); DROP TABLE companies; --", { name: "O'Brien & Sons'); DROP TABLE companies; --" }],
    ['<!channel> *_~` @everyone', { name: '<!channel> *_~` @everyone' }],
  ])('%s', async (line, want) => {
    await ana.type(`add company ${line}`)
    expect(await companies()).toMatchObject([want])
  })

  test('says what was added, and is taken back by its button', async () => {
    const reply = await ana.type('add company Globex globex.com')
    expect(said(reply)).toBe('Added Globex\nWebsite: globex.com\n[Log] [Add contact] [Edit] [Undo]')
    await ana.run(buttonOf(reply, 'Undo'))
    expect(await companies()).toEqual([])
    expect(await suggestCustomers(ana.context(), 'globex')).toEqual([])
  })

  test.each(['globex', 'GLOBEX', ' Globex. '])(
    '%j stands already as Globex: asked, and added only when it is another',
    async (again) => {
      await ana.type('add company Globex')
      const asked = await ana.type(`add company ${again} industry=Steel`)
      expect(said(asked)).toContain('Globex stands already')
      expect(await companies()).toHaveLength(1)
      await ana.run(buttonOf(asked, 'Add another of that name'))
      expect((await companies()).map((one) => one.industry)).toEqual([null, 'Steel'])
    },
  )

  test('two who add the same name at once make one', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => inTransaction(db, (tx) => addCustomer({ ...ana.context(), db: tx }, { company: 'Globex' }))),
    )
    expect(first?.ref).toBe(second?.ref)
    expect(await companies()).toHaveLength(1)
  })

  test('an unknown field, a name of nothing, a wrong value', async () => {
    expect(await refusal(ana.type('add company Globex colour=red'))).toContain('“colour”')
    expect(await refusal(ana.type('add company !!!'))).toContain('needs a name')
    expect(await refusal(ana.type('add company Globex founded=soon'))).toContain('Founded')
    expect(await companies()).toEqual([])
  })
})

describe('a further name', () => {
  const teach = async (name: string) => ana.run({ operation: 'alias', input: { company: (await companies())[0]!.id, name } })
  const named = async (typed: string) =>
    (await theCustomer(ana.context(), typed, { operation: 'test', input: {}, field: 'customer' })).name

  test('finds the company from then on, and is taken back', async () => {
    await ana.type('add company International Business Machines')
    const reply = await teach('Big Blue')
    expect(said(reply)).toContain('From now on “Big Blue” means International Business Machines.')
    expect(await named('big blue')).toBe('International Business Machines')
    expect(said(await teach('BIG BLUE'))).toContain('already')
    expect(said(await ana.type('add company Big Blue'))).toContain('stands already')
    await ana.run(buttonOf(reply, 'Undo'))
    await expect(named('big blue')).rejects.toThrow()
  })

  test('survives a new name', async () => {
    await ana.type('add company Globex')
    await teach('Big Blue')
    await ana.type('edit globex name=Initech')
    expect(await named('big blue')).toBe('Initech')
  })

  test('is not another customer’s name', async () => {
    await ana.type('add company Globex')
    await ana.type('add company Initech')
    expect(await refusal(teach('Initech'))).toContain('another customer')
  })
})

test.each([
  ['+1 415 555 0100', 'Europe/Berlin', '+14155550100'],
  ['030 901820', 'Europe/Berlin', '+4930901820'],
  ['(415) 555-0100', 'America/Los_Angeles', '+14155550100'],
  ['138 0013 8000', 'Asia/Shanghai', '+8613800138000'],
  ['020 7946 0130', 'Europe/London', '+442079460130'],
  ['＋86 138 0013 8000', 'UTC', '+8613800138000'],
  ['415 555 0100 ext. 12', 'America/New_York', '+14155550100 ext. 12'],
  ['999 9999', 'UTC', '999 9999'],
  ['12345', 'Europe/Berlin', undefined],
  ['call me', 'Europe/Berlin', undefined],
])('phone %s in %s', (typed, zone, want) => expect(readPhone(typed, zone)).toBe(want))

test.each([
  ['Asia/Kolkata', 'IN'],
  ['Asia/Calcutta', 'IN'],
  ['America/New_York', 'US'],
  ['UTC', undefined],
  ['Nowhere/Such', undefined],
])('country of %s', (zone, want) => expect(countryOf(zone)).toBe(want))

test('addresses', () => {
  expect(readEmail(' <Wei@ACME.com> ')).toBe('wei@acme.com')
  expect(readEmail('wei@acme')).toBeUndefined()
  expect(readDomain('https://www.Acme.com:8080/a?b')).toBe('acme.com')
  expect(readDomain('acme')).toBeUndefined()
})

test.each([
  ['1,100.04', 1100.04],
  ['2 800', 2800],
  ['$12k', 12_000],
  ['3.5 million', 3_500_000],
  ['30万', 300_000],
  ['many', undefined],
])('number %s', (typed, want) => expect(readNumber(typed)).toBe(want))
