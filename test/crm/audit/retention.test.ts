import { beforeEach, expect, it } from 'vitest'
import { checkRetention } from '../../../src/cli/doctor-retention.ts'
import { cleanOnce } from '../../../src/crm/requests/requests.ts'
import { cleanChosen } from '../../../src/crm/retention/retention.ts'
import { cardOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
let bo: Person

beforeEach(async () => {
  house = await rapport()
  ana = house.person('Ana')
  bo = house.person('Bo')
  await ana.say('help')
  await bo.say('help')
})

async function clean(): Promise<void> {
  const { prisma } = house.database
  while ((await cleanChosen(prisma, house.clock.now())) + (await cleanOnce(prisma, house.clock.now())));
}

it('shows what is kept for how long, to admins alone', async () => {
  expect(said(await ana.say('settings retention'))).toMatch(/Changes of records: for ever[\s\S]*Answers to requests: 7 days/)
  expect(said(await bo.say('settings retention audit 90 days'))).toContain('Only an admin')
  expect(said(await ana.say('settings'))).toContain('settings retention')
})

it('says what would go before it is switched on; then older changes of records go, those of people and settings stay', async () => {
  await ana.say('add company Acme Corp')
  await ana.say('settings role @Bo manager')
  await ana.say('settings zone London')
  house.clock.pass({ hours: 24 * 100 })
  await ana.say('edit acme city=Berlin')
  const asked = cardOf(await ana.say('settings retention audit 90 days'))
  expect(asked.lines?.join('\n')).toMatch(/keep them 90 days only\?\n1 that are older go for good/)
  await clean()
  expect(said(await ana.say('history acme'))).toContain('Added Acme Corp')
  expect(said(await ana.press(asked, 'Keep only that'))).toContain('Changes of records: kept 90 days from now on.')
  await clean()
  const told = said(await ana.say('history acme'))
  expect(told).toContain('– → Berlin')
  expect(told).not.toContain('Added Acme Corp')
  expect(said(await ana.say('history all'))).toContain('Role: rep → manager')
  expect(said(await ana.say('history all'))).toContain('Days that changes are kept: – → 90')
  const [finding] = await checkRetention(String(house.database.connection.connectionString))
  expect(finding?.says).toBe('Acme Sales: audit 90 days')
  // What was chosen is taken back like anything else.
  expect(said(await ana.say('undo'))).toContain('Taken back: Settings of the workspace')
  expect(said(await ana.say('settings retention'))).toContain('Changes of records: for ever')
})

it('never takes what can still be taken back', async () => {
  expect(said(await ana.say('settings retention audit 29 days'))).toContain('At least 30')
  expect(said(await ana.say('settings retention audit soon'))).toContain('For how many days?')
  await ana.say('add company Acme Corp')
  await ana.press(cardOf(await ana.say('settings retention audit 30 days')), 'Keep only that')
  house.clock.pass({ hours: 24 * 29 })
  await clean()
  expect(said(await ana.say('undo list'))).toContain('Added Acme Corp')
})

it('keeps answers longer where that was chosen, and elsewhere as usual', async () => {
  const eve = house.person('Eve', { team: 'other' })
  await eve.say('add company Umbrella')
  await ana.say('settings retention answers 30 days')
  await ana.say('add company Acme Corp')
  house.clock.pass({ hours: 24 * 8 })
  await clean()
  const { prisma } = house.database
  expect(await prisma.answeredRequest.count({ where: { operation: 'add company' } })).toBe(1)
  house.clock.pass({ hours: 24 * 23 })
  await clean()
  expect(await prisma.answeredRequest.count({ where: { operation: 'add company' } })).toBe(0)
})

it('takes sent messages, not what is still owed', async () => {
  await ana.say('add company Acme Corp')
  await ana.say('remind acme tomorrow 10am call them')
  const { prisma } = house.database
  const workspace = await prisma.workspace.findFirstOrThrow()
  const member = await prisma.member.findFirstOrThrow()
  const at = new Date('2026-11-24T09:00:00Z')
  const message = (id: string, sentAt: Date | null) => ({
    ...{ workspaceId: workspace.id, id, memberId: member.id, kind: 'reminder', input: {}, sendAt: at, createdAt: at, sentAt },
  })
  await prisma.message.deleteMany()
  await prisma.message.createMany({
    data: [message('019ab000-0000-7000-8000-000000000001', at), message('019ab000-0000-7000-8000-000000000002', null)],
  })
  await ana.press(cardOf(await ana.say('settings retention messages 30 days')), 'Keep only that')
  house.clock.pass({ hours: 24 * 40 })
  await clean()
  expect((await prisma.message.findMany()).map((one) => one.sentAt)).toEqual([null])
})
