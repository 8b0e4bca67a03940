import type { GlobalShortcut, MessageShortcut } from '@slack/bolt'
import type { Origin } from '../origin.ts'
import { linkTo } from '../who-am-i.ts'
import { filesOf, type SharedFile } from './files.ts'
import type { Listening } from './listen.ts'
import { isDirect } from './requests.ts'
import { plainOf } from './text.ts'

/** "Log to CRM" on somebody's message, and the global shortcuts: the callback id is `message:` or `global:` and the operation's name. */
export function listenToShortcuts({ app, work, at, acked }: Listening): void {
  app.shortcut<MessageShortcut>({ type: 'message_action' }, async ({ shortcut, context, ack }) =>
    work.take('message shortcut', async () => {
      await acked(() => ack())
      const { self, client, requests, answers } = at(context)
      const { message, channel, user } = shortcut
      const origin: Origin = {
        user: user.id,
        channel: channel.id,
        direct: isDirect(channel.id),
        responseUrl: shortcut.response_url,
        thread: typeof message.thread_ts === 'string' ? message.thread_ts : undefined,
      }
      const files = filesOf(client, message.files as SharedFile[] | undefined)
      const ask = {
        kind: 'message' as const,
        operation: operationOf(shortcut.callback_id),
        text: plainOf(message.text ?? ''),
        url: linkTo(self, channel.id, message.ts),
        author: message.user,
      }
      await answers.acknowledged(requests.of({ id: shortcut.trigger_id, ask, origin, files }), origin, {
        trigger: shortcut.trigger_id,
      })
    }),
  )
  app.shortcut<GlobalShortcut>({ type: 'shortcut' }, async ({ shortcut, context, ack }) =>
    work.take('shortcut', async () => {
      await acked(() => ack())
      const { requests, answers } = at(context)
      const origin: Origin = { user: shortcut.user.id, direct: true }
      const ask = { kind: 'shortcut' as const, operation: operationOf(shortcut.callback_id) }
      await answers.acknowledged(requests.of({ id: shortcut.trigger_id, ask, origin }), origin, {
        trigger: shortcut.trigger_id,
      })
    }),
  )
}

const operationOf = (callbackId: string) => callbackId.replace(/^(message|global):/, '')
