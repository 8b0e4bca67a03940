import { expect, test } from 'vitest'
import { checkCommands } from '../../support/discord/check-commands.ts'
import { checkModal } from '../../support/discord/check-components.ts'
import { checkMessage } from '../../support/discord/check-message.ts'
import { Faults } from '../../support/discord/refusal.ts'
import type { Json } from '../../support/discord/types.ts'

/** The fake is only worth its name while it refuses what Discord refuses. */
const button = (id: string, more: Json = {}) => ({ type: 2, style: 2, label: 'Go', custom_id: id, ...more })
const row = (...components: Json[]) => ({ type: 1, components })
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(button(`b${at}`)))
const option = (value: string, label = value) => ({ value, label })
const select = (options: Json[]) => row({ type: 3, custom_id: 's', options })
const fill = (length: number) => 'x'.repeat(length)

test.each<[string, Json, string]>([
  ['nothing', {}, 'content'],
  ['2,001 characters', { content: fill(2001) }, 'content'],
  ['a title of 257', { embeds: [{ title: fill(257) }] }, 'embeds.0.title'],
  ['a description of 4,097', { embeds: [{ description: fill(4097) }] }, 'embeds.0.description'],
  ['a field of 1,025', { embeds: [{ fields: [{ name: 'a', value: fill(1025) }] }] }, 'embeds.0.fields.0.value'],
  ['26 fields', { embeds: [{ fields: Array(26).fill({ name: 'a', value: 'b' }) }] }, 'embeds.0.fields'],
  ['6,001 in all', { embeds: [{ description: fill(4000) }, { description: fill(2001) }] }, 'embeds'],
  ['11 embeds', { embeds: Array(11).fill({ title: 'a' }) }, 'embeds'],
  ['six rows', { components: rows(6) }, 'components'],
  ['six buttons', { components: [row(...Array.from({ length: 6 }, (_, at) => button(`${at}`)))] }, 'components.0.components'],
  ['an empty row', { components: [row()] }, 'components.0.components'],
  ['an id twice', { components: [row(button('a'), button('a'))] }, 'components.0.components.1.custom_id'],
  ['an id of 101', { components: [row(button(fill(101)))] }, 'components.0.components.0.custom_id'],
  ['a label of 81', { components: [row(button('a', { label: fill(81) }))] }, 'components.0.components.0.label'],
  [
    '26 options',
    { components: [select(Array.from({ length: 26 }, (_, at) => option(`${at}`)))] },
    'components.0.components.0.options',
  ],
  ['an option of 101', { components: [select([option('a', fill(101))])] }, 'components.0.components.0.options.0.label'],
  ['an option’s value of 101', { components: [select([option(fill(101), 'a')])] }, 'components.0.components.0.options.0.value'],
  ['a value twice', { components: [select([option('a'), option('a')])] }, 'components.0.components.0.options.1.value'],
  ['no option', { components: [select([])] }, 'components.0.components.0.options'],
  [
    'a menu beside a button',
    { components: [row(button('a'), { type: 3, custom_id: 's', options: [option('a')] })] },
    'components.0.components',
  ],
  ['an id twice in two rows', { components: [row(button('a')), row(button('a'))] }, 'components.1.components.0.custom_id'],
  ['a button in no row', { components: [button('a')] }, 'components.0'],
  ['an input', { components: [row({ type: 4, style: 1, custom_id: 'a', label: 'b' })] }, 'components.0.components.0.type'],
  [
    'a link that is none',
    { components: [row(button('', { style: 5, url: 'acme', custom_id: undefined }))] },
    'components.0.components.0.url',
  ],
  ['a picture that is none', { embeds: [{ image: { url: 'acme' } }] }, 'embeds.0.image.url'],
  ['an embed with nothing in it', { embeds: [{}] }, 'embeds.0'],
  ['a field without a value', { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] }, 'embeds.0.fields.0.value'],
  ['V2 with an embed', { flags: 1 << 15, embeds: [{ title: 'a' }] }, 'flags'],
  ['V2 with content', { flags: 1 << 15, content: 'a' }, 'flags'],
  ['a nonce of 26', { content: 'a', nonce: fill(26) }, 'nonce'],
  ['a NUL', { content: 'a\u0000' }, 'content'],
])('a message with %s is refused', (_, body, path) => {
  expect(() => checkMessage(body)).toThrow(`${path}: `)
})

