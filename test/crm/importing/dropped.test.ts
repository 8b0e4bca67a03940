import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SealedCard } from '../../../src/bot/sealed.ts'
import { doorsOver } from '../../support/doors/world.ts'
import { type Person, rapport, said, type TestHouse, textOf } from '../../support/rapport.ts'

const LIST = [
  'Company,Website,First Name,Last Name,Email,Notes',
  'Acme Corp,acme.example,Wei,Zhang,wei@acme.example,x',
  'Globex,globex.example,Homer,Simpson,homer@globex.example,y',
  'Initech,not a site,Bill,Lumbergh,bill@initech.example,z',
].join('\n')

let house: TestHouse
let ana: Person
beforeEach(async () => {
  house = await rapport()
  ana = house.person('Ana')
  await ana.say('help')
})
afterEach(() => expect(house.faults).toEqual([]))

/** Works on what was dropped until nothing is left to do. */
async function worked(): Promise<void> {
  const open = { state: { in: ['reading', 'importing', 'undoing'] } }
  do await house.delivery.tick()
  while (await house.database.prisma.import.count({ where: open }))
  await house.delivery.tick()
}
const news = (text: string): SealedCard => {
  const found = ana.inbox.findLast((card) => textOf(card).includes(text))
  if (!found) throw new Error(`no “${text}” among:\n${ana.inbox.map(textOf).join('\n---\n')}`)
  return found
}
const count = (of: 'company' | 'contact') =>
  (house.database.prisma[of] as typeof house.database.prisma.company).count({ where: { archivedAt: null } })

