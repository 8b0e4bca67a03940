import { beforeAll, describe, expect, test } from 'vitest'
import { Ask } from '../../../src/bot/errors.ts'
import { logActivity } from '../../../src/crm/activities/activities.ts'
import { addCustomer, byRef, indexFor, suggestCustomers, theCustomer } from '../../../src/crm/customers/customers.ts'
import { understand } from '../../../src/understanding/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { aWorkspace, buttonOf, cardOf, said, type World } from './world.ts'

const database = await freshDatabase()
let acme: World
let others: World

beforeAll(async () => {
  acme = await aWorkspace(database)
  others = await aWorkspace(database, { name: 'Others' })
  for (const line of [
    'add company Acme Corp acme.com +1 415 555 0100',
    'add company Acme Labs',
    'add company Northwind Traders email=office@northwind.example, phone=030 901820',
    'add company 锦程物流有限公司',
    'add company 100% Pure_Water \\ Sons',
    "add company O'Brien & Söhne GmbH",
    'add contact Wei Zhang at Acme Corp wei@acme.com +1 415 555 0111',
    'add contact Laura Bennett at Acme Corp',
    'add contact Tom Fischer at Acme Labs',
    'add contact Priya Nair at Northwind Traders priya@northwind.example',
    'add contact Laura Stone at Northwind Traders',
    'add contact 王伟 at 锦程物流',
    'add contact May Chen',
  ])
    await acme.type(line)
  await others.type('add company Globex globex.com +1 415 555 0199')
  await others.type('add contact Hidden Person at Globex hidden@globex.com')
})

const asked = (field = 'customer') => ({ operation: 'last', input: {}, field })
const named = async (typed: string, world = acme) => {
  try {
    return (await theCustomer(world.context(), typed, { ...asked(), input: { customer: typed } })).name
  } catch (error) {
    if (!(error instanceof Ask)) throw error
    return cardOf(error.reply)
  }
}

describe('one customer is found', () => {
  test.each([
    ['acme corp', 'Acme Corp'],
    ['ACME CORPORATION', 'Acme Corp'],
    ['northwind', 'Northwind Traders'],
    ['Nortwind', 'Northwind Traders'],
    ['nrothwind traders', 'Northwind Traders'],
    ['wei', 'Wei Zhang (Acme Corp)'],
    ['zhang', 'Wei Zhang (Acme Corp)'],
    ['Wei at Acme', 'Wei Zhang (Acme Corp)'],
    ['Wei Zhang (Acme Corp)', 'Wei Zhang (Acme Corp)'],
    ['laura at northwind', 'Laura Stone (Northwind Traders)'],
    ['Fisher', 'Tom Fischer (Acme Labs)'],
    ['锦程物流', '锦程物流有限公司'],
    ['锦程', '锦程物流有限公司'],
    ['王总', '王伟 (锦程物流有限公司)'],
    ['wang wei', '王伟 (锦程物流有限公司)'],
    ['jincheng', '锦程物流有限公司'],
    ['May Chen', 'May Chen'],
    ['obrien', "O'Brien & Söhne GmbH"],
    ['100% pure_water', '100% Pure_Water \\ Sons'],
    ['WEI@acme.com', 'Wei Zhang (Acme Corp)'],
    ['nobody@acme.com', 'Acme Corp'],
    ['acme.com', 'Acme Corp'],
    ['https://www.acme.com/contact', 'Acme Corp'],
    ['office@northwind.example', 'Northwind Traders'],
    ['northwind.example', 'Northwind Traders'],
    ['+1 (415) 555-0111', 'Wei Zhang (Acme Corp)'],
    ['415.555.0111', 'Wei Zhang (Acme Corp)'],
    ['5550111', 'Wei Zhang (Acme Corp)'],
    ['030 901820', 'Northwind Traders'],
    ['+49 30 901820', 'Northwind Traders'],
  ])('%s is %s', async (typed, name) => {
    expect(await named(typed)).toBe(name)
  })

  test('a reference is taken as it is', async () => {
    const { ref } = await theCustomer(acme.context(), 'wei', asked())
    expect(ref).toMatch(/^contact:/)
    expect(await named(ref)).toBe('Wei Zhang (Acme Corp)')
  })
})

test('a domain that everybody has leads to nobody', async () => {
  await acme.type('add contact Eve Private at Acme Labs eve@gmail.com')
  expect(await named('eve@gmail.com')).toBe('Eve Private (Acme Labs)')
  for (const typed of ['jim@gmail.com', 'gmail.com']) expect(typeof (await named(typed))).toBe('object')
})

describe('two that fit are asked about', () => {
  test('companies as buttons that go on with the pick', async () => {
    const card = await named('acme')
    if (typeof card === 'string') throw new Error(card)
    expect(card.buttons?.map((one) => one.label)).toEqual(['Acme Corp', 'Acme Labs', 'Cancel'])
    const picked = card.buttons?.[1]
    expect(picked?.operation).toBe('last')
    expect(await named(String(picked?.input.customer))).toBe('Acme Labs')
  })

  test('people with their companies', async () => {
    const card = await named('laura')
    if (typeof card === 'string') throw new Error(card)
    expect(said(card)).toContain('[Laura Bennett (Acme Corp)] [Laura Stone (Northwind Traders)]')
  })

  test('more than five in a list', async () => {
    const many = await aWorkspace(database, { name: 'Many' })
    for (let at = 1; at <= 30; at++) await many.type(`add company Global ${at} Works`)
    const card = await named('global', many)
    if (typeof card === 'string') throw new Error(card)
    expect(card.pick?.options).toHaveLength(25)
    expect(card.buttons?.map((one) => one.label)).toEqual(['Cancel'])
  })
})

