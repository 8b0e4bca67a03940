import { beforeEach, describe, expect, test } from 'vitest'
import { importer } from '../../support/importing.ts'
import { type Person, rapport, said, type TestHouse, textOf } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
let cli: Awaited<ReturnType<typeof importer>>
let runs = 0
beforeEach(async () => {
  house = await rapport()
  ana = house.person('Ana')
  await ana.say('add company Acme Corp')
  await ana.say('add contact Wei Zhang at Acme Corp wei@acme.example')
  cli = await importer(house.database, house.clock.now)
})

const take = async (content: string, ...options: string[]) => cli.run(await cli.file(`${++runs}.csv`, content), ...options)
const where = { archivedAt: null }
const activities = () =>
  house.database.prisma.activity.findMany({ where, orderBy: { occurredAt: 'asc' }, include: { company: true, contact: true } })
const tasks = () => house.database.prisma.task.findMany({ where, orderBy: { dueLocal: 'asc' } })

const PIPEDRIVE = [
  'ID,Subject,Type,Done,Due date,Due time,Duration,Note,Organization,Contact person,Assigned to user',
  '11,Intro call,Call,Done,2026-11-02,10:30,00:30,<p>Spoke about <b>pricing</b></p><p>Send offer</p>,Acme Corp,Wei Zhang,Ana',
  '12,Demo,Meeting,Done,2026-11-10,,,,Acme Corp,,',
  '13,Send contract,Task,To do,2026-12-20,09:00,,,Acme Corp,Wei Zhang,Ana',
  '14,Call them,Call,Done,2026-11-11,,,,Globex,Homer Simpson,',
].join('\n')

describe('a list of activities', () => {
  test('is recognized, and its rows stand with their customers; what is open is a task; who is unknown is told by line', async () => {
    const done = await take(PIPEDRIVE)
    expect(done.out).toContain('an export of Pipedrive')
    expect(done.out).toContain('activities: 2 new, 0 updated, 0 unchanged')
    expect(done.out).toContain('tasks: 1 new, 0 updated, 0 unchanged')
    expect(done.out).toMatch(/line 5: Homer Simpson, Globex: not known here\. .*--create-missing/)
    expect(await activities()).toMatchObject([
      {
        ...{ kind: 'call', note: 'Intro call\nSpoke about pricing\nSend offer', dayOnly: false, durationMinutes: 30 },
        ...{ company: { name: 'Acme Corp' }, contact: { name: 'Wei Zhang' }, source: 'pipedrive', externalId: '11' },
      },
      { kind: 'meeting', note: 'Demo', dayOnly: true, company: { name: 'Acme Corp' }, contact: null },
    ])
    expect((await activities())[0]!.occurredAt.toISOString()).toBe('2026-11-02T09:30:00.000Z')
    expect(await tasks()).toMatchObject([{ what: 'Send contract', dueLocal: '2026-12-20T09:00', doneAt: null, externalId: '13' }])
    expect(said(await ana.say('last acme'))).toContain('10 Nov')
  })

  test('again changes nothing; what differs is brought up to date; undo takes all back', async () => {
    await take(PIPEDRIVE)
    const changes = await house.database.prisma.change.count()
    const again = await take(PIPEDRIVE)
    expect(again.out).toContain('activities: 0 new, 0 updated, 2 unchanged')
    expect(again.out).toContain('tasks: 0 new, 0 updated, 1 unchanged')
    expect(await house.database.prisma.change.count()).toBe(changes)
    const differs = await take(PIPEDRIVE.replace('Demo', 'Demo of the new version').replace('To do', 'Done'))
    expect(differs.out).toContain('activities: 0 new, 1 updated, 1 unchanged')
    expect(differs.out).toContain('tasks: 0 new, 1 updated, 0 unchanged')
    const [task] = await tasks()
    expect(task!.doneAt).not.toBeNull()
    const mark = /import:\S+/.exec(differs.out)![0]
    expect(await cli.run('--undo', mark)).toMatchObject({ out: expect.stringContaining('2 changes'), err: '' })
    expect((await tasks())[0]!.doneAt).toBeNull()
    expect((await activities())[1]!.note).toBe('Demo')
  })

  test('makes the customers that are missing when that is said, and all of it goes by one undo', async () => {
    const done = await take(PIPEDRIVE, '--create-missing')
    expect(done.out).toContain('activities: 3 new')
    expect(done.out).toContain('companies: 1 new')
    const [, , third] = await activities()
    expect(third).toMatchObject({ company: { name: 'Globex' }, contact: { name: 'Homer Simpson' } })
    const mark = /import:\S+/.exec(done.out)![0]
    await cli.run('--undo', mark)
    expect(await activities()).toEqual([])
    expect(await tasks()).toEqual([])
    expect(await house.database.prisma.company.findMany({ where })).toMatchObject([{ name: 'Acme Corp' }])
    expect(said(await ana.say('last acme'))).not.toContain('10 Nov')
  })
})

