import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf, type Row, typedFacts } from '../../../src/crm/fields/fields.ts'
import { doorsOver } from '../../support/doors/world.ts'
import { importer, type Ran } from '../../support/importing.ts'
import { cardOf, type Person, rapport, said, type TestHouse, textOf } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
let bo: Person
let doors: Awaited<ReturnType<typeof doorsOver>>
let files: Awaited<ReturnType<typeof importer>>
beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  bo = house.person('Bo')
  doors = await doorsOver(house)
  files = await importer(house.database, house.clock.now)
  await ana.say('help')
  await bo.say('help')
  const add = (operation: string, values: Record<string, string>) => ana.ask({ kind: 'options', operation, values })
  cardOf(
    await add('add company', {
      name: 'Acme Corp',
      domain: 'acme.example, acme.de',
      phone: '+49 30 1234567, +1 212 555 0147',
      email: 'info@acme.example',
      industry: '=cmd|calc',
      city: 'Berlin',
      employees: '12',
      revenue: '1250000.5',
      founded: '1999',
      tags: 'vip, eu',
      stage: 'customer',
      source: 'fair',
      nocontact: '2026-05-03 asked us to stop',
    }),
  )
  cardOf(await add('add company', { name: '北京科技, "Ltd"', city: '北京', country: '中国' }))
  cardOf(
    await add('add contact', {
      name: 'Wei Zhang',
      company: 'Acme Corp',
      title: '@Head, of "Sales"',
      email: 'wei@acme.example',
      phone: '+49 171 1234567 (mobile)',
      birthday: '1980-05-03',
      website: 'https://wei.example/',
      city: 'Potsdam',
      country: 'Germany',
      address: 'Long Street 5',
      tags: 'buyer',
      consent: 'given 2026-05-03 by e-mail',
    }),
  )
  cardOf(await add('add contact', { name: '王伟', company: '北京科技, "Ltd"', phone: '+86 138 1234 5678' }))
  await ana.say('log Wei Zhang: call, wants a quote. Call back Thursday 10am')
  await ana.say('remind Acme Corp tomorrow 9am -send the offer')
})
afterAll(() => doors.http.stop())

const db = () => house.database.prisma
const linkIn = (answer: Parameters<typeof cardOf>[0]) => {
  const found = /https?:\/\/\S+\/door#\S+/.exec(textOf(cardOf(answer)))?.[0]
  if (!found) throw new Error(`no link in: ${textOf(cardOf(answer))}`)
  return found
}
const role = async (name: string, to: string) => {
  await db().member.updateMany({ where: { name }, data: { role: to } })
  house.house.forget((await db().workspace.findFirstOrThrow()).id, new Set(['member']))
}

async function downloaded(person: Person, line: string, form: Record<string, string>) {
  const visit = await doors.entered(linkIn(await person.say(line)))
  const response = await visit.post(visit.at, form)
  return { status: response.status, text: await response.text(), name: response.headers.get('content-disposition') ?? '' }
}

test('export gives a link; its page shows how many rows there are, and downloads them in each format', async () => {
  const answer = await ana.say('export contacts')
  expect(said(answer)).toContain('opens once')
  const visit = await doors.entered(linkIn(answer))
  const page = await (await visit.get(visit.at)).text()
  expect(page).toContain('2 rows')
  for (const format of ['CSV', 'JSON lines', 'vCard', 'vCard 3']) expect(page).toContain(`>${format}</button>`)
  const csv = await visit.post(visit.at, { kind: 'contacts', format: 'csv', bom: 'on' })
  expect(csv.headers.get('content-disposition')).toContain('filename="contacts-2026-11-24.csv"')
  const text = await csv.text()
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
  expect(rows).toMatchObject([
    {
      Contact: 'Wei Zhang',
      'Job title': `'@Head, of "Sales"`,
      'Contact phone': '+49 171 1234567 (mobile)',
      Company: 'Acme Corp',
      Owner: 'Ana',
    },
    { Contact: '王伟' },
  ])
  const jsonl = await (await visit.post(visit.at, { kind: 'contacts', format: 'jsonl' })).text()
  expect(
    jsonl
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object),
  ).toMatchObject([{ name: 'Wei Zhang', emails: ['wei@acme.example'], companyName: 'Acme Corp' }, { name: '王伟' }])
  expect(await (await visit.post(visit.at, { kind: 'contacts', format: 'vcf' })).text()).toContain('FN:Wei Zhang\r\n')
  // Another kind than the page's is not on it.
  expect((await visit.post(visit.at, { kind: 'tasks', format: 'csv' })).status).toBe(404)
})

