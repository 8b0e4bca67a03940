import { Client, type ClientOptions, GatewayIntentBits, Options, Partials, SimpleShardingStrategy } from 'discord.js'
import type { Log } from '../../bot/house.ts'
import { type DiscordConfig, restOptions } from './rest.ts'

/**
 * No privileged intent: Discord gives the content of direct messages, of messages that mention the bot, and of the message a command
 * was used on without the one for message content, and everything else comes with interactions.
 */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] as const

/**
 * A client of ours, not yet connected. `retired` says that it was given up: the library, which may be between two attempts to reconnect
 * when it is destroyed and would go on with them, then never opens a connection again.
 */
export const makeClient = (config: DiscordConfig, retired: () => boolean, log: Log): Client =>
  new Client({
    intents: [...INTENTS],
    partials: [Partials.Channel, Partials.Message],
    ...shardsOf(config),
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      GuildMemberManager: { maxSize: 500, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    rest: { ...restOptions(config), retries: 1 },
    ws: { buildStrategy: guarded(retired, log) },
  })

const shardsOf = ({ shards }: DiscordConfig): Pick<ClientOptions, 'shards' | 'shardCount'> =>
  shards === 'auto' ? { shards } : shards ? { shards: shards.ids, shardCount: shards.count } : {}

// The library lets an event it cannot read end the process: here such an event is logged and left.
const guarded =
  (retired: () => boolean, log: Log): NonNullable<ClientOptions['ws']>['buildStrategy'] =>
  (manager) => {
    const session = manager.options.retrieveSessionInfo
    manager.options.retrieveSessionInfo = (shard) => (retired() ? new Promise(() => {}) : session(shard))
    manager.emit = new Proxy(manager.emit, {
      apply: (emit, self, event: unknown[]) => {
        try {
          return Reflect.apply(emit, self, event)
        } catch (error) {
          log.error({ event: event[0], error }, 'an event of discord could not be read')
          return true
        }
      },
    })
    return new SimpleShardingStrategy(manager)
  }
