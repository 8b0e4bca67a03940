import { Temporal } from 'temporal-polyfill'
import type { Platform } from '../../src/bot/context.ts'
import { createBot } from '../../src/bot/dispatch.ts'
import { DeliveryError, NOT_ALLOWED } from '../../src/bot/errors.ts'
import type { Bot, Courier, House, Log, SealedAnswer } from '../../src/bot/house.ts'
import type { Ask, Profile, SentFile } from '../../src/bot/request.ts'
import type { SealedCard, SealedForm } from '../../src/bot/sealed.ts'
import type { OpenDatabase } from '../../src/database/index.ts'
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts'
import { houseOver } from '../../src/house.ts'
import { rapportRegistry } from '../../src/rooms.ts'
import { freshDatabase } from './database.ts'
import { quiet } from './quiet.ts'

/** A clock that stands until it is set: Tuesday 24 November 2026, 10:00 in Berlin. */
export class Clock {
  #now = Temporal.Instant.from('2026-11-24T10:00:00+01:00')
  readonly now = () => this.#now
  set(at: string): void {
    this.#now = Temporal.Instant.from(at)
  }
  pass(by: Temporal.DurationLike): void {
    this.#now = this.#now.add(by)
  }
}

export interface Person {
  /** Says a line as in a direct message. */
  say: (text: string, id?: string) => Promise<SealedAnswer>
  /** What follows `/crm`. */
  command: (text: string, id?: string) => Promise<SealedAnswer>
  /** Presses the button (or chooses the option) of that label. */
  press: (card: SealedCard, label: string, id?: string) => Promise<SealedAnswer>
  /** Sends a form in, with some fields changed. */
  submit: (form: SealedForm, values?: Record<string, string>, id?: string) => Promise<SealedAnswer>
  ask: (ask: Ask, id?: string) => Promise<SealedAnswer>
  /** Drops a file into the direct message, perhaps with words beside it. */
  drop: (name: string, content: string | Uint8Array, text?: string) => Promise<SealedAnswer>
  dropFile: (file: SentFile) => Promise<SealedAnswer>
  /** What was sent to this person unasked, oldest first. */
  inbox: SealedCard[]
}

export interface TestHouse {
  bot: Bot
  house: House
  database: OpenDatabase
  clock: Clock
  delivery: Delivery
  /** Ana, the first to come, and Bo; others by name. All of one team unless told. */
  person: (name: string, more?: { team?: string; profile?: Partial<Profile>; platform?: Platform }) => Person
  /** What was said in a channel, oldest first. */
  channel: (name: string) => SealedCard[]
  /** Channels in which the bot may not write. */
  refusing: Set<string>
  /** Every fault that was logged: journeys end with none. */
  faults: object[]
  /** What somebody was told that they may not do. */
  notAllowed: object[]
}

/**
 * The whole house over a database of this file's own, with everything but a platform: what adapters would translate is asked directly. Or `over` one
 * that another house of the file has used: the bot started again.
 */
