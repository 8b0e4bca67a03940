import type { NamedChannel } from '../../../bot/request.ts'
import type { Client } from '../client.ts'
import { codeOf } from '../failures.ts'
import { escaped } from '../render/text.ts'
import type { Self } from '../who-am-i.ts'

/** `<#C012AB3CD|sales>`, or without the name: how Slack sends a channel that somebody chose from its list. */
const MENTIONED = /<#([A-Z0-9]{1,20})(?:\|([^<>]*))?>/g

/** The bot is not in it, or nobody may write there. */
const CLOSED = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'])

/**
 * Finds the channel that was named in what Slack sent. Whether the bot is in it no method tells within its scopes: so it says something there that
 * only who asks can see, and hears whether that may be. To somebody who is not in the channel nothing can be said: then it is not known.
 */
export const channelIn =
  (client: Client, self: Self, user: string, sent: string) =>
  async (typed: string, hello: string): Promise<NamedChannel | undefined> => {
    const named = [...`${sent} ${typed}`.matchAll(MENTIONED)].map(([, id = '', name]) => ({
      id,
      name: name ? `#${name}` : undefined,
    }))
    const found = named.find(({ id, name }) => typed === name || typed.startsWith(`<#${id}`))
    if (!found) return undefined
    const open = await mayWrite(client, found.id, user, hello)
    return { team: self.team, channel: found.id, name: found.name, open }
  }

async function mayWrite(client: Client, channel: string, user: string, hello: string): Promise<boolean | undefined> {
  try {
    await client.chat.postEphemeral({ channel, user, text: escaped(hello) })
    return true
  } catch (error) {
    return CLOSED.has(codeOf(error) ?? '') ? false : undefined
  }
}
