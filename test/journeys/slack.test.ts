import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { slackAdapter } from '../../src/adapters/slack/index.ts'
import type { Adapter } from '../../src/bot/house.ts'
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts'
import { quiet } from '../support/quiet.ts'
import { rapport, type TestHouse } from '../support/rapport.ts'
import { FakeSlack, type Shown, SIGNING_SECRET, wordsOf } from '../support/slack/fake.ts'

/** Looks again until it holds: a busy machine takes its time. */
const eventually = <T>(look: () => T | Promise<T>, options: { timeout?: number; interval?: number } = {}) =>
  vi.waitFor(look, { timeout: 10_000, interval: 20, ...options })

describe.each(['http', 'socket'] as const)('Slack by %s', (mode) => {
  let house: TestHouse
  let slack: FakeSlack
  let adapter: Adapter
  let delivery: Delivery
  let server: Server | undefined

  beforeAll(async () => {
    house = await rapport()
    slack = await new FakeSlack().start()
    for (const [id, name] of [
      ['U1', 'Ana'],
      ['U2', 'Bo'],
    ] as const)
      slack.person(id, name)
    const app = express()
    const config = {
      botToken: 'xoxb-test',
      apiUrl: slack.apiUrl,
      ...(mode === 'http' ? { signingSecret: SIGNING_SECRET } : { appToken: 'xapp-test' }),
    }
    adapter = slackAdapter({ bot: house.bot, config, log: quiet, app })
    await adapter.start()
    if (mode === 'http') {
      server = await new Promise<Server>((resolve) => {
        const one = createServer(app).listen(0, '127.0.0.1', () => resolve(one))
      })
      slack.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
    }
    await eventually(() => expect(adapter.ready()).toBe(true))
    delivery = createDelivery({
      database: house.database,
      registry: house.bot.registry,
      house: house.house,
      couriers: new Map([['slack', adapter.courier]]),
      log: quiet,
      wait: async () => undefined,
      jitter: () => 0,
    })
    await slack.command('U1', '/crm', 'add company Acme Corp')
    await slack.command('U1', '/crm', 'add contact Wei Zhang at Acme Corp')
  })

  afterAll(async () => {
    await adapter.stop()
    server?.close()
    slack.close()
  })

  const newest = (user: string): Shown | undefined => slack.seenBy(user).at(-1)
  const told = (user: string, words: string | RegExp) =>
    eventually(() => expect(wordsOf(newest(user))).toMatch(words), { timeout: 10_000 })

  test('a command is answered in its acknowledgement, to the asker alone', async () => {
    await slack.command('U1', '/log', 'Acme Corp: spoke to Wei, wants a quote, call back Thursday 10am')
    expect(wordsOf(newest('U1'))).toContain('Logged: call with Wei Zhang (Acme Corp)')
    expect(newest('U1')?.to).toBe('U1')
    await slack.command('U2', '/last', 'wei')
    expect(wordsOf(newest('U2'))).toContain('wants a quote')
  })

  test('what is shared is seen by the channel; the private answer stays', async () => {
    await slack.command('U2', '/last', 'wei')
    const mine = newest('U2')!
    await slack.press('U2', mine, 'Share in channel')
    await eventually(() =>
      expect(
        slack.shown.some(
          (one) => one.to === 'everybody' && one.channel === 'C1' && wordsOf(one).includes('Last contact with Wei Zhang'),
        ),
      ).toBe(true),
    )
    expect(wordsOf(mine)).toContain('Share in channel')
  })

  test('a command sent again does its work once and answers the same', async () => {
    await slack.command('U1', '/crm', 'log Wei Zhang: emailed the offer', 'C1', `again-${mode}`)
    const first = wordsOf(newest('U1'))
    await slack.command('U1', '/crm', 'log Wei Zhang: emailed the offer', 'C1', `again-${mode}`)
    expect(wordsOf(newest('U1'))).toBe(first)
    expect(await house.database.prisma.activity.count({ where: { note: { contains: 'emailed the offer' } } })).toBe(1)
  })

  test('a direct message is logged; an event that Slack repeats only once', async () => {
    await slack.dm('U1', 'called Wei, left voicemail', `Ev-repeated-${mode}`)
    await told('U1', /Logged: call with Wei Zhang/)
    const before = slack.seenBy('U1').length
    await slack.dm('U1', 'called Wei, left voicemail', `Ev-repeated-${mode}`)
    await eventually(() => expect(slack.seenBy('U1').length).toBeGreaterThanOrEqual(before))
    expect(await house.database.prisma.activity.count({ where: { note: 'called Wei, left voicemail' } })).toBe(1)
  })

  test('a mention is answered to the asker alone', async () => {
    await slack.mention('U2', 'last Acme Corp')
    await told('U2', /Last contact with Acme Corp/)
    expect(newest('U2')?.to).toBe('U2')
  })

  test('log alone opens the form; what is sent in is logged, and faults stand at their field', async () => {
    await slack.command('U1', '/crm', 'log')
    await eventually(() => expect(slack.views.length).toBeGreaterThan(0))
    await slack.submit('U1', slack.views.at(-1)!, { line: 'met Wei for lunch', followup: 'Friday 9am send minutes' })
    await told('U1', /Logged: meeting with Wei Zhang[\s\S]*send minutes/)
  })

  test('Edit opens prefilled and mends in place; Undo takes back', async () => {
    await slack.command('U1', '/crm', 'log Wei Zhang: no answer')
    const logged = newest('U1')!
    const before = slack.views.length
    await slack.press('U1', logged, 'Edit')
    await eventually(() => expect(slack.views.length).toBe(before + 1))
    await slack.submit('U1', slack.views.at(-1)!, { kind: 'call.left_voicemail' })
    await eventually(() =>
      expect(slack.seenBy('U1').some((one) => /Changed: Call, left voicemail/.test(wordsOf(one)))).toBe(true),
    )
    await slack.command('U1', '/crm', 'undo')
    expect(wordsOf(newest('U1'))).toBeTruthy()
    expect((await house.database.prisma.activity.findFirstOrThrow({ where: { note: { contains: 'no answer' } } })).outcome).toBe(
      'no_answer',
    )
  })

  test('somebody’s message is logged with a link to it', async () => {
    const before = slack.views.length
    await slack.shortcut('U1', (await manifestShortcut('message'))!, {
      text: 'Wei called us, budget is $50k',
      author: 'U2',
      channel: 'C1',
    })
    await eventually(() => expect(slack.views.length).toBe(before + 1))
    await slack.submit('U1', slack.views.at(-1)!, {})
    await eventually(async () =>
      expect(await house.database.prisma.activity.findFirst({ where: { note: 'Wei called us, budget is $50k' } })).toMatchObject({
        direction: 'inbound',
        sourceUrl: expect.stringContaining('https://'),
      }),
    )
  })

  test('a reminder comes as a direct message at its time, once; Done updates it in place', async () => {
    await slack.command('U1', '/crm', 'remind Acme Corp tomorrow 9am send the quote')
    house.clock.set('2026-11-25T09:00:00+01:00')
    await delivery.tick()
    await delivery.tick()
    const reminders = slack.shown.filter((one) => one.channel === 'DU1' && /Reminder: send the quote/.test(wordsOf(one)))
    expect(reminders).toHaveLength(1)
    await slack.press('U1', reminders[0]!, 'Done')
    await eventually(() => expect(wordsOf(reminders[0])).toMatch(/Done: send the quote/))
  })

  test('guests, strangers, deactivated people and bots are refused politely', async () => {
    for (const [id, more] of [
      ['U7', { is_restricted: true }],
      ['U8', { deleted: true }],
      ['U9', { team_id: 'T9', is_stranger: true }],
      ['U10', { is_bot: true }],
    ] as const) {
      slack.person(id, 'Stranger', more)
      await slack.command(id, '/crm', 'last wei')
      expect(wordsOf(newest(id))).not.toContain('quote')
    }
    expect(await house.database.prisma.identity.count({ where: { userId: { in: ['U7', 'U8', 'U9', 'U10'] } } })).toBe(0)
  })

  test('a Chinese locale is answered in Chinese', async () => {
    slack.person('U3', '王芳', { locale: 'zh-CN', tz: 'Asia/Shanghai' })
    await slack.command('U3', '/crm', 'last wei')
    expect(wordsOf(newest('U3'))).toContain('最近一次联系')
  })

  test('after a disconnect frame the socket is soon back', async () => {
    if (mode === 'http') return expect(slack.connected).toBe(0)
    const before = slack.connections
    slack.disconnect()
    await eventually(() => expect(slack.connections > before && adapter.ready()).toBe(true), { timeout: 3_000 })
    await slack.command('U1', '/last', 'wei')
    expect(wordsOf(newest('U1'))).toContain('Last contact')
  })

  test('Slack took everything, and nothing failed behind anybody’s back', () => {
    expect(slack.refusals).toEqual([])
    expect(slack.complaints).toEqual([])
    expect(house.faults).toEqual([])
  })

  async function manifestShortcut(type: string): Promise<string | undefined> {
    const { slackManifest } = await import('../../src/adapters/slack/index.ts')
    const manifest = slackManifest(house.bot.registry, { mode: 'socket' }) as {
      features: { shortcuts: { type: string; callback_id: string }[] }
    }
    return manifest.features.shortcuts.find((one) => one.type === type)?.callback_id
  }
})
