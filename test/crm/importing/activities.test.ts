import { beforeEach, describe, expect, test } from 'vitest'
import { importer } from '../../support/importing.ts'
import { type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
let cli: Awaited<ReturnType<typeof importer>>
let runs = 0
beforeEach(async () => {
  house = await rapport()
  ana = house.person('Ana')
  await ana.say('add company Acme Corp')
  await ana.say('add contact Wei Zhang, Acme Corp, wei@acme.example')
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
