import type { FakeMessage, FakeUser, Json } from './types.ts'
import type { World } from './world.ts'

export const EPHEMERAL = 64

/** Makes a message in a channel, as the bot's unless an author is given. */
export function makeMessage(
  world: World,
  channel: string,
  body: Json,
  more: { author?: FakeUser; onlyFor?: string } = {},
): FakeMessage {
  const flags = Number(body.flags ?? 0)
  const message: FakeMessage = {
    id: world.id(),
    channel,
    author: more.author,
    content: String(body.content ?? ''),
    embeds: (body.embeds ?? []) as Json[],
    components: (body.components ?? []) as Json[],
    attachments: (body.attachments ?? []) as Json[],
    flags,
    ephemeral: (flags & EPHEMERAL) !== 0,
    onlyFor: (flags & EPHEMERAL) !== 0 ? more.onlyFor : undefined,
    edited: 0,
    deleted: false,
    get text() {
      return textOf(message)
    },
    get labels() {
      return pressables(message).map((one) => one.label)
    },
  }
  world.messages.set(message.id, message)
  return message
}

/** What an edit names is replaced, the rest stays. */
export function editMessage(message: FakeMessage, body: Json): FakeMessage {
  if (body.content !== undefined) message.content = String(body.content ?? '')
  if (body.embeds !== undefined) message.embeds = (body.embeds ?? []) as Json[]
  if (body.components !== undefined) message.components = (body.components ?? []) as Json[]
  message.edited++
  return message
}

const unescaped = (text: unknown) => String(text ?? '').replaceAll(/\\([^0-9A-Za-z\s])/g, '$1')

function textOf({ content, embeds }: FakeMessage): string {
  const parts = embeds.flatMap((embed) => [
    unescaped(embed.title),
    unescaped(embed.description),
    ...((embed.fields ?? []) as Json[]).map((field) => `${unescaped(field.name)}: ${unescaped(field.value)}`),
    String((embed.footer as Json | undefined)?.text ?? ''),
  ])
  return [unescaped(content), ...parts].filter(Boolean).join('\n')
}

export interface Pressable {
  label: string
  /** The button's id, or the select's. */
  id: string
  /** Of a select's option. */
  value?: string
}

/** Everything on a message that can be pressed or chosen. */
export const pressables = (message: FakeMessage): Pressable[] =>
  message.components.flatMap((row) => (row.components as Json[]).flatMap(pressable))

const pressable = (one: Json): Pressable[] =>
  one.type === 3
    ? (one.options as Json[]).map((option) => ({
        label: String(option.label),
        id: String(one.custom_id),
        value: String(option.value),
      }))
    : [{ label: String(one.label), id: String(one.custom_id ?? '') }]
