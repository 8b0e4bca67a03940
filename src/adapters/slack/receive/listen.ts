import type { App, Context } from '@slack/bolt'
import type { Bot, Log } from '../../../bot/house.ts'
import { type Answers, acknowledger, answersOf } from '../answer/answer.ts'
import type { Client } from '../client.ts'
import { seatIn } from '../seats.ts'
import type { Self } from '../who-am-i.ts'
import type { Work } from '../work.ts'
import { listenToActions } from './actions.ts'
import { listenToCommands } from './commands.ts'
import { listenToEvents } from './events.ts'
import { listenToForms } from './forms.ts'
import { type Requests, requestsFor } from './requests.ts'
import { listenToShortcuts } from './shortcuts.ts'

/** What every listener needs. */
export interface Listening {
  app: App
  bot: Bot
  work: Work
  /** The team that a request came from, with everything that goes through its token. */
  at: (context: Context) => There
  /** Acknowledges with nothing said; goes on even when Slack cannot be told. */
  acked: ReturnType<typeof acknowledger>
}

export interface There {
  self: Self
  client: Client
  requests: Requests
  answers: Answers
}

/** Binds everything that Slack can send to the bot. */
export function listen(app: App, { bot, log, work }: { bot: Bot; log: Log; work: Work }): void {
  const at = (context: Context): There => {
    const { self, client } = seatIn(context)
    return { self, client, requests: requestsFor(client, self), answers: answersOf(bot, client, log) }
  }
  const listening: Listening = { app, bot, work, at, acked: acknowledger(log) }
  listenToCommands(listening)
  listenToEvents(listening)
  listenToActions(listening)
  listenToShortcuts(listening)
  listenToForms(listening)
}
