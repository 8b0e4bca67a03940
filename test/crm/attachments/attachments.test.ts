import { beforeAll, expect, test } from 'vitest'
import { cardOf, formOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  await ana.say('help')
  await ana.command('add company Acme Corp')
  await ana.command('add contact Wei Zhang at Acme Corp')
})

const place = { platform: 'playground', team: 'acme-sales', user: 'ana', kind: 'direct', channel: 'ana' } as const
let count = 0
/** Something asked with files beside it. */
const withFiles = (ask: Parameters<Person['ask']>[0], names: string[]) =>
  house.bot.dispatch({
    id: `files-${++count}`,
    place,
    ask,
    files: names.map((name) => ({
      name,
      size: 3,
      url: `https://acme.slack.com/files/U1/F${count}/${encodeURIComponent(name)}`,
      read: async function* () {},
    })),
    profile: async () => ({ name: 'Ana', timeZone: 'Europe/Berlin', locale: 'en-US', teamName: 'Acme Sales' }),
  })

test('a link with its label is kept, shown, listed and taken off again', async () => {
  const kept = await ana.command('attach acme corp https://drive.example.com/offer.pdf?v=1 the offer of May')
  expect(said(kept)).toContain('Attached to Acme Corp\nthe offer of May')
  const shown = cardOf(await ana.command('show acme corp'))
  expect(shown.links).toEqual([{ label: 'the offer of May', url: 'https://drive.example.com/offer.pdf?v=1' }])
  expect(said(await ana.command('attach acme corp https://drive.example.com/offer.pdf?v=1'))).toContain('already')
  const list = cardOf(await ana.press(shown, 'Files and links'))
  expect(list.items?.[0]).toMatchObject({
    text: 'the offer of May',
    detail: expect.stringContaining('https://drive.example.com/offer.pdf?v=1 · Ana'),
  })
  const gone = await ana.press(list, 'Take off')
  expect(said(gone)).toContain('is no longer attached')
  expect(said(await ana.command('attachments acme corp'))).toContain('Nothing is attached yet')
  await ana.press(cardOf(gone), 'Undo')
  expect(said(await ana.command('attachments acme corp'))).toContain('the offer of May')
})

test('a file shared with the line is kept by reference on whom the line is about', async () => {
  const logged = await withFiles({ kind: 'say', text: 'log met with Wei Zhang, went through the contract' }, ['contract v2.pdf'])
  expect(said(logged)).toContain('Attached: contract v2.pdf')
  expect(said(await ana.command('attachments wei zhang'))).toContain('contract v2.pdf')
  await ana.press(cardOf(logged), 'Undo')
  expect(said(await ana.command('attachments wei zhang'))).toContain('Nothing is attached yet')
})

test('with the message shortcut it travels through the form, with a command of its own too', async () => {
  const form = formOf(
    await withFiles({ kind: 'message', operation: 'log', text: 'Wei Zhang sent the plan', url: 'https://acme.slack.com/x' }, [
      'plan.xlsx',
    ]),
  )
  expect(said(await ana.submit(form))).toContain('Attached: plan.xlsx')
  expect(said(await withFiles({ kind: 'say', text: 'attach acme corp' }, ['a.png', 'b.png']))).toContain(
    'Attached to Acme Corp\na.png\nb.png',
  )
})

test('a file beside a pasted list is attached to nobody, and the answer says so', async () => {
  await ana.command('add company Globex')
  const text = 'log called Acme Corp, sent the offer\nmet Globex, went through the plan'
  const logged = said(await withFiles({ kind: 'say', text }, ['both.pdf']))
  expect(logged).toContain('Logged 2 lines\nAttached to none of them: both.pdf.')
  for (const name of ['acme corp', 'globex']) expect(said(await ana.command(`attachments ${name}`))).not.toContain('both.pdf')
})

const OFFER = 'https://drive.example.com/2026-12-01/offer.pdf'

test('a link in a logged note is kept on its customer, stands in the timeline, and goes with the note', async () => {
  const logged = await ana.command(`log Globex: sent the plan, offer at ${OFFER}.`)
  expect(said(logged)).toContain('Attached: offer.pdf')
  expect(said(logged)).not.toContain('Follow-up')
  expect(said(await ana.command('attachments globex'))).toContain(`offer.pdf`)
  expect(said(await ana.command('timeline globex files'))).toContain('offer.pdf')
  await ana.press(cardOf(logged), 'Undo')
  expect(said(await ana.command('attachments globex'))).toContain('Nothing is attached yet')
})

