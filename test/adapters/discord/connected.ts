import { discordAdapter } from '../../../src/adapters/discord/index.ts'
import { fakeDiscord } from '../../support/discord/index.ts'
import { smallHouse } from './small-house.ts'

/** The adapter on the small house, connected to a fake Discord with Ana (who manages it) and Bo. */
export async function connected(before: (discord: Awaited<ReturnType<typeof fakeDiscord>>) => void = () => {}) {
  const discord = await fakeDiscord()
  discord.user('ana', { name: 'Ana', manages: true, owns: true })
  discord.user('bo', { name: 'Bo', roles: ['1234567890123456789'] })
  before(discord)
  const house = smallHouse()
  const timing = { look: 20, patience: 3000, firstPause: 20, longestPause: 100 }
  const adapter = discordAdapter({ bot: house.bot, config: discord.config, log: house.log, timing })
  await adapter.start()
  return {
    discord,
    adapter,
    ...house,
    close: async () => {
      await adapter.stop()
      await discord.close()
    },
  }
}
