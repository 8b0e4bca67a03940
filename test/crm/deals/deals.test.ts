import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDealLine } from '../../../src/crm/deals/read-line.ts'
import { cardOf, formOf, rapport, said, textOf } from '../../support/rapport.ts'

const house = await rapport()
const db = house.database.prisma
const ana = house.person('Ana')
const bo = house.person('Bo')
const eve = house.person('Eve', { team: 'others' })

beforeAll(async () => {
  for (const one of [ana, bo, eve]) await one.say('tour')
  for (const line of ['add company Acme Corp acme.com', 'add contact Wei Zhang at Acme Corp', 'add company 锦程物流有限公司'])
    await ana.say(line)
})
afterAll(() => expect(house.faults).toEqual([]))

const newest = () => db.deal.findFirstOrThrow({ where: { archivedAt: null }, orderBy: { id: 'desc' } })

describe('a line', () => {
  const moment = { now: Temporal.Instant.from('2026-11-24T10:00:00+01:00'), zone: 'Europe/Berlin' }
  test.each([
    [
      'acme renewal 50k by end of March owner @bo',
      { head: 'acme renewal', amount: '50k', closing: 'by end of March', details: 'owner=@bo' },
    ],
    ['Acme 365 licenses $12,500 closing 15 Jan', { head: 'Acme 365 licenses', amount: '$12,500', closing: '15 Jan' }],
    ['acme renewal 50000', { head: 'acme renewal', amount: '50000' }],
    ['acme extension 3k', { head: 'acme extension', amount: '3k' }],
    ['acme: extension 3k by Friday', { head: 'acme: extension', amount: '3k', closing: 'by Friday' }],
    ['acme renewal 2027', { head: 'acme renewal 2027' }],
    ['acme March launch 2m', { head: 'acme March launch', amount: '2m' }],
    ['Globex 100 seats 12,000 EUR by next Friday', { head: 'Globex 100 seats', amount: '12,000 EUR', closing: 'by next Friday' }],
    [
      'acme renewal 50k expected 2027-03-31 stage proposal',
      { head: 'acme renewal', amount: '50k', closing: '2027-03-31', details: 'stage=proposal' },
    ],
    ['锦程物流 续约 5万 三月底前', { head: '锦程物流 续约', amount: '5万', closing: '三月底前' }],
    [
      '锦程物流 续约 30万元 预计下月底成交 负责人@Bo',
      { head: '锦程物流 续约', amount: '30万元', closing: '下月底', details: 'owner=@Bo' },
    ],
    ['acme pilot amount=5k, product=Basic', { head: 'acme pilot', details: 'amount=5k\nproduct=Basic' }],
  ])('%s', (line, want) => expect(readDealLine(moment, line)).toEqual(want))
})

