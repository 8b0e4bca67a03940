import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Action } from '../../src/bot/card.ts'
import { button, card } from '../../src/bot/card.ts'
import type { Caller, Database, Role } from '../../src/bot/context.ts'
import { createBot } from '../../src/bot/dispatch.ts'
import { Ask, UserError } from '../../src/bot/errors.ts'
import { field } from '../../src/bot/fields.ts'
import type { House, SealedAnswer } from '../../src/bot/house.ts'
import { type Operation, operation } from '../../src/bot/operation.ts'
import { registryOf } from '../../src/bot/registry.ts'
import type { Request } from '../../src/bot/request.ts'

export const both = (text: string) => ({ en: text, zh: text })

/** An operation that is right in every way; a test says what differs. */
export const anOperation = (different: Partial<Operation> = {}): Operation => ({
  name: 'log',
  summary: { en: 'Log a call', zh: '记录' },
  examples: ['log called Wei'],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  input: z.object({ line: field.lines(both('Line')) }),
  handle: async () => card({ lines: ['done'] }),
  ...different,
})

let written = 0
/** How many writes were done by `log`. */
export const writes = () => written

const whoWasIt = card({
  lines: ['Who?'],
  buttons: [
    button('Wei', 'log', { line: 'Wei' }),
    button('Tom', 'log', { line: 'Tom' }),
    button('It is …', 'log', {}, { form: true }),
  ],
})

const log = operation({
  name: 'log',
  summary: { en: 'Log a call', zh: '记录' },
  examples: ['log called Wei'],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  input: z.object({ line: field.lines(both('Line')), url: field.hidden().optional() }),
  handle: async ({ requestId }, { line }) => {
    if (line.includes('refuse')) throw new UserError('Say it otherwise.', { field: 'line' })
    if (line.includes('ask')) throw new Ask(card({ lines: ['Which?'], buttons: [button('This', 'log', { line })] }))
    if (line === 'who was it') throw new Ask(whoWasIt)
    if (line.includes('break')) throw new Error('the disk is full')
    written++
    return card({ lines: [`logged ${line} ${written}`], buttons: [button('Undo', 'undo', { request: requestId })] })
  },
})
const last = operation({
  group: 'daily',
  allow: 'rep',
  name: 'last',
  summary: both('Last contact'),
  examples: ['last Acme'],
  effect: 'read',
  input: z.object({ customer: field.customer(both('Customer')), page: field.page().optional() }),
  handle: async (_, { customer }) =>
    card({
      lines: [`last of ${customer}`],
      items: [{ text: 'one', buttons: [button('Edit', 'log', { line: 'x' })] }],
      buttons: [button('Log', 'log', {}, { form: true })],
      pick: { placeholder: 'p', options: [{ label: 'o', operation: 'last', input: { customer } }] },
      share: { operation: 'last', input: { customer } },
    }),
})
const simple = (name: string, more: Partial<Operation> = {}) =>
  anOperation({ name, examples: [name], input: z.object({}), summary: both(name), ...more })

const named = (name: string) =>
  operation({
    name,
    summary: both(name),
    examples: [`${name} Acme`],
    group: 'records',
    allow: 'rep',
    effect: 'read',
    input: z.object({ name: field.text(both('Name')) }),
    handle: async (_, given) => card({ lines: [`${name}: ${given.name}`] }),
  })

export const operations = [
  log,
  last,
  simple('undo', { input: z.object({ request: field.hidden(200).optional() }) }),
  simple('help', { effect: 'read', allow: 'anyone' }),
  simple('add', { effect: 'read', input: z.object({ what: field.text(both('What')).optional() }) }),
  named('add company'),
  named('edit entry'),
  simple('purge', { allow: 'admin' }),
  simple('secret', { hidden: true, examples: [] }),
]

/** A house of cards: everything in memory, and what was logged for reading. */
export function fakeHouse(role: Role = 'rep', locale: 'en' | 'zh' = 'en') {
  const answered = new Map<string, SealedAnswer>()
  const parked = new Map<string, Action>()
  const logged: { level: string; facts: Record<string, unknown>; what: string }[] = []
  const put = (level: string) => (facts: object, what: string) => {
    logged.push({ level, facts: facts as Record<string, unknown>, what })
  }
  const caller: Caller = {
    sees: 'all',
    workspace: { id: 'w', name: 'Acme', timeZone: 'UTC', locale },
    me: {
      id: 'm',
      name: 'Ana',
      role,
      locale,
      timeZone: 'Europe/Berlin',
      morningAt: '09:00',
      workingDays: [1],
      quietFrom: null,
      quietUntil: null,
      tourStep: 5,
    },
  }
  const house: House = {
    db: {} as Database,
    identify: async () => caller,
    recipient: async () => 'gone',
    rememberChannel: async () => {},
    bundleAt: async () => [],
    forget: () => {},
    transaction: (work) => work({} as Database),
    once: async (_caller, { id }, work) => {
      const done = answered.get(id) ?? (await work({} as Database))
      answered.set(id, done)
      return done
    },
    park: async (_db, _caller, action) => {
      const id = `00000000-0000-7000-8000-${String(parked.size).padStart(12, '0')}`
      parked.set(id, action)
      return id
    },
    unpark: async (_db, _caller, id) => parked.get(id),
    namesCustomer: async () => false,
    askedAbout: async () => undefined,
    opensLine: async (_, word) => word === 'Lasr',
    tellsOfContact: () => false,
    suggest: {
      deal: async () => [],
      customer: async (_context, typed) => Array.from({ length: 30 }, (_, at) => ({ value: `${typed}${at}`, label: `${at}` })),
      member: async () => {
        throw new Error('no members')
      },
    },
    now: () => Temporal.Instant.from('2026-03-10T09:00:00Z'),
    reach: { url: 'http://127.0.0.1:3000', isPublic: false },
    doors: { open: async () => undefined, enter: async () => undefined, leave: async () => undefined },
    log: { debug: put('debug'), info: put('info'), warn: put('warn'), error: put('error') },
  }
  const bot = createBot(registryOf([{ operations }]), house)
  let requests = 0
  const request = (ask: Request['ask'], id = `r${++requests}`): Request => ({
    id,
    ask,
    place: { platform: 'slack', team: 'T', user: 'U', kind: 'channel' },
    profile: async () => ({ name: 'Ana' }),
  })
  const ask = (one: Request['ask'], id?: string) => bot.dispatch(request(one, id))
  return {
    house,
    bot,
    caller,
    parked,
    logged,
    request,
    ask,
    line: (text: string, id?: string) => ask({ kind: 'line', text }, id),
  }
}
