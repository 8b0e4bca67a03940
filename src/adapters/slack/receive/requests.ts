import type { Ask, Profile, Request } from '../../../bot/request.ts'
import type { Client } from '../client.ts'
import type { Origin } from '../origin.ts'
import type { Self } from '../who-am-i.ts'
import { channelIn } from './channel.ts'
import { profileOf } from './profile.ts'

/**
 * Which id is the same when Slack sends something again, and different for everything else:
 * - an event: its `event_id`; Slack repeats it up to three times;
 * - a command, a pressed button, a shortcut: its `trigger_id`, made anew each time a person does something; a socket envelope that was not
 *   acknowledged comes again with the same one;
 * - a form: the view's id with its hash. Sent twice it is the same form with the same content; mended after a fault it is the same id
 *   again, which is right, because a refused write was rolled back together with its claim on the id.
 */
export interface Asked {
  id: string
  ask: Ask
  origin: Origin
  /** What was typed, as Slack sends it: the channels in it are named by their ids. */
  sent?: string
  files?: Request['files']
}

export interface Requests {
  of: (asked: Asked) => Request
  place: (origin: Origin) => Request['place']
  profile: (user: string) => () => Promise<Profile>
}

export function requestsFor(client: Client, self: Self): Requests {
  const place = (origin: Origin): Request['place'] => ({
    platform: 'slack',
    team: self.team,
    user: origin.user,
    kind: origin.direct ? 'direct' : 'channel',
    channel: origin.channel,
    message: origin.message?.ts,
  })
  const profile = (user: string) => once(() => profileOf(client, self, user))
  const of = ({ id, ask, origin, sent = '', files }: Asked): Request => ({
    id,
    ask,
    place: place(origin),
    profile: profile(origin.user),
    channel: channelIn(client, self, origin.user, sent),
    files,
  })
  return { place, profile, of }
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask()
    return asked
  }
}

/** A direct channel's id begins with D: https://docs.slack.dev/reference/objects/conversation-object */
export const isDirect = (channel: string | undefined): boolean => channel?.startsWith('D') ?? true
