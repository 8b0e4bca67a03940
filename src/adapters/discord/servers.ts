import { type Client, Events, type Guild, PermissionFlagsBits } from 'discord.js'
import type { Presence } from '../../bot/grants.ts'
import type { Log } from '../../bot/house.ts'
import { localeOf } from '../../bot/text.ts'
import type { Sender } from './deliver.ts'
import { escaped } from './render/text.ts'
import { say } from './words.ts'
import type { Work } from './work.ts'

interface Parts {
  /** Left out where nobody keeps it. */
  presence: Presence | undefined
  sender: Sender
  work: Work
  log: Log
}

const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]

/** Keeps track of the servers that the bot is in: of those it was put out of while nobody listened, too. One it comes into is told what to do first. */
export function watchServers(client: Client, { presence, sender, work, log }: Parts): void {
  client.once(Events.ClientReady, (ready) =>
    work.take('the servers could not be compared', {}, async () => {
      const here = new Set(ready.guilds.cache.keys())
      await presence?.isIn([...here])
      const gone = (await presence?.known())?.filter((id) => !here.has(id) && isOurs(ready, id)) ?? []
      if (gone.length)
        log.warn({ servers: gone }, 'the bot was put out of servers meanwhile: nothing is sent there any more, their data stay')
      await presence?.isOut(gone)
    }),
  )
  client.on(Events.GuildDelete, ({ id }) =>
    work.take('a server was left and that could not be kept', { server: id }, async () => {
      log.warn({ server: id }, 'the bot was put out of a server: nothing is sent there any more, its data stay')
      await presence?.isOut([id])
    }),
  )
  client.on(Events.GuildCreate, (guild) =>
    work.take('a new server could not be greeted', { server: guild.id }, async () => {
      log.info({ server: guild.id }, 'the bot was let into a server')
      await presence?.isIn([guild.id])
      await greet(guild, sender)
    }),
  )
}

async function greet(guild: Guild, sender: Sender): Promise<void> {
  const { systemChannel: channel, members } = guild
  if (!channel || !members.me || !channel.permissionsFor(members.me).has(NEEDED)) return
  const content = escaped(say(localeOf(guild.preferredLocale)).hello(guild.name))
  await sender.post(channel.id, { content }, `hello ${guild.id} ${guild.joinedTimestamp}`)
}

/** Whether a server's events come to this process: https://docs.discord.com/developers/events/gateway#sharding */
function isOurs({ options }: Client<true>, guild: string): boolean {
  const { shards, shardCount } = options
  if (!Array.isArray(shards) || !shardCount) return true
  return shards.includes(Number((BigInt(guild) >> 22n) % BigInt(shardCount)))
}
