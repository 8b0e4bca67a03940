import type { Log } from '../../../bot/house.ts'
import type { SealedCard } from '../../../bot/sealed.ts'
import type { Client } from '../client.ts'
import { codeOf, persistently } from '../failures.ts'
import type { Origin } from '../origin.ts'
import { type Message, renderCard } from '../render/card.ts'

/** No preview of a page, and no markup in the fallback text. */
export const QUIET = { mrkdwn: false, unfurl_links: false, unfurl_media: false }

/** A response_url call may take this long (milliseconds). */
const CALL = 8_000

/** Brings cards to where they were asked for. */
export interface Post {
  card: (origin: Origin, card: SealedCard, replaces?: boolean) => Promise<void>
}

/** How a card looks where it goes. */
export const rendered = (origin: Origin, card: SealedCard): Message =>
  renderCard(card, { shareable: !origin.direct && !!origin.channel })

/** For the channel to see: only when it was asked in one. */
export const isPublic = (origin: Origin, card: SealedCard): boolean => card.visibility === 'channel' && !origin.direct

/**
 * Tries the ways in turn until one works: the direct message itself, the response_url, an ephemeral message, at last a direct message.
 * Throws what the last one threw.
 */
export function postWith(client: Client, log: Log): Post {
  return {
    card: async (origin, card, replaces = false) => {
      const message = rendered(origin, card)
      const seen = isPublic(origin, card)
      const ways = waysFor(client, origin, message, { replaces: replaces && mayReplace(origin, seen), seen })
      for (const [at, way] of ways.entries()) {
        try {
          return await way()
        } catch (error) {
          if (at === ways.length - 1) throw error
          log.debug({ error, code: codeOf(error) }, 'an answer goes another way')
        }
      }
    },
  }
}

// What is for one person's eyes never takes the place of a message that the channel sees, nor what is for the channel that of a private one.
const mayReplace = ({ direct, message }: Origin, seen: boolean): boolean => direct || (message?.ephemeral ?? true) !== seen

type Way = () => Promise<void>

function waysFor(client: Client, origin: Origin, message: Message, how: { replaces: boolean; seen: boolean }): Way[] {
  const { channel, user, responseUrl, message: pressed } = origin
  const inThread = origin.thread ? { thread_ts: origin.thread } : {}
  const ways: Way[] = []
  const quiet = { ...message, ...QUIET }

  if (how.replaces && pressed && !pressed.ephemeral && channel)
    ways.push(async () => void (await persistently(() => client.chat.update({ channel, ts: pressed.ts, ...message }))))
  if (origin.direct && channel && !(how.replaces && pressed?.ephemeral))
    ways.push(async () => void (await persistently(() => client.chat.postMessage({ channel, ...inThread, ...quiet }))))
  if (responseUrl) ways.push(() => persistently(() => respond(responseUrl, message, { ...how, ...inThread })))
  if (channel && !origin.direct)
    ways.push(async () => {
      const call = how.seen
        ? () => client.chat.postMessage({ channel, ...inThread, ...quiet })
        : () => client.chat.postEphemeral({ channel, user, ...inThread, ...message })
      await persistently<unknown>(call)
    })
  ways.push(() => inDirectMessage(client, user, quiet))
  return ways
}

async function respond(
  url: string,
  message: Message,
  how: { replaces: boolean; seen: boolean; thread_ts?: string },
): Promise<void> {
  const { replaces, seen, ...more } = how
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...message,
      ...QUIET,
      ...more,
      response_type: seen ? 'in_channel' : 'ephemeral',
      replace_original: replaces,
    }),
    signal: AbortSignal.timeout(CALL),
  })
  if (!answer.ok) throw new Error(`response_url: ${answer.status}`)
}

async function inDirectMessage(client: Client, user: string, message: Message): Promise<void> {
  const { channel } = await persistently(() => client.conversations.open({ users: user }))
  const into = channel?.id
  if (!into) throw new Error('Slack opened no direct channel')
  await persistently(() => client.chat.postMessage({ channel: into, ...message }))
}