test('who exported what, and how many rows, is written down', async () => {
  await db().change.deleteMany({ where: { noun: 'event' } })
  await downloaded(ana, 'export companies csv', { kind: 'companies', format: 'csv' })
  const [event, ...more] = await db().change.findMany({ where: { noun: 'event' } })
  expect(more).toEqual([])
  expect(event).toMatchObject({ operation: 'export', after: { what: 'export', about: 'companies csv', count: 2 } })
})

test('activities and tasks; what begins like a formula is none', async () => {
  const activities = await downloaded(ana, 'export activities', { kind: 'activities', format: 'csv' })
  expect(parse(activities.text, { columns: true })).toMatchObject([
    { Contact: 'Wei Zhang', Company: 'Acme Corp', By: 'Ana', Date: '2026-11-24' },
  ])
  await db().task.updateMany({ where: { what: 'send the offer' }, data: { what: '-send the offer' } })
  const tasks = await downloaded(ana, 'export tasks', { kind: 'tasks', format: 'csv' })
  expect(tasks.text).toContain("'-send the offer")
  expect((await downloaded(ana, 'export tasks', { kind: 'tasks', format: 'vcf' })).status).toBe(404)
  expect(said(await ana.say('export tasks vcard'))).toContain('no vCards')
})

test('only what was changed since; what is not understood is not left out', async () => {
  const none = await downloaded(ana, 'export contacts since tomorrow csv', { kind: 'contacts', format: 'csv' }).catch(
    () => undefined,
  )
  expect(none === undefined || parse(none.text, { columns: true }).length === 0).toBe(true)
  expect(said(await ana.say('export the moon'))).toContain('I do not understand “the moon”')
  expect(said(await ana.say('export activities in Berlin'))).toContain('Only companies, contacts and deals')
})

test('only whom a filter means, as find reads it', async () => {
  const answer = await ana.say('export companies in Berlin csv')
  expect(said(answer)).toContain('Berlin')
  const visit = await doors.entered(linkIn(answer))
  expect(await (await visit.get(visit.at)).text()).toContain('1 row<')
  const { text } = { text: await (await visit.post(visit.at, { kind: 'companies', format: 'csv' })).text() }
  expect(parse(text, { columns: true })).toMatchObject([{ Company: 'Acme Corp' }])
  const chinese = await downloaded(ana, '导出 在北京的公司', { kind: 'companies', format: 'csv' })
  expect(parse(chinese.text, { columns: true })).toHaveLength(1)
})

test('a segment by its name, whatever it is called; what is none is not understood', async () => {
  await ana.say('segment save Key accounts = companies in Berlin')
  await ana.say('segment save Big calls = contacts in Potsdam')
  await ana.say('segment save 重点客户 = companies in 北京')
  const answer = await ana.say('export Key accounts csv')
  expect(said(answer)).toContain('Only:')
  const visit = await doors.entered(linkIn(answer))
  const page = await (await visit.get(visit.at)).text()
  expect(page).toContain('1 row<')
  expect(page.match(/class="pane"/g)).toHaveLength(1)
  const { length } = parse(await (await visit.post(visit.at, { kind: 'companies', format: 'csv' })).text(), { columns: true })
  expect(length).toBe(1)
  expect((await visit.post(visit.at, { kind: 'contacts', format: 'csv' })).status).toBe(404)
  const people = await downloaded(ana, 'export big calls as vcard', { kind: 'contacts', format: 'vcf' })
  expect(people.text.match(/FN:.*/g)).toEqual(['FN:Wei Zhang'])
  expect((await downloaded(ana, '导出 重点客户', { kind: 'companies', format: 'csv' })).text).toContain('北京科技')
  for (const also of ['export segment Key accounts', 'export Key accounts since 1 Oct as json', 'export the KEY ACCOUNTS'])
    expect(said(await ana.say(also)), also).toContain('Export: companies')
  for (const none of ['export Kea accnts', 'export Berlin Wall', "export '; DROP TABLE companies; --", 'export segment Nothing'])
    expect(said(await ana.say(none)), none).toContain('I do not understand')
})

