import type { SealedCard } from '../../../bot/sealed.ts'
import type { Locale } from '../../../bot/text.ts'
import { words } from '../../../bot/words.ts'
import type { KnownBlock } from '../block-kit.ts'
import { localeShown, say } from '../words.ts'
import { actionBlocks, asButton } from './buttons.ts'
import { clean, cut, escaped, label, oneLine, parts, plainText, unmarked } from './text.ts'

export const MOST_BLOCKS = 50
const LONGEST_SECTION = 3_000
const LONGEST_HEADER = 150
const LONGEST_FIELD = 2_000
const FIELDS_A_SECTION = 10
/** Sections that one card's paragraphs may fill: 24,000 characters. */
const MOST_TEXT_SECTIONS = 8
const LONGEST_FALLBACK = 3_000
const MARKS = { plain: '', good: '✅ ', warning: '⚠️ ', bad: '❌ ' }

export interface Message {
  /** What notifications and screen readers say. */
  text: string
  blocks: KnownBlock[]
}

/** Where a card is shown, as far as it changes what is shown. */
export interface Shown {
  /** Offer to show it to the whole channel. */
  shareable: boolean
}

/** A card as a Slack message: pure, total, within every limit. All of it is plain_text, so no name in it can become markup or a mention. */
export function renderCard(card: SealedCard, { shareable }: Shown): Message {
  const locale = localeShown([...(card.buttons ?? []), ...(card.fields ?? [])].map((one) => one.label))
  const top = [...heading(card), ...paragraphs(card, locale), ...fields(card, locale)]
  const tail = [...picture(card), ...pick(card), ...buttons(card, shareable, locale), ...smallPrint(card)]
  const items = itemBlocks(card, MOST_BLOCKS - top.length - tail.length, locale)
  const blocks = [...top, ...items, ...tail].slice(0, MOST_BLOCKS)
  return { text: fallback(card), blocks: blocks.length ? blocks : [section('–')] }
}

const section = (text: string, tail?: string): KnownBlock => ({
  type: 'section',
  text: plainText(text, LONGEST_SECTION, tail),
})

const marked = (card: SealedCard, text: string) => `${MARKS[card.tone ?? 'plain']}${text}`

const heading = (card: SealedCard): KnownBlock[] =>
  card.title?.trim() ? [{ type: 'header', text: label(marked(card, card.title), LONGEST_HEADER) }] : []

function paragraphs(card: SealedCard, locale: Locale): KnownBlock[] {
  const whole = clean((card.lines ?? []).join('\n')).trim()
  if (!whole) return []
  // One part more than is shown is enough to know that something is left out.
  const told = whole.slice(0, (MOST_TEXT_SECTIONS + 1) * LONGEST_SECTION).toWellFormed()
  const all = parts(card.title?.trim() ? told : marked(card, told), LONGEST_SECTION)
  const shown = all.slice(0, MOST_TEXT_SECTIONS)
  const last = shown.at(-1)
  if (all.length > shown.length && last) shown[shown.length - 1] = `${cut(last, LONGEST_SECTION - 60)}${say(locale).shortened}`
  return shown.map((text) => section(text))
}

function fields(card: SealedCard, locale: Locale): KnownBlock[] {
  const all = (card.fields ?? []).map((one) =>
    plainText(`${cut(oneLine(one.label), 200)}\n${one.value.trim() || '–'}`, LONGEST_FIELD, say(locale).shortened),
  )
  return chunks(all, FIELDS_A_SECTION)
    .slice(0, 5)
    .map((some) => ({ type: 'section', fields: some }))
}

function itemBlocks(card: SealedCard, room: number, locale: Locale): KnownBlock[] {
  const all = card.items ?? []
  const blocks: KnownBlock[] = []
  for (const [at, item] of all.entries()) {
    const wanted = itemAt(item, at, locale)
    const left = all.length - at
    if (blocks.length + wanted.length > room - (left > 1 ? 1 : 0)) {
      if (room > blocks.length) blocks.push(section(say(locale).more(left)))
      break
    }
    blocks.push(...wanted)
  }
  return blocks
}

function itemAt(item: NonNullable<SealedCard['items']>[number], at: number, locale: Locale): KnownBlock[] {
  const numbered = item.number === undefined ? item.text : `${item.number}. ${item.text}`
  const all = [item.heading, numbered, item.detail].filter(Boolean).join('\n')
  const text = plainText(all, LONGEST_SECTION, say(locale).shortened)
  const own = item.buttons ?? []
  if (own.length === 1) return [{ type: 'section', text, accessory: asButton(own[0]!, `item:${at}:0`) }]
  return [{ type: 'section', text }, ...actionBlocks(own, `item:${at}`)]
}

const picture = (card: SealedCard): KnownBlock[] => {
  if (!card.image) return []
  const alt = clean(card.image.alt).slice(0, 2_000).toWellFormed() || '–'
  const usable = isHttps(card.image.url)
  return usable ? [{ type: 'image', image_url: card.image.url, alt_text: alt }] : [section(alt)]
}

function pick(card: SealedCard): KnownBlock[] {
  const options = (card.pick?.options ?? []).filter((one) => one.token.length <= 150).slice(0, 100)
  if (!card.pick || options.length === 0) return []
  return [
    {
      type: 'actions',
      block_id: 'pick',
      elements: [
        {
          type: 'static_select',
          action_id: 'pick',
          placeholder: label(card.pick.placeholder, 150),
          options: options.map((one) => ({
            text: label(one.label, 75),
            value: one.token,
            ...(one.description?.trim() ? { description: label(one.description, 75) } : {}),
          })),
        },
      ],
    },
  ]
}

function buttons(card: SealedCard, shareable: boolean, locale: Locale): KnownBlock[] {
  const share = shareable && card.share ? [{ label: words(locale).share, token: card.share.token }] : []
  const links = (card.links ?? []).filter((one) => isHttps(one.url))
  const linkBlocks = chunks(
    links.slice(0, 25).map((one, at) => ({
      type: 'button' as const,
      action_id: `link:${at}`,
      text: label(one.label, 75),
      url: one.url,
    })),
    25,
  ).map((elements): KnownBlock => ({ type: 'actions', block_id: 'links', elements }))
  return [...linkBlocks, ...actionBlocks([...(card.buttons ?? []), ...share], 'press')]
}

const smallPrint = (card: SealedCard): KnownBlock[] =>
  card.context?.trim() ? [{ type: 'context', elements: [plainText(card.context, LONGEST_FIELD)] }] : []

function fallback(card: SealedCard): string {
  const said = [card.title, ...(card.lines ?? [])].filter((text) => text?.trim())
  const all = said.length
    ? said
    : [...(card.fields ?? []).map((one) => `${one.label}: ${one.value}`), ...(card.items ?? []).map((one) => one.text)]
  return escaped(cut(unmarked(clean(marked(card, all.join('\n'))).trim()), LONGEST_FALLBACK)) || '–'
}

export function chunks<T>(list: readonly T[], size: number): T[][] {
  const found: T[][] = []
  for (let at = 0; at < list.length; at += size) found.push(list.slice(at, at + size))
  return found
}

const isHttps = (url: string) => url.length <= 3_000 && /^https:\/\/[^\s<>"|]+$/.test(url) && URL.canParse(url)
