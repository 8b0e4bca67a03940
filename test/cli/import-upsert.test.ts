import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { importer } from '../support/importing.ts'
import { cardOf, rapport, said } from '../support/rapport.ts'

const database = await freshDatabase()
const db = database.prisma
const house = await rapport({ over: database })
const { file, run } = await importer(database, house.clock.now)
const ana = house.person('Ana')
await ana.say('help')
await house.person('Bo').say('help')

beforeEach(async () => {
  await db.contact.deleteMany()
  await db.company.deleteMany()
  await db.change.deleteMany()
})

const take = async (rows: string[], ...typed: string[]) =>
  (await run(await file('list.csv', `${rows.join('\n')}\n`), ...typed)).out
const companies = () => db.company.findMany({ where: { archivedAt: null }, orderBy: { name: 'asc' } })
const contacts = () => db.contact.findMany({ where: { archivedAt: null }, orderBy: { name: 'asc' } })

describe('a record is known again', () => {
  const HUBSPOT = ['Record ID,Company name,Company owner,City', '11,Globex,Bo,Bonn']

  test('by its id in the program it came from, whatever it is called by now', async () => {
    await take(HUBSPOT)
    expect(await companies()).toMatchObject([{ name: 'Globex', source: 'hubspot', externalId: '11' }])
    const out = await take(['Record ID,Company name,Company owner,City', '11,Globex International,Bo,'])
    expect(out).toContain('companies: 0 new, 1 updated, 0 unchanged')
    expect(await companies()).toMatchObject([{ name: 'Globex International', city: 'Bonn', externalId: '11' }])
    expect(said(await ana.say('show globex international'))).toContain('Globex International')
  })

  test('another id is another company, though it be called the same; a list without ids does not guess between them', async () => {
    await take([...HUBSPOT, '12,Globex,,Kiel'])
    expect(await companies()).toMatchObject([{ externalId: '11' }, { externalId: '12' }])
    expect(await take(['company,city', 'Globex,Ulm'])).toContain('there are 2 companies named Globex')
    expect(await take([...HUBSPOT, '12,Globex,,Kiel'])).toContain('companies: 0 new, 0 updated, 2 unchanged')
  })

  test('people find their company by its id, and children their parent', async () => {
    await take(['Account ID,Account Name,Parent Account ID,Billing City', '2,Globex,,Bonn', '3,Globex,2,Kiel'])
    await take(['Contact ID,First Name,Last Name,Account ID,Account Name,Mailing City', '9,Wei,Zhang,3,Globex,X'])
    const [bonn, kiel] = (await companies()).sort((a, b) => String(a.externalId).localeCompare(String(b.externalId)))
    expect(kiel).toMatchObject({ city: 'Kiel', parentId: bonn?.id })
    expect(await contacts()).toMatchObject([{ name: 'Wei Zhang', companyId: kiel?.id, source: 'salesforce', externalId: '9' }])
  })

  test('a person by an e-mail address of their own, also under another name and at another company', async () => {
    await take(['company,contact,email', 'Globex,Bill Zhang,wei@globex.com'])
    expect(await take(['company,contact,email', 'Initech,William Zhang,WEI@globex.com'])).toContain('contacts: 0 new, 1 updated')
    const initech = (await companies()).find(({ name }) => name === 'Initech')
    expect(await contacts()).toMatchObject([{ name: 'William Zhang', companyId: initech?.id }])
  })

  test('not by one that a whole company reads', async () => {
    await take(['company,contact,email', 'Globex,Wei Zhang,info@globex.com', 'Globex,Laura Bennett,info@globex.com'])
    expect(await contacts()).toHaveLength(2)
  })

  test('by a phone number, however it is written, and the same name; not by the number alone', async () => {
    await take(['contact,mobile', 'Wei Zhang,+49 228 123456'])
    const out = await take(['company,contact,mobile', 'Globex,Wei Zhang,0228 / 12 34 56', 'Globex,Laura Bennett,0228 123456'])
    expect(out).toContain('contacts: 1 new, 1 updated, 0 unchanged')
    expect(await contacts()).toMatchObject([
      { name: 'Laura Bennett' },
      { name: 'Wei Zhang', companyId: (await companies())[0]?.id },
    ])
  })

  test('by name and company; a namesake elsewhere is somebody else', async () => {
    const rows = ['company,contact,title', 'Globex,Wei Zhang,CTO', 'Initech,Wei Zhang,CFO', ',Wei Zhang,']
    expect(await take(rows)).toContain('contacts: 3 new')
    expect(await take(rows)).toContain('contacts: 0 new, 0 updated, 3 unchanged')
  })

  test('by a further name that it was given', async () => {
    await take(['company,city', 'International Business Machines,Armonk'])
    await ana.say('edit international business machines alias=Big Blue')
    await db.company.updateMany({ data: { aliases: ['Big Blue'] } })
    expect(await take(['company,industry', 'big blue,Computers'])).toContain('companies: 0 new, 1 updated')
    expect(await companies()).toMatchObject([{ name: 'International Business Machines', industry: 'Computers' }])
  })
})