test('in the terminal by a filter in words and by a segment', async () => {
  const { out } = ok(await files.runExport('--filter', 'companies in Berlin', '--format', 'jsonl', '--out', '-'))
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { name: string }).name),
  ).toEqual(['Acme Corp'])
  expect(ok(await files.runExport('--filter', 'Big calls', '--format', 'vcf', '--out', '-')).out).toContain('FN:Wei Zhang')
  expect(await files.runExport('--filter', 'Key accounts', '--what', 'contacts', '--out', '-')).toMatchObject({
    code: 1,
    err: expect.stringContaining('finds companies, not contacts'),
  })
  expect(await files.runExport('--filter', 'the moon')).toMatchObject({ code: 1, err: expect.stringContaining('the moon') })
  expect(await files.runExport('--filter', 'my contacts')).toMatchObject({ code: 1, err: expect.stringContaining('nobody is') })
})

test('managers and admins export; a rep when the workspace says so, and only what they see; the private notes of others never', async () => {
  await role('Bo', 'rep')
  expect(said(await bo.say('export contacts'))).toContain('managers and admins export')
  expect(said(await bo.say('settings export reps'))).toContain('Only an admin')
  expect(said(await ana.say('settings export reps'))).toContain('Everybody who writes exports what they see')
  await db().workspace.updateMany({ data: { visibility: 'own' } })
  await db().activity.create({
    data: {
      ...(await db().activity.findFirstOrThrow()),
      id: '0190a000-0000-7000-8000-00000000000a',
      note: 'top secret',
      private: true,
    },
  })
  house.house.forget((await db().workspace.findFirstOrThrow()).id, new Set(['member', 'workspace']))
  const seen = await downloaded(bo, 'export contacts', { kind: 'contacts', format: 'csv' })
  expect(parse(seen.text, { columns: true })).toEqual([])
  expect((await downloaded(bo, 'export activities', { kind: 'activities', format: 'jsonl' })).text).not.toContain('top secret')
  expect((await downloaded(ana, 'export activities', { kind: 'activities', format: 'jsonl' })).text).toContain('top secret')
  // A link that was given while they might is worth nothing when they may not any more.
  const visit = await doors.entered(linkIn(await bo.say('export contacts')))
  expect(said(await ana.say('settings export managers'))).toContain('Managers and admins')
  expect((await visit.get(visit.at)).status).toBe(400)
  expect((await visit.post(visit.at, { kind: 'contacts', format: 'csv' })).status).toBe(400)
  await db().workspace.updateMany({ data: { visibility: 'all' } })
  await db().activity.delete({
    where: {
      workspaceId_id: { workspaceId: (await db().workspace.findFirstOrThrow()).id, id: '0190a000-0000-7000-8000-00000000000a' },
    },
  })
})

