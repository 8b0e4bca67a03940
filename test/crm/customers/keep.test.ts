import { beforeEach, describe, expect, test } from 'vitest'
import { readCadence } from '../../../src/crm/customers/cadence.ts'
import { isCold } from '../../../src/crm/customers/cold.ts'
import { cardOf, formOf, said, textOf } from '../../support/rapport.ts'
import { people } from '../tasks/people.ts'

const { house, db, clock, ana, bo, li, clear, cameTo, newest } = await people({ digest: true })
beforeEach(async () => {
  await clear()
  await db.activity.deleteMany()
  await db.cadence.deleteMany()
  await db.company.updateMany({ data: { keepDays: null, createdAt: new Date('2026-01-01T09:00:00Z') } })
})

describe('how often', () => {
  test.each([
    ['every 90 days', 90],
    ['90d', 90],
    ['every 2 weeks', 14],
    ['every week', 7],
    ['each month', 30],
    ['every other week', 14],
    ['Quarterly', 90],
    ['每90天', 90],
    ['每两周', 14],
    ['每3个月', 90],
    ['每季度', 90],
    ['every 20 years', undefined],
    ['every 0 days', undefined],
    ['often', undefined],
  ])('%s', (typed, days) => {
    expect(readCadence(typed) || undefined).toBe(days)
  })

  test('is over when the last of its days has begun, wherever one is', async () => {
    const { Temporal } = await import('temporal-polyfill')
    const kept = { keepDays: 7, since: new Date('2026-11-17T15:00:00Z') }
    const at = (now: string, zone = 'Europe/Berlin') => isCold(kept, { now: Temporal.Instant.from(now), zone })
    expect(at('2026-11-23T23:59:00+01:00')).toBe(false)
    expect(at('2026-11-24T00:00:00+01:00')).toBe(true)
    expect(at('2026-11-24T00:00:00+01:00', 'America/New_York')).toBe(false)
  })
})

describe('keep', () => {
  test('says it back, is shown with the customer, and is taken back', async () => {
    const kept = cardOf(await ana.say('keep acme every 90 days'))
    expect(textOf(kept)).toMatch(/I will say when nobody was in touch with Acme Corp every 90 days[\s\S]*It stands under “today”/)
    expect(said(await ana.say('show acme'))).toContain('Keep in touch: every 90 days: going cold')
    expect(said(await ana.say('last acme'))).toContain('Keep in touch: every 90 days: going cold')
    await ana.say('log acme: spoke to Wei, all is well')
    expect(said(await ana.say('last acme'))).toMatch(/Keep in touch: every 90 days\n/)
    await ana.press(kept, 'Undo')
    expect(said(await ana.say('show acme'))).not.toContain('Keep in touch')
    await ana.say('keep acme every 2 weeks')
    expect(said(await ana.say('keep acme off'))).toContain('no longer say when Acme Corp')
    expect(said(await ana.say('keep acme off'))).toContain('Nothing was changed')
    expect(await db.change.count({ where: { operation: 'keep' } })).toBe(3)
  })

  test('asks for what is missing and points at what it cannot read', async () => {
    const form = formOf(await ana.say('keep acme'))
    expect(await ana.submit(form, { every: 'now and then' })).toMatchObject({
      kind: 'faults',
      faults: { every: expect.stringContaining('now and then') },
    })
    expect(said(await ana.submit(form, { every: 'quarterly' }))).toContain('every 90 days')
    expect(said(await ana.say('keep zorbatron every 90 days'))).toContain("I don't know zorbatron")
  })

  test('says who is told, when that is the owner', async () => {
    expect(said(await bo.say('keep acme every 90 days'))).toContain('It is said to Ana, who owns this customer')
    expect(said(await li.say('keep acme 每两周'))).toContain('会提醒这位客户的负责人Ana')
    expect(said(await bo.say('today'))).not.toContain('Acme')
    expect(said(await ana.say('today'))).toContain('Going cold\nAcme Corp')
  })
})

