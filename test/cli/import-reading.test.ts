import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { importer } from '../support/importing.ts'
import { rapport } from '../support/rapport.ts'
import { xlsx } from '../support/xlsx.ts'

const database = await freshDatabase()
const db = database.prisma
const house = await rapport({ over: database })
const { file, run } = await importer(database, house.clock.now)
await house.person('Ana').say('help')

beforeEach(async () => {
  await db.contact.deleteMany()
  await db.company.deleteMany()
})

const take = async (name: string, content: string | Uint8Array, ...typed: string[]) => run(await file(name, content), ...typed)
const companies = () => db.company.findMany({ orderBy: { name: 'asc' } })
const contacts = () => db.contact.findMany({ orderBy: { name: 'asc' } })
const names = async () => (await companies()).map(({ name }) => name)
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from('company,city\nMüller,Köln\n'), 'CSV, UTF-8, values parted by “,”'],
    ['UTF-8 with a mark', Buffer.from('\ufeffcompany,city\nMüller,Köln\n'), 'CSV, UTF-8, values parted by “,”'],
    ['UTF-16', utf16('company\tcity\nMüller\tKöln\n'), 'TSV, UTF-16, values parted by tabs'],
    ['UTF-16 big-endian', utf16('company,city\nMüller,Köln\n').swap16(), 'CSV, UTF-16 (big-endian), values parted by “,”'],
    ['a first line that says what parts them', 'sep=;\r\ncompany;city\r\nMüller;Köln\r\n', 'CSV, UTF-8, values parted by “;”'],
    [
      'Latin-1',
      Buffer.from('company;city\nMüller;Köln\n', 'latin1'),
      'CSV, Windows-1252 (Western European), values parted by “;”',
    ],
  ])('%s', async (_, content, readAs) => {
    expect((await take('encoded.csv', content)).out).toContain(`read as ${readAs}`)
    expect(await companies()).toMatchObject([{ name: 'Müller', city: 'Köln' }])
  })

  test('GBK, as Excel writes it in China', async () => {
    // 公司,城市,电话 · 锦程物流,上海,021-62881234 · 北京华信科技,北京,010-82345678
    const gbk =
      'b9abcbbe2cb3c7cad02cb5e7bbb00abdf5b3ccceefc1f72cc9cfbaa32c3032312d36323838313233340ab1b1bea9bbaad0c5bfc6bcbc2cb1b1bea92c3031302d38323334353637380a'
    expect((await take('客户.csv', Buffer.from(gbk, 'hex'))).out).toContain('GB18030 (Simplified Chinese)')
    expect(await companies()).toMatchObject([
      { name: '北京华信科技', city: '北京' },
      { name: '锦程物流', city: '上海' },
    ])
  })

  test('one that is unclear is asked for, and then taken', async () => {
    // company,city · Рога и копыта,Одесса · Первая мебельная,Петербург
    const cyrillic = Buffer.from(
      '636f6d70616e792c636974790ad0eee3e020e820eaeeeffbf2e02ccee4e5f1f1e00acfe5f0e2e0ff20ece5e1e5ebfcede0ff2ccfe5f2e5f0e1f3f0e30a',
      'hex',
    )
    const refused = await take('cyrillic.csv', cyrillic)
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('--encoding windows-1251') })
    expect(await names()).toEqual([])
    expect((await take('cyrillic.csv', cyrillic, '--encoding', 'windows-1251')).code).toBe(0)
    expect(await names()).toEqual(['Первая мебельная', 'Рога и копыта'])
    expect((await take('cyrillic.csv', cyrillic, '--encoding', 'klingon')).err).toContain('“klingon” is no encoding')
  })

  test('what is said goes before what would be found out', async () => {
    await take('said.csv', Buffer.from('company\nMüller\n', 'latin1'), '--encoding', 'latin-1')
    expect(await names()).toEqual(['Müller'])
  })
})

describe('values and rows', () => {
  test.each([
    [';', 'company;revenue;city\n"Globex; Inc.";1,5;Bonn\nInitech;2,5;Ulm\n'],
    ['|', 'company|revenue|city\nGlobex; Inc.|1,5|Bonn\nInitech|2,5|Ulm\n'],
    ['\t', 'company\trevenue\tcity\nGlobex; Inc.\t1,5\tBonn\nInitech\t2,5\tUlm\n'],
    [',', 'company,revenue,city\n"Globex; Inc.","1;5","Bonn"\nInitech,"2;5",Ulm\n'],
  ])('parted by %j, whatever else stands in them', async (_, content) => {
    await take('parted.csv', content)
    expect(await companies()).toMatchObject([
      { name: 'Globex; Inc.', city: 'Bonn' },
      { name: 'Initech', city: 'Ulm' },
    ])
  })

  test('quotation marks and line breaks in a value; the lines are still counted right', async () => {
    const { out } = await take(
      'quoted.csv',
      'company,address,employees\r\n"The ""Best""","1 Street\r\nTown",3\r\n\r\nNext,,lots\r\n',
    )
    expect(out).toContain('line 5:')
    expect(await companies()).toMatchObject([{ name: 'Next' }, { name: 'The "Best"', address: '1 Street\nTown' }])
  })

  test('a quotation mark that is never closed: nothing is taken, and it is said where', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => `Firm ${at},Bonn`).join('\n')
    const { err, code } = await take('open.csv', `company,city\n${rows}\n"Globex,Ulm\nInitech,Kiel\n`)
    expect({ err, code }).toMatchObject({ code: 1, err: expect.stringContaining('never closed') })
    expect(await names()).toEqual([])
  })

  test('a value that goes on behind its quotation mark: it is said where, and what to write', async () => {
    const { err, code } = await take('behind.csv', 'company,city\nAcme,Ulm\n"Foo" Bar,Kiel\n')
    expect({ err, code }).toMatchObject({ code: 1, err: expect.stringMatching(/On line 3 .*write quotes inside twice/) })
    expect(await names()).toEqual([])
  })

  test('no file, an empty one, one without rows', async () => {
    expect((await run('nowhere.csv')).err).toContain('nowhere.csv cannot be read')
    expect((await take('empty.csv', '')).err).toContain('The file is empty')
    expect((await take('header.csv', 'company,city\n')).err).toContain('no row follows')
  })
})

