import type { APIEmbed } from 'discord.js'
import type { SealedCard } from '../../../bot/sealed.ts'
import { localeShown } from '../words.ts'
import { type Row, rowsOf } from './components.ts'
import { embedOf } from './embed.ts'

export interface Rendered {
  content: string
  embeds: APIEmbed[]
  components: Row[]
}

/**
 * A card as a Discord message: one embed and rows of buttons. Not Components V2, on purpose: V2 cannot be taken back once a message
 * has it, holds 40 components in all where a list of ten tasks with three buttons each needs 60, and a message
 * that was sent with one form could not be replaced by an answer in the other.
 * Pure and total: any card becomes a message that Discord takes. `content` is emptied, so that an update leaves nothing old standing.
 */
export function renderCard(card: SealedCard, more: { guild: boolean; locale?: string }): Rendered {
  const locale = localeShown(labelsOf(card), more.locale)
  return { content: '', embeds: [embedOf(card, locale)], components: rowsOf(card, { share: more.guild, locale }) }
}

const labelsOf = (card: SealedCard): string[] =>
  [...(card.buttons ?? []), ...(card.items ?? []).flatMap((item) => item.buttons ?? [])].map((one) => one.label)
