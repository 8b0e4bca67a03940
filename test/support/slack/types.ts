export type Json = Record<string, unknown>
export type Block = Json & { type: string; block_id: string }

export interface FakeUser {
  /** `U…` */
  id: string
  name: string
  tz: string
  locale: string
  /** The team the person belongs to; another than the bot's makes them a stranger. */
  team: string
  guest: boolean
  deleted: boolean
  bot: boolean
  /** The channel of the direct messages between this person and the bot. */
  direct: string
}

export interface FakeChannel {
  id: string
  name: string
  /** Undefined: everybody. */
  members: Set<string> | undefined
  /** The bot is in it. */
  joined: boolean
  archived: boolean
}

export interface FakeMessage {
  ts: string
  channel: string
  /** The person who wrote it; undefined when the bot did. */
  author: string | undefined
  /** The fallback: what notifications and screen readers say. */
  text: string
  blocks: Block[]
  thread: string | undefined
  metadata: { event_type: string; event_payload: Json } | undefined
  /** For whom alone it is shown. */
  onlyFor: string | undefined
  edited: number
  deleted: boolean
  /** What a reader sees, without Slack's entities. */
  readonly shown: string
  /** The labels of all that can be pressed or chosen. */
  readonly labels: string[]
}

export interface FakeView {
  id: string
  hash: string
  user: string
  /** As the bot sent it, with every block_id there. */
  body: Json & { blocks: Block[]; callback_id?: string; private_metadata?: string }
  /** What was said of fields when it was sent with faults, by block_id. */
  errors: Record<string, string>
  open: boolean
  /** How many views lie under it. */
  depth: number
  readonly title: string
  /** What a reader sees above and around the fields. */
  readonly shown: string
  readonly fields: FakeField[]
}

export interface FakeField {
  label: string
  /** The block's id. */
  block: string
  action: string
  type: string
  required: boolean
  maxLength: number | undefined
  /** What it is prefilled with: the text, or the chosen option's value. */
  value: string | undefined
  /** What a reader sees in it. */
  shown: string | undefined
  options: FakeOption[]
}

export interface FakeOption {
  label: string
  value: string
}

/** What came of something a person did. Its messages go on growing while the bot answers. */
export interface Outcome {
  /** Every message that the person saw appear or change since. */
  readonly messages: FakeMessage[]
  /** The newest of them. */
  readonly message: FakeMessage | undefined
  /** The form that opened, or that the sent one became. */
  readonly view: FakeView | undefined
  /** A message that stood already was changed in place. */
  readonly replaced: boolean
  /** What was wrong with a form that was sent, by the label of the field. */
  errors: Record<string, string> | undefined
  /** What Slack shows when the bot did not acknowledge: `operation_timeout`, `dispatch_failed`. */
  failed: string | undefined
  /** Milliseconds until the acknowledgement. */
  acknowledged: number
}
