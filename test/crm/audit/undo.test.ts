import { beforeEach, expect, it } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import type { Context } from '../../../src/bot/context.ts'
import type { Request } from '../../../src/bot/request.ts'
import { record, undoButton } from '../../../src/crm/audit/audit.ts'
import { undo } from '../../../src/crm/audit/undo.ts'
import { asDate, newId } from '../../../src/crm/ids.ts'
import { freshDatabase } from '../../support/database.ts'
import { asking, worldOver } from '../members/world.ts'

const { prisma: db } = await freshDatabase()
let n = 0
let world = worldOver(db)
beforeEach(() => {
  n++
  world = worldOver(db)
})
const bo = () => asking({ team: `T${n}`, user: 'UBO', profile: { name: 'Bo' } })
const ana = () => asking({ team: `T${n}`, user: 'UANA', profile: { name: 'Ana' } })
const takeBack = (who: Request, request?: string) =>
  world.run(who, 'undo', (context) => undo.handle(context, { request })) as Promise<Card>

async function addCompany({ db, workspace, now }: Context, name: string) {
  return db.company.create({ data: { workspaceId: workspace.id, id: newId(now), name, searchName: name.toLowerCase() } })
}
/** What logging a call with somebody new at somebody new writes. */
const logCall = (who: Request) =>
  world.run(who, 'log', async (context) => {
    const { db, workspace, me, now } = context
    const company = await addCompany(context, 'Acme Corp')
    await record(context, { noun: 'company', id: company.id, before: null, after: company })
    const where = { workspaceId: workspace.id, companyId: company.id }
    const contact = await db.contact.create({ data: { ...where, id: newId(now), name: 'Wei Zhang', searchName: 'wei zhang' } })
    await record(context, { noun: 'contact', id: contact.id, before: null, after: contact })
    const call = {
      kind: 'call',
      note: 'wants a quote',
      zone: 'UTC',
      occurredAt: asDate(now),
      amount: '12000.50',
      memberId: me.id,
    }
    const activity = await db.activity.create({ data: { ...where, ...call, id: newId(now), contactId: contact.id } })
    await record(context, { noun: 'activity', id: activity.id, before: null, after: activity })
    return { company, contact, activity, request: context.requestId }
  })
const addTask = (who: Request, what = 'send the quote') =>
  world.run(who, 'remind', async (context) => {
    const { db, workspace, me, now } = context
    const mine = { ownerId: me.id, createdById: me.id }
    const task = await db.task.create({ data: { workspaceId: workspace.id, id: newId(now), ...mine, what, zone: 'UTC' } })
    await record(context, { noun: 'task', id: task.id, before: null, after: task })
    return { ...task, request: context.requestId }
  })
const changeTask = (who: Request, id: string, data: { what?: string; doneAt?: Date }) =>
  world.run(who, 'done', async (context) => {
    const where = { workspaceId_id: { workspaceId: context.workspace.id, id } }
    const before = await context.db.task.findUniqueOrThrow({ where })
    const after = await context.db.task.update({ where, data })
    await record(context, { noun: 'task', id, before, after })
    return context.requestId
  })
const task = (id: string) => db.task.findFirstOrThrow({ where: { id } })

it('takes back all that my last request did, newest first, and says what', async () => {
  const made = await logCall(ana())
  const { lines } = await takeBack(ana())
  expect(lines?.[1]).toBe('Added Acme Corp\nAdded Wei Zhang\nLogged call with Wei Zhang (Acme Corp)')
  for (const row of [
    await db.company.findFirst({ where: { id: made.company.id } }),
    await db.contact.findFirst({ where: { id: made.contact.id } }),
    await db.activity.findFirst({ where: { id: made.activity.id } }),
  ])
    expect(row?.archivedAt).not.toBeNull()
})

it('goes further back each time, passing over what undo did itself', async () => {
  const first = await addTask(ana(), 'first')
  const second = await addTask(ana(), 'second')
  expect((await takeBack(ana())).lines).toEqual(['Taken back: Task “second”'])
  expect((await takeBack(ana())).lines).toEqual(['Taken back: Task “first”'])
  expect((await takeBack(ana())).lines?.[0]).toMatch(/nothing of yours/)
  expect([(await task(first.id)).archivedAt, (await task(second.id)).archivedAt]).not.toContain(null)
  expect(await db.change.count({ where: { entityId: first.id, operation: 'undo' } })).toBe(1)
})

