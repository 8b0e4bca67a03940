import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { theCustomer } from '../../../src/crm/customers/customers.ts'
import { ImportError, type Imported, importFile, openSource } from '../../../src/crm/importing/importing.ts'
import { freshDatabase } from '../../support/database.ts'
import { aWorkspace, NOW, said, type World } from '../customers/world.ts'

const database = await freshDatabase()
const db = database.prisma
const accounts = await readFile(new URL('./accounts.csv', import.meta.url), 'utf8')
let ana: World
let runs = 0

beforeEach(async () => {
  ana = await aWorkspace(database)
})

const folder = await mkdtemp(path.join(tmpdir(), 'rapport-import-'))
afterAll(() => rm(folder, { recursive: true }))

const take = async (content: string): Promise<Imported> => {
  const { workspace, me } = ana.caller
  const file = path.join(folder, `${++runs}.csv`)
  await writeFile(file, content)
  return importFile({ db, workspace, by: me, now: NOW, requestId: `import-${runs}` }, await openSource(file, {}))
}
const companies = async () => {
  const where = { workspaceId: ana.caller.workspace.id, archivedAt: null }
  const found = await db.company.findMany({ where, orderBy: { name: 'asc' } })
  return found.map((one) => ({ ...one, revenue: one.revenue === null ? null : Number(one.revenue) }))
}
const contacts = () =>
  db.contact.findMany({ where: { workspaceId: ana.caller.workspace.id, archivedAt: null }, orderBy: { name: 'asc' } })
const company = async (name: string) => (await companies()).find((one) => one.name === name)

describe('a list of accounts', () => {
  test('is taken as it is, odd spellings included, parents in whatever order', async () => {
    const done = await take(accounts)
    expect(done).toMatchObject({
      companies: { added: 4, updated: 0, unchanged: 0 },
      contacts: { added: 0, updated: 0, unchanged: 0 },
      faults: [],
      layout: { notTaken: [] },
      readAs: 'CSV, UTF-8, values parted by “,”',
    })
    const zenith = await company('Zenith Holdings')
    expect(await company('Bluebird Metals')).toMatchObject({
      industry: 'technolgy',
      founded: 1993,
      revenue: 1242.32,
      employees: 3027,
      country: 'United States',
      parentId: zenith?.id,
      source: 'import',
    })
    expect(await company('Kasai Foods')).toMatchObject({ country: 'Philipines', parentId: null })
    expect(said(await ana.type('show zenith'))).toContain('Its companies: Bluebird Metals')
    expect((await theCustomer(ana.context(), 'bluebird', { operation: 't', input: {}, field: 'c' })).name).toBe('Bluebird Metals')
  })

  test('again changes nothing', async () => {
    await take(accounts)
    const before = await companies()
    const changes = await db.change.count()
    expect((await take(accounts)).companies).toEqual({ added: 0, updated: 0, unchanged: 4 })
    expect(await companies()).toEqual(before)
    expect(await db.change.count()).toBe(changes)
  })

  test('with changes brings those up to date, and never blanks what stands', async () => {
    await take(accounts)
    await ana.type('edit kasai foods phone=+63 2 8123 4567')
    const done = await take('account,sector,employees,phone\nKASAI  foods,,500,+63 2 8765 4321\n')
    expect(done.companies).toEqual({ added: 0, updated: 1, unchanged: 0 })
    expect(await company('Kasai Foods')).toMatchObject({
      industry: 'retail',
      employees: 500,
      phones: ['+63281234567', '+63287654321'],
    })
  })

  test('is taken back by one undo, and by its importer alone comes again', async () => {
    await take(accounts)
    await ana.type('undo')
    expect(await companies()).toEqual([])
    expect((await take(accounts)).companies.added).toBe(4)
  })

  test('stays in its workspace', async () => {
    const other = await aWorkspace(database, { name: 'Others' })
    await other.type('add company Zenith Holdings')
    expect((await take(accounts)).companies.added).toBe(4)
    expect(await db.company.count({ where: { workspaceId: other.caller.workspace.id } })).toBe(1)
  })
})

