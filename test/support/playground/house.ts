import { Temporal } from 'temporal-polyfill'
import type { Action } from '../../../src/bot/card.ts'
import type { Caller, Database, Member, Transaction } from '../../../src/bot/context.ts'
import type { House, Log, SealedAnswer } from '../../../src/bot/house.ts'
import { localeOf } from '../../../src/bot/text.ts'

const nothing = () => undefined
export const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing }

const CUSTOMERS = [
  { value: 'company:acme', label: 'Acme Corp' },
  { value: 'contact:wei', label: 'Wei Zhang (Acme Corp)' },
  { value: 'contact:laura', label: 'Laura Bennett (Acme Corp)' },
  { value: 'company:labs', label: 'Acme Labs' },
  { value: 'company:northwind', label: 'Northwind Traders' },
]
const MEMBERS = [
  { value: 'member:ana', label: 'Ana' },
  { value: 'member:bo', label: 'Bo' },
]

/** A house without a database: who asks is known by name, answers and parked inputs are kept in memory. */
export function fakeHouse(log: Log = silent): House {
  const answers = new Map<string, SealedAnswer>()
  const parked = new Map<string, Action>()
  const now = () => Temporal.Instant.from('2026-11-24T09:00:00Z')
  return {
    db: {} as Database,
    identify: async ({ place, locale }) => callerOf(place.user, locale),
    forget: nothing,
    transaction: (work) => work({} as Transaction),
    once: async (_caller, { id }, work) => {
      const done = answers.get(id) ?? (await work({} as Transaction))
      answers.set(id, done)
      return done
    },
    park: async (_db, _caller, action) => {
      const id = crypto.randomUUID()
      parked.set(id, action)
      return id
    },
    unpark: async (_db, _caller, id) => parked.get(id),
    namesCustomer: async () => false,
    askedAbout: async () => undefined,
    opensLine: async () => true,
    tellsOfContact: () => false,
    suggest: {
      deal: async () => [],
      customer: async (_context, typed) =>
        CUSTOMERS.filter(({ value, label }) => value === typed || label.toLowerCase().includes(typed.toLowerCase())),
      member: async (_context, typed) =>
        MEMBERS.filter(({ value, label }) => value === typed || label.toLowerCase().startsWith(typed.toLowerCase())),
    },
    recipient: async () => undefined,
    rememberChannel: async () => undefined,
    bundleAt: async () => [],
    now,
    reach: { url: 'http://127.0.0.1:3000', isPublic: false },
    doors: { open: async () => undefined, enter: async () => undefined, leave: async () => undefined },
    log,
  }
}

function callerOf(user: string, tag?: string): Caller {
  const locale = localeOf(tag)
  const me: Member = {
    id: `member:${user}`,
    name: user === 'ana' ? 'Ana' : 'Bo',
    role: 'rep',
    timeZone: 'Europe/Berlin',
    locale,
    morningAt: '09:00',
    workingDays: [1, 2, 3, 4, 5],
    quietFrom: null,
    quietUntil: null,
    tourStep: 4,
  }
  return { sees: 'all', workspace: { id: 'playground', name: 'Playground', timeZone: 'Europe/Berlin', locale }, me }
}
