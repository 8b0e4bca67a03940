import { beforeEach, describe, expect, it } from 'vitest'
import { UserError } from '../../../src/bot/errors.ts'
import { activeMembers, memberNamed, namesOf, suggestMembers } from '../../../src/crm/members/members.ts'
import { freshDatabase } from '../../support/database.ts'
import { asking, worldOver } from './world.ts'

const { prisma: db } = await freshDatabase()
let team = 0
let T = ''
let world = worldOver(db)
beforeEach(() => {
  T = `T${++team}`
  world = worldOver(db)
})
const ana = () => asking({ team: T, user: 'UANA', profile: { name: 'Ana' } })
const bo = () => asking({ team: T, user: 'UBO', profile: { name: 'Bo', timeZone: 'Asia/Shanghai', locale: 'zh-CN' } })

describe('the first request', () => {
  it('makes the workspace, its first admin and a welcome', async () => {
    const { workspace, me } = await world.identify(ana())
    expect(me).toMatchObject({ name: 'Ana', role: 'admin', timeZone: 'Europe/Berlin', locale: 'en', morningAt: '09:00' })
    expect(workspace).toMatchObject({ name: T, timeZone: 'Europe/Berlin' })
    expect(await db.message.findMany({ where: { workspaceId: workspace.id } })).toMatchObject([
      { memberId: me.id, kind: 'welcome' },
    ])
    expect(await db.change.count({ where: { workspaceId: workspace.id, operation: 'join', noun: 'member' } })).toBe(1)
  })

  it('makes a rep of everybody after, in their own zone and language', async () => {
    const first = await world.identify(ana())
    const second = await world.identify(bo())
    expect(second.workspace.id).toBe(first.workspace.id)
    expect(second.me).toMatchObject({ role: 'rep', timeZone: 'Asia/Shanghai', locale: 'zh' })
  })

  it('makes one member and one workspace when the same person comes many times at once', async () => {
    const callers = await Promise.all(Array.from({ length: 6 }, () => worldOver(db).identify(ana())))
    expect(new Set(callers.map((one) => one.me.id)).size).toBe(1)
    expect(await db.member.count({ where: { workspaceId: callers[0]!.workspace.id } })).toBe(1)
    expect(await db.message.count({ where: { workspaceId: callers[0]!.workspace.id } })).toBe(1)
  })

  it('makes one workspace and one admin when two people come at once', async () => {
    const [a, b] = await Promise.all([worldOver(db).identify(ana()), worldOver(db).identify(bo())])
    expect(a!.workspace.id).toBe(b!.workspace.id)
    expect([a!.me.role, b!.me.role].sort()).toEqual(['admin', 'rep'])
  })

  it('takes the house’s zone when the platform knows none, or names one that is none', async () => {
    const { me } = await world.identify(asking({ team: T, profile: { timeZone: 'Mars/Olympus' } }))
    expect(me.timeZone).toBe('America/New_York')
  })

  it('keeps teams apart', async () => {
    const here = await world.identify(ana())
    const there = await world.identify(asking({ team: `${T}-other`, user: 'UANA' }))
    expect(there.workspace.id).not.toBe(here.workspace.id)
    const context = world.contextOf(there)
    await expect(memberNamed(context, here.me.id)).rejects.toThrow(UserError)
    expect(await namesOf(context, [here.me.id])).toEqual(new Map())
    expect((await activeMembers(context)).map((one) => one.id)).toEqual([there.me.id])
  })

  it.each(['guest', 'stranger', 'deactivated', 'bot'] as const)(
    'refuses a %s in either language, and makes nothing',
    async (refused) => {
      const said = await Promise.all(
        ['en-US', 'zh-CN'].map((locale) =>
          world.identify(asking({ team: T, locale, profile: { refused, locale } })).catch((error: unknown) => error),
        ),
      )
      expect(said).toEqual([expect.any(UserError), expect.any(UserError)])
      expect((said[1] as Error).message).toMatch(/\p{Script=Han}/u)
      expect((said[0] as Error).message).not.toMatch(/\p{Script=Han}/u)
      expect(await db.installation.count({ where: { teamId: T } })).toBe(0)
    },
  )
})

