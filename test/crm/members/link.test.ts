import { beforeEach, expect, it } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import type { Context } from '../../../src/bot/context.ts'
import { lastRequestOf } from '../../../src/crm/audit/requests.ts'
import { newId } from '../../../src/crm/ids.ts'
import { activeMembers } from '../../../src/crm/members/members.ts'
import { settings } from '../../../src/crm/members/settings.ts'
import { freshDatabase } from '../../support/database.ts'
import { asking, worldOver } from './world.ts'

const { prisma: db } = await freshDatabase()
let n = 0
let world = worldOver(db)
beforeEach(() => {
  n++
  world = worldOver(db)
})
const slack = () => asking({ team: `T${n}`, user: 'UANA', profile: { name: 'Ana' } })
const standing = { roles: [], manages: true }
const discord = () => asking({ platform: 'discord', team: `G${n}`, user: '42', standing, profile: { name: 'ana#1' } })
const bo = () => asking({ team: `T${n}`, user: 'UBO', profile: { name: 'Bo' } })
const link = (who: ReturnType<typeof asking>, code = '') =>
  world.run(who, 'settings', (context) => settings.handle(context, { change: `link ${code}`.trim() })) as Promise<Card>
const codeFrom = async (who: ReturnType<typeof asking>) => /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec((await link(who)).title!)![0]
const addCompany = (who: ReturnType<typeof asking>) =>
  world.run(who, 'add company', ({ db, workspace, now }: Context) =>
    db.company.create({ data: { workspaceId: workspace.id, id: newId(now), name: 'Acme Corp', searchName: 'acme' } }),
  )
const addTask = (who: ReturnType<typeof asking>) =>
  world.run(who, 'remind', ({ db, workspace, me, now }: Context) =>
    db.task.create({
      data: { workspaceId: workspace.id, id: newId(now), ownerId: me.id, createdById: me.id, what: 'call', zone: 'UTC' },
    }),
  )

it.each([
  ['Slack to Discord', slack, discord],
  ['Discord to Slack', discord, slack],
])('joins a fresh team and the two accounts: %s', async (_, here, there) => {
  const a = await world.identify(here())
  await addCompany(here())
  await world.identify(there())
  const task = await addTask(there())
  const joined = await link(there(), (await codeFrom(here())).toLowerCase())
  expect(joined.lines?.[0]).toContain(a.workspace.name)
  const b = await world.identify(there())
  expect(b).toMatchObject({ workspace: { id: a.workspace.id }, me: { id: a.me.id, role: 'admin' } })
  expect(await db.task.findFirst({ where: { id: task.id } })).toMatchObject({ workspaceId: a.workspace.id, ownerId: a.me.id })
  expect(await activeMembers(world.contextOf(b))).toHaveLength(1)
  expect(await db.change.count({ where: { workspaceId: a.workspace.id, operation: 'settings link' } })).toBeGreaterThan(0)
  expect(await lastRequestOf({ ...world.contextOf(b), db })).toBeUndefined()
})

it('makes reps of those who come along', async () => {
  const tom = asking({ platform: 'discord', team: `G${n}`, user: '43', standing, profile: { name: 'Tom' } })
  await world.identify(slack())
  await world.identify(discord())
  await world.identify(tom)
  await link(discord(), await codeFrom(slack()))
  expect((await world.identify(tom)).me.role).toBe('rep')
})

it('makes two accounts in one workspace one person, with their work', async () => {
  await world.identify(slack())
  await world.identify(discord())
  await link(discord(), await codeFrom(slack()))
  const second = () => asking({ platform: 'discord', team: `G${n}`, user: '99', standing, profile: { name: 'Bo D' } })
  const first = await world.identify(bo())
  const task = await addTask(second())
  await link(second(), await codeFrom(bo()))
  expect((await world.identify(second())).me.id).toBe(first.me.id)
  expect(await db.task.findFirst({ where: { id: task.id } })).toMatchObject({ ownerId: first.me.id, createdById: first.me.id })
})

it('refuses, and changes nothing, when both sides hold customers', async () => {
  await addCompany(slack())
  await addCompany(discord())
  await expect(link(discord(), await codeFrom(slack()))).rejects.toThrow(/Both sides/)
  const [a, b] = [await world.identify(slack()), await world.identify(discord())]
  expect(a.workspace.id).not.toBe(b.workspace.id)
  expect(await db.linkCode.count({ where: { workspaceId: a.workspace.id, usedAt: null } })).toBe(1)
})

it('says to do it the other way round when only the typing side holds customers', async () => {
  await world.identify(slack())
  await addCompany(discord())
  await expect(link(discord(), await codeFrom(slack()))).rejects.toThrow(/other way round/)
  await link(slack(), await codeFrom(discord()))
  expect((await world.identify(slack())).workspace.id).toBe((await world.identify(discord())).workspace.id)
})

it('opens one team to another only between admins', async () => {
  await world.identify(slack())
  await world.identify(bo())
  await expect(link(discord(), await codeFrom(bo()))).rejects.toThrow(/admin of each side/)
})

it('takes a code once, within 15 minutes, from the other side', async () => {
  const code = await codeFrom(slack())
  await expect(link(slack(), code)).rejects.toThrow(/made here/)
  await expect(link(discord(), 'ABCD-2345')).rejects.toThrow(/wrong, used/)
  world.clock.advance({ minutes: 15 })
  await expect(link(discord(), code)).rejects.toThrow(/wrong, used/)
  const old = await codeFrom(slack())
  const next = await codeFrom(slack())
  await expect(link(discord(), old)).rejects.toThrow(/wrong, used/)
  await link(discord(), next)
  expect((await link(discord(), next)).lines?.[0]).toMatch(/one already/)
  await expect(link(bo(), next)).rejects.toThrow(/wrong, used/)
})
