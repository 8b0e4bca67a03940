import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderCard } from '../../../src/adapters/discord/render/message.ts'
import { modalOf, readField } from '../../../src/adapters/discord/render/modal.ts'
import { cut, escaped } from '../../../src/adapters/discord/render/text.ts'
import type { FormField } from '../../../src/bot/card.ts'
import type { SealedCard, SealedForm } from '../../../src/bot/sealed.ts'
import { checkModal } from '../../support/discord/check-components.ts'
import { checkMessage } from '../../support/discord/check-message.ts'
import { Faults } from '../../support/discord/refusal.ts'
import type { Json } from '../../support/discord/types.ts'

const shows = (card: SealedCard, guild = true) => {
  const message = renderCard(card, { guild, locale: 'en-US' })
  checkMessage(message as unknown as Json)
  return message
}

const token = fc.string({ minLength: 1, maxLength: 100 }).map((text) => text.replaceAll(/\u0000/g, 'x'))
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('@everyone', '<!channel>', '*_~`|', '\u0000', '\ud800', '👩‍👩‍👧', '‮abc', '\n\n# x', '', ' '),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((some) => some.repeat(200)),
)
const button = fc.record({ label: text, token }, { requiredKeys: ['label', 'token'] })
const cards: fc.Arbitrary<SealedCard> = fc
  .record({
    tone: fc.constantFrom('plain' as const, 'good' as const, 'warning' as const, 'bad' as const, undefined),
    title: fc.option(text, { nil: undefined }),
    lines: fc.array(text, { maxLength: 6 }),
    fields: fc.array(fc.record({ label: text, value: text }), { maxLength: 30 }),
    items: fc.array(
      fc.record({
        heading: fc.option(text, { nil: undefined }),
        number: fc.option(fc.nat(500), { nil: undefined }),
        text,
        detail: fc.option(text, { nil: undefined }),
        buttons: fc.array(button, { maxLength: 4 }),
      }),
      { maxLength: 30 },
    ),
    image: fc.option(fc.record({ url: fc.oneof(fc.webUrl(), text), alt: text }), { nil: undefined }),
    links: fc.array(fc.record({ label: text, url: fc.oneof(fc.webUrl({ validSchemes: ['https'] }), text) }), { maxLength: 7 }),
    context: fc.option(text, { nil: undefined }),
    buttons: fc.array(button, { maxLength: 40 }),
    pick: fc.option(
      fc.record({
        placeholder: text,
        options: fc.array(fc.record({ label: text, token, description: text }), { maxLength: 60 }),
      }),
      { nil: undefined },
    ),
    share: fc.option(fc.record({ token }), { nil: undefined }),
  })
  .map((parts) => ({ kind: 'card', ...parts }) as SealedCard)

test('any card becomes a message that Discord takes', () => {
  fc.assert(
    fc.property(cards, fc.boolean(), (card, guild) => {
      shows(card, guild)
    }),
    { numRuns: 150 },
  )
})

test('any form becomes a modal that Discord takes', () => {
  const field = fc.record({
    name: fc.constantFrom('name', 'customer', 'kind', 'when', 'line'),
    label: text,
    hint: fc.option(text, { nil: undefined }),
    widget: fc.constantFrom('text' as const, 'multiline' as const, 'choice' as const, 'customer' as const),
    required: fc.boolean(),
    value: fc.option(text, { nil: undefined }),
    valueLabel: fc.option(text, { nil: undefined }),
    options: fc.option(
      fc.uniqueArray(fc.record({ value: token, label: text }), { maxLength: 30, selector: (one) => one.value }),
      { nil: undefined },
    ),
    maxLength: fc.option(fc.integer({ min: 1, max: 50_000 }), { nil: undefined }),
  }) as fc.Arbitrary<FormField>
  const forms = fc.record({
    title: text,
    submit: text,
    token,
    notice: fc.option(text, { nil: undefined }),
    fields: fc.uniqueArray(field, { minLength: 1, maxLength: 5, selector: (one) => one.name }),
  })
  fc.assert(
    fc.property(forms, (form) => {
      const faults = new Faults()
      checkModal(faults, modalOf({ kind: 'form', operation: 'log', ...form } as SealedForm) as unknown as Json)
      faults.refuse()
    }),
    { numRuns: 150 },
  )
})

