import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, unpack } from '../../../src/adapters/slack/origin.ts'
import { plainOf, withoutMention } from '../../../src/adapters/slack/receive/text.ts'
import { renderCard } from '../../../src/adapters/slack/render/card.ts'
import { renderForm, renderStale } from '../../../src/adapters/slack/render/form.ts'
import { formCard, readPressed, refill } from '../../../src/adapters/slack/render/form-card.ts'
import { cut, escaped, parts } from '../../../src/adapters/slack/render/text.ts'
import type { FormField } from '../../../src/bot/card.ts'
import type { SealedCard, SealedForm } from '../../../src/bot/sealed.ts'
import { checkMessage, checkView, complaintsAbout } from '../../support/slack/check.ts'
import { elementsOf, fieldsOf, labelsOf, wordsIn } from '../../support/slack/reading.ts'
import type { Json } from '../../support/slack/types.ts'

/** Rendered, and taken by Slack wherever it may go: posted, acknowledged or as an update. */
function shows(card: SealedCard, shareable = true) {
  const message = renderCard(card, { shareable })
  const body = { ...message } as unknown as Json
  checkMessage(body)
  checkMessage(body, { update: true })
  expect(complaintsAbout('chat.update', { ...body, unfurl_links: false, unfurl_media: false })).toEqual([])
  return { ...message, shown: { ts: '1', channel: 'C1', to: 'U1', body } }
}

const token = fc.string({ minLength: 1, maxLength: 100 }).map((text) => text.replaceAll(/\u0000/g, 'x').toWellFormed())
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('@everyone', '<!channel>', '<@U1>', '*_~`|', '&amp;', '\u0000', '\ud800', '👩‍👩‍👧', '‮abc', '\n\n# x', '', ' '),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((some) => some.repeat(200)),
  fc.constantFrom('&', '<').map((some) => some.repeat(4_000)),
)
const button = fc.record({ label: text, token }, { requiredKeys: ['label', 'token'] })
const optional = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined })
const cards: fc.Arbitrary<SealedCard> = fc
  .record({
    tone: fc.constantFrom('plain' as const, 'good' as const, 'warning' as const, 'bad' as const, undefined),
    title: optional(text),
    lines: fc.array(text, { maxLength: 6 }),
    fields: fc.array(fc.record({ label: text, value: text }), { maxLength: 60 }),
    items: fc.array(fc.record({ text, detail: optional(text), buttons: fc.array(button, { maxLength: 4 }) }), { maxLength: 60 }),
    image: optional(fc.record({ url: fc.oneof(fc.webUrl(), text), alt: text })),
    links: fc.array(fc.record({ label: text, url: fc.oneof(fc.webUrl({ validSchemes: ['https'] }), text) }), { maxLength: 30 }),
    context: optional(text),
    buttons: fc.array(button, { maxLength: 60 }),
    pick: optional(
      fc.record({
        placeholder: text,
        options: fc.uniqueArray(fc.record({ label: text, token, description: text }), {
          maxLength: 120,
          selector: (one) => one.token,
        }),
      }),
    ),
    share: optional(fc.record({ token })),
  })
  .map((some) => ({ kind: 'card', ...some }) as SealedCard)

const field = fc.record({
  name: fc.constantFrom('name', 'customer', 'kind', 'when', 'line'),
  label: text,
  hint: optional(text),
  widget: fc.constantFrom('text' as const, 'multiline' as const, 'choice' as const, 'customer' as const, 'member' as const),
  required: fc.boolean(),
  value: optional(text),
  valueLabel: optional(text),
  options: optional(fc.uniqueArray(fc.record({ value: token, label: text }), { maxLength: 120, selector: (one) => one.value })),
  maxLength: optional(fc.integer({ min: 1, max: 50_000 })),
}) as fc.Arbitrary<FormField>
const forms: fc.Arbitrary<SealedForm> = fc
  .record({
    title: text,
    submit: text,
    token,
    notice: optional(text),
    fields: fc.uniqueArray(field, { minLength: 1, maxLength: 5, selector: (one) => one.name }),
  })
  .map((some) => ({ kind: 'form', operation: 'log', ...some }))

const ORIGIN = { user: 'U1', channel: 'C1', responseUrl: 'https://hooks.slack.com/actions/T1/1/x', thread: '1.2' }

