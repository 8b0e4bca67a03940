import { type Client, Events } from 'discord.js'
import type { Presence } from '../../bot/grants.ts'
import type { Adapter, Bot, Log } from '../../bot/house.ts'
import { waitingForms } from './answer/forms.ts'
import { makeClient } from './client.ts'
import { discordManifest } from './commands/manifest.ts'
import { registerCommands } from './commands/register.ts'
import { keepConnected, TIMING, type Timing } from './connection.ts'
import { senderOver } from './deliver.ts'
import { inviteLink } from './invite.ts'
import { listen } from './listen.ts'
import { type DiscordConfig, impatientRest } from './rest.ts'
import { watchServers } from './servers.ts'
import { work as workOf } from './work.ts'

/** What stopping waits for at most, in milliseconds. */
const LONGEST_GOODBYE = 10_000

/**
 * Discord: it only translates between Discord and the bot. Throws at once when the registry makes commands Discord would refuse;
 * never because Discord is away: it keeps trying, and `ready` tells.
 */
export function discordAdapter(given: {
  bot: Bot
  config: DiscordConfig
  log: Log
  timing?: Partial<Timing>
  presence?: Presence
}): Adapter {
  const { bot, config, log } = given
  const commands = discordManifest(bot.registry)
  const rest = impatientRest(config)
  const sender = senderOver(rest)
  const work = workOf(log)
  const forms = waitingForms()

  const client = (retired: () => boolean): Client => {
    const made = makeClient(config, retired, log)
    listen(made, { bot, sender, forms, work, log })
    watchServers(made, { presence: given.presence, sender, work, log })
    made.once(Events.ClientReady, (ready) => {
      log.info({ servers: ready.guilds.cache.size, shards: ready.options.shards }, 'connected to discord')
      if (!isFirst(ready)) return
      if (ready.guilds.cache.size === 0)
        log.warn(
          { invite: inviteLink(ready.application.id) },
          'in no server yet: whoever manages one lets the bot in by this link',
        )
      work.take('the commands could not be registered', {}, async () => {
        if (await registerCommands(rest, ready.application.id, commands)) log.info({}, 'registered the commands with discord')
      })
    })
    return made
  }
  const connection = keepConnected(client, config.token, { ...TIMING, ...given.timing }, log)

  return {
    platform: 'discord',
    courier: sender,
    start: async () => connection.start(),
    stop: async () => {
      await work.close(LONGEST_GOODBYE)
      await connection.stop()
    },
    ready: connection.ready,
  }
}

// Of several processes the one with the first shard registers the commands; it hears the direct messages too.
const isFirst = ({ options }: Client<true>): boolean => !Array.isArray(options.shards) || options.shards.includes(0)
