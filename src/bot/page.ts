import type { Context, Role } from './context.ts'
import type { Html } from './html.ts'
import type { JobHouse } from './operation.ts'
import type { Localized } from './text.ts'

/** What a noun shows over HTTP, outside every chat, to whoever knows the address. */
export interface Page {
  name: string
  /** As Express reads it: `/calendar/:file`. What stands for a part of it may be a secret, and is never logged. */
  path: string
  /** Who asks for one address more often than this within a minute is told to wait. */
  perMinute: number
  /** Undefined: there is nothing here. */
  show: (house: JobHouse, parts: Readonly<Record<string, string>>) => Promise<Shown | undefined>
}

export interface Shown {
  /** The media type. */
  type: string
  body: string
  /** How long who asked may keep it, in seconds. */
  keepFor: number
}

/** The parts of an address that stand for something: of `export/:id`, `id`. */
export type Parts = Readonly<Record<string, string>>

/**
 * A page of a noun for a member who came in through a door: by a link that the bot gave them in the chat (crm/doors). All that is asked of it is
 * asked in their name, as they are at that moment: their role, and what they may see.
 */
export interface MemberPage {
  /** In the log, and as the operation of what is changed by it: one or two lower-case words. */
  name: string
  /** Below `/door/`, as Express reads it: `import/:id`. */
  path: string
  /** The least role that may; `anyone` is every member. */
  allow: 'anyone' | Role
  title: Localized
  /** Undefined: there is nothing here (any more). Throws UserError to say what is wrong. */
  show: (context: PageContext, parts: Parts) => Promise<Seen | undefined>
  /** What comes of a form that was sent in, or a file. Only this bot's own pages can send. A UserError is shown with a way back. */
  take?: (context: PageContext, parts: Parts, sent: Sent) => Promise<Seen | undefined>
  /** The largest file that may be sent, in bytes; left out, none may be. */
  largestFile?: number
}

export interface PageContext extends Context {
  /** Goes into each form, so that sent twice it is done once. */
  once: Html
  /**
   * Does the writing of this request in one transaction, and gives the address to go to next, from `/door/` on. Sent twice (a double click, a retry
   * of the browser), it happens once. Its context holds the transaction.
   */
  write: (work: (context: Context) => Promise<string>) => Promise<Seen>
}

/** What somebody sees. */
export type Seen =
  | { kind: 'html'; title?: string; body: Html /** Asked for again by itself after so many seconds. */; again?: number }
  /** Another address of ours, from `/door/` on. */
  | { kind: 'go'; to: string }
  /** A file to keep. It is sent as it is read: nothing of it is held. A fault on the way breaks it off, so that nobody takes half of it for the whole. */
  | { kind: 'file'; name: string; type: string; bytes: AsyncIterable<Uint8Array> }

/** What was sent in. */
export interface Sent {
  form: URLSearchParams
  /** The file of a form with `data-upload`: read as it comes, once. Reading beyond `largestFile` throws UserError. */
  file?: { name: string; bytes: AsyncIterable<Buffer> }
}

/** Who comes to a page, and whether they may (crm/doors). */
export interface Doors {
  /**
   * Uses a link's secret up: gives the key of the visit that begins, and where it leads. A link that was used leads on for whoever holds the key that
   * came of it. Undefined: it is unknown, used, too old, or its member is not who they were.
   */
  open: (secret: string, key: string | undefined) => Promise<{ key: string; to: string; seconds: number } | undefined>
  /** Who holds this key, now. Undefined when the visit is over. */
  enter: (key: string) => Promise<Visitor | undefined>
  /** Ends a visit. */
  leave: (key: string) => Promise<void>
}

export type Visitor = Pick<Context, 'workspace' | 'me' | 'sees' | 'place'>
