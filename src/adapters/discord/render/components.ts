import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { SealedButton, SealedCard } from '../../../bot/sealed.ts'
import type { Locale } from '../../../bot/text.ts'
import { words as botWords } from '../../../bot/words.ts'
import { say } from '../words.ts'
import { fitsAButton, numbersOf } from './embed.ts'
import { cut, oneLine } from './text.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>

const ROWS = 5
const IN_A_ROW = 5
const OPTIONS = 25
const LONGEST_ID = 100
const STYLES = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const

/**
 * The rows under a card: its entries' buttons, its own, its choice. What does not fit into five rows as buttons becomes menus, in which
 * five rows hold 125 actions; entries give way first, then the buttons after the first row.
 */
export function rowsOf(card: SealedCard, more: { share: boolean; locale: Locale }): Row[] {
  const words = say(more.locale)
  const own = ownButtons(card, more.share ? botWords(more.locale).share : undefined)
  const links = linkButtons(card)
  const numbers = numbersOf(card)
  const entries = (card.items ?? []).map((item, at) => (item.buttons ?? []).map((one) => entryButton(one, numbers[at])))
  const picks = menus('pick', optionsOf(card), card.pick?.placeholder ?? words.choose)

  const entryRows = rowsOfEntries(entries)
  const ownRows = chunks([...own.map(asButton), ...links], IN_A_ROW).map(row)
  if (entryRows.length + ownRows.length + picks.length <= ROWS) return unique([...entryRows, ...ownRows, ...picks])

  const entryMenus = menus(
    'entry',
    entries.flatMap((buttons, at) => buttons.map((one) => asOption(one, card.items?.[at]?.text))),
    words.choose,
  )
  if (entryMenus.length + ownRows.length + picks.length <= ROWS) return unique([...entryMenus, ...ownRows, ...picks])

  const rest = menus(
    'more',
    own.slice(IN_A_ROW).map((one) => asOption(one)),
    words.choose,
  )
  const first = chunks([...own.slice(0, IN_A_ROW).map(asButton), ...links].slice(0, IN_A_ROW), IN_A_ROW).map(row)
  return unique([...first, ...rest, ...picks, ...entryMenus].slice(0, ROWS))
}

const ownButtons = (card: SealedCard, shareLabel: string | undefined): SealedButton[] => [
  ...(card.buttons ?? []),
  ...(card.share && shareLabel ? [{ token: card.share.token, label: shareLabel }] : []),
]

const linkButtons = (card: SealedCard): APIButtonComponent[] =>
  (card.links ?? [])
    .filter((link) => fitsAButton(link.url))
    .map(({ label, url }) => ({ type: ComponentType.Button, style: ButtonStyle.Link, url, label: labelled(label, 80) }))

const entryButton = (one: SealedButton, number: number | undefined): SealedButton =>
  number === undefined ? one : { ...one, label: `${number}. ${one.label}` }

// One button each reads best side by side; entries with several get a row of their own.
const rowsOfEntries = (entries: SealedButton[][]): Row[] =>
  entries.every((buttons) => buttons.length <= 1)
    ? chunks(entries.flat().map(asButton), IN_A_ROW).map(row)
    : entries.flatMap((buttons) => chunks(buttons.map(asButton), IN_A_ROW).map(row))

const asButton = ({ token, label, style }: SealedButton): APIButtonComponent => ({
  type: ComponentType.Button,
  style: style ? STYLES[style] : ButtonStyle.Secondary,
  custom_id: token,
  label: labelled(label, 80),
})

const asOption = ({ token, label }: SealedButton, text?: string): APISelectMenuOption => ({
  value: token,
  label: labelled(label, 100),
  ...(text && oneLine(text) && { description: cut(oneLine(text), 100) }),
})

const optionsOf = (card: SealedCard): APISelectMenuOption[] =>
  (card.pick?.options ?? []).map(({ token, label, description }) => asOption({ token, label }, description))

const menus = (name: string, options: APISelectMenuOption[], placeholder: string): Row[] =>
  chunks(
    once(options, (option) => option.value),
    OPTIONS,
  ).map((some, at) =>
    row([
      {
        type: ComponentType.StringSelect,
        custom_id: `$${name}${at + 1}`,
        placeholder: labelled(placeholder, 150),
        options: some,
      },
    ]),
  )

const row = (components: APIComponentInMessageActionRow[]): Row => ({ type: ComponentType.ActionRow, components })
const labelled = (text: string, max: number) => cut(oneLine(text), max) || '…'

// Discord refuses a whole message for one id that stands twice or is too long.
function unique(rows: Row[]): Row[] {
  const taken = new Set<string>()
  const isNew = (one: APIComponentInMessageActionRow) => {
    if (!('custom_id' in one)) return true
    if (taken.has(one.custom_id) || one.custom_id.length > LONGEST_ID || !one.custom_id) return false
    return Boolean(taken.add(one.custom_id))
  }
  return rows.map((one) => row(one.components.filter(isNew))).filter((one) => one.components.length > 0)
}

const once = <T>(list: T[], key: (one: T) => string): T[] => [...new Map(list.map((one) => [key(one), one])).values()]

const chunks = <T>(list: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
