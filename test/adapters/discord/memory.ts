import { Temporal } from 'temporal-polyfill'
import type { Input } from '../../../src/bot/card.ts'
import type { Caller, Database } from '../../../src/bot/context.ts'
import type { House, Log, SealedAnswer } from '../../../src/bot/house.ts'

export const WEI = 'contact:0190a000-0000-7000-8000-000000000001'

/** What the dispatcher asks of the rest of the house, in memory: everybody is Ana, an admin. */
export function houseInMemory(log: Log): House {
  const answers = new Map<string, SealedAnswer>()
  const parked: { operation: string; input: Record<string, Input> }[] = []
  const nothing = {} as Database
  const caller: Caller = {
    sees: 'all',
    workspace: { id: 'w', name: 'Acme Sales', timeZone: 'Europe/Berlin', locale: 'en' },
    me: {
      id: 'ana',
      name: 'Ana',
      role: 'admin',
      timeZone: 'Europe/Berlin',
      locale: 'en',
      morningAt: '09:00',
      workingDays: [1],
      quietFrom: null,
      quietUntil: null,
      tourStep: 0,
    },
  }
  const parkId = (at: number) => `0190a000-0000-7000-8000-${String(at).padStart(12, '0')}`
  return {
    db: nothing,
    identify: async ({ locale }) => ({ ...caller, me: { ...caller.me, locale: locale?.startsWith('zh') ? 'zh' : 'en' } }),
    forget: () => {},
    transaction: (work) => work(nothing),
    once: async (_, { id }, work) => {
      const done = answers.get(id) ?? (await work(nothing))
      answers.set(id, done)
      return done
    },
    park: async (_, __, action) => parkId(parked.push(action) - 1),
    unpark: async (_, __, id) => parked.find((_one, at) => parkId(at) === id),
    namesCustomer: async () => false,
    askedAbout: async () => undefined,
    opensLine: async () => true,
    tellsOfContact: () => false,
    suggest: {
      deal: async () => [],
      customer: async (_, typed) =>
        typed === 'many'
          ? Array.from({ length: 60 }, (_one, at) => ({ value: `v${at}`, label: `${'x'.repeat(200)}${at}` }))
          : [{ value: WEI, label: `Wei Zhang ${typed}` }],
      member: async () => [{ value: 'bo', label: 'Bo' }],
    },
    recipient: async () => undefined,
    rememberChannel: async () => undefined,
    bundleAt: async () => [],
    now: () => Temporal.Instant.from('2026-11-24T09:00:00Z'),
    reach: { url: 'http://127.0.0.1:3000', isPublic: false },
    doors: { open: async () => undefined, enter: async () => undefined, leave: async () => undefined },
    log,
  }
}
