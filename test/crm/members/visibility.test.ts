import { describe, expect, test } from 'vitest'
import { cardOf, formOf, rapport, said } from '../../support/rapport.ts'

const { person, faults, clock, database } = await rapport()
const ana = person('Ana')
const bo = person('Bo')
const eve = person('Eve')

await ana.say('tour')
await bo.say('tour')
await eve.say('tour')
await bo.say('add company Borealis borealis.example +49 30 901820')
await bo.say('log Borealis: met Wei Zhang, wants a quote')
await eve.say('add company Evergreen')
const later = () => clock.pass({ seconds: 30 })

describe('a workspace chooses who sees what', () => {
  test('everybody everything, at first', async () => {
    expect(said(await eve.say('last Borealis'))).toContain('wants a quote')
    expect(said(await eve.say('settings visibility'))).toContain('Everybody sees everything.')
    expect(said(await eve.say('settings visibility own'))).toContain('Only an admin')
  })

  test('own: what is a colleague’s is not found, not suggested, not shown; an admin sees all', async () => {
    const answer = await ana.say('settings visibility own')
    expect(said(answer)).toContain('Each member sees only their own.')
    later()
    expect(said(await eve.say('last Borealis'))).not.toContain('wants a quote')
    expect(said(await eve.say('find borealis'))).toContain('Nothing')
    expect(said(await eve.say('find wants a quote'))).not.toContain('Borealis')
    expect(said(await bo.say('last Borealis'))).toContain('wants a quote')
    expect(said(await ana.say('last Borealis'))).toContain('wants a quote')
  })

  test('what stands is not added a second time, nor given away: a manager is to be asked', async () => {
    const refused = said(await eve.say('add company Borealis'))
    expect(refused).toContain('looked after by somebody else')
    expect(refused).not.toContain('Bo ')
    const asked = cardOf(await eve.say('log Borealis: no answer'))
    expect(said(await eve.press(asked, 'Add Borealis and log'))).toContain('looked after by somebody else')
    const count = await database.prisma.company.count({ where: { name: 'Borealis' } })
    expect(count).toBe(1)
  })

  test('team: those who work together, and who leads them', async () => {
    await ana.say('settings visibility team')
    expect(said(await eve.say('team add Berlin'))).toContain('Only an admin')
    expect(said(await ana.say('team add Berlin'))).toContain('The team Berlin stands.')
    later()
    expect(said(await eve.say('last Borealis'))).not.toContain('wants a quote')
    expect(said(await ana.say('team Berlin + Bo, Eve'))).toContain('Bo is in Berlin now.\nEve is in Berlin now.')
    expect(said(await eve.say('last Borealis'))).toContain('wants a quote')
    const out = await ana.say('team Berlin - Eve')
    expect(said(out)).toContain('Eve is no longer in Berlin.')
    expect(said(await eve.say('last Borealis'))).not.toContain('wants a quote')
    expect(said(await ana.press(cardOf(out), 'Undo'))).toContain('Team Berlin')
    expect(said(await eve.say('last Borealis'))).toContain('wants a quote')
  })

  test('who leads a team is a manager, and sees its members where each sees only their own', async () => {
    await ana.say('team Berlin - Eve')
    await ana.say('settings visibility own')
    const answer = said(await ana.say('team Berlin manager Eve'))
    expect(answer).toContain('Eve is a manager of Berlin now.')
    expect(answer).toContain('has the role of a manager now')
    expect(said(await eve.say('last Borealis'))).toContain('wants a quote')
    expect(said(await ana.say('团队 Berlin 经理 - Eve'))).toContain('Eve is no longer a manager of Berlin.')
    expect(said(await eve.say('last Borealis'))).not.toContain('wants a quote')
    expect(said(await ana.say('team Berlin rename Hamburg'))).toContain('The team Berlin is called Hamburg now.')
    expect(said(await ana.say('team Hamburg archive'))).toContain('The team Hamburg is no more.')
    expect(said(await ana.say('team Hamburg'))).toContain('There is no team “Hamburg”.')
  })

  test('what an admin changed nobody takes back who is none any more', async () => {
    await ana.say('settings role Eve admin')
    const changed = await eve.say('settings visibility all')
    await ana.say('settings role Eve rep')
    expect(said(await eve.press(cardOf(changed), 'Undo'))).toContain('Only an admin')
    expect(faults).toEqual([])
  })
})

