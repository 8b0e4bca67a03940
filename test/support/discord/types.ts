export type Json = Record<string, unknown>

export interface FakeUser {
  id: string
  key: string
  name: string
  locale: string
  bot: boolean
  roles: string[]
  manages: boolean
  /** Takes no direct messages: 50007. */
  closed: boolean
  /** The channel of the direct messages between this user and the bot. */
  channel: string
}

export interface FakeMessage {
  id: string
  channel: string
  /** The person who wrote it; undefined when the bot did. */
  author: FakeUser | undefined
  content: string
  embeds: Json[]
  components: Json[]
  /** The files beside it. */
  attachments: Json[]
  flags: number
  ephemeral: boolean
  /** For whom alone it is shown. */
  onlyFor: string | undefined
  edited: number
  deleted: boolean
  /** What a reader sees: content and embeds without markup's escapes, and the labels of what can be pressed. */
  readonly text: string
  readonly labels: string[]
}

export interface FakeModal {
  custom_id: string
  title: string
  components: Json[]
  /** The message from whose button it was opened. */
  from: FakeMessage | undefined
  place: Where
}

/** Where a person does something: in a server's channel (the default) or in the direct messages with the bot. */
export type Where = 'channel' | 'direct'

export interface Interaction {
  id: string
  token: string
  type: number
  user: FakeUser
  place: Where
  made: number
  /** The type of the one response it got. */
  acknowledged: number | undefined
  source: FakeMessage | undefined
  original: FakeMessage | undefined
  deferredFlags: number
  outcome: Outcome
}

/** What came of something a person did. */
export interface Outcome {
  /** The answer: a new message, or the updated one. */
  message: FakeMessage | undefined
  modal: FakeModal | undefined
  choices: { name: string; value: string }[] | undefined
  /** The message it stood in was updated in place. */
  updated: boolean
  /** Discord was told to wait first. */
  deferred: boolean
  followUps: FakeMessage[]
}
