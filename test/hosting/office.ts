import { createHash } from 'node:crypto'
import type { Platform } from '../../src/bot/context.ts'
import type { Courier, SealedAnswer } from '../../src/bot/house.ts'
import type { Ask } from '../../src/bot/request.ts'
import type { SealedCard } from '../../src/bot/sealed.ts'
import { textOf } from '../support/rapport.ts'
import { wordsOf } from '../support/slack/fake.ts'
import type { HostedHouse } from '../support/slack/hosted.ts'

/** One of many teams: everything in it carries words that stand nowhere else. */
export interface Office {
  n: number
  platform: Platform
  team: string
  user: string
  /** In the names of its customers. Those of two neighbours are alike, so that a search for similar names would find both. */
  name: string
  /** In its notes and tasks. */
  secret: string
  /** All that its member was told, asked or unasked. */
  heard: string[]
  /** Every token of a button or a choice that it was shown. */
  tokens: string[]
}

const letters = (n: number) => [...n.toString().padStart(3, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')

export const officeOf = (n: number, platform: Platform): Office => ({
  n,
  platform,
  team: platform === 'slack' ? `TW${n}` : `9${String(n).padStart(17, '0')}`,
  user: platform === 'slack' ? `UW${n}` : `8${String(n).padStart(17, '0')}`,
  name: `Marqo${letters(n)}`,
  secret: `Qzx${letters(n)}wq`,
  heard: [],
  tokens: [],
})

const MARKS = /Marqo[a-z]{3}|Qzx[a-z]{3}wq/gi

/** The words of other offices that this one heard. */
export const crossed = ({ heard, name, secret }: Office): string[] =>
  heard.flatMap((text) => [...text.matchAll(MARKS)].map(([mark]) => mark)).filter((mark) => mark !== name && mark !== secret)

const tokensOf = (card: SealedCard): string[] =>
  [...(card.buttons ?? []), ...(card.items ?? []).flatMap((item) => item.buttons ?? []), ...(card.pick?.options ?? [])].flatMap(
    (one) => ('token' in one && typeof one.token === 'string' ? [one.token] : []),
  )

let asked = 0

/** Asks in the words of the office, past its platform; what is answered is heard. */
export async function ask({ house }: HostedHouse, office: Office, what: Ask | string, heard = office.heard): Promise<string> {
  const { platform, team, user, name } = office
  const answer: SealedAnswer = await house.bot.dispatch({
    id: `many-${++asked}`,
    ask: typeof what === 'string' ? { kind: 'say', text: what } : what,
    place: { platform, team, user, kind: 'direct', channel: `D${user}` },
    ...(platform === 'discord' && { standing: { roles: [], manages: true } }),
    profile: async () => ({ name: `Ann ${name}`, timeZone: 'Europe/Berlin', locale: 'en-US', teamName: `Office ${name}` }),
  })
  const text = answer.kind === 'form' ? JSON.stringify(answer.form) : textOf(answer.card)
  heard.push(text)
  if (answer.kind === 'card') office.tokens.push(...tokensOf(answer.card))
  return text
}

/** Types into Slack itself: by signed HTTP, through Bolt, and back. */
export async function inSlack({ slack }: HostedHouse, { user, heard }: Office, text: string): Promise<void> {
  const before = slack.seenBy(user).length
  await slack.command(user, '/crm', text, `D${user}`)
  await slack.until(
    () =>
      slack
        .seenBy(user)
        .slice(before)
        .some((one) => Array.isArray(one.body.blocks)),
    `an answer to ${user}`,
  )
  heard.push(...slack.seenBy(user).slice(before).map(wordsOf))
}

/** A platform that takes everything, and gives it to whom it is for. */
export const courierInto = (offices: readonly Office[]): Courier => {
  const of = (team: string, user: string) => {
    const found = offices.find((one) => one.team === team && one.user === user)
    if (!found) throw new Error(`nobody is ${user} in ${team}`)
    return found
  }
  return {
    platform: 'discord',
    deliver: async ({ team, user }, card, id) => {
      const office = of(team, user)
      office.heard.push(textOf(card))
      office.tokens.push(...tokensOf(card))
      return { platform: 'discord', team, channel: `D${user}`, message: id }
    },
    announce: async () => Promise.reject(new Error('nobody wanted anything in a channel')),
    mention: async () => Promise.reject(new Error('nobody is called in a channel')),
    update: async () => undefined,
  }
}

/** Everything that stands in each workspace's tables, as one number a workspace. */
export async function fingerprints({ house }: HostedHouse): Promise<Map<string, string>> {
  const { prisma } = house.database
  const all = new Map<string, string[]>()
  for (const table of ['companies', 'contacts', 'activities', 'tasks', 'members', 'changes']) {
    const rows = await prisma.$queryRawUnsafe<{ id: string; row: string }[]>(
      `SELECT t."workspaceId"::text AS id, t::text AS row FROM "${table}" t ORDER BY t.id`,
    )
    for (const { id, row } of rows) all.set(id, [...(all.get(id) ?? []), row])
  }
  return new Map([...all].map(([id, rows]) => [id, createHash('sha256').update(rows.join('\n')).digest('hex')]))
}

/** So many at a time. */
export async function each<T>(list: readonly T[], most: number, work: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...list]
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one)
    }),
  )
}
