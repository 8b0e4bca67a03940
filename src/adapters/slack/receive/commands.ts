import type { Origin } from '../origin.ts'
import type { Listening } from './listen.ts'
import { isDirect } from './requests.ts'
import { plainOf } from './text.ts'

/** `/crm last acme`; `/last acme` is `/crm last acme`. */
export function listenToCommands({ app, bot, work, at }: Listening): void {
  const short = new Set(bot.registry.operations.filter((op) => op.short).map((op) => op.name))
  app.command(/^\/.+/, async ({ command, context, ack }) =>
    work.take('command', async () => {
      const origin: Origin = {
        user: command.user_id,
        channel: command.channel_id,
        direct: isDirect(command.channel_id),
        responseUrl: command.response_url,
      }
      const name = command.command.slice(1)
      const rest = plainOf(command.text ?? '')
      const text = short.has(name) ? `${name} ${rest}`.trim() : rest
      const { requests, answers } = at(context)
      const request = requests.of({ id: command.trigger_id, ask: { kind: 'line', text }, origin, sent: command.text })
      await answers.command(request, origin, command.trigger_id, (payload) => ack(payload as Parameters<typeof ack>[0]))
    }),
  )
}