test('each line of a pasted list keeps its own links; one that stands already is not kept twice', async () => {
  await ana.say(
    'log - called Acme Corp, contract at https://docs.example.com/c.pdf\n- met Globex, plan: https://docs.example.com/p.pdf',
  )
  expect(said(await ana.command('attachments acme corp'))).toContain('c.pdf')
  const globex = async () => said(await ana.command('attachments globex'))
  expect(await globex()).toContain('p.pdf')
  expect(await globex()).not.toContain('c.pdf')
  await ana.command('log Globex: looked at https://docs.example.com/p.pdf again')
  expect((await globex()).match(/https:\S*p\.pdf/g)).toHaveLength(1)
})

test('what comes with a private note only its author sees, until the note is everybody’s; it moves with the note', async () => {
  const bo = house.person('Bo')
  await bo.say('help')
  await ana.command('add company Initech')
  const text = `log private: Initech pays badly, see ${OFFER}`
  const logged = await withFiles({ kind: 'say', text }, ['secret.pdf'])
  expect(said(logged)).toContain('Attached: secret.pdf, offer.pdf')
  const of = async (who: Person, what = 'attachments initech') => said(await who.command(what))
  const ways = ['attachments initech', 'show initech', 'timeline initech', 'history initech']
  for (const way of ways) expect(await of(bo, way)).not.toMatch(/secret\.pdf|offer\.pdf/)
  for (const way of ways) expect(await of(ana, way)).toContain('secret.pdf')
  const edit = formOf(await ana.press(cardOf(logged), 'Edit'))
  await ana.submit(edit, { note: 'pays well, see https://docs.example.com/good.pdf' })
  expect(await of(bo)).toMatch(/secret\.pdf[\s\S]*good\.pdf|good\.pdf[\s\S]*secret\.pdf/)
  expect(await of(bo)).not.toContain('offer.pdf')
  const again = formOf(await ana.press(cardOf(logged), 'Edit'))
  await ana.submit(again, { customer: 'acme corp' })
  expect(await of(bo)).toContain('Nothing is attached yet')
  expect(await of(bo, 'attachments acme corp')).toContain('secret.pdf')
})

test('a link is no follow-up and no time, in both languages; what is to be done with one is', async () => {
  for (const words of [
    'offer at',
    'see',
    'quote:',
    'next steps:',
    'demo at',
    'the plan is here:',
    '报价在',
    '合同见',
    '跟进表：',
  ])
    expect(said(await ana.command(`log met Wei Zhang, ${words} https://x.example.com/2026-12-01/call-9am`))).not.toMatch(
      /Follow-up/,
    )
  for (const words of ['review', 'send him', 'send the offer at', '发方案'])
    expect(said(await ana.command(`log met Wei Zhang, ${words} https://x.example.com/a`))).toContain('Follow-up')
  expect(said(await ana.command('log met Wei Zhang，方案见https://x.example.com/b.pdf下周二跟进'))).toMatch(
    /Tue 1 Dec[\s\S]*Attached: b\.pdf/,
  )
})

test('only http and https lead anywhere; what is typed stays words', async () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://user:pass@evil.example'])
    expect(said(await ana.ask({ kind: 'options', operation: 'attach', values: { customer: 'acme corp', url } }))).toContain(
      'is no link',
    )
  await ana.command('attach acme corp <https://safe.example/x> <!channel> *bold*')
  expect(said(await ana.command('attachments acme corp'))).toContain('<!channel> *bold*')
  expect(said(await ana.command('attach acme corp'))).toContain('What is to be attached?')
  expect(house.faults).toEqual([])
})

test('a link that is marked private only who attached it sees', async () => {
  const bo = house.person('Bo')
  await bo.say('help')
  await ana.command('add company Umbrella')
  expect(said(await ana.command('attach umbrella https://x.example.com/a.pdf private: their rating'))).toContain(
    'Only you see this.',
  )
  expect(said(await ana.command('附件 私密：umbrella https://x.example.com/b.pdf'))).toContain('Only you see this.')
  for (const way of ['attachments umbrella', 'show umbrella', 'timeline umbrella', 'history umbrella'])
    expect(said(await bo.command(way)), way).not.toMatch(/rating|[ab]\.pdf/)
  expect(said(await ana.command('attachments umbrella'))).toMatch(/b\.pdf[\s\S]*their rating/)
})
