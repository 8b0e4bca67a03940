import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { field } from '../../src/bot/fields.ts'
import { formFor, optionFields } from '../../src/bot/form.ts'
import type { Operation } from '../../src/bot/operation.ts'
import { notice } from '../../src/bot/operation.ts'
import { readLine, registryOf } from '../../src/bot/registry.ts'
import { anOperation, both, operations } from './house.ts'

const long = (length: number) => both('x'.repeat(length))
const text = (label = both('Label'), hint?: ReturnType<typeof both>) => field.text(label, { hint })
const many = (count: number, make = () => text().optional()) =>
  z.object(Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, make()])))

describe('the registry refuses at start', () => {
  const cases: [string, Partial<Operation>, RegExp][] = [
    ['a name that is none', { name: 'Log It Now' }, /one or two lower-case words/],
    ['an unknown group', { group: 'misc' as Operation['group'] }, /unknown group/],
    ['no summary', { summary: { en: 'Log', zh: '' } }, /zh summary must have/],
    ['a long summary', { summary: long(101) }, /summary must have/],
    ['a long form title', { formTitle: long(25) }, /form title/],
    ['a summary too long to be the title', { summary: long(30) }, /form title/],
    ['a long shortcut', { shortcut: long(25) }, /at most 24/],
    ['a long message shortcut', { onMessage: long(25) }, /at most 24/],
    ['a long label', { input: z.object({ line: text(long(46)) }) }, /label of line/],
    ['a long hint', { input: z.object({ line: text(both('L'), long(101)) }) }, /hint of line/],
    ['a form of six', { input: many(6) }, /at most 5 fields/],
    ['26 options', { input: many(26), notInForm: Array.from({ length: 26 }, (_, at) => `f${at}`) as never }, /25 options/],
    ['no example', { examples: [] }, /needs an example/],
    ['an example of another', { examples: ['last Acme'] }, /cannot read the example/],
    ['an example that cannot be read', { examples: ['log x'], input: z.object({ task: field.id() }) }, /cannot read the example/],
  ]
  it.each(cases)('%s', (_, different, said) => expect(() => registryOf([{ operations: [anOperation(different)] }])).toThrow(said))

  it('two of a name, and two notices of a kind', () => {
    const one = notice({ kind: 'welcome', input: z.object({}), build: async () => undefined })
    expect(() => registryOf([{ operations: [anOperation()] }, { operations: [anOperation()] }])).toThrow(/two of that name/)
    expect(() => registryOf([{ operations: [], notices: [one, one] }])).toThrow(/two of that name/)
  })

  it('naming every fault at once', () => {
    expect(() => registryOf([{ operations: [anOperation({ examples: [], shortcut: long(25) })] }])).toThrow(
      /shortcut[\s\S]*example/,
    )
  })

  it('a field that nobody labelled', () => {
    expect(() => registryOf([{ operations: [anOperation({ input: z.object({ line: z.string() }) })] }])).toThrow(
      /made by `field`/,
    )
  })
})

describe('a typed line', () => {
  const registry = registryOf([{ operations }])
  it.each([
    ['log called Wei', 'log', 'called Wei'],
    ['/LOG  called Wei', 'log', 'called Wei'],
    ['add company Acme Corp', 'add company', 'Acme Corp'],
    ['Add  Company  Acme', 'add company', 'Acme'],
    ['add companies', 'add', 'companies'],
    ['log a\nb', 'log', 'a\nb'],
  ])('%j is %s with %j', (line, name, rest) => {
    const found = registry.match(line)
    expect([found?.operation.name, found?.rest]).toEqual([name, rest])
  })
  it.each(['logs', '', '   ', 'company add', 'spoke to Wei'])('%j is none', (line) =>
    expect(registry.match(line)).toBeUndefined(),
  )

  it.each([
    ['lgo', 'log'],
    ['lsat', 'last'],
    ['add compny', 'add company'],
    ['hepl', 'help'],
    ['zebra', undefined],
    ['secrt', undefined],
  ])('%s: did you mean %s', (typed, meant) => {
    const without = registryOf([{ operations: operations.filter((one) => one.name !== 'add') }])
    expect(without.didYouMean(typed)).toBe(meant)
  })

  it('fills the first field, or what the operation reads from it', () => {
    const op = registry.find('log')!
    expect(readLine(op, ' called Wei ')).toEqual({ line: 'called Wei' })
    expect(readLine(op, '')).toEqual({})
    expect(readLine({ ...op, line: (rest) => ({ url: rest }) }, 'x')).toEqual({ url: 'x' })
  })
})

describe('a form', () => {
  const op = anOperation({
    formTitle: { en: 'Log', zh: '记录' },
    input: z.object({
      note: field.lines(both('Note')).optional(),
      customer: field.customer(both('Customer')),
      kind: field
        .choice(both('Kind'), ['call', 'visit'], { call: { en: 'Call', zh: '电话' }, visit: { en: 'Visit', zh: '拜访' } })
        .optional(),
      task: field.id().optional(),
      add: field.text(both('Add')).optional(),
      city: field.text(both('City')).optional(),
    }),
    onlyTyped: ['add'],
    notInForm: ['city'],
    onlyForm: ['note'],
  })

  it('is derived: labels, choices in the language, what is known, what goes along unseen', () => {
    const form = formFor(op, { customer: 'Acme', task: 't', add: 'x', url: undefined }, 'zh', {
      prefill: { customer: { value: 'company:1', label: 'Acme Corp' } },
    })
    expect(form).toMatchObject({ title: '记录', operation: 'log', hidden: { task: 't', add: 'x' } })
    expect(form.fields.map((one) => [one.name, one.widget, one.required])).toEqual([
      ['note', 'multiline', false],
      ['customer', 'customer', true],
      ['kind', 'choice', false],
    ])
    expect(form.fields[1]).toMatchObject({ value: 'company:1', valueLabel: 'Acme Corp' })
    expect(form.fields[2]?.options).toEqual([
      { value: 'call', label: '电话' },
      { value: 'visit', label: '拜访' },
    ])
  })

  it('leaves out of options what is only for the form, the line or a button, required ones first', () => {
    expect(optionFields(op).map((one) => one.name)).toEqual(['customer', 'kind', 'city'])
  })
})
