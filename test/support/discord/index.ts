import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Acts, actsOf } from './acts.ts'
import { gatewayOn } from './gateway.ts'
import { guildJson, userJson } from './payloads.ts'
import { restOf } from './rest.ts'
import type { FakeMessage, FakeUser } from './types.ts'
import { type Failure, person, TOKEN, type World, world as worldOf } from './world.ts'

/** A Discord on loopback that refuses what Discord refuses, and hands to do in it what people do. */
export interface FakeDiscord extends Acts {
  /** What the adapter is configured with. */
  config: { token: string; apiUrl: string }
  world: World
  /** Adds somebody; the first one owns the server unless somebody `owns` it. */
  user: (key: string, more?: Partial<FakeUser> & { owns?: boolean }) => FakeUser
  /** The messages in somebody's direct messages that the bot sent. */
  messagesTo: (key: string) => FakeMessage[]
  /** The messages in the server's channel that everybody sees, by the bot. */
  messagesInChannel: () => FakeMessage[]
  /** Waits until the bot has sent somebody a direct message that fits, and gives it. */
  messageTo: (key: string, fits?: (message: FakeMessage) => boolean) => Promise<FakeMessage>
  until: World['until']
  /** The next requests that match get this instead. `times` 1 unless said. */
  fail: (match: RegExp, answer: Failure['answer'], times?: number) => void
  /** Discord's clock goes on by so many milliseconds: 3 s and 15 min are over without waiting. */
  passTime: (milliseconds: number) => void
  gateway: ReturnType<typeof gatewayOn>
  close: () => Promise<void>
}

/** With `clock: 'stands'` its time goes on by `passTime` alone, so that no answer is late because the machine is busy. */
export async function fakeDiscord(more: { clock?: 'stands' } = {}): Promise<FakeDiscord> {
  let ahead = 0
  const begun = Date.now()
  const world = worldOf(() => (more.clock === 'stands' ? begun : Date.now()) + ahead)
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const address = `ws://127.0.0.1:${port}/gateway`
  world.address = `http://127.0.0.1:${port}`
  const gateway = gatewayOn(server, world, () => address)
  server.on(
    'request',
    restOf(world, () => address),
  )

  const sentTo = (channel: string) =>
    [...world.messages.values()].filter(
      (message) => message.channel === channel && !message.author && !message.ephemeral && !message.deleted,
    )
  const channelOf = (key: string) => {
    const user = world.users.get(key)
    if (!user) throw new Error(`there is no user ${key}`)
    return user.channel
  }
  const messagesTo = (key: string) => sentTo(channelOf(key))
  return {
    ...actsOf(world, gateway),
    config: { token: TOKEN, apiUrl: `http://127.0.0.1:${port}/api` },
    world,
    gateway,
    user: (key, more = {}) => {
      const { owns, ...given } = more
      const user = person({ key, id: world.id(), name: key, channel: world.id(), ...given })
      world.users.set(key, user)
      if (owns || !world.guild.owner) world.guild.owner = user.id
      if (gateway.connected())
        gateway.tell('GUILD_MEMBER_ADD', {
          guild_id: world.guild.id,
          user: userJson(user),
          roles: user.roles,
          joined_at: '2026-01-01T00:00:00.000000+00:00',
          deaf: false,
          mute: false,
          flags: 0,
        })
      if (gateway.connected() && world.guild.in) gateway.tell('GUILD_UPDATE', guildJson(world))
      return user
    },
    messagesTo,
    messagesInChannel: () => sentTo(world.guild.channel),
    messageTo: async (key, fits = () => true) => {
      await world.until(() => messagesTo(key).some(fits), `a direct message to ${key}`)
      return messagesTo(key).findLast(fits)!
    },
    until: world.until,
    fail: (match, answer, times = 1) => {
      world.failures.push({ match, answer, times })
    },
    passTime: (milliseconds) => {
      ahead += milliseconds
    },
    close: async () => {
      gateway.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
