import { vi } from 'vitest'
import { discordAdapter } from '../../../src/adapters/discord/index.ts'
import type { Adapter } from '../../../src/bot/house.ts'
import { presenceOf } from '../../../src/crm/workspaces/presence.ts'
import { createDelivery, type Delivery } from '../../../src/delivery/delivery.ts'
import { quiet } from '../quiet.ts'
import { rapport, type TestHouse } from '../rapport.ts'
import { type FakeDiscord, fakeDiscord } from './index.ts'

/** The role that the team's sales people have. */
export const SALES = '700000000000000001'

export interface DiscordHouse {
  house: TestHouse
  discord: FakeDiscord
  adapter: Adapter
  delivery: Delivery
  /** The clock goes on, and what is due then goes out. */
  comeTo: (at: string) => Promise<void>
  close: () => Promise<void>
}

/** The whole house with the real discord.js, on a Discord with Ana, who owns the server and is the first to come, and Bo of sales. */
export async function discordHouse(): Promise<DiscordHouse> {
  const house = await rapport()
  const discord = await fakeDiscord({ clock: 'stands' })
  discord.user('ana', { name: 'Ana', owns: true, manages: true })
  discord.user('bo', { name: 'Bo', roles: [SALES] })
  const adapter = discordAdapter({
    bot: house.bot,
    config: discord.config,
    log: quiet,
    presence: presenceOf(house.database.prisma, 'discord', house.clock.now),
  })
  await adapter.start()
  await vi.waitFor(() => {
    if (!adapter.ready()) throw new Error('not connected yet')
  }, 10_000)
  const delivery = createDelivery({
    database: house.database,
    registry: house.bot.registry,
    house: house.house,
    couriers: new Map([['discord', adapter.courier]]),
    log: quiet,
    wait: async () => undefined,
    jitter: () => 0,
  })
  return {
    house,
    discord,
    adapter,
    delivery,
    comeTo: async (at) => {
      house.clock.set(at)
      await delivery.tick()
    },
    close: async () => {
      await adapter.stop()
      await discord.close()
    },
  }
}

/** Acme Corp with Wei Zhang, and Acme Labs with Tom Fischer, added by Ana. */
export async function withCustomers({ discord }: DiscordHouse): Promise<void> {
  for (const [person, company] of [
    ['Wei Zhang', 'Acme Corp'],
    ['Tom Fischer', 'Acme Labs'],
  ] as const) {
    await discord.command('ana', 'crm', 'add company', { name: company })
    await discord.command('ana', 'crm', 'add contact', { name: person, company })
  }
}
