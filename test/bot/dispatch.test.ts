import { describe, expect, it } from 'vitest'
import { readToken } from '../../src/bot/action.ts'
import type { SealedAnswer } from '../../src/bot/house.ts'
import { fakeHouse, writes } from './house.ts'

const cardOf = (answer: SealedAnswer) => {
  if (answer.kind === 'form') throw new Error('a form')
  return answer.card
}
const said = (answer: SealedAnswer) => cardOf(answer).lines?.[0] ?? ''
const press = (token: string) => ({ kind: 'press', token }) as const

describe('a request', () => {
  it('that is sent again does its work once and is answered the same', async () => {
    const { line } = fakeHouse()
    const before = writes()
    const first = await line('log called Wei', 'same')
    expect(await line('log called Wei', 'same')).toEqual(first)
    expect(writes()).toBe(before + 1)
    expect(await line('log called Wei', 'other')).not.toEqual(first)
  })

  it('that is refused says what to do, and gives the words back', async () => {
    const { line, ask, logged } = fakeHouse()
    const answer = await line('log refuse this')
    const card = cardOf(answer)
    expect(card).toMatchObject({ tone: 'warning', lines: ['Say it otherwise.'], fields: [{ value: 'refuse this' }] })
    const mend = await ask(press(card.buttons![0]!.token))
    expect(mend).toMatchObject({ kind: 'form', form: { fields: [{ name: 'line', value: 'refuse this' }] } })
    expect(logged.map((one) => one.level)).toEqual(['info'])
    if (mend.kind !== 'form') throw new Error('no form')
    const again = await ask({ kind: 'submit', token: mend.form.token, values: { line: 'refuse again' } })
    expect(again).toMatchObject({ kind: 'faults', faults: { line: 'Say it otherwise.' } })
    expect(await ask({ kind: 'submit', token: mend.form.token, values: { line: 'called Wei' } })).toMatchObject({
      kind: 'card',
      replaces: true,
      card: { lines: [expect.stringMatching(/^logged called Wei/)] },
    })
  })

  it('that breaks gets a reference, which stands in the log beside the cause', async () => {
    const { line, logged } = fakeHouse()
    const answer = await line('log break')
    const [reference] = /[A-Z0-9]{8}$/.exec(said(answer)) ?? []
    expect(reference).toBeDefined()
    expect(said(answer)).not.toContain('disk')
    expect(logged).toMatchObject([
      { level: 'error', facts: { reference, operation: 'log', error: { message: 'the disk is full' } } },
    ])
  })

  it('that asks back is a question, and nothing was written', async () => {
    const { line } = fakeHouse()
    const before = writes()
    expect(said(await line('log ask me'))).toBe('Which?')
    expect(writes()).toBe(before)
  })

  it('that asks back is answered once, whichever of its ways on is pressed how often', async () => {
    const { line, ask } = fakeHouse()
    const question = cardOf(await line('log who was it'))
    const [wei, tom, form] = question.buttons!
    const before = writes()
    const first = await ask(press(wei!.token))
    expect(said(first)).toMatch(/^logged Wei/)
    expect(await ask(press(wei!.token))).toEqual(first)
    expect(await ask(press(tom!.token))).toEqual(first)
    const opened = await ask(press(form!.token))
    if (opened.kind !== 'form') throw new Error('no form')
    expect(await ask({ kind: 'submit', token: opened.form.token, values: { line: 'Bo' } })).toEqual(first)
    expect(writes()).toBe(before + 1)
    const another = cardOf(await line('log who was it'))
    expect(said(await ask(press(another.buttons![0]!.token)))).toMatch(/^logged Wei/)
    expect(writes()).toBe(before + 2)
  })

  it('is allowed by role, in the language of who asks', async () => {
    expect(said(await fakeHouse('manager').line('purge'))).toBe('Only an admin can do that. Ask one of yours.')
    expect(said(await fakeHouse('rep', 'zh').line('purge'))).toMatch(/管理员/)
    expect(said(await fakeHouse('admin').line('purge'))).toBe('done')
  })

  it('that nobody knows is asked whether it meant another, with its words kept', async () => {
    const { line, ask } = fakeHouse()
    const card = cardOf(await line('lgo called Wei'))
    expect(card.lines?.[0]).toContain('Did you mean “log”?')
    expect(said(await ask(press(card.buttons![0]!.token)))).toMatch(/^logged called Wei/)
    expect(said(await line('zebra'))).toContain('help')
    expect(said(await line(''))).toBe('done')
  })

  it('with a name of two words mistyped keeps only what comes after both', async () => {
    const { line, ask } = fakeHouse()
    for (const typed of ['edit entyr Acme', 'editentry Acme']) {
      const card = cardOf(await line(typed))
      expect(card.lines?.[0]).toContain('Did you mean “edit entry”?')
      expect(said(await ask(press(card.buttons![0]!.token)))).toBe('edit entry: Acme')
    }
  })

  it('of a plain line that begins with a command mistyped asks, and loses nothing', async () => {
    const { ask } = fakeHouse()
    const say = (text: string, url?: string) => ask({ kind: 'say', text, url })
    const asked = cardOf(await say('lsat Acme: 5 seats'))
    expect(asked.lines?.[0]).toBe("I don't know “lsat”. Did you mean “last”?")
    expect(asked.buttons?.map((one) => one.label)).toEqual(['last Acme: 5 seats', 'Log it as it stands'])
    expect(said(await ask(press(asked.buttons![0]!.token)))).toBe('last of Acme: 5 seats')
    expect(said(await ask(press(asked.buttons![1]!.token)))).toMatch(/^logged lsat Acme: 5 seats/)
    const linked = cardOf(await say('Hlep', 'https://x.test/1'))
    expect(linked.buttons?.map((one) => one.label)).toEqual(['help', 'Log it as it stands'])
    expect(readToken(linked.buttons![1]!.token)).toMatchObject({ action: { input: { line: 'Hlep', url: 'https://x.test/1' } } })
    expect(cardOf(await say('ad company Acme')).buttons?.[0]?.label).toBe('add company Acme')
  })

  it('of a plain line that begins with a name, an ordinary word or anything further off is one to log', async () => {
    const { ask } = fakeHouse()
    for (const text of ['Lasr called, wants a quote', 'laat: no answer', 'lstaa Acme'])
      expect(said(await ask({ kind: 'say', text }))).toBe(`logged ${text} ${writes()}`)
  })

  it('from a dead button says so', async () => {
    const { ask } = fakeHouse()
    for (const token of ['gone|x=1', '@AAAAAAAAAAAAAAAAAAAAAA', '', 'log|'])
      expect(said(await ask(press(token)))).toContain('older message')
  })

  it('without words opens the form, and says a plain line is one to log', async () => {
    const { line, ask } = fakeHouse()
    expect(await line('log')).toMatchObject({ kind: 'form' })
    expect(said(await ask({ kind: 'say', text: 'spoke to Wei' }))).toMatch(/^logged spoke to Wei/)
    expect(said(await ask({ kind: 'say', text: '/crm last Acme' }))).toBe('last of Acme')
    expect(said(await ask({ kind: 'say', text: 'secret plans of Wei' }))).toMatch(/^logged secret plans/)
    expect(await ask({ kind: 'shortcut', operation: 'log' })).toMatchObject({ kind: 'form' })
    const message = await ask({ kind: 'message', operation: 'log', text: 'they want a quote', url: 'https://x.test/1' })
    if (message.kind !== 'form') throw new Error('no form')
    expect(message.form.fields).toMatchObject([{ name: 'line', value: 'they want a quote' }])
    expect(readToken(message.form.token)).toMatchObject({ action: { input: { url: 'https://x.test/1' } } })
  })

  it('with too long an input is refused by its label, and a long one is parked', async () => {
    const { line, parked, ask } = fakeHouse()
    expect(said(await line(`log ${'x'.repeat(40_001)}`))).toContain('40,000')
    const long = `refuse ${'word '.repeat(60)}`.trim()
    const card = cardOf(await line(`log ${long}`))
    expect([...parked.values()].at(-1)).toEqual({ operation: 'log', input: { line: long, $mend: 'line' } })
    expect(await ask(press(card.buttons![0]!.token))).toMatchObject({ form: { fields: [{ value: long }] } })
  })

  it('shared shows the facts to the channel, without anything to press', async () => {
    const { line, ask } = fakeHouse()
    const mine = cardOf(await line('last Acme'))
    expect(mine.visibility).toBeUndefined()
    const shared = await ask(press(mine.share!.token))
    expect(shared).toMatchObject({ kind: 'card', replaces: false, card: { visibility: 'channel', lines: ['last of Acme'] } })
    expect(JSON.stringify(shared)).not.toContain('token')
  })
})

describe('suggestions', () => {
  const place = { platform: 'slack', team: 'T', user: 'U', kind: 'channel' } as const
  const asking = (operation: string, field: string) => ({
    place,
    operation,
    field,
    typed: ' ac ',
    profile: async () => ({ name: 'Ana' }),
  })
  it('are at most 25, and none where there is nothing to complete', async () => {
    const { bot } = fakeHouse()
    const found = await bot.suggest(asking('last', 'customer'))
    expect(found).toHaveLength(25)
    expect(found[0]).toEqual({ value: 'ac0', label: '0' })
    expect(await bot.suggest(asking('log', 'line'))).toEqual([])
    expect(await bot.suggest(asking('nothing', 'customer'))).toEqual([])
  })
})