describe('a customer that is going cold', () => {
  test('stands in the owner’s day and daily message, and is warm again when anybody reached them', async () => {
    await ana.say('keep acme every 7 days')
    await bo.say('log acme: spoke to Wei, all is well')
    expect(said(await ana.say('today'))).toContain('Nothing is due')
    expect(await cameTo(ana, '2026-11-30T09:00:00+01:00')).toEqual([])
    const [text] = await cameTo(ana, '2026-12-01T09:00:00+01:00')
    expect(text).toMatch(/Going cold\nAcme Corp\nlast contact (7|6) days ago · every 7 days/)
    await bo.say('log acme: called, no answer')
    await bo.say('log note on acme: new office')
    expect(said(await ana.say('today'))).toContain('Going cold')
    await bo.say('log acme: emailed the price list')
    expect(said(await ana.say('today'))).toContain('Nothing is due')
  })

  test('is logged from the daily message, in which the rest of the day stays', async () => {
    await ana.say('keep acme every 7 days')
    await ana.say('remind tomorrow 3pm file the report')
    await cameTo(ana, '2026-11-25T09:00:00+01:00')
    const [item] = newest(ana).items!.filter((one) => one.heading === 'Going cold')
    expect(item?.buttons?.map((one) => one.label)).toEqual(['Log', 'Remind me'])
    const form = formOf(await ana.press(newest(ana), 'Log'))
    const after = await ana.submit(form, { line: 'spoke to Wei, all is well' })
    expect(after).toMatchObject({ replaces: true })
    expect(said(after)).toMatch(/Your day, Wed 25 Nov\nLogged: call with[\s\S]*Today\n1\. file the report/)
    expect(said(after)).not.toContain('Going cold')
  })

  test('a kind of customers is kept in touch with, save those that have a wish of their own', async () => {
    await db.company.updateMany({ where: { name: 'Acme Corp' }, data: { industry: 'Software' } })
    const kept = cardOf(await bo.say('keep industry software every 90 days'))
    expect(textOf(kept)).toMatch(/every 90 days with one of: industry software\. That is one company now/)
    expect(said(await ana.say('last acme'))).toContain('Keep in touch: every 90 days: going cold')
    expect(said(await ana.say('today'))).toContain('Going cold\nAcme Corp')
    const own = cardOf(await ana.say('keep acme every 3650 days'))
    expect(said(await ana.say('show acme'))).toContain('Keep in touch: every 3650 days')
    expect(said(await ana.say('today'))).toContain('Nothing is due')
    const off = cardOf(await ana.say('keep acme off'))
    expect(said(await ana.say('show acme'))).not.toContain('Keep in touch')
    expect(said(await ana.say('today'))).toContain('Nothing is due')
    expect(said(await ana.say('keep acme off'))).toContain('Nothing was changed')
    await ana.press(off, 'Undo')
    await ana.press(own, 'Undo')
    expect(said(await ana.say('today'))).toContain('Going cold\nAcme Corp')
    expect(said(await bo.press(kept, 'Undo'))).toContain('Taken back: Keeping in touch: software')
    expect(said(await ana.say('today'))).toContain('Nothing is due')
  })

  test('a rep says it of their own customers, a manager of an industry; the more often counts', async () => {
    expect(said(await bo.say('keep my customers every 30 days'))).toContain('That is 0 companies now')
    expect(said(await ana.say('keep country germany every 30 days'))).toContain('managers and admins say')
    await db.company.updateMany({ where: { name: 'Acme Corp' }, data: { country: 'Germany' } })
    await bo.say('keep 国家 germany 每90天')
    await ana.say('keep mine every 30 days')
    expect(said(await ana.say('show acme'))).toContain('Keep in touch: every 30 days')
    expect(said(await ana.say('keep mine off'))).toContain('no longer say')
    expect(said(await ana.say('show acme'))).toContain('Keep in touch: every 90 days')
    expect(said(await ana.say('keep mine off'))).toContain('Nothing was changed')
  })

  test('of many the longest forgotten come first, the others by a press', async () => {
    for (let n = 1; n <= 7; n++) {
      await ana.say(`add company Globex ${n}`)
      await db.company.updateMany({
        where: { name: `Globex ${n}` },
        data: { keepDays: 30, createdAt: new Date(Date.UTC(2026, 8, n)) },
      })
    }
    const card = cardOf(await ana.say('today'))
    expect(textOf(card)).toMatch(/Going cold\nGlobex 1\nno contact yet · every 30 days\n[\s\S]*Globex 4\n.*\nand 3 more/)
    expect(said(await ana.press(card, 'Show them'))).toMatch(/Globex 5[\s\S]*Globex 7/)
    await db.company.updateMany({ data: { keepDays: null } })
  })

  test('a person alone, whoever at the company was reached since', async () => {
    await db.contact.updateMany({ data: { createdAt: new Date('2026-01-01T09:00:00Z') } })
    await ana.say('keep wei zhang every 30 days')
    await ana.say('log Acme Corp: emailed the front desk')
    expect(said(await ana.say('today'))).toContain('Going cold\nWei Zhang (Acme Corp)')
    await ana.say('log Wei Zhang: spoke, all is well')
    expect(said(await ana.say('today'))).toContain('Nothing is due')
    await ana.say('keep wei zhang off')
  })
})

describe('what colleagues did', () => {
  test('with my customers on the last working day stands in my day', async () => {
    await bo.say('log acme: spoke to Wei, wants a quote')
    expect(said(await ana.say('today'))).not.toContain('by colleagues')
    clock.set('2026-11-25T09:00:00+01:00')
    expect(said(await ana.say('today'))).toMatch(
      /Your customers, by colleagues\nAcme Corp\n.*Call, connected .*by Bo.*wants a quote/,
    )
    expect(said(await bo.say('today'))).toContain('Nothing is due')
    clock.set('2026-11-26T09:00:00+01:00')
    expect(said(await ana.say('today'))).toContain('Nothing is due')
  })

  test('over the weekend stands in Monday’s; so for who was last in touch', async () => {
    await db.company.updateMany({ data: { ownerId: null } })
    await db.contact.updateMany({ data: { ownerId: null } })
    await li.say('log Acme Corp: 打了电话')
    clock.set('2026-11-27T15:00:00+01:00')
    await bo.say('log acme: spoke to Wei, wants a quote')
    clock.set('2026-11-30T09:00:00+08:00')
    expect(said(await li.say('today'))).toMatch(/同事联系了您的客户\nAcme Corp\n[\s\S]*wants a quote/)
    expect(said(await ana.say('today'))).toContain('Nothing is due')
  })
})

test('nothing failed behind anybody’s back', () => {
  expect(house.faults).toEqual([])
})
