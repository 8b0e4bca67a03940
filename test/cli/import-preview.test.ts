import { readdir, readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { importer } from '../support/importing.ts'
import { rapport } from '../support/rapport.ts'
import { xlsx } from '../support/xlsx.ts'

const database = await freshDatabase()
const db = database.prisma
const house = await rapport({ over: database })
const { folder, file, run } = await importer(database, house.clock.now)
await house.person('Ana').say('help')

beforeEach(async () => {
  await db.contact.deleteMany()
  await db.company.deleteMany()
  await db.change.deleteMany()
})

const take = async (rows: string[], ...typed: string[]) => run(await file('list.csv', `${rows.join('\n')}\n`), ...typed)
const everything = async () => ({
  companies: await db.company.findMany({ orderBy: { id: 'asc' } }),
  contacts: await db.contact.findMany({ orderBy: { id: 'asc' } }),
  changes: await db.change.count(),
})
/** What the counts of a run say. */
const counted = (out: string) =>
  out.split('\n').filter((line) => /^ {2}(?:rows|companies|contacts|\d+ faults? to mend|rows of one)/.test(line))

const ROWS = [
  'Company,Parent,First Name,Last Name,Email,Phone,Owner,Shoe size',
  'Globex,,Wei,Zhang,wei@globex.com,+1 415 555 0111,Ana,9',
  'Globex,,Laura,Bennett,laura@globex.com,,Zoe,',
  'Initech,Globex,Wei,Zhang,wei@globex.com,+1 415 555 0112,Zoe,',
  ',,,,,,,',
  'Umbrella,Nowhere,Jim,Alone,not an address,,,',
  '???,,,,,,,',
]

test('a preview says what the import then does, and writes nothing', async () => {
  await take(['company,city', 'Initech,Bonn'])
  const before = await everything()
  const preview = await take(ROWS, '--preview')
  expect(await everything()).toEqual(before)
  expect(await readdir(folder)).toEqual(['list.csv'])
  expect(preview.out).toContain('(a preview: nothing was written)')
  expect(preview.out).toContain('columns not taken: Shoe size')
  expect(preview.out).toContain('owners who are no members here: Zoe (2 rows); Ana has those rows')
  expect(counted(preview.out)).toEqual([
    '  rows: 6, 1 empty, 2 with something wrong',
    '  companies: 2 new, 1 updated, 0 unchanged',
    '  contacts: 3 new, 0 updated, 0 unchanged',
    '  rows of one person, joined: lines 4 with 2',
    '  3 faults to mend:',
  ])
  for (const told of ['line 6: “not an address”', 'line 6: its parent company “Nowhere” is unknown', 'line 7: “???” is no name'])
    expect(preview.out).toContain(told)

  const done = await take(ROWS)
  expect(counted(done.out).slice(0, 4)).toEqual(counted(preview.out).slice(0, 4))
  expect(await db.contact.count()).toBe(3)
  const again = await take(ROWS, '--preview')
  expect(counted(again.out)[1]).toBe('  companies: 0 new, 0 updated, 3 unchanged')
  expect(again.out).not.toContain('can take all of it back')
})

test('the rows to mend stand in a file, safe to open, and can be imported again', async () => {
  const rows = ['company,employees,phone', '"=cmd|x, ""y""",lots,+1 415 555 0111', 'Initech,12,', '@SUM(1),3,-']
  const { out } = await take(rows)
  expect(out).toContain(`2 faults to mend in ${folder}/list.csv.faults.csv, and import that`)
  const faults = `${folder}/list.csv.faults.csv`
  const written = await readFile(faults, 'utf8')
  expect(written.split('\r\n')).toEqual([
    '\ufeffcompany,employees,phone,reason',
    expect.stringMatching(/^"'=cmd\|x, ""y""",lots,\+1 415 555 0111,.*Employees.*the rest of the line was taken\)"$/),
    expect.stringMatching(/^'@SUM\(1\),3,'-,.*phone/),
    '',
  ])
  await file('list.csv.faults.csv', written.replace('lots', '77').replace("'-,", '+1 415 555 0199,'))
  expect(counted((await run(faults)).out)).toEqual(['  rows: 2', '  companies: 0 new, 2 updated, 0 unchanged'])
  expect(await db.company.findMany({ orderBy: { name: 'asc' } })).toMatchObject([
    { name: '=cmd|x, "y"', employees: 77, phones: ['+14155550111'] },
    { name: '@SUM(1)', phones: ['+14155550199'] },
    { name: 'Initech', employees: 12 },
  ])
})

describe('numbers', () => {
  const revenues = async () =>
    (await db.company.findMany({ orderBy: { name: 'asc' } })).map((one) => [Number(one.revenue), one.employees])

  test.each([
    [
      '1,234.5',
      ['a;1,234.50;1,200', 'b;12;7'],
      [
        [1234.5, 1200],
        [12, 7],
      ],
    ],
    [
      '1.234,5',
      ['a;1.234,50;1.200', 'b;1 234,5 €;7'],
      [
        [1234.5, 1200],
        [1234.5, 7],
      ],
    ],
    [
      '1.234,5',
      ['a;12,5;1.200', 'b;1.234;2.345'],
      [
        [12.5, 1200],
        [1234, 2345],
      ],
    ],
  ])('like %s are seen by their own look', async (format, rows, expected) => {
    const { out } = await take(['company;revenue;employees', ...rows])
    expect(out).toContain(`revenue → revenue (numbers like ${format})`)
    expect(await revenues()).toEqual(expected)
  })

  test('that can be read in two ways are asked for', async () => {
    const rows = ['company;revenue', 'a;1.234', 'b;56']
    expect(await take(rows)).toMatchObject({
      code: 1,
      err: expect.stringContaining('for example “1.234”. Type --numbers 1,234.5'),
    })
    expect(await db.company.count()).toBe(0)
    await take(rows, '--numbers', '1.234,5')
    expect(await revenues()).toEqual([
      [1234, null],
      [56, null],
    ])
    expect((await take(['company;revenue', 'a;1.234,5', 'b;1,234.5'])).err).toContain('can be read in two ways')
  })

  test('of a workbook are numbers', async () => {
    await run(
      await file(
        'book.xlsx',
        xlsx({
          A: [
            ['company', 'revenue'],
            ['a', 1.234],
            ['b', 1_000_000],
          ],
        }),
      ),
    )
    expect(await revenues()).toEqual([
      [1.23, null],
      [1_000_000, null],
    ])
  })

  test('of a founding day the year is kept', async () => {
    await take(['company,founded', 'a,1999-05-01', 'b,01/05/2001', 'c,1987'])
    const found = await db.company.findMany({ orderBy: { name: 'asc' } })
    expect(found.map(({ founded }) => founded)).toEqual([1999, 2001, 1987])
  })
})
