/** @import { Answer, Entry, Guide, Question, Suggestion } from '../wire.ts' */

/** Pauses before a request is sent again, in milliseconds. */
const PAUSES = [300, 1200]
/** Before the stream is opened again, in milliseconds. */
const REOPEN = 2000

const sleep = (/** @type {number} */ time) => new Promise((done) => setTimeout(done, time))

class Refused extends Error {}

/** @param {string} path @param {object} [body] */
async function call(path, body) {
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`/playground/api/${path}`, body && post)
  if (response.ok) return response.json()
  throw response.status < 500 ? new Refused(`refused: ${response.status}`) : new Error(`the bot answered ${response.status}`)
}

/** @param {string} path @param {object} [body] */
async function persistently(path, body) {
  for (const pause of PAUSES) {
    try {
      return await call(path, body)
    } catch (error) {
      if (error instanceof Refused) throw error
      await sleep(pause)
    }
  }
  return call(path, body)
}

/** @param {string} locale @returns {Promise<Guide>} */
export const getGuide = (locale) => persistently(`guide?locale=${encodeURIComponent(locale)}`)

/**
 * Asks with one id however often it has to be sent: what was done already is not done again, and answers the same.
 * @param {{ user: string, locale: string }} who @param {string} id @param {Question} ask @returns {Promise<Answer>}
 */
export const askBot = ({ user, locale }, id, ask) => persistently('ask', { user, locale, id, ask })

/**
 * @param {{ user: string, locale: string }} who @param {{ operation: string, field: string, typed: string }} typed
 * @returns {Promise<Suggestion[]>} none when the bot cannot say
 */
export const suggest = ({ user, locale }, { operation, field, typed }) =>
  call('suggest', { user, locale, operation, field, typed: typed.slice(0, 200) }).catch(() => [])

/**
 * Follows what is pushed to somebody, for ever, until stopped.
 * @param {string} user @param {{ entry: (entry: Entry) => void, connected: (is: boolean) => void }} tell
 */
export function follow(user, { entry, connected }) {
  /** @type {EventSource} */
  let events
  let stopped = false
  const open = () => {
    if (stopped) return
    events = new EventSource(`/playground/api/events?user=${encodeURIComponent(user)}`)
    events.onmessage = ({ data }) => entry(JSON.parse(data))
    events.onopen = () => connected(true)
    events.onerror = () => {
      connected(false)
      // A browser gives up for good on a refusal, for example while the bot starts.
      events.close()
      setTimeout(open, REOPEN)
    }
  }
  open()
  return () => {
    stopped = true
    events.close()
  }
}