const label = (name: string, more: Json = {}) => ({
  type: 18,
  label: 'Name',
  component: { type: 4, style: 1, custom_id: name },
  ...more,
})
const modal = (...components: Json[]) => ({ custom_id: 'a', title: 'b', components })

test.each<[string, Json, string]>([
  ['an id of 101', { ...modal(label('a')), custom_id: fill(101) }, 'data.custom_id'],
  [
    'an input in no label',
    modal({ type: 1, components: [{ type: 4, style: 1, custom_id: 'a', label: 'b' }] }),
    'data.components.0',
  ],
  ['a button', modal(label('a', { component: button('a') })), 'data.components.0.component'],
  [
    'an input that takes 4,001',
    modal(label('a', { component: { type: 4, style: 1, custom_id: 'a', max_length: 4001 } })),
    'data.components.0.component.max_length',
  ],
  ['six labels', modal(...Array.from({ length: 6 }, (_, at) => label(`${at}`))), 'data.components'],
  ['no field', modal(), 'data.components'],
  ['a title of 46', { ...modal(label('a')), title: fill(46) }, 'data.title'],
  ['a label of 46', modal(label('a', { label: fill(46) })), 'data.components.0.label'],
  ['a description of 101', modal(label('a', { description: fill(101) })), 'data.components.0.description'],
  ['an id twice', modal(label('a'), label('a')), 'data.components.1.component.custom_id'],
  [
    'a value longer than it takes',
    modal(label('a', { component: { type: 4, style: 1, custom_id: 'a', max_length: 2, value: 'abc' } })),
    'data.components.0.component.value',
  ],
])('a modal with %s is refused', (_, data, path) => {
  const faults = new Faults()
  checkModal(faults, data)
  expect(() => faults.refuse()).toThrow(`${path}: `)
})

const command = (more: Json) => [{ name: 'crm', description: 'a', ...more }]
const choices = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `${at}`, value: `${at}` }))
const text = (name: string, more: Json = {}) => ({ type: 3, name, description: 'a', ...more })

test.each<[string, Json[], string]>([
  ['an upper-case name', command({ name: 'Crm' }), '0.name'],
  ['no description', command({ description: undefined }), '0.description'],
  ['26 options', command({ options: Array.from({ length: 26 }, (_, at) => text(`o${at}`)) }), '0.options'],
  ['required after optional', command({ options: [text('a'), text('b', { required: true })] }), '0.options.1'],
  [
    'choices with autocomplete',
    command({ options: [text('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
    '0.options.0.autocomplete',
  ],
  ['a name with a space', command({ name: 'crm log' }), '0.name'],
  ['a name of 33', command({ name: fill(33) }), '0.name'],
  ['a description of 101', command({ description: fill(101) }), '0.description'],
  ['a translation of 101', command({ description_localizations: { 'zh-CN': fill(101) } }), '0.description_localizations.zh-CN'],
  ['26 choices', command({ options: [text('a', { choices: choices(26) })] }), '0.options.0.choices'],
  [
    'a choice of 101',
    command({ options: [text('a', { choices: [{ name: fill(101), value: 'a' }] })] }),
    '0.options.0.choices.0.name',
  ],
  ['26 subcommands', command({ options: Array.from({ length: 26 }, (_, at) => text(`s${at}`, { type: 1 })) }), '0.options'],
  ['a subcommand beside an option', command({ options: [text('a', { type: 1 }), text('b')] }), '0.options'],
  [
    'a group within a group',
    command({ options: [text('a', { type: 2, options: [text('b', { type: 2 })] })] }),
    '0.options.0.options.0.type',
  ],
  ['100 others before it', Array.from({ length: 101 }, (_, at) => ({ name: `c${at}`, description: 'a' })), ''],
  ['15 others in a message’s menu before it', Array.from({ length: 16 }, (_, at) => ({ type: 3, name: `Log ${at}` })), ''],
  ['a description in a message’s menu', [{ type: 3, name: 'Log', description: 'a' }], '0.description'],
  ['a name twice', command({ options: [text('a'), text('a')] }), '0.options'],
  [
    'more than 8,000 characters',
    command({
      options: Array.from({ length: 25 }, (_, at) =>
        text(`o${at}`, { choices: Array.from({ length: 25 }, (_one, nth) => ({ name: fill(90), value: `${nth}` })) }),
      ),
    }),
    '0',
  ],
])('a command with %s is refused', (_, commands, path) => {
  expect(() => checkCommands(commands)).toThrow(`${path}: `)
})