describe('a deal is opened, shown, changed, won, and all of it is taken back', () => {
  test('from a line, with its amount, day and owner', async () => {
    const card = cardOf(await ana.say('add deal acme renewal $50k by end of March owner @Bo'))
    expect(textOf(card)).toContain('New deal: Renewal (Acme Corp)')
    for (const one of ['$50,000', '31 Mar 2027', 'Prospecting', 'Bo']) expect(textOf(card)).toContain(one)
    expect(await newest()).toMatchObject({ name: 'Renewal', currency: 'USD', stage: 'prospecting', closedOn: null })
  })

  test('is found by its name and its customer’s, by the beginning of either, and with a slip', async () => {
    for (const typed of ['acme renewal', 'renewal', 'Renewal (Acme Corp)', 'acme renew', 'renewla'])
      expect(said(await ana.say(`show deal ${typed}`)), typed).toContain('Renewal (Acme Corp)')
    expect(said(await ana.say('show deal globex renewal'))).toContain('I know no deal')
  })

  test('its stage and amount change; of a bare number the currency stays', async () => {
    const changed = said(await ana.say('edit deal acme renewal stage=negotiation amount=48k'))
    expect(changed).toContain('stage: Negotiation')
    expect(changed).toContain('amount: $48,000')
    expect(said(await ana.say('edit deal acme renewal stage=engaging'))).toContain('stage: Qualified')
    expect(said(await ana.say('edit deal acme renewal close date=15 March'))).toContain('closing: 15 Mar 2027')
    expect(said(await ana.say('edit deal acme renewal stage=fun'))).toContain('Choose one of: Prospecting')
    expect(said(await ana.say('edit deal acme renewal closed=2026-01-01'))).toContain('That deal is open')
    expect(said(await ana.say('edit deal acme renewal currency=XYZ'))).toContain('is no currency')
    expect(said(await ana.say('edit deal acme renewal contact=Wei Zhang'))).toContain('contact: Wei Zhang')
  })

  test('won today, undone, redone', async () => {
    const won = cardOf(await ana.say('win deal acme renewal'))
    expect(textOf(won)).toContain('Won: Renewal (Acme Corp)')
    expect(await newest()).toMatchObject({ stage: 'won', closedOn: new Date('2026-11-24') })
    expect(said(await ana.say('win deal acme renewal'))).toContain('is won already')
    const back = cardOf(await ana.press(won, 'Undo'))
    expect(textOf(back)).toContain('Taken back: Won the deal Renewal (Acme Corp)')
    expect(await newest()).toMatchObject({ stage: 'qualified', closedOn: null })
    await ana.press(back, 'Redo')
    expect(await newest()).toMatchObject({ stage: 'won', closedOn: new Date('2026-11-24') })
  })

  test('lost, with its reason or without, and opened again', async () => {
    await ana.say('add deal Acme pilot 5k')
    const list = cardOf(await ana.say('deals'))
    const form = formOf(await ana.press(list, 'Lost'))
    const lost = cardOf(await ana.submit(form, { reason: 'too expensive' }))
    expect(textOf(lost)).toContain('Lost: Pilot (Acme Corp)')
    expect(await newest()).toMatchObject({ stage: 'lost', lostReason: 'too expensive' })
    const shown = cardOf(await ana.press(lost, 'Show'))
    await ana.press(shown, 'Open again')
    expect(await newest()).toMatchObject({ stage: 'negotiation', lostReason: null, closedOn: null })
    expect(said(await ana.say('lose deal acme pilot because they build it themselves'))).toContain('they build it themselves')
    expect(said(await ana.say('undo'))).toContain('Taken back')
    expect(said(await ana.say('lose deal acme pilot'))).toContain('Why was it lost?')
    await ana.say('undo')
  })

  test('by its form, sent back as it was nothing changes', async () => {
    const form = formOf(await ana.say('edit deal acme pilot'))
    expect(said(await ana.submit(form))).toContain('Nothing was changed')
    const won = said(await ana.submit(form, { stage: 'won', amount: '6,000 EUR' }))
    expect(won).toContain('amount: €6,000')
    const again = formOf(await ana.say('edit deal acme pilot'))
    expect(said(await ana.submit(again, { stage: 'proposal' }))).toContain('stage: Proposal')
    expect(await newest()).toMatchObject({ stage: 'proposal', closedOn: null, currency: 'EUR' })
  })

  test('opened, it is taken back as a whole', async () => {
    await ana.say('add deal Acme upgrade 9k')
    expect(said(await ana.say('undo'))).toContain('Taken back: Opened the deal Upgrade (Acme Corp)')
    expect(said(await ana.say('show deal acme upgrade'))).toContain('I know no deal')
  })
})

test('the customer is offered when nobody knows it, and the deal goes on', async () => {
  const asked = cardOf(await ana.say('add deal Zorbatron: pilot 12k by Friday'))
  const made = cardOf(await ana.press(asked, 'Add Zorbatron and go on'))
  expect(textOf(made)).toContain('New deal: Pilot (Zorbatron)')
  expect(textOf(made)).toContain('12,000')
  expect(formOf(await ana.say('add deal')).fields.map(({ name }) => name)).toEqual([
    'customer',
    'name',
    'amount',
    'closing',
    'details',
  ])
})

test('the customer may be named behind “for”, before or after', async () => {
  for (const line of ['add deal for Acme Corp: trial 1k', 'add deal trial for Acme Corp 1k']) {
    expect(said(await ana.say(line)), line).toContain('New deal: Trial (Acme Corp)')
    await ana.say('undo')
  }
})

test('of several that fit one is picked', async () => {
  const asked = cardOf(await ana.say('show deal pilot'))
  expect(textOf(asked)).toContain('There are 2 deals like that')
  const option = asked.pick!.options.find(({ label }) => label.includes('Zorbatron'))!
  expect(said(await ana.press(asked, option.label))).toContain('Pilot (Zorbatron)')
})

test('a custom field and tags of deals', async () => {
  expect(said(await ana.say('field add deal probability number'))).toContain('New field of deals: probability')
  expect(said(await ana.say('edit deal acme renewal probability=80, tags=key, emea'))).toContain('probability: 80')
  const shown = said(await ana.say('show deal acme renewal'))
  expect(shown).toContain('80')
  expect(shown).toContain('key, emea')
  expect(await db.customValue.count({ where: { noun: 'deal' } })).toBe(1)
})