describe('A file that is dropped in the chat', () => {
  test('is looked through first, then imported when that is said, and taken back by one press', async () => {
    expect(said(await ana.drop('list.csv', LIST))).toContain('Reading list.csv')
    await worked()
    const preview = news('this would come of it')
    expect(textOf(preview)).toContain('Companies: 3 new, 0 updated, 0 unchanged')
    expect(textOf(preview)).toContain('Not taken: Notes')
    expect(textOf(preview)).toMatch(/1 line has something wrong:\nline 4: .*not a site/)
    expect(await count('company')).toBe(0)

    expect(said(await ana.press(preview, 'Import'))).toContain('Importing list.csv')
    await worked()
    const done = news('is imported')
    expect(textOf(done)).toContain('Contacts: 3 new, 0 updated, 0 unchanged')
    expect([await count('company'), await count('contact')]).toEqual([3, 3])

    expect(said(await ana.press(done, 'Undo'))).toContain('Taken back')
    expect([await count('company'), await count('contact')]).toEqual([0, 0])
  })

  test('tells who is perhaps here already under another name, and of whom one does not see only that there is one', async () => {
    await ana.say('add company Northwind Traders')
    await ana.say('add company 上海锦程物流有限公司')
    await ana.say('add contact Robert Smith at Northwind Traders')
    const list = [
      'Company,First Name,Last Name',
      'Northwnd Traders,Ann,Other',
      '上海锦程物流,,',
      'Nobody Knows It,Jo,Doe',
      'Northwind Traders,Bob,Smith',
    ].join('\n')
    await ana.drop('list.csv', list)
    await worked()
    const preview = textOf(news('this would come of it'))
    expect(preview).toContain('3 new ones are perhaps here already:')
    expect(preview).toMatch(/line 2: Northwnd Traders looks like Northwind Traders \(\d+ of 100 · names one slip apart\)/)
    expect(preview).toContain('line 5: Bob Smith looks like Robert Smith')
    expect(preview).toContain('line 3: 上海锦程物流 looks like 上海锦程物流有限公司')
    expect(preview).not.toContain('Nobody Knows It looks')

    const bo = house.person('Bo')
    await bo.say('help')
    const { prisma } = house.database
    await prisma.member.updateMany({ where: { name: 'Bo' }, data: { role: 'manager' } })
    await prisma.workspace.updateMany({ data: { visibility: 'own' } })
    house.house.forget((await prisma.workspace.findFirstOrThrow()).id, new Set(['member', 'workspace']))
    await bo.drop('list.csv', list)
    await worked()
    const theirs = bo.inbox.map(textOf).find((one) => one.includes('this would come of it'))
    expect(theirs).toContain('line 2: a customer like “Northwnd Traders” is looked after by somebody else here')
    expect(theirs).not.toContain('looks like')
    expect(theirs).not.toContain('有限公司')
  })

  test('leaves alone what the importer does not see, and says so by its line; what it makes for others it goes on with', async () => {
    await ana.say('add company Globex')
    await ana.say('add contact Homer Simpson at Globex homer@globex.example')
    await ana.say('settings visibility own')
    const { prisma } = house.database
    const bo = house.person('Bo')
    await bo.say('help')
    await prisma.member.updateMany({ where: { name: 'Bo' }, data: { role: 'manager' } })
    house.house.forget((await prisma.workspace.findFirstOrThrow()).id, new Set(['member']))
    const before = [await prisma.company.findFirstOrThrow(), await prisma.contact.findFirstOrThrow()]
    const list = [
      'Company,City,Contact,Email,Owner',
      'Globex,Ulm,Homer J. Simpson,homer@globex.example,',
      'Initech,Ulm,Not Homer,homer@globex.example,',
      'Hooli,Köln,Gavin Belson,gavin@hooli.example,Ana',
      ...Array.from({ length: 1_000 }, (_, i) => `Company ${i},,,,`),
      'Hooli,,Jared Dunn,jared@hooli.example,Ana',
    ].join('\n')
    await bo.drop('list.csv', list)
    await worked()
    const preview = bo.inbox.find((card) => textOf(card).includes('this would come of it'))!
    const faults = ['line 2: “Globex” is looked after by somebody else', 'line 3: “Not Homer” is looked after by somebody else']
    for (const one of faults) expect(textOf(preview)).toContain(one)
    await bo.press(preview, 'Import')
    await worked()
    const done = textOf(bo.inbox.find((card) => textOf(card).includes('is imported'))!)
    for (const one of faults) expect(done).toContain(one)
    expect(done).toContain('2 lines have something wrong')
    expect(await prisma.company.findFirst({ where: { name: 'Globex' } })).toEqual(before[0])
    expect(await prisma.contact.findFirst({ where: { name: 'Homer Simpson' } })).toEqual(before[1])
    expect(await prisma.contact.count({ where: { company: { name: 'Hooli' } } })).toBe(2)
  })

  test('files no deal or call with whom the importer does not see, and changes none that they do not see', async () => {
    await ana.drop('deals.csv', 'id,Deal,Stage,Amount\nd-1,Secret,Negotiation,5000\n')
    await worked()
    await ana.press(news('this would come of it'), 'Import')
    await worked()
    await ana.say('add company Globex')
    await ana.say('settings visibility own')
    const { prisma } = house.database
    const bo = house.person('Bo')
    await bo.say('help')
    await prisma.member.updateMany({ where: { name: 'Bo' }, data: { role: 'manager' } })
    house.house.forget((await prisma.workspace.findFirstOrThrow()).id, new Set(['member']))
    const before = await prisma.deal.findMany()
    await bo.drop('deals.csv', 'id,Deal,Company,Stage,Amount\nd-1,Mine,,Negotiation,1\nd-2,More,Globex,Negotiation,9\n')
    await worked()
    const preview = textOf(bo.inbox.at(-1)!)
    expect(preview).toContain('line 2: “d-1” is looked after by somebody else')
    expect(preview).toContain('line 3: “Globex” is looked after by somebody else')
    await bo.press(bo.inbox.at(-1)!, 'Import')
    await worked()
    expect(await prisma.deal.findMany()).toEqual(before)
    await bo.drop('calls.csv', 'date,company,subject\n2026-11-20,Globex,Hi there\n')
    await worked()
    expect(textOf(bo.inbox.at(-1)!)).toContain('line 2: “Globex” is looked after by somebody else')
  })

  test('is not imported when it is cancelled, and a button that is pressed again does nothing', async () => {
    await ana.drop('list.csv', LIST, 'import this')
    await worked()
    const preview = news('this would come of it')
    expect(said(await ana.press(preview, 'Cancel'))).toContain('was not imported')
    expect(said(await ana.press(preview, 'Import'))).toContain('Nothing was changed')
    await worked()
    expect(await count('company')).toBe(0)
  })

  test('asks by a choice what is unclear, and goes on with it', async () => {
    await ana.drop('list.csv', 'Company,Revenue\nAcme Corp,1.234\nGlobex,5.678\n')
    await worked()
    const asked = news('something is unclear')
    await ana.press(asked, '1.234,5 (a comma before the decimals)')
    await worked()
    await ana.press(news('this would come of it'), 'Import')
    await worked()
    const { revenue } = await house.database.prisma.company.findFirstOrThrow({ where: { name: 'Globex' } })
    expect(Number(revenue)).toBe(5678)
  })

  test('of activities: who is missing is made by a press, days are asked by a choice', async () => {
    await ana.say('settings language 中文')
    await ana.drop('calls.csv', 'date,company,subject\n01/02/2026,Acme Corp,Hi\n03/02/2026,Acme Corp,Ho\n')
    await worked()
    expect(textOf(news('有一处不清楚'))).toContain('请选择日期的写法')
    await ana.press(news('有一处不清楚'), '31/12/2026（日在前）')
    await worked()
    const preview = news('导入后的结果')
    expect(textOf(preview)).toContain('这里不认识Acme Corp。请先导入公司和联系人，或选择新建缺少的客户')
    await ana.press(preview, '新建缺少的客户')
    await worked()
    const again = news('导入后的结果')
    expect(textOf(again)).toContain('往来: 新增 2')
    expect(textOf(again)).toContain('公司: 新增 1')
    await ana.press(again, '导入')
    await worked()
    const found = await house.database.prisma.activity.findMany({ orderBy: { occurredAt: 'asc' } })
    expect(found.map(({ occurredAt }) => occurredAt.toISOString().slice(0, 10))).toEqual(['2026-02-01', '2026-02-03'])
    expect(said(await ana.press(news('已导入'), '撤销'))).toBeTruthy()
    expect(await house.database.prisma.activity.count({ where: { archivedAt: null } })).toBe(0)
    expect(await count('company')).toBe(0)
  })

  test('is answered in the language of who dropped it, and with nothing to type at a terminal', async () => {
    await ana.say('settings language 中文')
    await ana.drop('list.csv', 'Company,Website\nAcme Corp,not a site\n###,globex.example\n,initech.example\n')
    await worked()
    const preview = textOf(news('导入后的结果'))
    expect(preview).toContain('读作 CSV，UTF-8，以“,”分隔')
    expect(preview).toContain('（该行其余内容已导入）')
    expect(preview).toContain('“###”不是名称')
    expect(preview).toContain('没有写明公司')
    expect(preview).not.toMatch(/rest of the line|is no name|names no company/)
    await ana.drop('sums.csv', 'Company,Revenue\nAcme Corp,1.234\n')
    await worked()
    const asked = textOf(news('有一处不清楚'))
    expect(asked).toContain('请选择数字的写法')
    expect(asked).not.toContain('--')
  })

  test('that is none, or that somebody may not import, is answered plainly', async () => {
    expect(said(await ana.drop('cat.png', 'x'))).toContain('cat.png is no file I can import')
    expect(said(await ana.drop('list.csv', ''))).toContain('The file is empty')
    const bo = house.person('Bo')
    await bo.say('help')
    expect(said(await bo.drop('list.csv', LIST))).toContain('manager')
    await ana.drop('broken.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]))
    await worked()
    expect(textOf(news('something is unclear'))).toContain('The workbook cannot be read')
    expect(await house.database.prisma.import.count({ where: { state: { not: 'unclear' } } })).toBe(0)
  })

  test('that does not come whole, or is too large, is not kept', async () => {
    const dropped = async (size: number, read: () => AsyncIterable<Uint8Array>) =>
      said(await ana.dropFile({ name: 'list.csv', size, read }))
    const broken = async function* () {
      yield Buffer.from('Company')
      throw new Error('terminated')
    }
    const short = async function* () {
      yield Buffer.from('Company\nAcme')
    }
    const endless = async function* () {
      for (;;) yield Buffer.alloc(1024 ** 2)
    }
    expect(await dropped(100, broken)).toContain('I could not fetch list.csv')
    expect(await dropped(100, short)).toContain('I could not fetch list.csv')
    expect(await dropped(30 * 1024 ** 2, short)).toContain('larger than 25 MB')
    expect(await dropped(10, endless)).toContain('larger than 25 MB')
    expect(await house.database.prisma.import.count()).toBe(0)
    expect(await house.database.prisma.importPiece.count()).toBe(0)
  })

  test('words beside a file are still a line to log', async () => {
    await ana.say('add company Acme Corp')
    expect(said(await ana.drop('offer.csv', LIST, 'Acme Corp: sent the offer'))).toContain('Acme Corp')
    expect(await house.database.prisma.import.count()).toBe(0)
  })

  test('goes on where it was left when the bot died over it, under one undo', async () => {
    await ana.drop('list.csv', LIST)
    await worked()
    await ana.press(news('this would come of it'), 'Import')
    const { id } = await house.database.prisma.import.findFirstOrThrow()
    // A bot claimed it and is gone.
    const until = new Date(house.clock.now().epochMilliseconds + 60_000)
    await house.database.prisma.import.updateMany({ data: { claimedUntil: until } })
    await house.delivery.tick()
    expect(await count('company')).toBe(0)
    house.clock.pass({ minutes: 2 })
    await worked()
    expect(await count('company')).toBe(3)
    expect(await house.database.prisma.change.count({ where: { requestId: id } })).toBe(6)
  })

  test('of more than 2,000 changes is taken back beside everything else, and told', async () => {
    const rows = Array.from({ length: 2100 }, (_, n) => `Firm ${n} Ltd`)
    await ana.drop('long.csv', ['Company', ...rows].join('\n'))
    await worked()
    await ana.press(news('this would come of it'), 'Import')
    await worked()
    expect(await count('company')).toBe(2100)
    expect(said(await ana.say('undo'))).toContain('2100 changes')
    await worked()
    expect(textOf(news('is taken back'))).toContain('2,100 changes')
    expect(await count('company')).toBe(0)
  })
})

describe('The page for imports', () => {
  const uuid = (at: string) => at.split('/').at(-1)!

  test('takes a file, shows what would come of it, lets columns be chosen, imports, gives the lines to mend, and takes back', async () => {
    const link = said(await ana.say('import')).match(/https?:\S+/)?.[0]
    expect(link).toBeDefined()
    const doors = await doorsOver(house)
    const page = house.bot.registry.memberPages.find(({ path }) => path === 'import')!
    const browser = await doors.entered(await doors.linkFor('ana', page))
    const once = async (at: string) => (await (await browser.get(at)).text()).match(/name="once" value="([^"]+)"/)?.[1] ?? ''
    const sent = await browser.upload('/door/import', 'list.csv', Buffer.from(`${LIST.replace('Notes', 'Chef')}`), {
      once: await once('/door/import'),
    })
    const { to } = (await sent.json()) as { to: string }
    await worked()
    const shown = await (await browser.get(to)).text()
    expect(shown).toContain('3 new, 0 updated, 0 unchanged')
    expect(shown).toContain('not a site')
    expect(shown).toMatch(/<select name="c5"/)

    await browser.post(to, { once: await once(to), do: 'look', c1: '', c5: 'title', what: '', numbers: '' })
    await worked()
    const again = await (await browser.get(to)).text()
    expect(again).not.toContain('not a site')
    await browser.post(to, { once: await once(to), do: 'look', c1: 'domain', c5: 'title', what: '', numbers: '' })
    await worked()
    await browser.post(to, { once: await once(to), do: 'start' })
    await worked()
    expect(await house.database.prisma.contact.count({ where: { title: 'x' } })).toBe(1)
    const faults = await browser.get(`${to}/faults`)
    expect(await faults.text()).toContain('Initech,not a site')

    const bo = house.person('Bo')
    await bo.say('help')
    await house.database.prisma.member.updateMany({ where: { name: 'Bo' }, data: { role: 'manager' } })
    const other = await doors.entered(await doors.linkFor('bo', page))
    expect((await other.get(`/door/import/${uuid(to)}`)).status).toBe(404)
    expect((await other.get(`/door/import/${uuid(to)}/faults`)).status).toBe(404)

    await browser.post(to, { once: await once(to), do: 'undo' })
    await worked()
    expect(await count('company')).toBe(0)
    await doors.http.stop()
  })

  test('calls columns as people do, an admin’s own among them, and lets owners be said', async () => {
    await ana.say('field add company seats number')
    await house.person('Bo').say('help')
    await ana.drop('list.csv', 'Company,Chairs,Owner\nAcme Corp,40,Anna Snelling\n')
    await worked()
    const doors = await doorsOver(house)
    const page = house.bot.registry.memberPages.find(({ path }) => path === 'import/:id')!
    const { id } = await house.database.prisma.import.findFirstOrThrow()
    const browser = await doors.entered(await doors.linkFor('ana', page, { id: id.replace('import:', '') }))
    const to = browser.at
    const shown = await (await browser.get(to)).text()
    expect(shown).toContain('<optgroup label="The company">')
    expect(shown).toContain('<option value="own company seats">seats</option>')
    expect(shown).toContain('<option value="birthday">Birthday</option>')
    expect(shown).not.toContain('<option value="phone">')
    const once = /name="once" value="([^"]+)"/.exec(shown)?.[1] ?? ''
    const bo = await house.database.prisma.member.findFirstOrThrow({ where: { name: 'Bo' } })
    await browser.post(to, {
      ...{ once, do: 'look', c0: 'company', c1: 'own company seats', c2: 'owner', n0: 'Anna Snelling', o0: bo.id },
    })
    await worked()
    await ana.press(news('this would come of it'), 'Import')
    await worked()
    expect(textOf(news('is imported'))).not.toContain('Owners who are no members')
    const acme = await house.database.prisma.company.findFirstOrThrow()
    expect(acme.ownerId).toBe(bo.id)
    expect(Object.values(acme.custom as object)).toEqual([40])
    await doors.http.stop()
  })

  test('nothing of a file is shown as anything but text', async () => {
    await ana.drop('<b>.csv', 'Company,"<script>alert(1)</script>"\n<img src=x>,"<i>"\n,"<u>"\n')
    await worked()
    const doors = await doorsOver(house)
    const page = house.bot.registry.memberPages.find(({ path }) => path === 'import/:id')!
    const { id } = await house.database.prisma.import.findFirstOrThrow()
    const browser = await doors.entered(await doors.linkFor('ana', page, { id: id.replace('import:', '') }))
    const shown = await (await browser.get(browser.at)).text()
    expect(shown).toContain('&lt;script&gt;')
    expect(shown).not.toMatch(/<script>alert|<img src=x>|<i>|<u>|<b>/)
    await doors.http.stop()
  })
})
