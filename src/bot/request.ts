import type { Place } from './context.ts'

/** What a platform tells of a person, asked for only when they are new or their entry is old. */
export interface Profile {
  name: string
  /** IANA zone, where the platform knows it. */
  timeZone?: string
  /** `en-US`, `zh-CN` …, where the platform knows it. */
  locale?: string
  /** The name of the team or server. */
  teamName?: string
  /** Why this account may not use the bot at all. */
  refused?: 'guest' | 'stranger' | 'deactivated' | 'bot'
}

/** What the platform says of a person's standing, with each request (Discord). */
export interface Standing {
  roles: string[]
  /** May manage the server. */
  manages: boolean
}

/** What was asked, in the platform's words, before any operation is known. */
export type Ask =
  /** A slash command's rest: `log Acme: …`. */
  | { kind: 'line'; text: string }
  /** A direct message or a mention: a command without its slash, or simply a line to log. */
  | { kind: 'say'; text: string; url?: string }
  /** A command with typed options (Discord). */
  | { kind: 'options'; operation: string; values: Record<string, string> }
  /** A button, or an option of a select menu: its token. */
  | { kind: 'press'; token: string }
  /** A form: its token, and what was filled in. */
  | { kind: 'submit'; token: string; values: Record<string, string> }
  /** "Log to CRM" on somebody's message. */
  | { kind: 'message'; operation: string; text: string; url?: string; author?: string }
  /** A global shortcut. */
  | { kind: 'shortcut'; operation: string }

/** A channel that somebody named, as its platform tells of it. */
export interface NamedChannel {
  team: string
  /** The platform's id of it. */
  channel: string
  /** What people call it, where the platform tells: `#sales`. */
  name?: string
  /** Whether the bot may write there; undefined where the platform does not tell. */
  open?: boolean
}

/** A file that came with what was said. It is fetched when it is read. */
export interface SentFile {
  name: string
  /** In bytes, as the platform tells. */
  size: number
  /** Where people who may see it do, for as long as it stays in the chat. */
  url?: string
  /** Throws when the platform does not hand it out. */
  read: () => AsyncIterable<Uint8Array>
}

export interface Request {
  /** The platform's own id of this request: the same when it is sent again. */
  id: string
  place: Place
  ask: Ask
  standing?: Standing
  /** The person's locale, where the request carries it. */
  locale?: string
  profile: () => Promise<Profile>
  /**
   * The channel that was meant, as it was typed in this request; undefined when it is none. Where only writing tells whether the bot may, `hello` is
   * said there to who asks alone.
   */
  channel?: (typed: string, hello: string) => Promise<NamedChannel | undefined>
  files?: readonly SentFile[]
}

/** What is typed so far in an option that completes itself. */
export interface SuggestRequest {
  place: Place
  standing?: Standing
  operation: string
  field: string
  typed: string
  locale?: string
  profile: () => Promise<Profile>
}

export interface Suggestion {
  value: string
  label: string
}
