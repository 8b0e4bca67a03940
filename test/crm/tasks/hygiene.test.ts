import { beforeEach, describe, expect, test } from 'vitest'
import { DeliveryError } from '../../../src/bot/errors.ts'
import { refreshSome } from '../../../src/delivery/refresh.ts'
import { said, textOf } from '../../support/rapport.ts'
import { people } from './people.ts'

const { house, db, clock, ana, bo, clear, cameTo, newest } = await people()
beforeEach(clear)

/** Ana is reminded; the message as it stands with her is `newest(ana)`. */
async function reminded(what = 'send the quote') {
  await ana.say(`remind Acme Corp in 1 hour ${what}`)
  clock.pass({ hours: 1 })
  await house.delivery.tick()
  return newest(ana)
}
const standing = async () => {
  await house.delivery.tick()
  return newest(ana)
}
describe('a reminder that was dealt with elsewhere is made true in its place', () => {
  test('done, by the person or by somebody else: it says so and has no buttons', async () => {
    await reminded()
    await ana.say('done 1')
    expect(textOf(await standing())).toBe('Done: send the quote')
    await reminded('sign the papers')
    await bo.say(`done ${(await db.task.findFirstOrThrow({ where: { what: 'sign the papers' } })).id}`)
    expect(textOf(await standing())).toBe('Done: sign the papers\nBo')
  })

  test('taken back, it is a reminder again', async () => {
    const before = await reminded()
    await ana.say('done 1')
    await standing()
    await ana.say('undo')
    expect(await standing()).toEqual(before)
  })

  test('put off, handed over, taken away', async () => {
    await reminded()
    await ana.say('snooze 1 tomorrow 9am')
    expect(textOf(await standing())).toBe('Put off until Wed 25 Nov, 09:00 (tomorrow): send the quote')
    await ana.say('handover 1 Bo')
    expect(textOf(await standing())).toBe('Handed over to Bo: send the quote')
    const made = await ana.say('remind in 1 hour call back')
    clock.pass({ hours: 1 })
    await house.delivery.tick()
    await ana.press(made.kind === 'card' ? made.card : newest(ana), 'Undo')
    expect(textOf(await standing())).toBe('This task was taken back.')
  })

  test('not in the message whose button was pressed: the answer stands there', async () => {
    const card = await reminded()
    await ana.press(card, 'Done')
    expect(await db.message.count({ where: { refreshAt: { not: null } } })).toBe(0)
  })

  test('one that cannot be changed any more is given up quietly, after a few tries or at once', async () => {
    await reminded()
    await ana.say('done 1')
    const fails = (permanent: boolean) => ({ update: () => Promise.reject(new DeliveryError('no', { permanent })) })
    const parts = { registry: house.bot.registry, house: house.house, log: house.house.log, jitter: () => 0, patience: 1000 }
    const pace = { inTurn: (_to: object, work: () => Promise<unknown>) => work() }
    const sender = (permanent: boolean) =>
      ({ ...parts, pace, couriers: new Map([['playground', fails(permanent)]]) }) as unknown as Parameters<typeof refreshSome>[0]
    const who = { by: 'me', platforms: ['playground'] as const }
    for (let tried = 1; tried <= 5; tried++) {
      expect(await refreshSome(sender(false), who, 10)).toBe(1)
      expect(await refreshSome(sender(false), who, 10)).toBe(0)
      clock.pass({ minutes: 59 })
    }
    expect(await refreshSome(sender(false), who, 10)).toBe(0)
    await ana.say('undo')
    expect(await refreshSome(sender(true), who, 10)).toBe(1)
    expect(await db.message.count({ where: { refreshAt: { not: null } } })).toBe(0)
    expect(house.faults).toEqual([])
  })
})