describe('who is known', () => {
  it('is asked about once a day, and what they set themselves stays', async () => {
    const { me } = await world.identify(ana())
    let asked = 0
    const moved = { ...ana(), profile: async () => ({ name: `Ana M. ${++asked}`, timeZone: 'Asia/Tokyo' }) }
    await world.identify(moved)
    expect(asked).toBe(0)
    world.clock.advance({ hours: 25 })
    expect((await world.identify(moved)).me).toMatchObject({ id: me.id, name: 'Ana M. 1', timeZone: 'Asia/Tokyo' })
    expect((await world.identify(moved)).me.name).toBe('Ana M. 1')

    const { settings } = await import('../../../src/crm/members/settings.ts')
    await world.run(moved, 'settings', (context) => settings.handle(context, { change: 'zone london' }))
    world.clock.advance({ hours: 25 })
    expect((await world.identify(moved)).me).toMatchObject({ name: 'Ana M. 2', timeZone: 'Europe/London' })
  })

  it('is let in while the platform does not answer, and refused when it says they left', async () => {
    await world.identify(ana())
    world.clock.advance({ hours: 25 })
    const silent = {
      ...ana(),
      profile: async () => {
        throw new Error('slack is down')
      },
    }
    expect((await world.identify(silent)).me.name).toBe('Ana')
    await expect(world.identify(asking({ team: T, user: 'UANA', profile: { refused: 'deactivated' } }))).rejects.toThrow(
      UserError,
    )
  })

  it('is remembered for ten seconds, unless something of theirs changed', async () => {
    const { workspace, me } = await world.identify(ana())
    await world.identify(ana())
    await db.member.update({ where: { workspaceId_id: { workspaceId: workspace.id, id: me.id } }, data: { name: 'Ana Maria' } })
    expect((await world.identify(ana())).me.name).toBe('Ana')
    world.forget(workspace.id, new Set(['activity', 'task']))
    expect((await world.identify(ana())).me.name).toBe('Ana')
    world.forget(workspace.id, new Set(['member']))
    expect((await world.identify(ana())).me.name).toBe('Ana Maria')
    await db.member.update({ where: { workspaceId_id: { workspaceId: workspace.id, id: me.id } }, data: { name: 'A.' } })
    world.clock.advance({ seconds: 11 })
    expect((await world.identify(ana())).me.name).toBe('A.')
  })
})

describe('a colleague', () => {
  it('is found by id, mention, name, its beginning, or me', async () => {
    const caller = await world.identify(ana())
    const { me } = await world.identify(bo())
    const context = world.contextOf(caller, ana())
    for (const typed of [me.id, '<@UBO>', '<@UBO|bo>', '<@!UBO>', '@bo', 'BO', 'b'])
      expect((await memberNamed(context, typed)).id, typed).toBe(me.id)
    expect((await memberNamed(context, 'me')).id).toBe(caller.me.id)
    expect(await suggestMembers(context, 'bo')).toEqual([{ value: me.id, label: 'Bo' }])
  })

  it('is asked for when two fit or none does', async () => {
    const caller = await world.identify(ana())
    await world.identify(asking({ team: T, user: 'U2', profile: { name: 'Tom Fischer' } }))
    await world.identify(asking({ team: T, user: 'U3', profile: { name: 'Tom Smith' } }))
    const context = world.contextOf(caller, ana())
    await expect(memberNamed(context, 'tom')).rejects.toThrow(/Tom Fischer, Tom Smith/)
    await expect(memberNamed(context, 'zoe')).rejects.toThrow(/Ana, Tom Fischer/)
    await expect(memberNamed(context, '<@UNOBODY>')).rejects.toThrow(/not used Rapport/)
    await expect(memberNamed(context, '@')).rejects.toThrow(UserError)
  })
})
