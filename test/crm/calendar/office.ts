import type { SealedAnswer } from '../../../src/bot/house.ts'
import { showPages } from '../../../src/http/pages.ts'
import { httpServer } from '../../../src/http/server.ts'
import { cardOf, textOf } from '../../support/rapport.ts'
import { people } from '../tasks/people.ts'

/** The people with their tasks, and the bot's own pages over HTTP. All that was logged is kept. */
export async function office() {
  const all = await people()
  const logged: unknown[] = []
  const keep = (facts: object, what: string) => void logged.push([facts, what])
  const log = { debug: keep, info: keep, warn: keep, error: keep }
  const http = httpServer({ host: '127.0.0.1', port: 0, log })
  showPages(http.app, all.house.bot.registry.pages, { ...all.house.house, log })
  const url = await http.start()
  /** Asks for an address as it stands in a card. */
  const ask = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(address.replace('http://127.0.0.1:3000', url), { headers, method })
  const feed = async (address: string) => (await ask(address)).text()
  return { ...all, http, url, ask, feed, logged }
}

/** The secret address that an answer shows. */
export function addressIn(answer: SealedAnswer): string {
  const found = /https?:\/\/\S+\/calendar\/\S+\.ics/.exec(textOf(cardOf(answer)))?.[0]
  if (!found) throw new Error(`no address in: ${textOf(cardOf(answer))}`)
  return found
}
