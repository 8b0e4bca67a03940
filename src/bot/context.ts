import type { Temporal } from 'temporal-polyfill'
import type { Database, Transaction } from '../database/index.ts'
import type { Request, SentFile, Standing } from './request.ts'
import type { Locale } from './text.ts'

/** From the least to the most: a reader changes nothing but their own settings. */
export const ROLES = ['reader', 'rep', 'manager', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Whether a role may what the other may. */
export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least)

/** Whether somebody may do what is allowed from a role on. */
export const mayDo = ({ role }: Pick<Member, 'role'>, { allow }: { allow: 'anyone' | Role }): boolean =>
  allow === 'anyone' || isAtLeast(role, allow)

export interface Member {
  id: string
  name: string
  role: Role
  /** IANA zone. */
  timeZone: string
  locale: Locale
  /** HH:mm, local: when a task with a day but no time is said. */
  morningAt: string
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  workingDays: number[]
  /** HH:mm, local; both or neither. */
  quietFrom: string | null
  quietUntil: string | null
  tourStep: number
}

export interface Workspace {
  id: string
  name: string
  timeZone: string
  locale: Locale
}

/** The ids of the members whose records somebody may see, their own always among them; `all` where nothing is kept from them. */
export type Sees = 'all' | readonly string[]

/** Who asks, in which workspace: the answer to "may they?" for every operation, and to "what do they see?" for every query. */
export interface Caller {
  workspace: Workspace
  me: Member
  sees: Sees
}

export type Platform = 'slack' | 'discord' | 'playground'

/** Where it was asked, in the platform's own ids. */
export interface Place {
  platform: Platform
  team: string
  user: string
  kind: 'direct' | 'channel'
  channel?: string
  /** The message whose button was pressed, or whose form was sent in. */
  message?: string
}

/** All that an operation may know besides its input. The clock is here and nowhere else. */
export interface Context extends Caller {
  /** In a write this is the transaction that also holds the audit, the outbox and the answer. */
  db: Transaction
  now: Temporal.Instant
  zone: string
  locale: Locale
  /** The platform's request id: the same for a retry, and the mark of all changes made by it. */
  requestId: string
  /** The operation being run, for the audit. */
  operation: string
  place: Place
  /** What the platform says of the person's standing where they asked, if it does. */
  standing?: Standing
  /** Looks for a channel that was named in what was asked. */
  channel?: Request['channel']
  /** What files came with it. */
  files: readonly SentFile[]
  /** The nouns that this request has changed so far. */
  changed: Set<string>
  /** Where the bot's own pages are reached. */
  reach: Reach
  /** What is said is for a whole channel to read. */
  openly: boolean
}

/** The address under which the bot's own pages are reached. */
export interface Reach {
  /** Without a slash at the end. */
  url: string
  /** Somebody said that it is reached from outside; else it is where this machine listens. */
  isPublic: boolean
}

/** A caller, asked something: the context its operation runs in. */
export const contextFor = (
  db: Transaction,
  caller: Caller,
  operation: string,
  request: Pick<Request, 'id' | 'place' | 'standing' | 'channel' | 'files'>,
  { now, reach, openly = false }: { now: Temporal.Instant; reach: Reach; openly?: boolean },
): Context => ({
  ...caller,
  db,
  now,
  zone: caller.me.timeZone,
  locale: caller.me.locale,
  requestId: request.id,
  operation,
  place: request.place,
  standing: request.standing,
  channel: request.channel,
  files: request.files ?? [],
  changed: new Set(),
  reach,
  openly,
})

export type { Database, Transaction }
