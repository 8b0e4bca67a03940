import type { SlackViewAction, ViewOutput } from '@slack/bolt'
import type { Ack } from '../answer/answer.ts'
import { unpack } from '../origin.ts'
import { FIELD, FORM, option, renderStale } from '../render/form.ts'
import { within } from '../within.ts'
import { localeShown, say } from '../words.ts'
import type { Listening } from './listen.ts'

/** Slack waits three seconds for choices while somebody types; typed words are offered even when nothing was found in time. */
const LOOKING = 2_000
const LONGEST_VALUE = 150

/** A form that was sent, and what is typed into one of its customer or member fields. */
export function listenToForms({ app, bot, work, at }: Listening): void {
  app.view({ type: 'view_submission', callback_id: FORM }, async ({ view, body, context, ack }) =>
    work.take('submission', async () => {
      const carried = unpack(view.private_metadata)
      if (!carried) return ack({ response_action: 'update', view: renderStale() })
      const origin = { ...carried.origin, user: body.user.id }
      const values = filledIn(view)
      const id = `${view.id}:${view.hash}`
      const { requests, answers } = at(context)
      const request = requests.of({ id, ask: { kind: 'submit', token: carried.token, values }, origin })
      await answers.submission(request, origin, Object.keys(values), (payload) => (ack as Ack)(payload))
    }),
  )
  app.options(/.*/, async ({ payload, body, context, ack }) =>
    work.take('suggestions', async () => {
      const { requests } = at(context)
      const typed = payload.value.trim().slice(0, LONGEST_VALUE).toWellFormed()
      const carried = 'view' in body && body.view ? unpack(body.view.private_metadata) : undefined
      const field = 'block_id' in payload ? payload.block_id.replace(FIELD, '') : ''
      const found =
        (carried?.operation &&
          (await within(
            LOOKING,
            bot.suggest({
              place: requests.place({ ...carried.origin, user: body.user.id }),
              operation: carried.operation,
              field,
              typed,
              profile: requests.profile(body.user.id),
            }),
          ))) ||
        []
      const usable = found.filter((one) => one.value && one.value.length <= LONGEST_VALUE).slice(0, 99)
      const asTyped = typed
        ? [option(typed, say(localeShown([('view' in body && body.view?.submit?.text) || ''])).asTyped(typed))]
        : []
      await ack({ options: [...usable.map((one) => option(one.value, one.label)), ...asTyped] })
    }),
  )
}

function filledIn(view: ViewOutput | SlackViewAction['view']): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [block, actions] of Object.entries(view.state.values)) {
    const one = Object.values(actions)[0]
    if (block.startsWith(FIELD)) values[block.slice(FIELD.length)] = one?.selected_option?.value ?? one?.value ?? ''
  }
  return values
}