describe('a reader', () => {
  test('reads, and changes nothing but their own settings', async () => {
    expect(said(await ana.say('settings role Eve reader'))).toContain('Eve is now reader.')
    expect(said(await eve.say('last Borealis'))).toContain('wants a quote')
    expect(said(await eve.say('log Borealis: spoke to Wei'))).toContain('You may read here')
    expect(said(await eve.say('edit borealis phone=+49 30 901821'))).toContain('You may read here')
    const set = await eve.say('settings morning 8:15')
    expect(said(set)).toContain('08:15')
    expect(said(await eve.press(cardOf(set), 'Undo'))).toContain('Taken back')
    await ana.say('settings role Eve rep')
  })

  test('is offered nothing that would refuse them', async () => {
    await ana.say('settings role Eve reader')
    const offered = async (line: string) => {
      const { buttons = [], items = [], title, lines = [] } = cardOf(await eve.say(line))
      return {
        said: [title, ...lines].join(),
        labels: [...buttons, ...items.flatMap((one) => one.buttons ?? [])].map((one) => one.label),
      }
    }
    expect((await offered('help')).labels).toEqual(['Take the tour', 'Customers', 'Sales', 'Your team', 'Settings'])
    expect((await offered('help log')).said).toContain('Only for reps')
    const last = await offered('last Borealis')
    expect(last.labels).toContain('Timeline')
    expect(last.labels).not.toContain('Log')
    // Words that may as well be a line to log, a question about a customer, a name that nobody knows.
    for (const line of ['last week they called us', 'what about Borealis?', 'last Zorblatt', 'lst Borealis'])
      expect((await offered(line)).labels.filter((one) => /log|add/i.test(one))).toEqual([])
    expect((await offered('what about Borealis?')).said).not.toContain('log your words')
    await ana.say('settings role Eve rep')
    expect((await offered('last Borealis')).labels).toContain('Log')
  })
})

describe('a private note', () => {
  test('is none where “private” is a word of it', async () => {
    await ana.say('add company Private Label Foods')
    for (const line of ['log private jet trip with Borealis, took notes', 'log private label foods: met them, took notes']) {
      const logged = cardOf(await ana.say(line))
      expect(logged.title).not.toContain('🔒')
      expect(logged.lines?.join()).toMatch(/private/i)
      await ana.press(logged, 'Undo')
    }
    // Also where two customers are called like what stands behind it: nothing of the note is lost.
    for (const name of ['Kappa Corp', 'Kappa Labs']) await ana.say(`add company ${name}`)
    const which = cardOf(await ana.say('log private jet trip with kappa, took notes'))
    const logged = cardOf(await ana.press(which, 'Kappa Labs'))
    expect(logged.title).not.toContain('🔒')
    expect(logged.lines?.join()).toContain('private jet trip')
  })

  test('is seen by its author alone, whoever else sees the customer', async () => {
    for (const line of [
      'log private: met Borealis, it is for sale',
      'note private: met Borealis, it is for sale',
      '私密：met Borealis, it is for sale',
      'log private Borealis: met them, it is for sale',
    ]) {
      const logged = cardOf(await bo.say(line))
      expect(logged.title).toMatch(/^🔒 /)
      expect(logged.share).toBeUndefined()
      expect(said(await bo.say('last Borealis'))).toContain('🔒')
      for (const other of [ana, eve]) {
        expect(said(await other.say('last Borealis'))).not.toContain('for sale')
        expect(said(await other.say('timeline Borealis'))).not.toContain('for sale')
        expect(said(await other.say('find for sale'))).not.toContain('Borealis')
      }
      expect(said(await bo.say('find for sale'))).toContain('🔒')
      await bo.press(logged, 'Undo')
    }
  })

  test('is not in what is shared with a channel', async () => {
    await bo.say('log private: Borealis is for sale')
    const shown = cardOf(await bo.say('timeline Borealis'))
    const shared = await bo.ask({ kind: 'press', token: shown.share!.token })
    expect(said(shared)).toContain('wants a quote')
    expect(said(shared)).not.toContain('for sale')
  })

  test('opens and closes in its form; its follow-up is as private as it is', async () => {
    const logged = cardOf(await bo.say('log private: met Wei Zhang of Borealis, he wants to leave, call back Thursday 10am'))
    const task = await database.prisma.task.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(task.private).toBe(true)
    expect(said(await ana.say('last Borealis'))).not.toContain('call back')
    const form = formOf(await bo.press(logged, 'Edit'))
    const note = form.fields.find((one) => one.name === 'note')?.value ?? ''
    expect(note).toMatch(/^🔒 /)
    await bo.submit(form, { note: note.replace('🔒 ', '') })
    expect(said(await ana.say('last Borealis'))).toContain('wants to leave')
    expect(said(await ana.say('last Borealis'))).toContain('call back')
    await bo.submit(form, { note })
    expect(said(await ana.say('last Borealis'))).not.toContain('wants to leave')
    expect(faults).toEqual([])
  })

  test('is not taken back by an admin, who would hear of it', async () => {
    const logged = cardOf(await bo.say('log private: Borealis will merge'))
    const token = logged.buttons!.find((one) => one.label === 'Undo')!.token
    expect(said(await ana.ask({ kind: 'press', token }))).toContain('Nothing was changed')
  })
})

test('who stands in for a colleague who is away sees what they see to', async () => {
  await ana.say('settings visibility own')
  expect(said(await eve.say('last Borealis'))).not.toContain('wants a quote')
  await bo.say('settings away until 1 December to Eve')
  expect(said(await eve.say('last Borealis'))).toContain('wants a quote')
  await bo.say('settings away off')
  expect(said(await eve.say('last Borealis'))).not.toContain('wants a quote')
})
