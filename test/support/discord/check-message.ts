import { checkComponents } from './check-components.ts'
import { Faults } from './refusal.ts'
import type { Json } from './types.ts'

const V2 = 1 << 15
type Path = (string | number)[]

/** Refuses, as Discord does, a message that breaks one of its limits. `empty` says that an edit may leave everything out. */
export function checkMessage(body: Json, may: { empty?: boolean } = {}): void {
  const faults = new Faults()
  const content = body.content as string | undefined | null
  const embeds = (body.embeds ?? []) as Json[]
  const components = (body.components ?? []) as Json[]
  if (typeof content === 'string') faults.length(['content'], content, 0, 2000)
  if (embeds.length > 10) faults.add(['embeds'], 'Must be 10 or fewer in length.')
  for (const [at, embed] of embeds.entries()) checkEmbed(faults, embed, ['embeds', at])
  const all = embeds.reduce((sum, embed) => sum + sizeOf(embed), 0)
  if (all > 6000) faults.add(['embeds'], 'Embed size exceeds maximum size of 6000')
  const v2 = (Number(body.flags ?? 0) & V2) !== 0
  if (v2 && (content || embeds.length)) faults.add(['flags'], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2')
  if (body.nonce !== undefined) faults.length(['nonce'], String(body.nonce), 1, 25)
  checkComponents(faults, components, v2)
  faults.refuse()
  if (!may.empty && !content && embeds.length === 0 && components.length === 0) {
    const nothing = new Faults()
    nothing.add(['content'], 'Cannot send an empty message')
    nothing.refuse()
  }
}

function checkEmbed(faults: Faults, embed: Json, path: Path): void {
  const text = (name: string, value: unknown, max: number) => value !== undefined && faults.length([...path, name], value, 1, max)
  text('title', embed.title, 256)
  text('description', embed.description, 4096)
  const footer = embed.footer as Json | undefined
  if (footer) faults.length([...path, 'footer', 'text'], footer.text, 1, 2048)
  const fields = (embed.fields ?? []) as Json[]
  if (fields.length > 25) faults.add([...path, 'fields'], 'Must be 25 or fewer in length.')
  fields.forEach((field, at) => {
    for (const [name, max] of [
      ['name', 256],
      ['value', 1024],
    ] as const) {
      faults.length([...path, 'fields', at, name], typeof field[name] === 'string' ? field[name].trim() : field[name], 1, max)
    }
  })
  const image = embed.image as Json | undefined
  if (image && !/^(https?|attachment):\/\/\S+$/.test(String(image.url)))
    faults.add([...path, 'image', 'url'], 'Not a well formed URL.')
  if (!embed.title && !embed.description && fields.length === 0 && !footer && !image) faults.add(path, 'An embed cannot be empty')
}

const sizeOf = (embed: Json): number =>
  [
    embed.title,
    embed.description,
    (embed.footer as Json)?.text,
    (embed.author as Json)?.name,
    ...((embed.fields ?? []) as Json[]).flatMap((field) => [field.name, field.value]),
  ]
    .filter((text) => typeof text === 'string')
    .reduce((sum, text) => sum + text.length, 0)
