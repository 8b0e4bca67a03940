import { afterAll, describe, expect, test } from 'vitest'
import { createBot } from '../../src/bot/dispatch.ts'
import { UserError } from '../../src/bot/errors.ts'
import { askedFields, fieldsOf, formFields } from '../../src/bot/form.ts'
import { readLine, registryOf } from '../../src/bot/registry.ts'
import type { SealedForm } from '../../src/bot/sealed.ts'
import { rapportRegistry } from '../../src/rooms.ts'
import { cardOf, formOf, rapport, said, textOf, tokenOf } from '../support/rapport.ts'

/** Every operation refuses whatever it is asked: what was typed must come back in the form that mends it. */
const registry = rapportRegistry()
const refusing = registryOf([
  {
    operations: registry.operations.map((op) => ({
      ...op,
      handle: async () => {
        throw new UserError('Not like that.', { field: fieldsOf(op).at(-1)?.name })
      },
    })),
  },
])
const house = await rapport()
const ana = house.person('Ana')
for (const line of [
  'add company Acme Corp',
  'add contact Wei Zhang at Acme Corp',
  'add company 锦程物流',
  'add deal Acme renewal',
])
  await ana.say(line)
const bot = createBot(refusing, house.house)
let count = 0
const ask = (ask: Parameters<typeof ana.ask>[0]) =>
  bot.dispatch({
    id: `mend-${++count}`,
    place: { platform: 'playground', team: 'acme-sales', user: 'ana', kind: 'direct', channel: 'ana' },
    ask,
    profile: async () => ({ name: 'Ana' }),
  })
afterAll(() => expect(house.faults).toEqual([]))

const shownIn = (form: SealedForm) =>
  form.fields
    .map((one) => [one.value, one.valueLabel].join(' '))
    .join(' ')
    .toLowerCase()
const wordsOf = (typed: Record<string, string>) =>
  Object.values(typed)
    .join(' ')
    .toLowerCase()
    .split(/[\s:：]+/)

describe.each(registry.operations.filter((op) => !op.hidden && formFields(op).length).map((op) => [op.name, op] as const))(
  '%s',
  (_name, op) => {
    const typed = op.examples.filter((one) => Object.keys(readLine(op, one.slice(op.name.length))).length)

    test.each(typed)('“%s”, refused: the form that mends it shows all that was typed', async (line) => {
      const refused = cardOf(await ask({ kind: 'line', text: line }))
      expect(textOf(refused)).toContain('Not like that.')
      const form = formOf(await ask({ kind: 'press', token: tokenOf(refused, 'Mend and send again') }))
      expect(form.fields.length).toBeLessThanOrEqual(5)
      for (const word of wordsOf(readLine(op, line.slice(op.name.length)))) expect(shownIn(form)).toContain(word)
    })

    // Logging has a page of its own, in which a line is all there is.
    test.skipIf(op.name === 'log')('its help names everything that it asks', async () => {
      const help = said(await ana.say(`help ${op.name}`))
      for (const one of askedFields(op)) expect(help).toContain(one.label.en)
    })
  },
)

test('a setting that cannot be read is mended where it was typed, and then done', async () => {
  const refused = cardOf(await ana.say('settings zone Marz'))
  const form = formOf(await ana.press(refused, 'Mend and send again'))
  expect(form.fields.map((one) => [one.name, one.value])).toEqual([['change', 'zone Marz']])
  expect(said(await ana.submit(form, { change: 'zone Tokyo' }))).toContain('Asia/Tokyo')
})

test('a fact that is wrong is mended beside the customer, and what stands does not take its place', async () => {
  const refused = cardOf(await ana.say('edit acme corp city=Austin, colour=blue'))
  const form = formOf(await ana.press(refused, 'Mend and send again'))
  expect(form.fields.map((one) => [one.name, one.value])).toEqual([
    ['customer', 'acme corp'],
    ['details', 'city=Austin\ncolour=blue'],
  ])
  expect(said(await ana.submit(form, { details: 'city=Austin' }))).toContain('city: Austin')
})

test('a form sent in with a fault shows what was sent in, not what stands', async () => {
  const form = formOf(await ana.press(cardOf(await ana.say('settings')), 'Change'))
  const refused = cardOf(await ana.submit(form, { zone: 'Marz', morning: '7:15' }))
  const again = formOf(await ana.press(refused, 'Mend and send again'))
  expect(again.fields.map((one) => [one.name, one.value])).toEqual(
    expect.arrayContaining([
      ['zone', 'Marz'],
      ['morning', '7:15'],
    ]),
  )
})

test('a company’s fact without a field in the form can be mended', async () => {
  const refused = cardOf(await ana.say('add company Initech employees=many'))
  const form = formOf(await ana.press(refused, 'Mend and send again'))
  expect(form.fields.map((one) => [one.name, one.value])).toEqual([
    ['name', 'Initech'],
    ['employees', 'many'],
  ])
})
