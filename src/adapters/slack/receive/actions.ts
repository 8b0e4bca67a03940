import type { BlockAction } from '@slack/bolt'
import type { Origin } from '../origin.ts'
import { readPressed } from '../render/form-card.ts'
import type { Listening } from './listen.ts'
import { isDirect } from './requests.ts'

/** A button, a choice of a select or overflow menu. Nothing can be said in this acknowledgement, so it is given at once. */
export function listenToActions({ app, work, at, acked }: Listening): void {
  app.action<BlockAction>({ type: 'block_actions' }, async ({ body, context, ack }) =>
    work.take('press', async () => {
      await acked(() => ack())
      const pressed = pressedValue(body.actions[0])
      if (!pressed) return
      const { token, kept } = readPressed(pressed)
      const origin = originOf(body)
      const { requests, answers } = at(context)
      const request = requests.of({ id: body.trigger_id, ask: { kind: 'press', token }, origin })
      await answers.acknowledged(request, origin, { trigger: body.trigger_id, kept })
    }),
  )
}

// A link button has no value: Slack opens the page, and there is nothing to do.
function pressedValue(action: BlockAction['actions'][number] | undefined): string | undefined {
  if (action?.type === 'button') return action.value
  if (action?.type === 'static_select' || action?.type === 'overflow') return action.selected_option?.value
  return undefined
}

function originOf(body: BlockAction): Origin {
  const { container } = body
  const channel = body.channel?.id ?? container?.channel_id
  const ts: string | undefined = body.message?.ts ?? container?.message_ts
  return {
    user: body.user.id,
    channel,
    direct: isDirect(channel),
    thread: body.message?.thread_ts ?? container?.thread_ts,
    responseUrl: body.response_url,
    ...(ts ? { message: { ts, ephemeral: container?.is_ephemeral === true } } : {}),
  }
}
