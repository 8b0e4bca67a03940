import type { App } from '@slack/bolt'
import type { Log } from '../../../bot/house.ts'
import { notInstalled } from './words.ts'

/** A removal comes from a team whose token may be gone already. */
const GOODBYES = new Set(['app_uninstalled', 'tokens_revoked'])

/** Answers a team whose token is not kept, or cannot be read, or that let the bot in for a whole organization: a command hears what to do. */
export function refuseOutsiders(app: App, installUrl: string, log: Log): void {
  app.use(async ({ context, body, next, ...args }) => {
    if (context.seat || ('event' in body && GOODBYES.has(body.event.type))) return next()
    log.warn(
      { team: context.teamId, organization: context.isEnterpriseInstall },
      'a request from a Slack team without a token of ours',
    )
    if ('command' in args) {
      const text = notInstalled(installUrl)
      return args.ack({ response_type: 'ephemeral', text, blocks: [{ type: 'section', text: { type: 'plain_text', text } }] })
    }
    if ('ack' in args && typeof args.ack === 'function') await (args.ack as () => Promise<void>)()
  })
}
