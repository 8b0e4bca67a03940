import { DeliveryError } from '../../bot/errors.ts'
import type { Address, Courier, Log, Receipt } from '../../bot/house.ts'
import type { SealedCard } from '../../bot/sealed.ts'
import { QUIET } from './answer/post.ts'
import type { Client } from './client.ts'
import { asDeliveryError } from './failures.ts'
import { renderCard } from './render/card.ts'
import { escaped } from './render/text.ts'
import type { Through } from './tenancy.ts'

const EVENT = 'rapport_message'
/** Newest messages looked through for one that may have gone out. */
const LOOKED_THROUGH = 100

/**
 * Sends direct messages, and messages into channels, each with the token of its team. Slack has no key that keeps a message from being posted twice, so each carries its id as
 * metadata, and a direct one that may have gone out before is looked for first. A channel's history the bot may not read: its scopes do not reach
 * so far, on purpose.
 */
export function courierOver(through: Through, log: Log): Courier {
  const told = async <T>(team: string, work: (client: Client) => Promise<T>): Promise<T> => {
    try {
      return await through(team, work)
    } catch (error) {
      throw asDeliveryError(error)
    }
  }
  return {
    platform: 'slack',
    deliver: (address, card, id, again) =>
      told(address.team, async (client) => {
        const channel = address.channel ?? (await directChannel(client, address.user))
        const before = again ? await findSent(client, channel, id) : undefined
        if (before) log.info({ id }, 'a message had gone out already')
        const ts = before ?? (await send(client, channel, card, id))
        return receipt(address, channel, ts)
      }),
    announce: ({ team, channel }, card, id) =>
      told(team, async (client) => ({ platform: 'slack', team, channel, ts: await send(client, channel, card, id) })),
    mention: ({ team, user, usedIn = '' }, text) =>
      told(team, async (client) => {
        const { message_ts } = await client.chat.postEphemeral({ channel: usedIn, user, text: escaped(text) })
        return { platform: 'slack', team, channel: usedIn, call: message_ts ?? '' }
      }),
    update: async ({ team, channel, ts }, card) => {
      if (!channel || !ts) throw new DeliveryError('this receipt names no Slack message', { permanent: true })
      await told(team, (client) => client.chat.update({ channel, ts, ...renderCard(card, { shareable: false }) }))
    },
  }
}

const receipt = (address: Address, channel: string, ts: string): Receipt => ({
  platform: 'slack',
  team: address.team,
  channel,
  ts,
})

async function directChannel(client: Client, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user })
  if (!channel?.id) throw new Error('Slack opened no direct channel')
  return channel.id
}

async function findSent(client: Client, channel: string, id: string): Promise<string | undefined> {
  const { messages } = await client.conversations.history({ channel, include_all_metadata: true, limit: LOOKED_THROUGH })
  return messages?.find((one) => one.metadata?.event_type === EVENT && isFor(one.metadata.event_payload, id))?.ts
}

const isFor = (payload: unknown, id: string) =>
  typeof payload === 'object' && payload !== null && 'id' in payload && payload.id === id

async function send(client: Client, channel: string, card: SealedCard, id: string): Promise<string> {
  const { ts } = await client.chat.postMessage({
    channel,
    ...renderCard(card, { shareable: false }),
    ...QUIET,
    metadata: { event_type: EVENT, event_payload: { id } },
  })
  if (!ts) throw new Error('Slack gave the message no ts')
  return ts
}
