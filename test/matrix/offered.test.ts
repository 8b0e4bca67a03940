import { describe, expect, test, vi } from 'vitest'
import { tokenOf } from '../../src/bot/action.ts'
import { ROLES } from '../../src/bot/context.ts'
import { createBot } from '../../src/bot/dispatch.ts'
import type { SealedAnswer } from '../../src/bot/house.ts'
import type { Ask } from '../../src/bot/request.ts'
import { ASKED, PLAIN, worldOf } from '../registry/asked.ts'
import { keepingNothing } from '../support/not-kept.ts'
import { prefilled } from '../support/rapport.ts'
import { forged } from './inputs.ts'
import { type Asker, type Owner, world } from './world.ts'

// Seconds on a machine that is free; one that is busy must not make it fail.
vi.setConfig({ testTimeout: 300_000 })

/** Everything on an answer that can be pressed or chosen. */
const offeredBy = (answer: SealedAnswer): string[] =>
  answer.kind === 'form'
    ? []
    : [...JSON.stringify(answer.card).matchAll(/"token":("[^"]+")/g)].map(([, token]) => JSON.parse(token!))

/** What a token does, whatever record it names. */
const shapeOf = (token: string) => token.replaceAll(/=[^|]*/g, '=')
/** Of what an answer offers for each of its records, so many are pressed. */
const OF_A_SHAPE = 2

/** Presses what an answer offers and was not pressed before, and sends the forms in that open; gives what was refused to who asked. */
async function pressed(
  answer: SealedAnswer,
  before: Set<string>,
  ask: (ask: Ask) => Promise<SealedAnswer>,
  notAllowed: object[],
): Promise<string[]> {
  const refused: string[] = []
  const shapes = new Map<string, number>()
  for (const token of offeredBy(answer)) {
    const shape = shapeOf(token)
    const count = shapes.get(shape) ?? 0
    if (before.has(token) || count === OF_A_SHAPE) continue
    shapes.set(shape, count + 1)
    before.add(token)
    notAllowed.length = 0
    const next = await ask({ kind: 'press', token })
    if (next.kind === 'form') await ask({ kind: 'submit', token: next.form.token, values: prefilled(next.form) })
    if (notAllowed.length) refused.push(token)
  }
  return refused
}

describe.each(ROLES)('asked as %s', (role) => {
  test('nothing that is offered is refused to whom it is offered', async () => {
    const made = await worldOf(PLAIN)
    const { house, ana, bo } = made
    await ana.say('settings role Bo admin')
    await bo.say(`settings role Ana ${role}`)
    const bot = createBot(house.bot.registry, keepingNothing(house.house))
    const place = { platform: 'playground', team: 'acme-sales', user: 'ana', kind: 'direct', channel: 'ana' } as const
    let count = 0
    const ask = (asked: Ask) =>
      bot.dispatch({
        id: `offered-${++count}`,
        place,
        ask: asked,
        profile: async () => ({ name: 'Ana' }),
        channel: async () => undefined,
      })
    const before = new Set<string>()
    const refused: Record<string, string[]> = {}
    for (const [operation, asks] of Object.entries(ASKED))
      for (const one of asks) {
        // Where somebody may not do what was asked, nothing stands that the next step could find.
        const answer = await one(made).catch(() => undefined)
        const found = answer ? await pressed(answer, before, ask, house.notAllowed) : []
        if (found.length) refused[operation] = [...(refused[operation] ?? []), ...found]
      }
    expect(before.size).toBeGreaterThan(30)
    expect(refused).toEqual({})
    expect(house.faults).toEqual([])
  })
})

test('nor what is offered about the records of a colleague', async () => {
  const made = await world()
  await made.choose('all')
  const refused: Record<string, string[]> = {}
  // What somebody could write they could write on; an admin may all.
  const reads = made.registry.operations.filter((op) => op.effect === 'read')
  for (const asker of ['rena', 'rita', 'mia'] satisfies Asker[]) {
    const before = new Set<string>()
    for (const op of reads)
      for (const owner of ['tom', 'fay'] satisfies Owner[])
        for (const input of forged(made, op, owner)) {
          const answer = await made.ask(asker, { kind: 'press', token: tokenOf({ operation: op.name, input }) })
          const found = await pressed(answer, before, (asked) => made.ask(asker, asked), made.house.notAllowed)
          if (found.length) refused[`${asker} ${op.name}`] = found
        }
  }
  expect(refused).toEqual({})
})