test('in Chinese', async () => {
  const li = house.person('Li', { profile: { locale: 'zh-CN', timeZone: 'Asia/Shanghai' } })
  await li.say('导览')
  const made = said(await li.say('新增商机 锦程物流 续约 30万元 预计下月底成交'))
  expect(made).toContain('新建商机：续约 (锦程物流有限公司)')
  expect(made).toContain('¥300,000')
  expect(made).toContain('2026年12月31日')
  expect(said(await li.say('查看商机 锦程续约'))).toContain('续约')
  expect(said(await li.say('修改商机 锦程续约 阶段=谈判 金额=32万'))).toContain('谈判')
  expect(said(await li.say('商机'))).toContain('您有 1 个进行中的商机')
  expect(said(await li.say('商机赢单 锦程续约'))).toContain('赢单')
  expect(said(await li.say('撤销'))).toContain('赢单：续约')
  expect(said(await li.say('商机输单 锦程续约：价格太高'))).toContain('价格太高')
})

test('another workspace sees nothing of it, by name or by id', async () => {
  const { id } = await newest()
  for (const line of [
    'show deal renewal',
    'show deal acme',
    `show deal deal:${id}`,
    `win deal deal:${id}`,
    'edit deal renewal stage=won',
  ])
    expect(said(await eve.say(line)), line).not.toMatch(/Acme Corp|50,000|48,000|Prospecting/)
  expect(said(await eve.say('deals'))).toContain('no open deal')
})

test('who sees only their own sees those of others neither', async () => {
  await ana.say('settings visibility own')
  house.clock.pass(Temporal.Duration.from({ seconds: 30 }))
  const { id } = await db.deal.findFirstOrThrow({ where: { name: 'Pilot', stage: 'proposal' } })
  expect(said(await bo.say('show deal pilot'))).toContain('I know no deal')
  expect(said(await bo.say(`edit deal deal:${id} amount=1`))).toContain('I no longer know that deal')
  expect(said(await bo.say('show deal renewal'))).toContain('Renewal')
  await ana.say('settings visibility all')
  house.clock.pass(Temporal.Duration.from({ seconds: 30 }))
  expect(said(await bo.say('show deal acme pilot'))).toContain('Pilot (Acme Corp)')
})

test('hostile names stay words', async () => {
  const name = `x'); DROP TABLE deals; -- <!channel> *_~\` %_\\ @everyone`
  await ana.ask({ kind: 'options', operation: 'add deal', values: { customer: 'Acme Corp', name, amount: '1k' } })
  expect((await newest()).name).toBe(`X'); DROP TABLE deals; -- <!channel> *_~\` %_\\ @everyone`)
  expect(said(await ana.say(`show deal ${name}`))).toContain('DROP TABLE deals')
  expect(said(await ana.say('show deal %'))).toContain('I know no deal')
})

describe('with their customer', () => {
  test('open ones stand on the card and in what was last', async () => {
    for (const line of ['show acme', 'last acme']) {
      const shown = said(await ana.say(line))
      expect(shown, line).toContain('Open deals')
      expect(shown, line).toContain('Pilot · €6,000 · Proposal')
    }
    const all = cardOf(await ana.press(cardOf(await ana.say('show acme')), 'Deals'))
    expect(textOf(all)).toContain('Deals of Acme Corp')
    expect(textOf(all)).toContain('Renewal (Acme Corp)')
  })

  test('the timeline tells that one was opened, went on, was won', async () => {
    const shown = said(await ana.say('timeline acme deals'))
    expect(shown).toContain('Won the deal Renewal (Acme Corp)')
    expect(shown).toContain('Deal Renewal (Acme Corp): now qualified')
    expect(said(await ana.say('timeline acme'))).toContain('the deal Pilot (Acme Corp)')
    expect(said(await ana.say('history acme'))).toContain('Opened the deal')
  })

  test('they are moved by a merge, and back', async () => {
    await ana.say('add company Acme Inc acme-inc.example')
    await ana.say('add deal acme inc: extension 3k')
    const { companyId } = await newest()
    const { id: corp } = await db.company.findFirstOrThrow({ where: { name: 'Acme Corp' } })
    const asked = cardOf(await ana.say('merge acme inc into acme corp'))
    const button = asked.buttons!.find(({ style }) => style === 'primary' || style === 'danger')!
    const merged = cardOf(await ana.press(asked, button.label))
    expect((await newest()).companyId).toBe(corp)
    await ana.press(merged, 'Undo')
    expect((await newest()).companyId).toBe(companyId)
    expect(said(await ana.say('show deal extension'))).toContain('Extension (Acme Inc)')
  })

  test('a company that a deal was opened with is in use', async () => {
    const made = cardOf(await ana.say('add company Vandelay'))
    await ana.say('add deal vandelay: latex 1k')
    expect(said(await ana.press(made, 'Undo'))).toContain('something else was entered for Vandelay')
  })
})

