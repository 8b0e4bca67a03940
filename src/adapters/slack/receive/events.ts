import type { SlackEventMiddlewareArgs } from '@slack/bolt'
import { onceForEach } from '../once.ts'
import type { Origin } from '../origin.ts'
import { linkTo } from '../who-am-i.ts'
import { filesOf, type SharedFile } from './files.ts'
import type { Listening, There } from './listen.ts'
import { plainOf, withoutMention } from './text.ts'

/** A direct message, or a mention in a channel: acknowledged when it was answered, see late-ack.ts. */
export function listenToEvents({ app, work, at }: Listening): void {
  const once = onceForEach()
  const said = async (there: There, eventId: string, origin: Origin & { channel: string }, event: Said) => {
    const { self: me, client, requests, answers } = there
    const { ts, text: typed = '' } = event
    const files = filesOf(client, event.files)
    const text = plainOf(withoutMention(typed, me.botUser))
    // Nobody else can follow a link into somebody's direct messages.
    const ask = { kind: 'say' as const, text, ...(!origin.direct && { url: linkTo(me, origin.channel, ts) }) }
    await once(eventId, () => answers.acknowledged(requests.of({ id: eventId, ask, origin, sent: typed, files }), origin))
  }

  app.event('app_mention', async ({ event, body, context }) =>
    work.take('mention', async () => {
      if (!event.user || isBots(event)) return
      const origin = { user: event.user, channel: event.channel, direct: false, thread: event.thread_ts }
      await said(at(context), body.event_id, origin, event)
    }),
  )
  app.event('message', async ({ event, body, context }) =>
    work.take('direct message', async () => {
      // Edits, deletions, joins: all of them carry a subtype.
      if (event.channel_type !== 'im' || !isSaid(event) || isBots(event) || !event.user) return
      const origin = { user: event.user, channel: event.channel, direct: true, thread: event.thread_ts }
      await said(at(context), body.event_id, origin, event as Said)
    }),
  )
}

type Message = SlackEventMiddlewareArgs<'message'>['event']

/** What both kinds of message carry. */
interface Said {
  ts: string
  text?: string
  files?: SharedFile[]
}

const isSaid = (event: Message): event is Extract<Message, { subtype: undefined | 'file_share' }> =>
  event.subtype === undefined || event.subtype === 'file_share'

const isBots = (event: object) => 'bot_id' in event && Boolean(event.bot_id)