describe('nobody fits', () => {
  test('the ways on keep the words', async () => {
    const card = await named('Initech')
    if (typeof card === 'string') throw new Error(card)
    expect(said(card)).toContain("I don't know Initech")
    expect(buttonOf(card, 'Add Initech')).toMatchObject({ operation: 'add company', input: { name: 'Initech' }, form: true })
    expect(buttonOf(card, 'Cancel').input).toEqual({ text: 'Initech' })
  })

  test('the nearest names are offered', async () => {
    const card = await named('Northwest Traders')
    if (typeof card === 'string') throw new Error(card)
    expect(said(card)).toContain('[Northwind Traders]')
  })

  test('an unknown address goes into the form of a contact', async () => {
    const card = await named('jim@initech.example')
    if (typeof card === 'string') throw new Error(card)
    expect(buttonOf(card, 'Add jim@initech.example')).toMatchObject({
      operation: 'add contact',
      input: { email: 'jim@initech.example' },
    })
  })

  test('log adds and goes on with the same words', async () => {
    const ask = { operation: 'log', input: { line: 'called', customer: 'Initrode' }, field: 'customer' }
    const card = await theCustomer(acme.context(), 'Initrode', ask).catch((error: Ask) => cardOf(error.reply))
    const add = buttonOf(card as ReturnType<typeof cardOf>, 'Add Initrode and log')
    expect(add.input).toEqual({ line: 'called', customer: 'Initrode', add: 'company' })
    expect((await theCustomer(acme.context(), 'Initrode', { ...ask, input: add.input })).name).toBe('Initrode')
  })

  test.each([
    "'; DROP TABLE companies; --",
    '%',
    '_',
    '\\',
    '%%%_%',
    '\u202Eevil',
    '🙂',
    '<!channel>',
    '   ',
    '*'.repeat(500),
    'x'.repeat(40_000),
    '{}',
    '$$',
  ])('text that is no name finds nobody: %j', async (typed) => {
    expect(typeof (await named(typed))).toBe('object')
    expect(await suggestCustomers(acme.context(), typed.trim() || '%')).toEqual([])
  })
})

describe('another workspace is never seen', () => {
  test.each([
    'Globex',
    'globex.com',
    'hidden@globex.com',
    'nobody@globex.com',
    '+1 415 555 0199',
    '5550199',
    'Hidden Person',
    'Globx',
  ])('%s', async (typed) => {
    expect(typeof (await named(typed))).toBe('object')
    expect(said((await named(typed)) as ReturnType<typeof cardOf>)).not.toContain('[Globex]')
    expect(await suggestCustomers(acme.context(), typed)).toEqual([])
    const facts = understand(`called ${typed}`, {
      ...acme.context(),
      customers: await indexFor(acme.context(), `called ${typed}`),
    })
    expect(facts.customer.status).not.toBe('known')
  })

  test('nor by its reference', async () => {
    const { ref } = await theCustomer(others.context(), 'globex', asked())
    await expect(byRef(acme.context(), ref)).rejects.toThrow('I no longer know that customer')
  })

  test('nor a deleted one', async () => {
    const { companyId, ref } = await addCustomer(acme.context(), { company: 'Vandelay' })
    await database.prisma.company.updateMany({ where: { id: companyId ?? '' }, data: { archivedAt: new Date(0) } })
    await expect(byRef(acme.context(), ref)).rejects.toThrow('I no longer know')
    expect(typeof (await named('vandelay'))).toBe('object')
    expect(await suggestCustomers(acme.context(), 'vandelay')).toEqual([])
  })
})

describe('suggestions', () => {
  test('what begins so comes first, companies before people, labels that a platform can show', async () => {
    const world = await aWorkspace(database, { name: 'Suggestions' })
    for (const name of ['Wellington Foods', 'Welt AG', 'Old Well Ltd', 'x'.repeat(150)]) await world.type(`add company ${name}`)
    await world.type('add contact Well Ington at Welt AG')
    const labels = async (typed: string) => (await suggestCustomers(world.context(), typed)).map((one) => one.label)
    expect(await labels('wel')).toEqual(['Wellington Foods', 'Welt AG', 'Well Ington (Welt AG)', 'Old Well Ltd'])
    expect(await labels('well')).toEqual(['Wellington Foods', 'Well Ington (Welt AG)', 'Old Well Ltd', 'Welt AG'])
    expect(await labels('welington')).toContain('Wellington Foods')
    expect((await labels('xxx'))[0]).toHaveLength(100)
    expect((await labels('')).sort()).toEqual((await labels(' ')).sort())
  })

  test('nothing typed: the ones I dealt with last, the newest first, each once', async () => {
    const world = await aWorkspace(database, { name: 'Recent' })
    for (const name of ['Alpha', 'Beta', 'Gamma']) await world.type(`add company ${name}`)
    const labels = async () => (await suggestCustomers(world.context(), '')).map((one) => one.label)
    expect(await labels()).toEqual(['Gamma', 'Beta', 'Alpha'])
    for (const [name, at] of [
      ['Alpha', '2026-11-20T10:00'],
      ['Beta', '2026-11-23T10:00'],
      ['Alpha', '2026-11-21T10:00'],
    ] as const) {
      const customer = await theCustomer(world.context(), name, asked())
      await logActivity(world.context(), { ...customer, kind: 'call', note: 'spoke', at })
    }
    expect(await labels()).toEqual(['Beta', 'Alpha'])
  })
})
