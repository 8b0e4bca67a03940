import { expect, test } from 'vitest'
import { freshDatabase } from '../../support/database.ts'
import { aWorkspace, buttonOf, refusal, said } from '../customers/world.ts'

const database = await freshDatabase()
const db = database.prisma

test('the sample fills an empty workspace, in the past and with what is to be done', async () => {
  const ana = await aWorkspace(database, { role: 'admin' })
  const where = { workspaceId: ana.caller.workspace.id }
  const reply = await ana.type('sample')
  expect(said(reply)).toContain('The sample is loaded: 5 companies, 40 activities, 8 tasks, 6 deals')
  expect(await db.activity.count({ where: { ...where, occurredAt: { gt: new Date('2026-11-24T09:00:00Z') } } })).toBe(0)
  expect(await db.task.count({ where: { ...where, dueLocal: { lt: '2026-11-24' } } })).toBe(2)
  expect(await db.member.findMany({ where, orderBy: { id: 'asc' }, select: { name: true, role: true } })).toEqual([
    { name: 'Ana', role: 'admin' },
    { name: 'Bo', role: 'manager' },
  ])
  expect(new Set((await db.activity.findMany({ where })).map((one) => one.memberId)).size).toBe(2)
  expect(said(await ana.type('show wei'))).toContain('warranty')
  expect(said(await ana.type('show 锦程物流'))).toContain('王伟, 总经理')
  expect(await refusal(ana.type('sample'))).toContain('empty workspace')

  await ana.run(buttonOf(reply, 'Undo'))
  expect(await db.company.count({ where: { ...where, archivedAt: null } })).toBe(0)
  expect(await db.member.count({ where: { ...where, active: true } })).toBe(2)
})

test('a workspace with customers of its own is left alone', async () => {
  const ana = await aWorkspace(database, { role: 'admin' })
  await ana.type('add company Globex')
  expect(await refusal(ana.type('sample'))).toContain('empty workspace')
  expect(await db.activity.count({ where: { workspaceId: ana.caller.workspace.id } })).toBe(0)
})
