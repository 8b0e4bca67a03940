import { type APIMessage, type Message, Routes } from 'discord.js'
import { DeliveryError } from '../../../bot/errors.ts'
import type { Log, SealedAnswer } from '../../../bot/house.ts'
import type { SealedCard } from '../../../bot/sealed.ts'
import type { Sender } from '../deliver.ts'
import { renderCard } from '../render/message.ts'
import { localeShown, say } from '../words.ts'
import { openerOf, type WaitingForms } from './forms.ts'
import { PATIENCE, within } from './respond.ts'

interface Around {
  sender: Sender
  forms: WaitingForms
  log: Log
}

/**
 * Answers something said. In a direct message: right there. To a mention in a server, where everybody reads along and no message can be
 * for one person alone: by direct message, with a word in the channel; only what is meant for the channel is said in the channel.
 * Throws what Discord's REST throws.
 */
export async function answerSaid(message: Message, answer: Promise<SealedAnswer>, around: Around): Promise<void> {
  if (!(await within(PATIENCE, answer))) await showTyping(message, around.log)
  const ready = await answer
  const card = ready.kind === 'form' ? openerOf(ready.form, undefined) : ready.card
  const sent = await send(message, card, around)
  if (sent && ready.kind === 'form') around.forms.keep(sent, message.author.id, ready.form)
}

/** The id of the message that holds the card, if there is one. */
async function send(message: Message, card: SealedCard, { sender }: Around): Promise<string | undefined> {
  const { channelId, guildId, author, id } = message
  if (!guildId || card.visibility === 'channel') {
    const posted: APIMessage = await sender.post(
      channelId,
      renderCard(card, { guild: Boolean(guildId) }),
      id,
      guildId ? { replyTo: id } : {},
    )
    return posted.id
  }
  const words = say(
    localeShown(
      (card.buttons ?? []).map((one) => one.label),
      undefined,
    ),
  )
  try {
    const receipt = await sender.deliver({ platform: 'discord', team: guildId, user: author.id }, card, id)
    await sender.post(channelId, { content: words.inDirectMessage }, `${id}:said`, { replyTo: id })
    return receipt.message
  } catch (error) {
    if (!(error instanceof DeliveryError && error.permanent)) throw error
    await sender.post(channelId, { content: words.directMessagesClosed }, `${id}:closed`, { replyTo: id })
    return undefined
  }
}

async function showTyping(message: Message, log: Log): Promise<void> {
  try {
    await message.client.rest.post(Routes.channelTyping(message.channelId))
  } catch (error) {
    log.debug({ error }, 'could not show that an answer is being written')
  }
}