describe('found by a filter in words', () => {
  const found = async (line: string) => {
    const card = cardOf(await ana.say(line))
    return { title: card.title, names: (card.items ?? []).map(({ text }) => text), text: textOf(card) }
  }
  test.each([
    ['find deals over 5k in Berlin', []],
    ['find deals over 5k owned by Ana or Bo', ['Pilot (Zorbatron)', 'Renewal (Acme Corp)', 'Pilot (Acme Corp)']],
    ['find open deals over 5k stage proposal', ['Pilot (Acme Corp)']],
    ['find won deals this month', ['Renewal (Acme Corp)']],
    ['find deals closing this week', ['Pilot (Zorbatron)']],
    ['find deals owned by Bo', ['Renewal (Acme Corp)']],
    ['deals for zorbatron', ['Pilot (Zorbatron)']],
    ['deals over 5k under 50k biggest first', ['Renewal (Acme Corp)', 'Pilot (Zorbatron)', 'Pilot (Acme Corp)']],
    ['deals acme won', ['Renewal (Acme Corp)']],
    ['find deals tagged key', ['Renewal (Acme Corp)']],
    ['find deals with probability > 50', ['Renewal (Acme Corp)']],
    ['查找 超过5千 本月赢单的商机', ['Renewal (Acme Corp)']],
  ])('%s', async (line, names) => {
    const { names: got, text } = await found(line)
    expect(got.toSorted(), text).toEqual(names.toSorted())
  })

  test('open ones first, the next to close first', async () => {
    expect((await found('deals owned by Ana or Bo over 5k')).names).toEqual([
      'Pilot (Zorbatron)',
      'Pilot (Acme Corp)',
      'Renewal (Acme Corp)',
    ])
  })

  test('says how it was read, and what they come to', async () => {
    const { title, text } = await found('find deals over 5k owned by me')
    expect(title).toBe('2 deals')
    expect(text).toContain('amount > 5,000 · owned by you')
    expect(text).toContain('Together 12,000 + €6,000')
    expect(said(await ana.say('segment save Big = deals over 5k'))).toContain('A segment is of companies and contacts')
  })

  test('a name finds them beside customers, and customers’ filters stay theirs', async () => {
    expect((await found('find renewal')).names).toContain('Deal · Renewal (Acme Corp)')
    expect((await found('find companies stage lead')).names).toEqual([])
  })
})

describe('given to others, taken out and erased', () => {
  test('open ones are handed over, closed ones stay, and it is taken back', async () => {
    await ana.say('edit deal pilot (acme corp) owner=Bo')
    const asked = cardOf(await ana.say('hand over everything of @Bo to @Ana'))
    expect(textOf(asked)).toContain('1 open deal')
    const moved = cardOf(await ana.press(asked, 'Hand over'))
    const owners = async () => {
      const members = new Map((await db.member.findMany()).map(({ id, name }) => [id, name]))
      const all = await db.deal.findMany({ where: { name: { in: ['Renewal', 'Pilot'] }, company: { name: 'Acme Corp' } } })
      return Object.fromEntries(all.map(({ name, ownerId }) => [name, members.get(ownerId!)]))
    }
    expect(await owners()).toEqual({ Renewal: 'Bo', Pilot: 'Ana' })
    await ana.press(moved, 'Undo')
    expect(await owners()).toEqual({ Renewal: 'Bo', Pilot: 'Bo' })
  })
})

test('a name is not emptied, and who tries is told so', async () => {
  await ana.say('add deal Acme Corp: nameless 5k')
  expect(said(await ana.say('edit deal nameless name=-'))).toContain('A name cannot be emptied.')
  expect(said(await ana.say('edit acme corp name=-'))).toContain('A name cannot be emptied.')
})

test('the history calls what was done again by what it was', async () => {
  house.clock.pass({ minutes: 1 })
  await ana.say('add deal Acme Corp: seesaw 5k')
  for (const line of ['lose deal seesaw: too dear', 'undo', 'redo']) await ana.say(line)
  const history = said(await ana.say('history acme corp'))
  expect(history).toMatch(/Done again: Lost the deal Seesaw \(Acme Corp\)\n {2}Stage: Prospecting → Lost/)
  expect(history).toContain('Taken back: Lost the deal Seesaw (Acme Corp)')
})

test('a merge counts the deals that come along', async () => {
  await ana.say('add company Zeta')
  await ana.say('add deal Zeta: pilot 5k')
  const asked = await ana.say('merge zeta into acme corp')
  expect(said(asked)).toContain('Comes along: 1 deal.')
  expect(said(await ana.press(cardOf(asked), 'Merge'))).toContain('Came along: 1 deal.')
  await ana.say('undo')
})
