import type { APIEmbed, APIEmbedField } from 'discord.js'
import type { SealedCard } from '../../../bot/sealed.ts'
import type { Locale } from '../../../bot/text.ts'
import { say } from '../words.ts'
import { cut, escaped, oneLine, plain } from './text.ts'

// Discord's limits; 6,000 counts over everything in the embed.
const ALL = 6000
const TITLE = 256
const DESCRIPTION = 4096
const SMALL_PRINT = 600
const FIELDS = 25
const FIELD_NAME = 256
const FIELD_VALUE = 1024
/** Kept for the fields when a long text stands above them. */
const FIELDS_SHARE = 1800

const COLOURS = { plain: undefined, good: 0x2e9e6b, warning: 0xd99a00, bad: 0xd13c3c } as const

/** A card's texts as one embed within every limit of Discord. What had to be left out is said in the small print. */
export function embedOf(card: SealedCard, locale: Locale): APIEmbed {
  const words = say(locale)
  const title = card.title ? cut(escaped(oneLine(card.title)), TITLE) : ''
  const inText = Boolean(card.items?.length)
  const wanted = inText ? [] : fieldsOf(card)
  const smallPrint = card.context ? cut(oneLine(card.context), SMALL_PRINT) : ''
  const free = ALL - title.length - smallPrint.length - words.short.length - 3
  const whole = textOf(card, inText)
  const description = cut(whole, Math.min(DESCRIPTION, free - Math.min(sizeOf(wanted), FIELDS_SHARE)))
  const fields = fitting(wanted, free - description.length)
  const shortened = description !== whole || sizeOf(fields) !== sizeOf(wanted) || (card.context ?? '').length > SMALL_PRINT
  const footer = [smallPrint, ...(shortened ? [words.short] : [])].filter(Boolean).join(' · ')
  const empty = !title && !description && fields.length === 0 && !card.image
  return {
    ...(title && { title }),
    ...((description || empty) && { description: description || '…' }),
    ...(fields.length > 0 && { fields }),
    ...(footer && { footer: { text: footer } }),
    ...(card.image && isHttps(card.image.url) && { image: { url: card.image.url } }),
    ...(COLOURS[card.tone ?? 'plain'] !== undefined && { color: COLOURS[card.tone ?? 'plain'] }),
  }
}

// An embed shows its fields under its text; facts that belong above a list are therefore written into the text.
function textOf(card: SealedCard, factsToo: boolean): string {
  const facts = factsToo ? (card.fields ?? []).map(({ label, value }) => `**${escaped(oneLine(label))}** ${escaped(value)}`) : []
  const alt = card.image?.alt ? [`-# ${escaped(oneLine(card.image.alt))}`] : []
  const tooLong = (card.links ?? []).filter((link) => !fitsAButton(link.url)).map((link) => escaped(`${link.label} ${link.url}`))
  return [...(card.lines ?? []).map(escaped), facts.join('\n'), itemsOf(card), ...tooLong, ...alt].filter(Boolean).join('\n\n')
}

const itemsOf = (card: SealedCard): string => {
  const numbers = numbersOf(card)
  return (card.items ?? [])
    .map((item, at) => {
      const above = item.heading ? [`${at > 0 ? '\n' : ''}**${escaped(oneLine(item.heading))}**`] : []
      const mark = numbers[at] === undefined ? '• ' : `**${numbers[at]}.** `
      const below = item.detail ? [`-# ${escaped(oneLine(item.detail))}`] : []
      return [...above, mark + escaped(item.text), ...below].join('\n')
    })
    .join('\n')
}

/**
 * Entries with buttons are numbered, for the buttons stand below the whole text and say which entry they are of: by the numbers they have
 * of their own, else in their order.
 */
export function numbersOf({ items = [] }: SealedCard): (number | undefined)[] {
  if (items.some((item) => item.number !== undefined)) return items.map((item) => item.number)
  return items.map((_, at) => (items.some((item) => item.buttons?.length) ? at + 1 : undefined))
}

const fieldsOf = (card: SealedCard): APIEmbedField[] =>
  (card.fields ?? []).map(({ label, value }) => ({
    name: escaped(oneLine(label)) || '…',
    value: escaped(value).trim() || '…',
    inline: value.length <= 60,
  }))

const sizeOf = (fields: APIEmbedField[]) => fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)

function fitting(fields: APIEmbedField[], free: number): APIEmbedField[] {
  const kept: APIEmbedField[] = []
  let left = free
  for (const field of fields.slice(0, FIELDS)) {
    const name = cut(field.name, FIELD_NAME)
    const value = cut(field.value, Math.min(FIELD_VALUE, left - name.length))
    if (left - name.length < 16) break
    kept.push({ ...field, name, value })
    left -= name.length + value.length
  }
  return kept
}

/** What Discord takes as the address of a link button or an image. */
const isHttps = (url: string): boolean =>
  plain(url) === url && url.length <= 2048 && /^https:\/\/[^\s]+$/.test(url) && URL.canParse(url)
export const fitsAButton = (url: string): boolean => isHttps(url) && url.length <= 512