test('all that is held about a person, also where others are spoken of', async () => {
  await ana.say('log 北京科技: Wei Zhang came along')
  const visit = await doors.entered(linkIn(await ana.say('export person Wei Zhang')))
  expect(await (await visit.get(visit.at)).text()).toMatch(/<dt>Title<\/dt><dd>@Head, of &quot;Sales&quot;<\/dd>/)
  const json = await downloaded(ana, 'export person Wei Zhang', { format: 'json' })
  expect(json.name).toContain('Wei-Zhang.json')
  const held = JSON.parse(json.text)
  expect(held).toMatchObject({
    record: { name: 'Wei Zhang', companyName: 'Acme Corp' },
    mentions: [{ text: expect.stringContaining('Wei Zhang came along') }],
  })
  expect(held.activities).toHaveLength(1)
  expect(held.tasks.length).toBeGreaterThan(0)
  expect(held.changes.length).toBeGreaterThan(0)
  const csv = await downloaded(ana, 'export person Wei Zhang', { format: 'csv' })
  expect(csv.text).toContain('wants a quote')
  expect(said(await ana.say('export person Acme Corp'))).toContain('A company is no person')
})

/** All that is said of the records, as one types it: what an export has, and an import reads. */
const facts = async () => {
  const of = async (noun: 'company' | 'contact', rows: Row[]) => {
    const { id } = await db().workspace.findFirstOrThrow()
    const fields = await fieldsOf({ db: db(), workspace: { id }, now: house.clock.now() }, noun)
    const [members, companies] = await Promise.all([db().member.findMany(), db().company.findMany()])
    const names = new Map([...members, ...companies].map((one) => [one.id, one.name]))
    return rows.map((row) => typedFacts(fields, row, { locale: 'en', names }))
  }
  const order = { where: { archivedAt: null }, orderBy: { name: 'asc' } } as const
  return {
    companies: await of('company', await db().company.findMany(order)),
    contacts: await of('contact', await db().contact.findMany(order)),
  }
}

const ok = (ran: Ran) => {
  expect(ran).toMatchObject({ code: 0 })
  return ran
}

test('rapport export writes a file for each kind; imported into an empty workspace, everything is as it was; imported again, nothing changes', async () => {
  const out = path.join(files.folder, 'all')
  ok(await files.runExport('--out', `${out}/`, '--bom'))
  expect((await readdir(out)).sort()).toEqual([
    'activities-2026-11-24.csv',
    'companies-2026-11-24.csv',
    'contacts-2026-11-24.csv',
    'deals-2026-11-24.csv',
    'tasks-2026-11-24.csv',
  ])
  const before = await facts()
  const again = ok(await files.run(path.join(out, 'companies-2026-11-24.csv')))
  expect(again.out).toContain('companies: 0 new, 0 updated, 2 unchanged')
  expect(ok(await files.run(path.join(out, 'contacts-2026-11-24.csv'))).out).toContain('0 new, 0 updated, 2 unchanged')
  expect(await facts()).toEqual(before)

  await db().task.deleteMany()
  await db().activity.deleteMany()
  await db().contact.deleteMany()
  await db().company.deleteMany()
  ok(await files.run(path.join(out, 'companies-2026-11-24.csv')))
  ok(await files.run(path.join(out, 'contacts-2026-11-24.csv')))
  expect(await facts()).toEqual(before)
})

test('to the terminal, as vCards and since a day; what cannot be is said', async () => {
  expect(ok(await files.runExport('--what', 'contacts', '--format', 'vcf3', '--out', '-')).out).toContain('VERSION:3.0')
  expect(ok(await files.runExport('--what', 'contacts', '--out', '-', '--since', '2030-01-01')).out.split('\r\n')).toHaveLength(2)
  const file = path.join(files.folder, 'one.jsonl')
  ok(await files.runExport('--what', 'companies', '--format', 'jsonl', '--out', file))
  expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2)
  expect(await files.runExport('--out', '-')).toMatchObject({ code: 1, err: expect.stringContaining('--what') })
  expect(await files.runExport('--what', 'tasks', '--format', 'vcf', '--out', '-')).toMatchObject({ code: 1 })
  expect(await files.runExport('--since', 'yesteryear')).toMatchObject({ code: 1, err: expect.stringContaining('2026-10-01') })
  expect(house.faults).toEqual([])
})
