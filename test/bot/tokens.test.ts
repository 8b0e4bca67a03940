import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_TOKEN, parkedToken, readToken, tokenOf } from '../../src/bot/action.ts'
import { type Action, button, card } from '../../src/bot/card.ts'
import { seal } from '../../src/bot/sealed.ts'

const uuid = fc.uuid()
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  uuid,
  uuid.map((id) => `company:${id}`),
  fc.constantFrom(
    '~',
    "'",
    '*a:b',
    '#2',
    '|',
    '=',
    '?',
    '@',
    '%',
    '',
    'true',
    '!1',
    'company:',
    'company:00000000-0000-0000-0000-00000000000g',
  ),
)
const name = fc.stringMatching(/^[a-z][A-Za-z]{0,9}$/)
const action: fc.Arbitrary<Action> = fc.record({
  operation: fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12})?$/),
  input: fc.dictionary(name, value).map((input) => ({ ...input })),
})

describe('a token', () => {
  it('says what was put into it', () => {
    fc.assert(
      fc.property(action, fc.boolean(), (one, form) => {
        expect(readToken(tokenOf(one, form))).toEqual({ form, action: one })
      }),
      { numRuns: 500 },
    )
  })

  it('says the same with the number that keeps equal buttons apart', () => {
    fc.assert(
      fc.property(action, fc.integer({ min: 2, max: 99 }), (one, times) => {
        expect(readToken(`${tokenOf(one)}#${times}`)).toEqual({ form: false, action: one })
      }),
    )
  })

  it('names what is parked', () => {
    fc.assert(
      fc.property(uuid, fc.boolean(), (id, form) => {
        expect(readToken(parkedToken(id, form))).toEqual({ form, parked: id })
      }),
    )
  })

  it('never breaks on what is not ours', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readToken(text)).not.toThrow()
      }),
    )
    expect(readToken('')).toBeUndefined()
    expect(readToken("log|line='%E0%A4%A")).toBeUndefined()
    expect(readToken('log|nonsense')).toBeUndefined()
  })
})

describe('a sealed card', () => {
  it('has tokens that are short and unlike each other, and parks what is long', async () => {
    const parked: Action[] = []
    const park = async (one: Action) => {
      parked.push(one)
      return '01900000-0000-7000-8000-000000000001'
    }
    const long = 'a line '.repeat(100)
    const shown = card({
      buttons: [
        button('A', 'done', { task: 'x' }),
        button('B', 'done', { task: 'x' }),
        button('C', 'log', { line: long }, { form: true }),
      ],
      items: [{ text: 'one', buttons: [button('D', 'done', { task: 'x' })] }],
      pick: { placeholder: 'p', options: [{ label: 'E', operation: 'done', input: { task: 'x' } }] },
      share: { operation: 'done', input: { task: 'x' } },
    })
    const sealed = await seal(shown, park)
    if (sealed.kind !== 'card') throw new Error('a card')
    const tokens = [
      ...sealed.buttons!.map((one) => one.token),
      sealed.items![0]!.buttons![0]!.token,
      sealed.pick!.options[0]!.token,
      sealed.share!.token,
    ]
    expect(new Set(tokens).size).toBe(tokens.length)
    expect(Math.max(...tokens.map((one) => one.length))).toBeLessThanOrEqual(LONGEST_TOKEN)
    expect(parked).toEqual([{ operation: 'log', input: { line: long } }])
    expect(readToken(tokens[2]!)).toEqual({ form: true, parked: '01900000-0000-7000-8000-000000000001' })
    expect(JSON.stringify(sealed)).not.toContain('"input"')
  })
})
