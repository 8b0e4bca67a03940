import { createHash } from 'node:crypto'
import { type APIMessage, type REST, Routes } from 'discord.js'
import type { Address, Courier, Receipt } from '../../bot/house.ts'
import type { SealedCard } from '../../bot/sealed.ts'
import { type Rendered, renderCard } from './render/message.ts'
import { escaped } from './render/text.ts'
import { codeOf, deliveryError, UNKNOWN_CHANNEL } from './rest.ts'

/** The sending side, by REST alone: it works while the gateway is away. */
export interface Sender extends Courier {
  /** Discord itself knows by the nonce whether an earlier try went out, for a few minutes; so it need not be told. */
  deliver: (address: Address, card: SealedCard, id: string, again?: boolean) => Promise<Receipt>
  /** Posts into a channel; the same `id` again gives the message that stands already. Throws what REST throws. */
  post: (
    channel: string,
    message: Partial<Rendered>,
    id: string,
    more?: { replyTo?: string; calls?: string },
  ) => Promise<APIMessage>
}

export function senderOver(rest: REST): Sender {
  const post: Sender['post'] = async (channel, message, id, { replyTo, calls } = {}) =>
    (await rest.post(Routes.channelMessages(channel), {
      body: {
        ...message,
        nonce: nonceOf(id),
        enforce_nonce: true,
        allowed_mentions: { parse: [], replied_user: false, ...(calls && { users: [calls] }) },
        ...(replyTo && { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
      },
    })) as APIMessage
  const openDirect = async (user: string) =>
    ((await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as { id: string }).id

  const direct = async (user: string, known: string | undefined, message: Partial<Rendered>, id: string): Promise<APIMessage> => {
    if (!known) return post(await openDirect(user), message, id)
    try {
      return await post(known, message, id)
    } catch (error) {
      if (codeOf(error) !== UNKNOWN_CHANNEL) throw error
      return post(await openDirect(user), message, id)
    }
  }

  return {
    platform: 'discord',
    post,
    deliver: async ({ team, user, channel }, card, id) => {
      try {
        const sent = await direct(user, channel, announced(renderCard(card, { guild: false })), id)
        return { platform: 'discord', team, channel: sent.channel_id, message: sent.id }
      } catch (error) {
        throw deliveryError(error)
      }
    },
    announce: async ({ team, channel }, card, id) => {
      try {
        const sent = await post(channel, announced(renderCard(card, { guild: false })), id)
        return { platform: 'discord', team, channel, message: sent.id }
      } catch (error) {
        throw deliveryError(error)
      }
    },
    mention: async ({ team, user, usedIn = '' }, text, id) => {
      try {
        const sent = await post(usedIn, { content: `<@${user}> ${escaped(text)}` }, id, { calls: user })
        return { platform: 'discord', team, channel: usedIn, call: sent.id }
      } catch (error) {
        throw deliveryError(error)
      }
    },
    update: async ({ channel = '', message = '' }, card) => {
      try {
        const body = { ...renderCard(card, { guild: false }), allowed_mentions: { parse: [] } }
        await rest.patch(Routes.channelMessage(channel, message), { body })
      } catch (error) {
        throw deliveryError(error)
      }
    },
  }
}

// A phone's notification shows a message's content, not its embed: the title goes there.
function announced(message: Rendered): Rendered {
  const [first, ...rest] = message.embeds
  if (!first?.title) return message
  const { title, ...embed } = first
  const left = Object.keys(embed).some((key) => key !== 'color')
  return { ...message, content: `**${title}**`, embeds: left ? [embed, ...rest] : rest }
}

/** Discord takes at most 25 characters. */
const nonceOf = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, 25)