test('two rows of one company are joined and said; nothing filled is emptied', async () => {
  const out = await take(['company,city,phone', 'Globex,Bonn,', 'Initech,,', 'GLOBEX,,+49 228 123456', 'Globex,,'])
  expect(out).toContain('rows of one company, joined: lines 4 with 2, 5 with 2')
  expect(await companies()).toMatchObject([{ name: 'Globex', city: 'Bonn', phones: ['+49228123456'] }, { name: 'Initech' }])
})

test('the owner is the member of that name, or whose name the address spells; else the importer', async () => {
  const out = await take(['company,owner', 'Globex,bo', 'Initech,bo@acme.example', 'Umbrella,Zoe', 'Hooli,'])
  const ids = new Map((await db.member.findMany()).map(({ name, id }) => [name, id]))
  const owners = Object.fromEntries((await companies()).map(({ name, ownerId }) => [name, ownerId]))
  expect(owners).toEqual({ Globex: ids.get('Bo'), Initech: ids.get('Bo'), Umbrella: ids.get('Ana'), Hooli: ids.get('Ana') })
  expect(out).toContain('owners who are no members here: Zoe (1 row)')
})

test('over several batches: nothing twice, joined across them, and all of it taken back', async () => {
  const rows = Array.from(
    { length: 2500 },
    (_, at) => `Firm ${at % 2400},${at < 2400 ? '' : 'Bonn'},Person ${at},p${at}@example.com`,
  )
  const list = ['company,city,contact,email', ...rows]
  expect(await take(list)).toContain('companies: 2400 new')
  const before = await db.change.count()
  expect(await take(list)).toMatch(/companies: 0 new, 0 updated, 2400 unchanged\n {2}contacts: 0 new, 0 updated, 2500 unchanged/)
  expect(await db.change.count()).toBe(before)
  expect(await db.company.count({ where: { city: 'Bonn' } })).toBe(100)
}, 60_000)

test('undo takes back what a list changed as well as what it added', async () => {
  await take(['company,city,phone', 'Globex,Bonn,+49 228 123456'])
  house.clock.pass({ minutes: 1 })
  await take(['company,city,phone,contact', 'Globex,Kiel,+49 431 123456,Wei Zhang', 'Initech,,,'])
  cardOf(await ana.say('undo'))
  expect(await companies()).toMatchObject([{ name: 'Globex', city: 'Bonn', phones: ['+49228123456'] }])
  expect(await contacts()).toEqual([])
})

describe('what was merged', () => {
  const BOTH = ['Record ID,Company name,City', '11,Globex,Bonn', '12,Globex Holding,Kiel']

  test('is found by either id, gives way to what stands, and is not made again', async () => {
    await take(BOTH)
    const shown = cardOf(await ana.command('merge Globex Holding into Globex'))
    await ana.press(shown, 'Merge')
    const out = await take([...BOTH.slice(0, 2), '12,Globex Holding,Ulm'])
    expect(out).toContain('companies: 0 new, 0 updated')
    expect(await companies()).toMatchObject([{ name: 'Globex', city: 'Bonn', externalId: '11', aliases: ['Globex Holding'] }])
    const people = ['Record ID,First name,Last name,Associated Company,Email', '5,Wei,Zhang,Globex Holding,wei@globex.com']
    expect(await take(people)).toContain('contacts: 1 new')
    expect(await contacts()).toMatchObject([{ companyId: (await companies())[0]?.id }])
  })
})