it('puts changed columns back, and leaves the others', async () => {
  const made = await addTask(ana())
  await changeTask(ana(), made.id, { doneAt: new Date('2026-03-10T08:00:00Z') })
  await db.task.updateMany({ where: { id: made.id }, data: { remindedAt: new Date() } })
  expect((await takeBack(ana())).lines).toEqual(['Taken back: Done: “send the quote”'])
  expect(await task(made.id)).toMatchObject({ doneAt: null, archivedAt: null, remindedAt: expect.any(Date) })
})

it('says who stands in the way, and changes nothing, when it was changed again', async () => {
  const made = await addTask(ana())
  const mine = await changeTask(ana(), made.id, { what: 'send two quotes' })
  await changeTask(bo(), made.id, { what: 'send three quotes' })
  world.clock.advance({ minutes: 20 })
  await expect(takeBack(ana(), mine)).rejects.toThrow(/Bo changed .*20 min ago.*Nothing was changed/)
  await expect(takeBack(ana())).rejects.toThrow(/Bo changed/)
  expect(await task(made.id)).toMatchObject({ what: 'send three quotes', archivedAt: null })
  expect(await db.change.count({ where: { entityId: made.id, undoneAt: { not: null } } })).toBe(0)
})

it('keeps a customer that others have entered something for', async () => {
  const made = await logCall(ana())
  await world.run(bo(), 'log', async ({ db, workspace, me, now }) => {
    const call = {
      kind: 'call',
      note: 'hello',
      zone: 'UTC',
      occurredAt: asDate(now),
      memberId: me.id,
      companyId: made.company.id,
    }
    await db.activity.create({ data: { workspaceId: workspace.id, id: newId(now), ...call } })
  })
  await expect(takeBack(ana())).rejects.toThrow(/something else was entered for Acme Corp/)
  expect(await db.activity.findFirst({ where: { id: made.activity.id } })).toMatchObject({ archivedAt: null })
})

it('by its button takes back exactly that, once', async () => {
  const first = await addTask(ana(), 'first')
  const second = await addTask(ana(), 'second')
  expect(undoButton({ locale: 'en', requestId: first.request })).toMatchObject({
    operation: 'undo',
    input: { request: first.request },
  })
  expect((await takeBack(ana(), first.request)).lines).toEqual(['Taken back: Task “first”'])
  expect((await takeBack(ana(), first.request)).lines?.[0]).toMatch(/already taken back/)
  expect((await task(second.id)).archivedAt).toBeNull()
})

it('pressed twice at once does it once', async () => {
  const made = await addTask(ana())
  const said = await Promise.all([takeBack(ana(), made.request), takeBack(ana(), made.request)])
  expect(said.map((one) => one.lines?.[0]?.slice(0, 10)).sort()).toEqual(['Taken back', 'That is al'])
})

it('is for who did it, or an admin, in their own workspace', async () => {
  await world.identify(bo())
  const byAna = await addTask(ana())
  const byBo = await addTask(bo())
  await expect(takeBack(ana(), byBo.request)).rejects.toThrow(/Only the one who did that/)
  const stranger = asking({ team: `T${n}-other`, user: 'UANA' })
  expect((await takeBack(stranger, byAna.request)).lines?.[0]).toMatch(/nothing of yours/)
  expect((await task(byAna.id)).archivedAt).toBeNull()
  await takeBack(bo(), byAna.request)
  expect((await task(byAna.id)).archivedAt).not.toBeNull()
})

it('speaks Chinese to whom it should', async () => {
  const zh = () => asking({ team: `T${n}`, user: 'ULI', profile: { name: 'Li', locale: 'zh-CN' } })
  await addTask(zh(), '发报价')
  expect((await takeBack(zh())).lines).toEqual(['已撤销：任务“发报价”'])
})
