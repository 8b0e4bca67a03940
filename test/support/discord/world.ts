import type { FakeMessage, FakeUser, Interaction, Json } from './types.ts'

const EPOCH = 1_420_070_400_000n
export const TOKEN = 'fake.discord.token'

/** Everything the fake Discord knows, and a bell that rings whenever something changes. */
export interface World {
  application: { id: string; name: string }
  bot: FakeUser
  guild: { id: string; name: string; owner: string; channel: string; in: boolean }
  users: Map<string, FakeUser>
  messages: Map<string, FakeMessage>
  interactions: Map<string, Interaction>
  commands: Json[]
  /** How often the commands were registered. */
  registrations: number
  nonces: Map<string, FakeMessage>
  /** What people sent along, by its id; handed out below `address` to whoever knows it. */
  files: Map<string, string>
  address: string
  /** Every REST request, `METHOD /path`. */
  requests: string[]
  /** What Discord refused, as it told the bot. A journey that went well leaves this empty. */
  refusals: string[]
  failures: Failure[]
  intents: number
  now: () => number
  id: () => string
  changed: () => void
  /** Waits until the condition holds; rejects, saying what was waited for, after 15 s. */
  until: (condition: () => unknown, what: string) => Promise<void>
}

/** What the next matching requests get instead of an answer. */
export interface Failure {
  match: RegExp
  answer: 'hang' | { status: number; code?: number; message?: string; retryAfter?: number }
  times: number
}

const LONGEST_WAIT = 15_000

export function world(clock: () => number): World {
  let count = 0n
  const waiting = new Set<() => void>()
  const id = () => (((BigInt(clock()) - EPOCH) << 22n) + (count++ & 0x3fffffn)).toString()
  const application = { id: id(), name: 'Rapport' }
  const guild = { id: id(), name: 'Acme Sales', owner: '', channel: id(), in: true }
  const bot = person({ key: 'bot', id: application.id, name: 'Rapport', channel: '', bot: true })
  return {
    application,
    bot,
    guild,
    users: new Map(),
    messages: new Map(),
    interactions: new Map(),
    commands: [],
    registrations: 0,
    nonces: new Map(),
    files: new Map(),
    address: '',
    requests: [],
    refusals: [],
    failures: [],
    intents: 0,
    now: clock,
    id,
    changed: () => {
      for (const look of [...waiting]) look()
    },
    until: (condition, what) => until(waiting, condition, what),
  }
}

export const person = (given: Partial<FakeUser> & Pick<FakeUser, 'key' | 'id' | 'name' | 'channel'>): FakeUser => ({
  locale: 'en-US',
  bot: false,
  roles: [],
  manages: false,
  closed: false,
  ...given,
})

async function until(waiting: Set<() => void>, condition: () => unknown, what: string): Promise<void> {
  if (condition()) return
  await new Promise<void>((done, fail) => {
    const stop = () => {
      waiting.delete(look)
      clearTimeout(timer)
    }
    const look = () => {
      if (!condition()) return
      stop()
      done()
    }
    const timer = setTimeout(() => {
      stop()
      fail(new Error(`waited in vain for ${what}`))
    }, LONGEST_WAIT)
    waiting.add(look)
  })
}
