import type { Temporal } from 'temporal-polyfill'
import type { Part } from './bundle.ts'
import type { Action } from './card.ts'
import type { Caller, Context, Database, Platform, Reach, Transaction } from './context.ts'
import type { Doors } from './page.ts'
import type { Registry } from './registry.ts'
import type { Request, Suggestion, SuggestRequest } from './request.ts'
import type { SealedCard, SealedForm } from './sealed.ts'

/**
 * What the dispatcher asks of the rest of the house; the composition root gives it. `bot/` itself knows no table and no noun.
 */
export interface House {
  db: Database
  /** Who asks. Makes the member on their first request; throws UserError for those who may not use the bot. */
  identify: (request: Pick<Request, 'place' | 'standing' | 'locale' | 'profile'>) => Promise<Caller>
  /** These nouns of a workspace changed: where they say who somebody is, ask again next time. */
  forget: (workspaceId: string, changed: ReadonlySet<string>) => void
  /** Runs one write: everything in it commits together, or not at all. */
  transaction: <T>(work: (db: Transaction) => Promise<T>) => Promise<T>
  /** Does the write of a request once, in one transaction with its answer; gives a retry the answer of the first run. */
  once: (
    caller: Caller,
    request: { id: string; operation: string; at: Date; patience?: number },
    work: (db: Transaction) => Promise<SealedAnswer>,
  ) => Promise<SealedAnswer>
  park: (db: Transaction | Database, caller: Caller, action: Action, now: Date) => Promise<string>
  unpark: (db: Transaction | Database, caller: Caller, id: string) => Promise<Action | undefined>
  /** Choices while typing an option, by the field's widget; for the value of a choice, that choice, so that it can be called by its name. */
  suggest: {
    customer: (context: Context, typed: string) => Promise<Suggestion[]>
    member: (context: Context, typed: string) => Promise<Suggestion[]>
    deal: (context: Context, typed: string) => Promise<Suggestion[]>
  }
  /** Whether a plain line may begin with this word: a customer's name, or an ordinary word. What else it begins with may be a command mistyped. */
  opensLine: (context: Context, word: string) => Promise<boolean>
  /** Whether a text is a customer's name, or that of several, and nothing else. */
  namesCustomer: (context: Context, text: string) => Promise<boolean>
  /** The one customer that a line is about; undefined when it is about nobody known, or perhaps about several. */
  askedAbout: (context: Context, line: string) => Promise<{ ref: string; name: string } | undefined>
  /** Whether a line plainly tells of a contact that took place, though it may be read as a command too. */
  tellsOfContact: (line: string, moment: Pick<Context, 'now' | 'zone'>) => boolean
  /**
   * Where a message goes, and for whom it is written. A member is reached on the platform they used last, among those connected; undefined when on
   * none of them.
   */
  recipient: (
    message: { workspaceId: string; memberId: string; channelId?: string | null },
    platforms: readonly Platform[],
  ) => Promise<Recipient | 'gone' | undefined>
  rememberChannel: (address: Address, channel: string) => Promise<void>
  /** The parts of the bundle in which a button was pressed; none when it was pressed elsewhere. */
  bundleAt: (context: Context) => Promise<Part[]>
  now: () => Temporal.Instant
  /** Where the bot's own pages are reached. */
  reach: Reach
  /** Who comes to those that are for members. */
  doors: Doors
  log: Log
}

/** PostgreSQL's NOTIFY channel on which senders are told that a message is owed. */
export const OWED = 'rapport_owed'

/** The part of pino that the house uses. */
export interface Log {
  debug: (facts: object, what: string) => void
  info: (facts: object, what: string) => void
  warn: (facts: object, what: string) => void
  error: (facts: object, what: string) => void
}

/** What an adapter gets back for a request. */
export type SealedAnswer =
  /** A card: replacing the message whose button was pressed, or as a new answer. */
  | { kind: 'card'; card: SealedCard; replaces: boolean }
  /** A form to open. */
  | { kind: 'form'; form: SealedForm }
  /** A form that was sent in with faults, by field: to be shown in the form where the platform can, else the card, which has a way back. */
  | { kind: 'faults'; faults: Record<string, string>; card: SealedCard }

/** The bot as an adapter sees it. */
export interface Bot {
  registry: Registry
  /** Never throws: whatever happens becomes an answer that the person can read. */
  dispatch: (request: Request) => Promise<SealedAnswer>
  /** Never throws: no suggestion when something is wrong. At most 25. */
  suggest: (request: SuggestRequest) => Promise<Suggestion[]>
}

/** Where a message goes. */
export interface Address {
  platform: Platform
  team: string
  user: string
  /** A direct channel that was used before. */
  channel?: string
  /** The channel in which the person last used the bot. */
  usedIn?: string
}

/** A channel that a message goes into, for all to see who are in it. */
export interface ChannelAddress {
  platform: Platform
  team: string
  channel: string
}

/** A person, or a channel; and the member in whose words it is said. */
export type Recipient = { caller: Caller } & (
  | { address: Address; into?: undefined }
  | { into: ChannelAddress; address?: undefined }
)

/** Where a message stands, as its platform names it; kept so that it can be updated. */
export type Receipt = { platform: Platform; team: string } & Record<string, string>

/** The sending side of an adapter. Throws DeliveryError. */
export interface Courier {
  platform: Platform
  /** Sends one direct message. With `again`, an earlier try with the same `id` may have gone out: it must not show twice where the platform can tell. */
  deliver: (address: Address, card: SealedCard, id: string, again?: boolean) => Promise<Receipt>
  /** Sends one message into a channel. What `id` and `again` say holds here too. */
  announce: (into: ChannelAddress, card: SealedCard, id: string, again?: boolean) => Promise<Receipt>
  /** Replaces a message sent before. */
  update: (receipt: Receipt, card: SealedCard) => Promise<void>
  /** Calls somebody in the channel that `usedIn` names: others may see it. */
  mention: (address: Address, text: string, id: string) => Promise<Receipt>
}

/** One platform, connected. */
export interface Adapter {
  platform: Platform
  courier: Courier
  start: () => Promise<void>
  /** Takes no more work, waits for what it has. */
  stop: () => Promise<void>
  /** Connected, and able to take requests. */
  ready: () => boolean
  /** Takes somebody who is erased out of the messages that it keeps itself: `strike` gives each back, another where it named them. */
  forget?: (strike: (card: SealedCard) => SealedCard) => Promise<void>
}
