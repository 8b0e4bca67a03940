import { beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import type { Ask, UserError } from '../../../src/bot/errors.ts'
import { undo } from '../../../src/crm/audit/undo.ts'
import { readClock, readDays, readQuiet, sayDays } from '../../../src/crm/members/preferences.ts'
import { settings } from '../../../src/crm/members/settings.ts'
import { readZone } from '../../../src/crm/members/zones.ts'
import { freshDatabase } from '../../support/database.ts'
import { asking, worldOver } from './world.ts'

const { prisma: db } = await freshDatabase()
let n = 0
let world = worldOver(db)
beforeEach(() => {
  n++
  world = worldOver(db)
})
const ana = () => asking({ team: `T${n}`, user: 'UANA', profile: { name: 'Ana' } })
const bo = () => asking({ team: `T${n}`, user: 'UBO', profile: { name: 'Bo' } })
const set = (change: string, who = ana()) =>
  world.run(who, 'settings', (context) => settings.handle(context, { change })) as Promise<Card>
const me = async (who = ana()) => (await world.identify(who)).me

describe('what people type', () => {
  it.each([
    ['Europe/Berlin', ['Europe/Berlin']],
    ['europe/berlin', ['Europe/Berlin']],
    ['berlin', ['Europe/Berlin']],
    ['New York', ['America/New_York']],
    ['São Paulo', ['America/Sao_Paulo']],
    ['Munich', ['Europe/Berlin']],
    ['PST', ['America/Los_Angeles']],
    ['上海', ['Asia/Shanghai']],
    ['CST', ['America/Chicago', 'Asia/Shanghai']],
    ['Nowhere/Land', []],
    ['xyzzy', []],
    ['+08:00', []],
  ])('zone %s', (typed, zones) => expect(readZone(typed)).toEqual(zones))

  it.each([
    ['8:30', '08:30'],
    ['8am', '08:00'],
    ['12am', '00:00'],
    ['12:15pm', '12:15'],
    ['7.45', '07:45'],
    ['8点半', '08:30'],
    ['24:00', undefined],
    ['13pm', undefined],
    ['soon', undefined],
  ])('clock %s', (typed, read) => expect(readClock(typed)).toBe(read))

  it.each([
    ['mon-fri', [1, 2, 3, 4, 5], 'Mon–Fri'],
    ['sun-thu', [1, 2, 3, 4, 7], 'Sun–Thu'],
    ['mon, wed and fri', [1, 3, 5], 'Mon, Wed, Fri'],
    ['Mon - Tue, Thursday', [1, 2, 4], 'Mon, Tue, Thu'],
    ['周一到周五', [1, 2, 3, 4, 5], 'Mon–Fri'],
    ['every day', [1, 2, 3, 4, 5, 6, 7], 'every day'],
  ])('days %s', (typed, days, said) => {
    expect(readDays(typed)).toEqual(days)
    expect(sayDays(days, 'en')).toBe(said)
  })
  it('days that are none', () => expect(['noday', 'mon-', '', 'mon-tue-wed'].map(readDays)).toEqual(Array(4).fill(undefined)))

  it('quiet hours', () => {
    expect(readQuiet('20:00-07:00')).toEqual({ quietFrom: '20:00', quietUntil: '07:00' })
    expect(readQuiet('8pm to 7am')).toEqual({ quietFrom: '20:00', quietUntil: '07:00' })
    expect(readQuiet('off')).toEqual({ quietFrom: null, quietUntil: null })
    expect(readQuiet('8-8')).toBeUndefined()
  })
})

describe('settings', () => {
  it('shows all of them when nothing is given', async () => {
    const shown = (await world.run(ana(), 'settings', (context) => settings.handle(context, {}))) as Card
    expect(shown.fields?.map((one) => one.value)).toEqual(['Europe/Berlin', '09:00', 'off', 'Mon–Fri', 'English', 'admin'])
    expect(await db.change.count({ where: { operation: 'settings', memberId: (await me()).id } })).toBe(0)
  })

  it('changes each by a typed line, at once', async () => {
    await set('zone new york')
    await set('morning 8:30')
    await set('quiet 20:00-07:00')
    await set('days sun-thu')
    expect((await set('language 中文')).lines?.[0]).toBe('语言：中文')
    expect(await me()).toMatchObject({
      timeZone: 'America/New_York',
      morningAt: '08:30',
      quietFrom: '20:00',
      quietUntil: '07:00',
      workingDays: [1, 2, 3, 4, 7],
      locale: 'zh',
    })
    await expect(set('zone xyzzy')).rejects.toThrow(/不认识/)
  })

  it('takes the form as a whole or not at all', async () => {
    const form = { zone: 'Tokyo', morning: 'soon' }
    await expect(world.run(ana(), 'settings', (context) => settings.handle(context, form))).rejects.toMatchObject({
      field: 'morning',
    })
    expect((await me()).timeZone).toBe('Europe/Berlin')
  })

  it('asks when a zone can be several, and offers the nearest when it is none', async () => {
    const asked = await set('zone CST').catch((error: unknown) => error)
    expect(((asked as Ask).reply as Card).pick?.options.map((one) => one.label)).toEqual(['America/Chicago', 'Asia/Shanghai'])
    const unknown = await set('zone londn').catch((error: unknown) => error)
    expect((unknown as UserError).buttons).toMatchObject([{ input: { change: 'zone Europe/London' } }])
    await expect(set('zone UTC+8')).rejects.toThrow(/summer time/)
    await expect(set('colour red')).rejects.toThrow(/no setting “colour”/)
  })

  it('is written down, and can be taken back', async () => {
    await set('morning 7:00')
    await world.run(ana(), 'undo', (context) => undo.handle(context, {}))
    expect((await me()).morningAt).toBe('09:00')
  })

  it('gives roles by an admin, and keeps the last admin', async () => {
    await me()
    await me(bo())
    await expect(set('role Ana rep', bo())).rejects.toThrow(/Only an admin/)
    await expect(set('role Ana rep')).rejects.toThrow(/last admin/)
    await set('role <@UBO> manager')
    expect((await me(bo())).role).toBe('manager')
    await set('role Bo admin')
    await set('role me rep')
    expect((await me()).role).toBe('rep')
    await expect(world.run(ana(), 'undo', (context) => undo.handle(context, {}))).rejects.toThrow(/admin/)
    await expect(set('role Bo boss', bo())).rejects.toThrow(/Roles are/)
  })
})
