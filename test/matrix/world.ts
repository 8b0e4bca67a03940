import { Temporal } from 'temporal-polyfill'
import { type Caller, type Context, contextFor, type Role } from '../../src/bot/context.ts'
import { createBot } from '../../src/bot/dispatch.ts'
import type { Bot, SealedAnswer } from '../../src/bot/house.ts'
import type { Registry } from '../../src/bot/registry.ts'
import type { Ask } from '../../src/bot/request.ts'
import type { Transaction } from '../../src/database/index.ts'
import { keepingNothing } from '../support/not-kept.ts'
import { rapport, type TestHouse } from '../support/rapport.ts'

/** Whose record it is, seen from Rita, Tom and Mia of Berlin. */
export const OWNERS = ['rita', 'tom', 'fay', 'oz'] as const
export type Owner = (typeof OWNERS)[number]

/** Who asks: one of each role; Fay is of another team, Oz of another workspace. */
export const ASKERS = { rena: 'reader', rita: 'rep', mia: 'manager', ana: 'admin' } as const satisfies Record<string, Role>
export type Asker = keyof typeof ASKERS

export const VISIBILITIES = ['all', 'team', 'own'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** Whose records each sees, by hand: what the product must come to by itself. */
export const SEES: Record<Visibility, Record<Asker, readonly Owner[]>> = {
  all: { rena: ['rita', 'tom', 'fay'], rita: ['rita', 'tom', 'fay'], mia: ['rita', 'tom', 'fay'], ana: ['rita', 'tom', 'fay'] },
  team: { rena: ['rita', 'tom'], rita: ['rita', 'tom'], mia: ['rita', 'tom'], ana: ['rita', 'tom', 'fay'] },
  own: { rena: [], rita: ['rita'], mia: ['rita', 'tom'], ana: ['rita', 'tom', 'fay'] },
}

/** The words that stand in somebody's records and nowhere else. */
export const marks = (owner: Owner) => ({
  company: `Zq${owner}co`,
  person: `Zq${owner}person`,
  email: `zq${owner}mail`,
  note: `zq${owner}note`,
  secret: `zq${owner}secret`,
  task: `zq${owner}task`,
  deal: `Zq${owner}deal`,
  phone: `90182${OWNERS.indexOf(owner)}${OWNERS.indexOf(owner)}`,
  alias: `Zq${owner}alias`,
})

/** One owner's records, as ids. */
export interface Records {
  company: string
  contact: string
  activity: string
  secret: string
  task: string
  deal: string
  attachment: string
  /** The request that logged it. */
  request: string
  member: string
}

export interface World {
  house: TestHouse
  registry: Registry
  records: Record<Owner, Records>
  members: Record<Asker | 'fay', string>
  choose: (visibility: Visibility) => Promise<void>
  /** Asks; whatever was written is looked at (`during`) and then not kept. */
  ask: (asker: Asker, ask: Ask, during?: (tx: Transaction) => Promise<void>) => Promise<SealedAnswer>
  context: (asker: Asker, db?: Transaction, openly?: boolean) => Promise<Context>
  bot: Bot
}

export async function world(): Promise<World> {
  const house = await rapport()
  const { database, person, clock } = house
  const db = database.prisma
  const ana = person('Ana')
  await ana.say('tour')
  for (const name of ['Rena', 'Rita', 'Mia', 'Tom', 'Fay']) await person(name).say('tour')
  await person('Oz', { team: 'others' }).say('tour')
  await ana.say('settings role Rena reader')
  await ana.say('team add Berlin')
  await ana.say('team Berlin + Rena, Rita, Tom')
  await ana.say('team Berlin manager Mia')
  await ana.say('team add Tokyo')
  await ana.say('team Tokyo + Fay')
  const memberOf = async (name: string) => (await db.member.findFirstOrThrow({ where: { name } })).id
  const records = {} as Record<Owner, Records>
  for (const owner of OWNERS) {
    const name = owner[0]!.toUpperCase() + owner.slice(1)
    records[owner] = { ...(await fill(house, owner, name)), member: await memberOf(name) }
  }
  const members = {} as World['members']
  for (const one of ['rena', 'rita', 'mia', 'ana', 'fay'] as const)
    members[one] = await memberOf(one[0]!.toUpperCase() + one.slice(1))
  const workspace = await db.member.findFirstOrThrow({ where: { name: 'Ana' } })

  let failed: unknown
  let during: ((tx: Transaction) => Promise<void>) | undefined
  const watched = keepingNothing(house.house, async (tx) => {
    await during?.(tx).catch((error: unknown) => {
      failed = error
    })
  })
  const bot = createBot(house.bot.registry, watched)
  const place = (asker: Asker) =>
    ({ platform: 'playground', team: 'acme-sales', user: asker, kind: 'direct', channel: asker }) as const
  const profile = (asker: Asker) => async () => ({
    name: asker[0]!.toUpperCase() + asker.slice(1),
    timeZone: 'Europe/Berlin',
    locale: 'en-US',
  })
  let count = 0
  const identify = (asker: Asker): Promise<Caller> => watched.identify({ place: place(asker), profile: profile(asker) })
  return {
    house,
    registry: house.bot.registry,
    records,
    members,
    bot,
    choose: async (visibility) => {
      await db.workspace.update({ where: { id: workspace.workspaceId }, data: { visibility } })
      clock.pass(Temporal.Duration.from({ seconds: 30 }))
    },
    ask: async (asker, ask, look) => {
      during = look
      failed = undefined
      const answer = await bot.dispatch({
        id: `matrix-${++count}`,
        place: place(asker),
        ask,
        profile: profile(asker),
        channel: async () => undefined,
      })
      // What was looked at within the write would else be answered as a fault.
      if (failed) throw failed
      return answer
    },
    context: async (asker, on = db, openly = false) =>
      contextFor(
        on,
        await identify(asker),
        'matrix',
        { id: `matrix-${++count}`, place: place(asker) },
        { now: clock.now(), reach: watched.reach, openly },
      ),
  }
}

/** Enters one of everything for an owner, through the front door. */
async function fill({ person, database, bot }: TestHouse, owner: Owner, name: string): Promise<Omit<Records, 'member'>> {
  const db = database.prisma
  const mark = marks(owner)
  const me = owner === 'oz' ? person(name, { team: 'others' }) : person(name)
  const newest = { orderBy: { id: 'desc' } } as const
  await me.say(
    `add company ${mark.company} ${mark.email}.example +49 30 ${mark.phone} industry=${mark.company}trade, city=${mark.company}city`,
  )
  const company = (await db.company.findFirstOrThrow(newest)).id
  await me.ask({ kind: 'options', operation: 'alias', values: { company, name: mark.alias } })
  await me.say(`add contact ${mark.person} Ng at ${mark.company} ${mark.email}@${mark.email}.example`)
  const contact = (await db.contact.findFirstOrThrow(newest)).id
  const log = (line: string) =>
    bot.registry && me.ask({ kind: 'options', operation: 'log', values: { line, customer: `contact:${contact}` } })
  await log(`met them yesterday, ${mark.note}, $12k`)
  const open = await db.activity.findFirstOrThrow(newest)
  await log(`private: spoke to them, ${mark.secret}, call back Friday 10am about ${mark.secret}`)
  const secret = await db.activity.findFirstOrThrow(newest)
  await me.ask({
    kind: 'options',
    operation: 'remind',
    values: { customer: `company:${company}`, when: 'today 18:00', what: mark.task } as Record<string, string>,
  })
  const task = await db.task.findFirstOrThrow(newest)
  await me.say(`add deal ${mark.company}: ${mark.deal} 12k by Friday stage=proposal`)
  const deal = (await db.deal.findFirstOrThrow(newest)).id
  await me.say(`attach ${mark.company} https://${mark.email}.example/${mark.note}`)
  const attachment = (await db.attachment.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).id
  await me.say(`keep ${mark.company} every 90 days`)
  const change = await db.change.findFirstOrThrow({ where: { entityId: open.id } })
  return { company, contact, activity: open.id, secret: secret.id, task: task.id, deal, attachment, request: change.requestId }
}
