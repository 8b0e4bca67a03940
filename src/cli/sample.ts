import { PEOPLE, placeOf, profileOf } from '../adapters/playground/index.ts'
import type { Bot } from '../bot/house.ts'
import type { Config } from '../config.ts'

/**
 * Loads the sample company as the playground's first person does by a click; a workspace that has customers refuses it. Its request has
 * always the same id: who took the sample back does not get it again at the next start.
 */
export async function loadSample(bot: Bot, { timeZone, locale }: Pick<Config, 'timeZone' | 'locale'>): Promise<void> {
  const [first] = PEOPLE
  await bot.dispatch({
    id: 'playground:start:sample',
    place: placeOf(first.id),
    ask: { kind: 'line', text: 'sample' },
    locale,
    profile: async () => profileOf(first.id, timeZone, locale),
  })
}