describe('workbooks', () => {
  const book = () =>
    xlsx({
      Accounts: [
        ['Company', 'Employees', 'Revenue', 'Founded'],
        ['Globex & Söhne', 1100, 1234.5, 1999],
        [null, null, null, null],
        ['Initech', 12, null, 2001],
      ],
      Others: [['Company'], ['Umbrella']],
    })

  test('the first sheet, numbers as they are', async () => {
    const { out } = await take('book.xlsx', book())
    expect(out).toContain('read as Excel workbook, sheet “Accounts” (of “Accounts”, “Others”; another with --sheet)')
    const found = (await companies()).map(({ name, employees, revenue, founded }) => [name, employees, Number(revenue), founded])
    expect(found).toEqual([
      ['Globex & Söhne', 1100, 1234.5, 1999],
      ['Initech', 12, 0, 2001],
    ])
  })

  test('another sheet by name or number; one that there is not', async () => {
    await take('book.xlsx', book(), '--sheet', 'others')
    expect(await names()).toEqual(['Umbrella'])
    expect((await take('book.xlsx', book(), '--sheet', '2')).out).toContain('companies: 0 new, 0 updated, 1 unchanged')
    expect((await take('book.xlsx', book(), '--sheet', 'Third')).err).toContain('The workbook has “Accounts”, “Others”')
    expect((await take('plain.csv', 'company\nGlobex\n', '--sheet', '2')).err).toContain('--sheet is for Excel workbooks')
  })

  test('an old or a broken one says what to do', async () => {
    expect((await take('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).err).toContain('Excel Workbook (.xlsx)')
    expect((await take('broken.xlsx', book().subarray(0, 200))).err).toContain('cannot be read')
  })
})

describe('vCards', () => {
  test('of version 3 and 4, folded lines, several numbers, a name in parts; a broken one is told', async () => {
    const cards = [
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Wei Zhang\r\nN:Zhang;Wei;;;\r\nORG:Acme Corp;Sales\r\nTITLE:Chief Technology\r\n  Officer\r\nTEL;TYPE=CELL:+1 415 555 0111\r\nTEL;TYPE=WORK:+1 415 555 0100\r\nitem1.EMAIL;TYPE=INTERNET:WEI@acme.example\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:4.0\r\nN:Bennett;Laura;;;\r\nFN:\r\nTEL;VALUE=uri:tel:+49-30-1234567\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:4.0\r\nnonsense\r\nEND:VCARD',
    ]
    const { out } = await take('people.vcf', `${cards.join('\r\n')}\r\n`)
    expect(out).toContain('read as vCards, UTF-8')
    expect(out).toMatch(/line 18: this card cannot be read/)
    expect(await contacts()).toMatchObject([
      { name: 'Laura Bennett', companyId: null, phones: ['+49301234567'] },
      {
        name: 'Wei Zhang',
        title: 'Chief Technology Officer',
        phones: ['+14155550111', '+14155550100'],
        emails: ['wei@acme.example'],
      },
    ])
    expect(await names()).toEqual(['Acme Corp'])
  })

  test('of version 2.1, quoted-printable and in another encoding, a long value over several lines', async () => {
    const name = [...Buffer.from('张伟')].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')
    const cards = [
      `BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;${name};;;\r\nFN;CHARSET=UTF-8;QUOTED-PRINTABLE:${name.slice(0, 9)}=\r\n${name.slice(9)}\r\nORG;ENCODING=QUOTED-PRINTABLE;CHARSET=GBK:=B1=B1=BE=A9;Sales\r\nTEL;CELL;VOICE:+86 138 0013 8000\r\nEMAIL;INTERNET;PREF:zhang@acme.example\r\nNOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=\r\ntwo: three\r\nPHOTO;JPEG;ENCODING=BASE64:/9j/4AAQ\r\n SkZJRg==\r\n\r\nEND:VCARD`,
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Bennett;Laura\r\nTEL;HOME:+49 30 1234567\r\nEND:VCARD',
    ]
    const { out } = await take('people.vcf', `${cards.join('\r\n')}\r\n`)
    expect(out).not.toContain('cannot be read')
    expect(await contacts()).toMatchObject([
      { name: 'Laura Bennett', phones: ['+49301234567'] },
      { name: '张伟', phones: ['+8613800138000'], emails: ['zhang@acme.example'] },
    ])
    expect(await names()).toEqual(['北京'])
  })
})