describe('what is wrong is told by its line, the rest is taken', () => {
  test('values, names, rows and parents', async () => {
    const done = await take(
      [
        'company,employees,email,parent',
        'Good One,12,info@good.example,',
        ',5,,',
        'Bad Number,lots,,',
        '???,1,,',
        'Bad Mail,3,nowhere,',
        'Torn, Apart,1,,x',
        '',
        'Orphan,1,,Nobody Ltd',
        'Loop A,1,,Loop B',
        'Loop B,1,,Loop A',
        'Itself,1,,Itself',
      ].join('\r\n'),
    )
    expect(done.faults.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 9, 11, 12])
    expect(done.faults.map(({ what }) => what).join('\n')).toMatch(
      /names no company[\s\S]*Employees[\s\S]*is no name[\s\S]*e-mail[\s\S]*5 values[\s\S]*Nobody Ltd[\s\S]*Loop A[\s\S]*Itself/,
    )
    expect((await companies()).map(({ name }) => name)).toEqual([
      'Bad Mail',
      'Bad Number',
      'Good One',
      'Itself',
      'Loop A',
      'Loop B',
      'Orphan',
    ])
    expect(await company('Bad Number')).toMatchObject({ employees: null })
  })

  test('a value over several lines keeps the line numbers right', async () => {
    const done = await take('company,address,employees\n"Two\nLines","1 Street\nTown",3\nNext,,lots\n')
    expect(done.faults).toMatchObject([{ line: 5 }])
    expect((await companies()).map(({ address }) => address)).toEqual([null, '1 Street\nTown'])
  })

  test('two companies of one name in the CRM are not guessed between', async () => {
    for (const another of [undefined, 'yes'])
      await ana.run({ operation: 'add company', input: { name: 'Twin', ...(another && { another }) } })
    expect((await take('company,city\nTwin,Bonn\n')).faults).toMatchObject([
      { line: 2, what: expect.stringContaining('2 companies named Twin') },
    ])
  })

  test.each(['', '\n\n', 'colour,shape\nred,round\n', '"never closed'])('no table: %j', async (file) => {
    await expect(take(file)).rejects.toThrow(ImportError)
  })
})

describe('files of other programs', () => {
  test.each([
    ['a byte order mark', '\ufeffCompany Name,Website\nGlobex,https://www.globex.com/\n'],
    ['semicolons', 'Company Name;Website\nGlobex;globex.com\n'],
    ['tabs', 'Company Name\tWebsite\nGlobex\tglobex.com\n'],
    ['quotes', '"Company Name","Website"\r\n"Globex","globex.com"\r\n'],
    ['underscores and other columns', 'x,company_name,WEB-SITE,colour\n1,Globex,globex.com,red\n'],
  ])('%s', async (_, file) => {
    await take(file)
    expect(await companies()).toMatchObject([{ name: 'Globex', domains: ['globex.com'] }])
  })

  test('columns that mean nothing are named', async () => {
    expect((await take('company,colour,Lead Score\nGlobex,red,7\n')).layout.notTaken).toEqual(['colour', 'Lead Score'])
  })

  test('people on the rows: several at one company, the company once', async () => {
    const file = [
      'Company,First Name,Last Name,Job Title,Email,Phone,Company Phone',
      'Globex,Wei,Zhang,CTO,WEI@globex.com,+1 415 555 0111,+1 415 555 0100',
      'Globex,Laura,Bennett,CFO,laura@globex.com,,',
      ',Jim,Alone,,,,',
    ].join('\n')
    const done = await take(file)
    expect(done).toMatchObject({ companies: { added: 1 }, contacts: { added: 3 }, faults: [] })
    const globex = await company('Globex')
    expect(globex).toMatchObject({ phones: ['+14155550100'], emails: [] })
    expect(await contacts()).toMatchObject([
      { name: 'Jim Alone', companyId: null },
      { name: 'Laura Bennett', companyId: globex?.id, title: 'CFO' },
      { name: 'Wei Zhang', companyId: globex?.id, emails: ['wei@globex.com'], phones: ['+14155550111'] },
    ])
    expect((await take(file)).contacts).toEqual({ added: 0, updated: 0, unchanged: 3 })
    await ana.type('undo')
    expect([...(await contacts()), ...(await companies())]).toEqual([])
  })

  test('formulas, markup, SQL and NUL stay data', async () => {
    const names = ["=cmd|' /C calc'!A0", '@SUM(1+1)', '<!channel>', "'); DROP TABLE companies; --", '-2+3']
    await take(`company\n${names.map((one) => `"${one}"`).join('\n')}\n"Nul\u0000l"\n`)
    expect((await companies()).map(({ name }) => name).sort()).toEqual([...names, 'Null'].sort())
  })

  test('five hundred rows, over several transactions, with all their parents', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => `Firm ${at},${at ? `Firm ${Math.floor((at - 1) / 10)}` : ''}`)
    expect((await take(`company,parent\n${rows.toReversed().join('\n')}\n`)).companies.added).toBe(500)
    expect((await companies()).filter((one) => one.parentId)).toHaveLength(499)
  })
})

test('Salesforce’s ids of 15 and of 18 characters are the same id', async () => {
  await take('Account ID,Account Name,Billing City\n001D000000IRFma,Acme Corp,Berlin\n001D000000IRFmA,Globex,Bonn\n')
  const again = await take('Id,Name,BillingCity\n001D000000IRFmaIAH,Acme Corporation,Berlin\n')
  expect(again.companies).toEqual({ added: 0, updated: 1, unchanged: 0 })
  const people = await take('Id,AccountId,Account Name,LastName,MailingCity\n003D000000QOgqF,001D000000IRFma,Acme,Zhang,Berlin\n')
  expect([people.companies.added, people.contacts.added]).toEqual([0, 1])
  expect((await companies()).map(({ externalId }) => externalId)).toEqual(expect.arrayContaining(['001D000000IRFmaIAH']))
})