const csv = (...rows: string[]) => rows.join('\n')
const SAID: Record<string, [file: string, expected: object]> = {
  'HubSpot calls': [
    csv(
      'Record ID,Call title,Call notes,Activity date,Call outcome,Call duration,Activity assigned to,Associated Contact,Associated Company',
      '901,Checking in,<div>All <em>fine</em>&nbsp;&amp; well</div>,2026-11-02 10:30,Left voicemail,0:05,Ana,Wei Zhang (wei@acme.example),Acme Corp',
    ),
    {
      kind: 'call',
      outcome: 'left_voicemail',
      note: 'Checking in\nAll fine & well',
      durationMinutes: 5,
      source: 'hubspot',
      externalId: '901',
    },
  ],
  'HubSpot notes by their interface': [
    csv(
      'hs_object_id,hs_note_body,hs_timestamp,hubspot_owner_id,email',
      '77,<p>Likes tea</p>,2026-11-02T09:30:00Z,123,wei@acme.example',
    ),
    { kind: 'note', note: 'Likes tea', externalId: 'note 77', source: 'hubspot' },
  ],
  'HubSpot calls by their interface': [
    csv(
      'hs_object_id,hs_call_title,hs_call_body,hs_timestamp,hs_call_duration,hs_call_direction,hs_call_disposition,associated_company',
      '78,Hello,,1793611800000,120000,INBOUND,73a0d17f-1163-4015-bdd5-ec830791da20,Acme Corp',
    ),
    { kind: 'call', outcome: 'no_answer', direction: 'inbound', durationMinutes: 2, note: 'Hello', contact: null },
  ],
  'Salesforce tasks': [
    csv(
      'Id,Subject,ActivityDate,Status,TaskSubtype,Description,CallDisposition,AccountId,WhoId,OwnerId',
      '00T1,Call,2026-11-02,Completed,Call,Went well,Connected,001A,003W,005',
    ),
    { kind: 'call', outcome: 'connected', note: 'Call\nWent well', dayOnly: true, source: 'salesforce', externalId: '00T1' },
  ],
  'Salesforce events': [
    csv(
      'Id,Subject,StartDateTime,EndDateTime,DurationInMinutes,AccountId',
      '00U1,Kickoff,2026-11-02T09:30:00.000+0000,2026-11-02T10:30:00.000+0000,60,001A',
    ),
    { kind: 'meeting', durationMinutes: 60, dayOnly: false, note: 'Kickoff' },
  ],
  'a report of Salesforce': [
    csv(
      'Subject,Date,Assigned,Company / Account,Contact,Full Comments,Task Subtype,Activity ID,Status',
      'Email: offer,11/30/2025,Ana,Acme Corp,Wei Zhang,See attachment,Email,00T2,Completed',
    ),
    { kind: 'email', note: 'Email: offer\nSee attachment', externalId: '00T2' },
  ],
  'Zoho calls': [
    csv(
      'Call Id,Subject,Call Type,Call Start Time,Call Duration,Call Duration (in seconds),Call Result,Contact Name,Related To,Call Owner',
      'zcrm_5,Missed call,Missed,2026-11-02 10:30:00,,0,,Wei Zhang,Acme Corp,Ana',
    ),
    { kind: 'call', outcome: 'no_answer', direction: 'inbound', source: 'zoho', externalId: '5' },
  ],
  'Zoho notes': [
    csv(
      'Note Id,Note Title,Note Content,Created Time,Parent ID.id,Account Name',
      'zcrm_6,Tea,Likes green tea,2026-11-02 10:30:00,,Acme Corp',
    ),
    { kind: 'note', note: 'Tea\nLikes green tea' },
  ],
  'a list in Chinese': [
    csv('客户名称,联系人,往来类型,往来日期,沟通内容,负责人', 'Acme Corp,Wei Zhang,拜访,2026年11月2日,谈了价格,Ana'),
    { kind: 'visit', note: '谈了价格', dayOnly: true, contact: { name: 'Wei Zhang' } },
  ],
  'any list': [
    csv('date,customer,person,type,notes', '2 Nov 2026,acme corp,wei zhang,Phone,Asked for a price'),
    { kind: 'call', note: 'Asked for a price', contact: { name: 'Wei Zhang' }, source: 'import' },
  ],
}

describe('activities of', () => {
  test.each(Object.keys(SAID))('%s', async (name) => {
    const [content, expected] = SAID[name]!
    await house.database.prisma.company.updateMany({ data: { source: 'salesforce', externalId: '001A' } })
    await house.database.prisma.contact.updateMany({ data: { source: 'salesforce', externalId: '003W' } })
    const { out } = await take(content)
    expect(out).toContain('activities: 1 new')
    expect(out).not.toContain('fault')
    const [one] = await activities()
    expect(one).toMatchObject({ company: { name: 'Acme Corp' }, ...expected })
    expect(one!.occurredAt.toISOString()).toMatch(/^20(?:26-11-02|25-11-30)T/)
    expect((await take(content)).out).toContain('activities: 0 new, 0 updated, 1 unchanged')
  })
})

