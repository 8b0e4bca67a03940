import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { importer } from '../support/importing.ts'
import { rapport, said } from '../support/rapport.ts'

const database = await freshDatabase()
const db = database.prisma
const house = await rapport({ over: database })
const { file, run } = await importer(database, house.clock.now)
const ana = house.person('Ana')
await ana.say('help')
for (const line of [
  'company "Customer number" text required',
  'company seats number default 5',
  'contact "Preferred language" choice English, 中文',
  'contact engineer member',
])
  await ana.command(`field add ${line}`)

beforeEach(async () => {
  await db.contact.deleteMany()
  await db.company.deleteMany()
})

const take = async (rows: string[], ...typed: string[]) => run(await file('export.csv', `${rows.join('\n')}\n`), ...typed)

test('an admin’s own fields are known by their names, by --map, and of people by what the rows are', async () => {
  const rows = [
    'Company,Customer Number,Plätze,Contact,Preferred language,Engineer,Birthday,Tags,Lifecycle Stage,Lead Source',
    'Globex,K-17,40,Laura Bennett,english,Ana,1980-05-03,"vip, Berlin",Customer,Trade fair',
    'Initech,K-18,many,Tom Miller,Klingon,Zorro,3 May,,asleep,',
  ]
  const { out } = await take(rows, '--map', 'Plätze=seats')
  for (const one of [
    'no number for “seats”',
    'Choose one of: English, 中文',
    'no colleague “Zorro”',
    '“Lifecycle stage” has no “asleep”',
  ])
    expect(out).toContain(one)
  expect(said(await ana.command('show globex'))).toContain('Customer number: K-17\nseats: 40')
  const laura = said(await ana.command('show laura bennett'))
  for (const one of [
    'Birthday: 3 May 1980',
    'Lifecycle stage: Customer',
    'Tags: vip, berlin',
    'Source: Trade fair',
    'Preferred language: English',
    'engineer: Ana',
  ])
    expect(laura).toContain(one)
  expect(said(await ana.command('show initech'))).toContain('seats: 5')
  expect(await db.customValue.count()).toBe(6)
})

test('the same file twice changes nothing; what is missing holds no row up', async () => {
  const rows = ['Company,Seats,Consent,Do not contact', 'Globex,40,given by e-mail,no', 'Hooli,,,asked us to stop']
  expect((await take(rows)).out).toContain('companies: 2 new')
  house.clock.pass({ hours: 24 })
  expect((await take(rows)).out).toContain('companies: 0 new, 0 updated, 2 unchanged')
  const hooli = said(await ana.command('show hooli'))
  expect(hooli).toContain('Still missing: Customer number')
  expect(hooli).toContain('⛔ Do not contact: asked us to stop')
})

test('a name that no field has is told with those there are', async () => {
  expect((await take(['Company,X', 'Globex,1'], '--map', 'X=nonsense')).err).toContain('customer_number, seats')
})
