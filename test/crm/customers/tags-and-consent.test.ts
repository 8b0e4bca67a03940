import { beforeAll, describe, expect, test } from 'vitest'
import { mayContact } from '../../../src/crm/customers/may-contact.ts'
import { cardOf, type Person, rapport, said, type TestHouse, textOf } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  await ana.say('help')
  for (const line of ['add company Acme Corp', 'add contact Wei Zhang at Acme Corp', 'add company Globex', '新增公司 锦程物流'])
    await ana.command(line)
})

const db = () => house.database.prisma
const company = (name: string) => db().company.findFirstOrThrow({ where: { name } })
const contact = (name: string) => db().contact.findFirstOrThrow({ where: { name } })

describe('tags', () => {
  test.each([
    ['tag acme corp vip, Berlin', '#vip #berlin'],
    ['tag acme #Trade Fair #vip', '#vip #berlin #trade fair'],
    ['tag Acme Corp: key account', '#vip #berlin #trade fair #key account'],
    ['untag acme berlin, key account', '#vip #trade fair'],
  ])('%s', async (line, want) => expect(said(await ana.command(line))).toContain(`Tags of Acme Corp\n${want}\n`))

  test('in Chinese, of people too, taken back by the button', async () => {
    expect(said(await ana.command('标签 锦程物流 重点、上海'))).toContain('#重点 #上海')
    const tagged = await ana.command('tag wei zhang newsletter')
    expect((await contact('Wei Zhang')).tags).toEqual(['newsletter'])
    await ana.press(cardOf(tagged), 'Undo')
    expect((await contact('Wei Zhang')).tags).toEqual([])
  })

  test('what stands already, none at all, and nobody known', async () => {
    expect(said(await ana.command('tag acme VIP'))).toContain('Nothing was changed')
    expect(said(await ana.command('tag acme'))).toContain('Which tags?')
    expect(said(await ana.command('tag acme !!!'))).toContain('is no tag')
    expect(said(await ana.command('tag zorbatron vip'))).toContain("I don't know zorbatron")
    expect(said(await ana.command('edit acme corp tags=gold, Silver'))).toContain('tags: gold, silver')
  })
})

describe('labels of numbers and addresses', () => {
  test('are typed in brackets, shown, and kept when the form is sent back', async () => {
    await ana.command('edit wei zhang phone=+49 170 1234567 (mobile), +49 30 1234567 (office) email=wei@acme.com (private)')
    const shown = said(await ana.command('show wei'))
    expect(shown).toContain('Phone: +491701234567 (mobile), +49301234567 (work)')
    expect(shown).toContain('E-mail: wei@acme.com (private)')
    expect(await contact('Wei Zhang')).toMatchObject({
      phones: ['+491701234567', '+49301234567'],
      labels: { '+491701234567': 'mobile' },
    })
    const form = await ana.command('edit wei zhang')
    if (form.kind !== 'form') throw new Error(said(form))
    expect(said(await ana.submit(form.form))).toContain('Nothing was changed')
    await ana.command('edit wei zhang phone=+49 30 1234567')
    expect((await contact('Wei Zhang')).labels).toEqual({ 'wei@acme.com': 'private' })
  })
})

describe('other standard fields', () => {
  test('stage, source, owner, parent, birthday', async () => {
    const bo = house.person('Bo')
    await bo.say('help')
    const changed = said(await ana.command('edit globex stage=customer source=Trade fair owner=Bo parent=acme corp'))
    for (const one of ['stage: Customer', 'source: Trade fair', 'owner: Bo', 'parent: Acme Corp']) expect(changed).toContain(one)
    expect(said(await ana.command('edit acme corp parent=globex'))).toContain('cannot be above')
    expect(said(await ana.command('edit globex stage=asleep'))).toContain('Choose one of: Lead, Qualified')
    expect(said(await ana.command('edit wei zhang birthday=3 May'))).toContain('birthday: 3 May')
    expect(said(await ana.command('edit wei zhang birthday=1980-05-03'))).toContain('birthday: 3 May 1980')
    expect(said(await ana.command('edit wei zhang birthday=31 February'))).toContain('no birthday')
    expect(said(await ana.command('edit wei zhang birthday=2030-01-01'))).toContain('no birthday')
  })

  test('a birthday stands in the owner’s day', async () => {
    await ana.command('edit wei zhang birthday=1980-11-24')
    expect(said(await ana.say('today'))).toContain('Birthdays today\nWei Zhang · Acme Corp\nturns 46')
  })
})

