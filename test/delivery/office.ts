import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Platform } from '../../src/bot/context.ts'
import type { Address, ChannelAddress, Courier, House, Receipt } from '../../src/bot/house.ts'
import { type Job, notice, type Room } from '../../src/bot/operation.ts'
import { registryOf } from '../../src/bot/registry.ts'
import type { SealedCard } from '../../src/bot/sealed.ts'
import { channelRecipient } from '../../src/crm/channels/recipient.ts'
import { recipientOf, rememberChannel } from '../../src/crm/members/recipient.ts'
import { bundleAt, owe } from '../../src/crm/messages/messages.ts'
import { inTransaction, type OpenDatabase } from '../../src/database/index.ts'
import { createDelivery, type Delivery, type DeliveryParts } from '../../src/delivery/delivery.ts'
import { asInstant, look } from '../../src/delivery/schedule.ts'
import { quiet } from '../support/quiet.ts'
import { Clock } from '../support/rapport.ts'

export interface Sent {
  id: string
  to: string
  text: string
  again: boolean
}

/** A platform that keeps what it was sent and does as it is told: `next` answers the next calls in turn, then all goes well. */
export class FakePlatform implements Courier {
  readonly platform: Platform
  readonly sent: Sent[] = []
  readonly next: (() => Promise<unknown>)[] = []
  readonly updates: { ts: string; card: SealedCard }[] = []
  readonly nextUpdate: (() => Promise<unknown>)[] = []
  readonly mentions: { to: string; channel: string; text: string; id: string }[] = []
  /** To whom nothing ever goes through. */
  readonly hangsFor = new Set<string>()

  constructor(platform: Platform = 'slack') {
    this.platform = platform
  }

  readonly deliver = async ({ team, user }: Address, card: SealedCard, id: string, again = false): Promise<Receipt> => {
    if (this.hangsFor.has(user)) await new Promise(() => undefined)
    await this.next.shift()?.()
    this.sent.push({ id, to: user, text: saidIn(card), again })
    return { platform: this.platform, team, channel: `D-${user}`, ts: String(this.sent.length) }
  }
  readonly announce = async (
    { team, channel }: ChannelAddress,
    card: SealedCard,
    id: string,
    again = false,
  ): Promise<Receipt> => {
    await this.next.shift()?.()
    this.sent.push({ id, to: channel, text: saidIn(card), again })
    return { platform: this.platform, team, channel, ts: String(this.sent.length) }
  }
  readonly update = async ({ ts = '' }: Receipt, card: SealedCard) => {
    await this.nextUpdate.shift()?.()
    this.updates.push({ ts, card })
  }
  readonly mention = async ({ team, user, usedIn = '' }: Address, text: string, id: string): Promise<Receipt> => {
    this.mentions.push({ to: user, channel: usedIn, text, id })
    return { platform: this.platform, team, channel: usedIn, call: '1' }
  }
  get texts() {
    return this.sent.map((one) => one.text)
  }
  /** What each person saw: the same id is shown once. */
  get shown() {
    return [...new Map(this.sent.map((one) => [one.id, one.text])).values()]
  }
}

/** A message's text; a bundle's are parted by `+`. */
const saidIn = (card: SealedCard) => card.lines?.[0] ?? (card.items ?? []).map((item) => item.text).join('+')

/** What is said when it is sent: the text, or nothing when it is `gone`; `broken` fails to be built. */
const word = notice({
  kind: 'word',
  input: z.object({ text: z.string() }),
  build: async (_context, { text }) => {
    if (text === 'broken') throw new Error('a bug of ours')
    return text === 'gone' ? undefined : { kind: 'card', lines: [text] }
  },
})

const WORKSPACE = '0193b000-0000-7000-8000-000000000001'
const memberId = (name: string) =>
  `0193b000-0000-7000-8000-${[...name]
    .map((one) => one.charCodeAt(0).toString(16))
    .join('')
    .padStart(12, '0')
    .slice(-12)}`

/** A workspace with Ana and Bo on Slack, what they are owed, and any number of bots that send it. */
export async function office(database: OpenDatabase) {
  const db = database.prisma
  const clock = new Clock()
  await db.workspace.create({ data: { id: WORKSPACE, name: 'Acme Sales', timeZone: 'Europe/Berlin', locale: 'en' } })
  const hire = async (name: string, platform: Platform = 'slack', more: object = {}) => {
    const member = {
      workspaceId: WORKSPACE,
      id: memberId(name),
      name,
      role: 'rep',
      timeZone: 'Europe/Berlin',
      locale: 'en',
      ...more,
    }
    await db.member.create({ data: { ...member, createdAt: new Date('2026-01-01') } })
    const user = name.toLowerCase()
    await db.identity.create({
      data: {
        workspaceId: WORKSPACE,
        platform,
        teamId: 'T1',
        userId: user,
        memberId: member.id,
        lastSeenAt: new Date('2026-11-01'),
      },
    })
    return member.id
  }
  const ana = await hire('Ana')
  const bo = await hire('Bo')

  /** At once and by itself, unless it is not `urgent`. */
  const tell = async (to: string, text: string, sendAt?: string, urgent = true) => {
    await owe(
      { db, workspace: { id: WORKSPACE }, now: clock.now() },
      { memberId: to, kind: 'word', input: { text }, urgent, sendAt: sendAt ? Temporal.Instant.from(sendAt) : undefined },
    )
  }

  function bot(
    couriers: Courier[],
    more: Partial<DeliveryParts> & { jobs?: Job[]; now?: () => Temporal.Instant } = {},
  ): Delivery {
    const { jobs = [], now = clock.now, ...parts } = more
    const rooms: Room[] = [{ operations: [], notices: [word], jobs }]
    const house = {
      db,
      now,
      log: quiet,
      transaction: (work) => inTransaction(db, work),
      recipient: ({ channelId, ...message }, platforms) =>
        channelId
          ? channelRecipient(db, { ...message, channelId }, clock.now())
          : recipientOf(db, message, platforms, clock.now()),
      rememberChannel: (address, channel) => rememberChannel(db, address, channel),
      park: async () => '',
      bundleAt,
    } as Partial<House> as House
    return createDelivery({
      database,
      registry: registryOf(rooms),
      house,
      couriers: new Map(couriers.map((one) => [one.platform, one])),
      log: quiet,
      wait: async () => undefined,
      jitter: () => 0,
      ...parts,
    })
  }
  const messages = () => db.message.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  const clear = async () => {
    await db.message.deleteMany()
    clock.set('2026-11-24T10:00:00+01:00')
  }
  return { db, clock, ana, bo, hire, tell, bot, messages, clear }
}

/** A promise to be kept from outside. */
export function promised(): { kept: Promise<unknown>; keep: () => void } {
  let settle: (value?: unknown) => void = () => undefined
  const kept = new Promise<unknown>((resolve) => {
    settle = resolve
  })
  return { kept, keep: () => settle() }
}

/** When a job's next work is due. */
export async function nextOf({ next }: Job, db: OpenDatabase['prisma'], now: Temporal.Instant): Promise<Date | undefined> {
  const [found] = await look(db, [next!.value])
  return (next!.from ?? asInstant)(found, now)
}