describe('a bundle', () => {
  /** Two reminders that were missed, in one message. */
  async function bundled() {
    await ana.say('remind in 1 hour send the quote')
    await ana.say('remind in 2 hours sign the papers')
    const came = await cameTo(ana, '2026-11-24T13:00:00+01:00')
    expect(came).toHaveLength(1)
    return newest(ana)
  }

  test('holds what was missed, each marked late, with its own buttons', async () => {
    const card = await bundled()
    expect(card.title).toBe('2 messages for you')
    expect(card.items?.map((item) => item.text)).toEqual(['Reminder: send the quote', 'Reminder: sign the papers'])
    expect(card.items?.[0]?.detail).toContain('Late: this was due 2 hours ago.')
    expect(card.items?.map((item) => item.buttons?.map((one) => one.label).includes('Done'))).toEqual([true, true])
  })

  test('a button of a part acts in place: the answer above, the other parts below', async () => {
    const card = await bundled()
    const { bundle } = await db.message.findFirstOrThrow({ where: { kind: 'reminder' } })
    const place = {
      platform: 'playground',
      team: 'acme-sales',
      user: 'ana',
      kind: 'direct',
      channel: 'ana',
      message: bundle!,
    } as const
    const token = card.items![1]!.buttons!.find((one) => one.label === 'Done')!.token
    const answer = await house.bot.dispatch({
      id: 'part',
      place,
      ask: { kind: 'press', token },
      profile: async () => ({ name: 'Ana' }),
    })
    expect(answer).toMatchObject({ kind: 'card', replaces: true })
    const lines = said(answer).split('\n')
    expect(lines[0]).toBe('Done: sign the papers')
    expect(lines).toContain('Reminder: send the quote')
    expect(lines).not.toContain('Reminder: sign the papers')
    expect(answer.kind === 'card' && answer.card.items?.[0]?.buttons?.length).toBeGreaterThan(3)
  })

  test('of the day and reminders names each task once, and its headings stay', async () => {
    await db.member.updateMany({ data: { digest: true } })
    for (const line of ['remind tomorrow send the quote', 'remind tomorrow 3pm sign the papers', 'remind Friday call Wei'])
      await ana.say(line)
    const [text, ...more] = await cameTo(ana, '2026-11-25T09:00:00+01:00')
    expect(more).toEqual([])
    expect(text).toMatch(
      /^2 messages for you\nReminder: send the quote\n[\s\S]*Your day, Wed 25 Nov · Today\nsign the papers\n[\s\S]*Coming up\ncall Wei/,
    )
    expect(text?.match(/send the quote/g)).toHaveLength(1)
    const answer = said(await ana.press(newest(ana), 'Done'))
    expect(answer).toMatch(/^Done: send the quote\n[\s\S]*sign the papers\n[\s\S]*Coming up\ncall Wei/)
    expect(answer.match(/send the quote/g)).toHaveLength(1)
    await db.member.updateMany({ data: { digest: false } })
  })

  test('of the day and a reminder of all that is in it is the reminder alone', async () => {
    await db.member.updateMany({ data: { digest: true } })
    await ana.say('remind tomorrow send the quote')
    const [text, ...more] = await cameTo(ana, '2026-11-25T09:00:00+01:00')
    expect(more).toEqual([])
    expect(text).toMatch(/^Reminder: send the quote/)
    expect(text).not.toContain('Your day')
    const after = said(await ana.press(newest(ana), 'Done'))
    expect(after).toContain('Done: send the quote')
    await db.member.updateMany({ data: { digest: false } })
  })

  test('is made true as a whole when a part of it was dealt with elsewhere', async () => {
    await bundled()
    await ana.say('done send the quote')
    const card = await standing()
    expect(card.items?.map((item) => [item.text, Boolean(item.buttons?.length)])).toEqual([
      ['Done: send the quote', false],
      ['Reminder: sign the papers', true],
    ])
  })
})

describe('the digest of an older day', () => {
  test('loses its buttons when the next one goes out, and can still be read', async () => {
    await db.member.updateMany({ where: { name: 'Ana' }, data: { digest: true } })
    await ana.say('remind Friday send the quote')
    await cameTo(ana, '2026-11-25T09:00:00+01:00')
    const first = newest(ana)
    expect(first.items?.[0]?.buttons?.length).toBeGreaterThan(0)
    const came = await cameTo(ana, '2026-11-26T09:00:00+01:00')
    expect(came).toHaveLength(1)
    const [older, newer] = ana.inbox.slice(-2)
    expect(older!.title).toBe(first.title)
    expect(older!.items?.map((item) => [item.text, item.buttons])).toEqual([['send the quote', undefined]])
    expect(older!.buttons ?? []).toEqual([])
    expect(newer!.items?.[0]?.buttons?.length).toBeGreaterThan(0)
  })
})