export async function rapport({ over, clock = new Clock() }: { over?: OpenDatabase; clock?: Clock } = {}): Promise<TestHouse> {
  const database = over ?? (await freshDatabase())
  const faults: object[] = []
  const notAllowed: object[] = []
  const log: Log = {
    ...quiet,
    error: (facts) => void faults.push(facts),
    info: (facts, what) => void (what === 'refused' && 'cause' in facts && facts.cause === NOT_ALLOWED && notAllowed.push(facts)),
  }
  const registry = rapportRegistry()
  const house = houseOver(database, { timeZone: 'Europe/Berlin', locale: 'en' }, { log, now: clock.now })
  const bot = createBot(registry, house)
  const inboxes = new Map<string, Map<string, SealedCard>>()
  const refusing = new Set<string>()
  const inboxOf = (user: string) => inboxes.get(user) ?? inboxes.set(user, new Map()).get(user)!
  const courier: Courier = {
    platform: 'playground',
    deliver: async ({ team, user }, card, id) => {
      inboxOf(user).set(id, card)
      return { platform: 'playground', team, channel: user, message: id }
    },
    announce: async ({ team, channel }, card, id) => {
      if (refusing.has(channel)) throw new DeliveryError('not_in_channel', { permanent: true })
      inboxOf(channel).set(id, card)
      return { platform: 'playground', team, channel, message: id }
    },
    mention: async ({ team, user }, text, id) => {
      inboxOf(user).set(id, { kind: 'card', lines: [text] })
      return { platform: 'playground', team, channel: user, call: id }
    },
    update: async (receipt, card) => void inboxOf(receipt.channel ?? '').set(receipt.message ?? '', card),
  }
  const delivery = createDelivery({
    database,
    registry,
    house,
    couriers: new Map([['playground', courier]]),
    log,
    wait: async () => undefined,
    jitter: () => 0,
  })
  let count = 0
  const run = over ? 'again' : 'request'

  const person: TestHouse['person'] = (name, { team = 'acme-sales', profile, platform = 'playground' } = {}) => {
    const user = name.toLowerCase()
    const ask = (asked: Ask, id = `${run}-${++count}`, message?: string, files: SentFile[] = []) =>
      bot.dispatch({
        files,
        id,
        place: { platform, team, user, kind: 'direct', channel: user, message },
        ask: asked,
        channel: async (typed) =>
          typed.startsWith('#') ? { team, channel: typed, name: typed, open: !refusing.has(typed) } : undefined,
        profile: async () => ({ name, timeZone: 'Europe/Berlin', locale: 'en-US', teamName: 'Acme Sales', ...profile }),
      })
    /** Under which id the card stands in the inbox; none for an answer. */
    const sentAs = (card: SealedCard) => [...inboxOf(user)].find(([, one]) => one === card)?.[0]
    return {
      ask: (asked, id) => ask(asked, id),
      drop: (name, content, text = '') => {
        const bytes = Buffer.from(content)
        const read = async function* () {
          yield bytes
        }
        return ask({ kind: 'say', text }, undefined, undefined, [{ name, size: bytes.length, read }])
      },
      dropFile: (file) => ask({ kind: 'say', text: '' }, undefined, undefined, [file]),
      say: (text, id) => ask({ kind: 'say', text }, id),
      command: (text, id) => ask({ kind: 'line', text }, id),
      press: (card, label, id) => ask({ kind: 'press', token: tokenOf(card, label) }, id, sentAs(card)),
      submit: (form, values = {}, id) =>
        ask({ kind: 'submit', token: form.token, values: { ...prefilled(form), ...values } }, id),
      get inbox() {
        return [...inboxOf(user).values()]
      },
    }
  }
  const channel: TestHouse['channel'] = (name) => [...inboxOf(name).values()]
  return { bot, house, database, clock, delivery, person, channel, refusing, faults, notAllowed }
}

/** The values of a form as it opens. */
export const prefilled = (form: SealedForm) => Object.fromEntries(form.fields.map((field) => [field.name, field.value ?? '']))

/** The token behind a label, wherever on the card it stands. */
export function tokenOf(card: SealedCard, label: string): string {
  const all = [
    ...(card.buttons ?? []),
    ...(card.items ?? []).flatMap((item) => item.buttons ?? []),
    ...(card.pick?.options ?? []),
  ]
  const found = all.find((one) => one.label === label)
  if (!found) throw new Error(`no “${label}” among: ${all.map((one) => one.label).join(', ') || 'no buttons'} on ${textOf(card)}`)
  return found.token
}

/** The card of an answer; fails with what came instead. */
export function cardOf(answer: SealedAnswer): SealedCard {
  if (answer.kind === 'form') throw new Error(`a form came: ${answer.form.title}`)
  return answer.card
}

/** The form of an answer; fails with what came instead. */
export function formOf(answer: SealedAnswer): SealedForm {
  if (answer.kind !== 'form') throw new Error(`no form came but: ${textOf(answer.card)}`)
  return answer.form
}

/** All that a card says, as one text. */
export const textOf = (card: SealedCard): string =>
  [
    card.title,
    ...(card.lines ?? []),
    ...(card.fields ?? []).map((field) => `${field.label}: ${field.value}`),
    ...(card.items ?? []).flatMap((item) => [item.heading, [item.number, item.text].filter(Boolean).join('. '), item.detail]),
    card.context,
    (card.buttons ?? []).map((one) => `[${one.label}]`).join(' '),
    (card.pick?.options ?? []).map((one) => `<${one.label}>`).join(' '),
  ]
    .filter(Boolean)
    .join('\n')

/** What an answer says, as one text. */
export const said = (answer: SealedAnswer): string => textOf(cardOf(answer))
