import type { App } from '@slack/bolt'
import type { Bot, Log } from '../../../bot/house.ts'
import { acknowledger, answersOf } from '../answer/answer.ts'
import type { Client } from '../client.ts'
import type { Self } from '../who-am-i.ts'
import type { Work } from '../work.ts'
import { listenToActions } from './actions.ts'
import { listenToCommands } from './commands.ts'
import { listenToEvents } from './events.ts'
import { listenToForms } from './forms.ts'
import { requestsFor } from './requests.ts'
import { listenToShortcuts } from './shortcuts.ts'

/** What every listener needs. `self` is known once the bot has asked Slack whose token it has; nothing is taken before that. */
export interface Listening {
  app: App
  bot: Bot
  work: Work
  self: () => Self
  requests: () => ReturnType<typeof requestsFor>
  answers: ReturnType<typeof answersOf>
  /** Acknowledges with nothing said; goes on even when Slack cannot be told. */
  acked: ReturnType<typeof acknowledger>
}

/** Binds everything that Slack can send to the bot. */
export function listen(
  app: App,
  { bot, client, log, work, self }: { bot: Bot; client: Client; log: Log; work: Work; self: () => Self },
): void {
  const listening: Listening = {
    app,
    bot,
    work,
    self,
    requests: () => requestsFor(client, self()),
    answers: answersOf(bot, client, log),
    acked: acknowledger(log),
  }
  listenToCommands(listening)
  listenToEvents(listening)
  listenToActions(listening)
  listenToShortcuts(listening)
  listenToForms(listening)
}