describe('whatever it holds', () => {
  test('a card becomes a message that Slack takes', () => {
    fc.assert(
      fc.property(cards, fc.boolean(), (card, shareable) => {
        shows(card, shareable)
      }),
      { numRuns: 150 },
    )
  })

  test('a form becomes a view that Slack takes, and a card with a button where none can be opened', () => {
    fc.assert(
      fc.property(forms, (form) => {
        checkView(renderForm(form, ORIGIN))
        shows(formCard(form))
      }),
      { numRuns: 150 },
    )
  })

  test('the words of a form that waits behind a button come back in it, or stand in the card', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const card = formCard(form)
        const { kept } = readPressed(card.buttons![0]!.token)
        const again = refill(
          { ...form, fields: form.fields.map((one) => ({ ...one, value: undefined, valueLabel: undefined })) },
          kept,
        )
        for (const [at, one] of form.fields.entries())
          if (one.value)
            expect(again.fields[at]!.value === one.value || card.lines!.includes(one.valueLabel ?? one.value)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('the way back fits into a form, its token always', () => {
    const long = {
      token: 't'.repeat(100),
      operation: 'log',
      origin: { ...ORIGIN, responseUrl: `https://a.example/${'x'.repeat(3_000)}` },
    }
    expect(unpack(pack(long))).toEqual({ ...long, origin: { ...ORIGIN, responseUrl: undefined } })
    expect(unpack(pack({ ...long, origin: ORIGIN }))).toEqual({ ...long, origin: ORIGIN })
    for (const other of ['', 'null', '[]', '{"token":1}', '{"token":"a","origin":{}}']) expect(unpack(other)).toBeUndefined()
    checkView(renderStale())
  })
})

describe('a card', () => {
  test('with everything, as Slack gets it', () => {
    const { shown, ...message } = shows({
      kind: 'card',
      tone: 'good',
      title: 'Wei Zhang (Acme Corp)',
      lines: ['Called *yesterday*.', 'Wants a quote: https://acme.example'],
      fields: [{ label: 'Outcome', value: 'interested' }],
      items: [
        { text: 'Send the quote', detail: 'tomorrow 09:00', buttons: [{ label: 'Done', token: 'done|task=1' }] },
        { text: 'Visit' },
      ],
      image: { url: 'https://acme.example/chart.png', alt: 'Calls by week' },
      links: [{ label: 'Website', url: 'https://acme.example' }],
      context: 'Times in Europe/Berlin',
      buttons: [
        { label: 'Log', token: '?log', style: 'primary' },
        { label: 'Delete', token: 'delete', style: 'danger' },
      ],
      pick: {
        placeholder: 'Another customer',
        options: [{ label: 'Acme Labs', description: 'Tom Fischer', token: 'last|customer=2' }],
      },
      share: { token: 'last|$shared=!true' },
    })
    expect(shown.body).toEqual(message)
    expect(message).toMatchSnapshot()
  })

  test('with more entries than a message holds says how many more there are, and keeps its buttons', () => {
    const items = Array.from({ length: 80 }, (_, at) => ({
      text: `Call ${at}`,
      buttons: [{ label: 'Done', token: `done|${at}` }],
    }))
    const { blocks, shown } = shows({
      kind: 'card',
      title: 'Tasks',
      items,
      buttons: [{ label: 'Next page', token: 'tasks|page=!2' }],
    })
    expect(blocks).toHaveLength(50)
    expect(wordsIn(blocks)).toContain('Call 46\n')
    expect(wordsIn(blocks)).toContain('… and 33 more')
    expect(labelsOf(shown).at(-1)).toBe('Next page')
  })

  test('with a long text says that it is shortened, in the language of its buttons', () => {
    const long = { kind: 'card' as const, lines: ['word '.repeat(8_000)] }
    expect(wordsIn(shows(long).blocks)).toMatch(/… \(shortened: it does not fit here\)$/)
    const chinese = { ...long, buttons: [{ label: '撤销', token: 'undo' }] }
    expect(wordsIn(shows(chinese).blocks)).toMatch(/……（内容太长，已缩短）\n撤销$/)
  })

  test('with a text that fits loses nothing of it', () => {
    const told = Array.from({ length: 2_500 }, (_, at) => `word${at}`).join(' ')
    expect(wordsIn(shows({ kind: 'card', lines: [told] }).blocks).replaceAll('\n', ' ')).toBe(told)
  })

  test('with equal buttons gives each an id of its own', () => {
    const twice = { label: 'Done', token: 'done' }
    const { shown } = shows({
      kind: 'card',
      lines: ['a'],
      buttons: [twice, twice],
      items: [{ text: 'b', buttons: [twice, twice] }],
    })
    expect(new Set(elementsOf(shown.body).map((one) => one.action_id)).size).toBe(4)
  })

  test('is told to screen readers and notifications without markup', () => {
    const { text: told } = shows({ kind: 'card', tone: 'warning', title: 'Acme *Corp*', lines: ['<!channel> & co'] })
    expect(told).toBe('⚠️ Acme *\u200bCorp*\u200b\n&lt;!channel&gt; &amp; co')
    expect(shows({ kind: 'card', items: [{ text: 'only an entry' }] }).text).toBe('only an entry')
  })

  test('with a picture that Slack would not take says its words instead', () => {
    expect(shows({ kind: 'card', image: { url: 'http://acme.example/a.png', alt: 'Calls by week' } }).blocks).toMatchObject([
      { type: 'section', text: { text: 'Calls by week' } },
    ])
  })

  test('leaves no link alive that is none', () => {
    const links = [
      { label: 'x', url: 'javascript:alert(1)' },
      { label: 'y', url: 'https://a.example/>|<b' },
    ]
    expect(labelsOf(shows({ kind: 'card', lines: ['a'], links }).shown)).toEqual([])
  })
})

describe('a form', () => {
  const one = (more: Partial<FormField>): SealedForm => ({
    kind: 'form',
    operation: 'edit',
    title: 'Edit',
    submit: 'Save',
    token: 'edit',
    fields: [{ name: 'line', label: 'Line', widget: 'multiline', required: true, ...more }],
  })
  const field = (form: SealedForm) => fieldsOf(renderForm(form, ORIGIN) as unknown as Json)[0]!

  test('shows a customer by name and means it by id', () => {
    const ref = 'company:0190a000-0000-7000-8000-000000000001'
    expect(field(one({ widget: 'customer', value: ref, valueLabel: 'Acme Corp' }))).toMatchObject({
      value: ref,
      shown: 'Acme Corp',
    })
  })

  test('asks a name too long for a choice as text, so that nothing of it is lost', () => {
    const long = 'Acme '.repeat(60).trim()
    expect(field(one({ widget: 'customer', value: long }))).toMatchObject({ value: long, element: { type: 'plain_text_input' } })
  })

  test('keeps the chosen among more choices than a menu holds', () => {
    const options = Array.from({ length: 120 }, (_, at) => ({ value: `v${at}`, label: `V${at}` }))
    expect(field(one({ widget: 'choice', options, value: 'v115' }))).toMatchObject({ value: 'v115', shown: 'V115' })
  })

  test('says that a text was too long for it', () => {
    expect(wordsIn(renderForm(one({ value: 'x'.repeat(3_001) }), ORIGIN).blocks)).toContain('too long for a form')
  })
})

describe('a text', () => {
  test.each([
    ['<@U1> <@U1|ana>', '<@U1> <@U1>'],
    ['<#C1|sales> <#C1>', '#sales <#C1>'],
    ['<!here> <!subteam^S1|@team> <!date^1^{date}|today>', '@here @team today'],
    ['<mailto:wei@acme.example|wei@acme.example> <tel:+49|+49>', 'wei@acme.example +49'],
    [
      '<https://acme.example/|acme.example> <https://acme.example|our page> <https://a.example>',
      'acme.example our page (https://acme.example) https://a.example',
    ],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ])('%s from Slack was typed as %s', (sent, typed) => {
    expect(plainOf(sent)).toBe(typed)
  })

  test('is read without the mention of the bot, line breaks kept', () => {
    expect(withoutMention('<@UBOT>  last\n<@UBOT> Acme', 'UBOT')).toBe('last\n Acme')
  })

  test('is cut between characters, never inside an entity', () => {
    expect(cut('👩‍👩‍👧👩‍👩‍👧', 10)).toBe('👩‍👩‍👧…')
    expect(escaped(cut('a&&&&', 12))).toBe('a&amp;&amp;…')
    expect(cut('short', 5)).toBe('short')
  })

  test('is parted at spaces, and nothing of it is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { maxLength: 60 }), (words) => {
        const whole = words.join(' ')
        const all = parts(whole, 100)
        for (const part of all) expect(escaped(part).length).toBeLessThanOrEqual(100)
        expect(all.join('').replaceAll(/[ \n]/g, '')).toBe(whole.replaceAll(/[ \n]/g, ''))
      }),
    )
  })
})
