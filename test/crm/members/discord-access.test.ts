import { beforeEach, expect, it } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import type { Standing } from '../../../src/bot/request.ts'
import { settings } from '../../../src/crm/members/settings.ts'
import { freshDatabase } from '../../support/database.ts'
import { asking, worldOver } from './world.ts'

const { prisma: db } = await freshDatabase()
const SALES = '111111111111111111'
let n = 0
let G = ''
let world = worldOver(db)
beforeEach(() => {
  G = `G${++n}`
  world = worldOver(db)
})
const on = (user: string, standing?: Standing, team = G) =>
  asking({ platform: 'discord', team, user: `${user}-${n}`, standing, profile: { name: user } })
const manages: Standing = { roles: [], manages: true }
const sales: Standing = { roles: [SALES], manages: false }
const nobody: Standing = { roles: [], manages: false }
const access = (typed: string, standing = manages) =>
  world.run(on('ana', standing), 'settings', (context) => settings.handle(context, { change: `access ${typed}` }))

it('lets nobody but managers in, until a role was named', async () => {
  await expect(world.identify(on('bo', sales))).rejects.toThrow(/only those who may manage/)
  await expect(world.identify(on('bo', nobody))).rejects.toThrow(/only those who may manage/)
  expect((await world.identify(on('ana', manages))).me.role).toBe('admin')
  await access(`<@&${SALES}>`)
  expect((await world.identify(on('bo', sales))).me.role).toBe('rep')
  await expect(world.identify(on('tom', nobody))).rejects.toThrow(/role/)
})

it('asks at every request, whatever is remembered', async () => {
  await world.identify(on('ana', manages))
  await access(SALES)
  await world.identify(on('bo', sales))
  await world.identify(on('bo', sales))
  await expect(world.identify(on('bo', nobody))).rejects.toThrow(/role/)
})

it('takes somebody to a direct message only after the server let them in', async () => {
  await expect(world.identify(on('ana', undefined, ''))).rejects.toThrow(/crm/)
  const there = await world.identify(on('ana', manages))
  expect((await world.identify(on('ana', undefined, ''))).me.id).toBe(there.me.id)
  world.clock.advance({ hours: 15 * 24 })
  await expect(world.identify(on('ana', undefined, ''))).rejects.toThrow(/vouched/)
  await world.identify(on('ana', manages))
  expect((await world.identify(on('ana', undefined, ''))).me.id).toBe(there.me.id)
})

it('refuses direct messages as soon as the server refuses, or the role is struck off', async () => {
  await world.identify(on('ana', manages))
  await access(SALES)
  await world.identify(on('bo', sales))
  await world.identify(on('bo', undefined, ''))
  await expect(world.identify(on('bo', nobody))).rejects.toThrow()
  await expect(world.identify(on('bo', undefined, ''))).rejects.toThrow(/vouched/)
  await world.identify(on('bo', sales))
  await world.identify(on('bo', undefined, ''))
  await access('off')
  await expect(world.identify(on('bo', undefined, ''))).rejects.toThrow(/vouched/)
  await expect(world.identify(on('bo', sales))).rejects.toThrow(/only those who may manage/)
})

it('shows and changes access for admins and managers alone, on Discord alone', async () => {
  await world.identify(on('ana', manages))
  expect(((await access('')) as Card).lines?.[0]).toMatch(/only those who may manage/)
  await access(`<@&${SALES}>`)
  expect(((await access('')) as Card).lines?.[0]).toContain(SALES)
  const byBo = (standing: Standing) =>
    world.run(on('bo', standing), 'settings', (context) => settings.handle(context, { change: 'access off' }))
  await expect(byBo(sales)).rejects.toThrow(/Only an admin/)
  await expect(access('@Sales')).rejects.toThrow(/no role/)
  await byBo({ roles: [], manages: true })
  await expect(world.identify(on('tom', sales))).rejects.toThrow(/manage/)
  const slack = asking({ team: `T${G}` })
  await expect(
    world.run(slack, 'settings', (context) => settings.handle(context, { change: `access ${SALES}` })),
  ).rejects.toThrow(/Discord/)
})