describe('tasks', () => {
  const ZOHO = csv(
    'Task Id,Subject,Due Date,Status,Priority,Related To,Contact Name,Task Owner,Closed Time',
    'zcrm_1,Send offer,2026-12-01,Not Started,High,Acme Corp,Wei Zhang,Ana,',
    'zcrm_2,Send sample,2026-11-01,Completed,High,Acme Corp,,Ana,2026-11-03 10:00:00',
    'zcrm_3,Long overdue,2026-10-01,In Progress,High,Acme Corp,,Ana,',
    'zcrm_4,Buy paper,2026-12-02,Deferred,Low,,,Ana,',
    'zcrm_5,,2026-12-02,Deferred,Low,Acme Corp,,Ana,',
  )
  test('are open or done, with or without a customer; nobody is reminded of what was due before it came', async () => {
    const { out } = await take(ZOHO)
    expect(out).toContain('tasks: 4 new')
    expect(out).toContain('line 6: says nothing to do')
    expect(await tasks()).toMatchObject([
      { what: 'Long overdue', dueLocal: '2026-10-01', doneAt: null, remindedAt: new Date(house.clock.now().epochMilliseconds) },
      { what: 'Send sample', doneAt: new Date('2026-11-03T09:00:00Z') },
      { what: 'Send offer', dueLocal: '2026-12-01', remindedAt: null, remindAt: new Date('2026-12-01T08:00:00Z') },
      { what: 'Buy paper', companyId: null },
    ])
    await house.delivery.tick()
    expect(ana.inbox.map(textOf).join('\n')).not.toContain('Long overdue')
    expect(said(await ana.say('tasks'))).toContain('Long overdue')
    expect((await take(ZOHO)).out).toContain('tasks: 0 new, 0 updated, 4 unchanged')
  })

  test('of any list', async () => {
    await take(csv('Task,Due,Company', 'Call back,1 Dec 2026,Acme Corp'))
    expect(await tasks()).toMatchObject([{ what: 'Call back', dueLocal: '2026-12-01' }])
  })
})

describe('what a list of activities does not say', () => {
  test('is asked: in which order its days are written', async () => {
    const content = csv('date,company,subject', '01/02/2026,Acme Corp,Hi', '03/04/2026,Acme Corp,Ho')
    expect((await take(content)).err).toContain('--dates dmy')
    await take(content, '--dates', 'mdy')
    expect((await activities()).map(({ occurredAt }) => occurredAt.toISOString().slice(0, 10))).toEqual([
      '2026-01-02',
      '2026-03-04',
    ])
  })

  test('is told by its line: no customer, no day, several of one name', async () => {
    await ana.say('add company Globex')
    await ana.say('add contact Wei Zhang at Globex')
    const { out } = await take(
      csv(
        'date,company,contact,subject',
        '2026-01-02,,,Hi',
        'soon,Acme Corp,,Ho',
        '2026-01-03,,Wei Zhang,Hm',
        '2026-01-04,Globex,Wei Zhang,Ha',
      ),
    )
    expect(out).toContain('line 2: names no company and no person')
    expect(out).toContain('line 3: “soon” is no day')
    expect(out).toContain('line 3: says no day')
    expect(out).toContain('line 4: there are several called Wei Zhang')
    expect(await activities()).toMatchObject([{ note: 'Ha', company: { name: 'Globex' } }])
  })

  test('who an owner is, is said by a map; nobody else is guessed', async () => {
    const bo = house.person('Bo')
    await bo.say('help')
    const content = csv(
      'date,company,subject,owner',
      '2026-01-02,Acme Corp,Hi,Anna Snelling',
      '2026-01-03,Acme Corp,Ho,bo@acme.example',
    )
    const first = await take(content, '--preview')
    expect(first.out).toContain('owners who are no members here: Anna Snelling (1 row)')
    expect((await take(content, '--owner-map', 'Anna Snelling=Carl')).err).toContain(
      'there is no such member. Members are: Ana, Bo',
    )
    await take(content, '--owner-map', 'Anna Snelling=@bo')
    const member = await house.database.prisma.member.findFirstOrThrow({ where: { name: 'Bo' } })
    expect((await activities()).map(({ memberId }) => memberId)).toEqual([member.id, member.id])
  })

  test('whom several people were with: the first it is about, the others took part', async () => {
    await ana.say('add contact Laura Bennett at Acme Corp')
    await take(csv('date,company,contact,subject,type', '2026-01-02,Acme Corp,Wei Zhang; Laura Bennett,Hi,Meeting'))
    const [one] = await activities()
    expect(one).toMatchObject({ contact: { name: 'Wei Zhang' } })
    expect(one!.otherContactIds).toHaveLength(1)
  })

  test('a preview writes nothing and says the same', async () => {
    const { out } = await take(PIPEDRIVE, '--preview', '--create-missing')
    expect(out).toContain('activities: 3 new')
    expect(out).toContain('companies: 1 new')
    expect(await activities()).toEqual([])
    expect(await house.database.prisma.company.count()).toBe(1)
  })
})