test('an unchanged name means its id; a changed one means itself', () => {
  const form = {
    kind: 'form',
    operation: 'edit',
    title: 'Edit',
    submit: 'Save',
    token: 'edit',
    fields: [
      {
        name: 'customer',
        label: 'Customer',
        widget: 'customer',
        required: true,
        value: 'company:0190a000-0000-7000-8000-000000000001',
        valueLabel: 'Acme  Corp',
      },
    ],
  } as SealedForm
  const [label] = modalOf(form).components as unknown as { component: { custom_id: string; value: string } }[]
  expect(readField(label!.component.custom_id, label!.component.value)).toEqual([
    'customer',
    'company:0190a000-0000-7000-8000-000000000001',
  ])
  expect(readField(label!.component.custom_id, 'Acme Labs')).toEqual(['customer', 'Acme Labs'])
  expect(readField('customer', 'a:b')).toEqual(['customer', 'a:b'])
})

test.each([
  ['**bold** _it_ ~~no~~ ||spoiler|| `code`', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\|\\|spoiler\\|\\| \\`code\\`'],
  ['[x](https://evil.example)', '\\[x\\](https\\://evil.example)'],
  ['<@1> <#2> <!channel> @everyone', '\\<\\@1> \\<#2> \\<!channel> \\@everyone'],
  ['# a\n- b\n> c\n12. d\n10:30 - 11:00', '\\# a\n\\- b\n\\> c\n12\\. d\n10:30 - 11:00'],
  [':smile: \\', '\\:smile: \\\\'],
])('%s is escaped', (plain, expected) => {
  expect(escaped(plain)).toBe(expected)
})

test('a text is cut between characters, never inside an escape', () => {
  expect(cut('👩‍👩‍👧👩‍👩‍👧', 10)).toBe('👩‍👩‍👧…')
  expect(cut(escaped('abc***'), 5)).toBe('abc…')
  expect(cut('short', 5)).toBe('short')
})

const entries = (count: number, buttons: number) =>
  Array.from({ length: count }, (_, at) => ({
    text: `Call ${at}`,
    buttons: Array.from({ length: buttons }, (_one, nth) => ({ label: `B${nth}`, token: `${at}-${nth}` })),
  }))

test.each([
  ['an entry a row', 3, 2, 3, [2, 2, 2, 3]],
  ['one button each, side by side', 8, 1, 2, [5, 3, 2]],
  ['too many rows: a menu', 8, 2, 3, [1, 3]],
  ['more than one menu holds', 25, 2, 3, [1, 1, 3]],
])('%s', (_, count, each, own, expected) => {
  const buttons = Array.from({ length: own }, (_one, at) => ({ label: `own ${at}`, token: `own${at}` }))
  const { components } = shows({ kind: 'card', items: entries(count, each), buttons })
  expect(components.map((row) => row.components.length)).toEqual(expected)
})

test('a long text is cut with a word about it, and the facts keep their place', () => {
  const { embeds } = shows({
    kind: 'card',
    title: 'Acme',
    lines: ['好'.repeat(5000)],
    fields: [{ label: 'Phone', value: '+49' }],
    context: 'small',
  })
  expect(embeds[0]?.footer?.text).toBe('small · Shortened to fit into one Discord message.')
  expect(embeds[0]?.fields).toHaveLength(1)
})

test('entries that have numbers of their own are called by them, in the text and on the buttons; headings stand above', () => {
  const { embeds, components } = shows({
    kind: 'card',
    items: [
      { heading: 'Overdue', number: 3, text: 'Send the quote', buttons: [{ label: 'Done', token: 'a' }] },
      { heading: 'Coming up', number: 7, text: 'Visit', buttons: [{ label: 'Done', token: 'b' }] },
      { text: 'and 2 more', buttons: [{ label: 'All of them', token: 'c' }] },
    ],
  })
  expect(embeds[0]?.description).toBe('**Overdue**\n**3.** Send the quote\n\n**Coming up**\n**7.** Visit\n• and 2 more')
  expect(JSON.stringify(components)).toMatch(/3\. Done.*7\. Done.*"All of them"/)
})

test('a card with everything, as Discord gets it', () => {
  const one: SealedCard = {
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
  }
  expect(shows(one)).toMatchSnapshot()
  expect(shows({ ...one, items: undefined }, false)).toMatchSnapshot()
})