describe('consent and do-not-contact', () => {
  test('is noted with the day and how, and shown', async () => {
    expect(said(await ana.command('consent wei zhang given 2026-05-03 by e-mail'))).toContain(
      'Consent: given 2026-05-03 by e-mail',
    )
    expect(said(await ana.command('show wei'))).toContain('Consent: given 2026-05-03 by e-mail')
    const form = await ana.command('consent wei zhang')
    if (form.kind !== 'form') throw new Error(said(form))
    expect(said(await ana.submit(form.form, { said: 'perhaps' }))).toContain('does not say whether consent was given')
  })

  test('who must not be contacted is in no suggestion, and a reminder says so', async () => {
    await ana.command('keep wei zhang every 1 day')
    await ana.command('remind wei zhang tomorrow 9am call about the offer')
    house.clock.pass({ hours: 22 })
    expect(said(await ana.say('today'))).toContain('Going cold')
    expect(said(await ana.command('no contact wei zhang asked us to stop'))).toContain(
      'Do not contact: yes 2026-11-25 asked us to stop',
    )
    const wei = await contact('Wei Zhang')
    const reader = { db: db(), workspace: { id: wei.workspaceId } }
    expect(await mayContact(reader, { companyId: wei.companyId, contactId: wei.id })).toMatchObject({
      may: false,
      refusal: { why: 'asked us to stop' },
    })
    const day = said(await ana.say('today'))
    expect(day).not.toContain('Going cold')
    expect(day).not.toContain('Birthdays')
    expect(day).toContain('⛔ Do not contact: asked us to stop')
    for (const line of ['last wei zhang', 'show wei zhang'])
      expect(said(await ana.command(line))).toContain('⛔ Do not contact: asked us to stop')
    house.clock.pass({ hours: 2 })
    await house.delivery.tick()
    const reminder = ana.inbox.map(textOf).find((one) => one.includes('call about the offer'))
    expect(reminder).toContain('⛔ Do not contact: asked us to stop')
  })

  test('a name of several words alone, and tags beyond measure', async () => {
    expect(said(await ana.command('no contact wei zhang off'))).toContain('–')
    expect(said(await ana.command('no contact wei zhang'))).toMatch(/Do not contact: yes 2026-11-25\n/)
    expect(said(await ana.command('tag wei zhang'))).toContain('Which tags?')
    const many = Array.from({ length: 51 }, (_, n) => `t${n}`).join(', ')
    expect(said(await ana.command(`edit globex tags=${many}`))).toContain('has room for 50')
    expect(said(await ana.command('add contact Tom Miller at Globex +49 170 7654321 (mobile)'))).toContain(
      '+491707654321 (mobile)',
    )
  })

  test('off takes it back; a company’s counts for its people; withdrawn consent counts too', async () => {
    expect(said(await ana.command('no contact wei zhang off'))).toContain('–')
    const wei = await contact('Wei Zhang')
    const reader = { db: db(), workspace: { id: wei.workspaceId } }
    expect(await mayContact(reader, { companyId: null, contactId: wei.id })).toEqual({ may: true })
    const marked = await ana.command('no contact acme corp')
    expect(await mayContact(reader, { companyId: null, contactId: wei.id })).toMatchObject({ may: false })
    await ana.press(cardOf(marked), 'Undo')
    expect((await company('Acme Corp')).doNotContact).toBe(false)
    await ana.command('consent acme corp withdrawn by phone')
    expect(await mayContact(reader, { companyId: null, contactId: wei.id })).toMatchObject({
      may: false,
      refusal: { kind: 'withdrawn' },
    })
    expect(said(await ana.command('last acme corp'))).toContain('⛔ Consent withdrawn: by phone')
  })

  test('what is only said with such words is logged', async () => {
    for (const line of [
      'no contact with Globex since May',
      'consent of Globex is still pending, called them',
      'fields were green at Globex',
    ])
      expect(said(await ana.say(line))).toContain('Logged')
  })

  test('no fault was logged', () => expect(house.faults).toEqual([]))
})
