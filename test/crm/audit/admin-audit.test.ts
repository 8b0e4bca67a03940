import { afterAll, expect, it } from 'vitest'
import { auditPage, partsOf } from '../../../src/crm/audit/audit-page.ts'
import { doorsOver } from '../../support/doors/world.ts'
import { cardOf, rapport, said } from '../../support/rapport.ts'

const house = await rapport()
const [ana, bo] = [house.person('Ana'), house.person('Bo')]
await ana.say('help')
await bo.say('help')
await ana.say('add company Acme Corp')
await bo.say('log met with Acme Corp, a secret plan')
await house.database.prisma.activity.updateMany({ data: { private: true } })
const doors = await doorsOver(house)
afterAll(() => doors.http.stop())

it('gives an admin a link to the file, once, and says so in the audit', async () => {
  expect(said(await bo.say('admin audit'))).toMatch(/admin/i)
  const card = cardOf(await ana.say('admin audit csv companies since 2026-11-24'))
  expect(card.title).toBe('The audit as a file')
  expect(card.lines?.join('\n') + JSON.stringify(card.links ?? [])).toContain('/door#')
  expect(card.showOnce).toBe(true)
  const told = said(await ana.say('history all'))
  expect(told).toMatch(/Exported the audit\n {2}company/)
  expect(told).toContain('Rapport was connected to a team')
  expect(told).toContain('Bo came\n  Role: rep')
})

it('is sent as asked; what is private is not read by an admin', async () => {
  const visit = await doors.entered(await doors.linkFor('ana', auditPage, partsOf({ format: 'jsonl' })))
  const response = await visit.get(visit.at)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toContain('rapport-audit-2026-11-24.jsonl')
  const text = await response.text()
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map((one) => one.noun)).toContain('activity')
  expect(text).not.toContain('secret plan')
})
