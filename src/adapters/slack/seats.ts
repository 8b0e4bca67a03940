import type { Context } from '@slack/bolt'
import type { Client } from './client.ts'
import type { Self } from './who-am-i.ts'

/** The bot in one team: who it is there, and the client that carries that team's token. */
export interface Seat {
  self: Self
  client: Client
}

/** The teams that the bot is in. */
export interface Seats {
  /** Undefined where the bot is not installed, or its token cannot be read: nothing can be answered there. Costs no call of Slack's. */
  of: (team: string | undefined) => Promise<Seat | undefined>
}

/** In the one team whose token was set, whatever team a request names: people of a shared channel belong to others. */
export const onlySeat = (client: Client, self: () => Self): Seats => ({ of: async () => ({ client, self: self() }) })

/** What `authorize` found for a request. */
export const seatIn = (context: Context): Seat => {
  const { seat } = context as { seat?: Seat }
  if (!seat) throw new Error('a request came through for a team that the bot is not in')
  return seat
}
