/** @import { Answer, Entry, Guide, Question, Suggestion } from '../wire.ts' */

/** Pauses before a request is sent again, in milliseconds. */
const PAUSES = [300, 1200]
/** Before the stream is opened again, in milliseconds. */
const REOPEN = 2000

const sleep = (/** @type {number} */ time) => new Promise((done) => setTimeout(done, time))

class Refused extends Error {}

/** @param {string} path @param {object} [body] @returns {Promise<any>} */
const call = (path, body) =>
  fetched(path, body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

/** @param {string} path @param {{ headers: Record<string, string>, body: BodyInit }} [post] */
async function fetched(path, post) {
  const response = await fetch(`/playground/api/${path}`, post && { method: 'POST', ...post })
  if (response.ok) return response.json()
  throw response.status < 500 ? new Refused(`refused: ${response.status}`) : new Error(`the bot answered ${response.status}`)
}

/** @param {string} path @param {object} [body] @returns {Promise<any>} */
const persistently = (path, body) => insisting(() => call(path, body))

/** @template T @param {() => Promise<T>} attempt */
async function insisting(attempt) {
  for (const pause of PAUSES) {
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof Refused) throw error
      await sleep(pause)
    }
  }
  return attempt()
}

/** @param {string} locale @returns {Promise<Guide>} */
export const getGuide = (locale) => persistently(`guide?locale=${encodeURIComponent(locale)}`)

/**
 * Asks with one id however often it has to be sent: what was done already is not done again, and answers the same.
 * @param {{ user: string, locale: string }} who @param {string} id @param {Question} ask @returns {Promise<Answer>}
 */
export const askBot = ({ user, locale }, id, ask) => persistently('ask', { user, locale, id, ask })

/** Sends a file, as it is. @param {{ user: string, locale: string }} who @param {string} id @param {File} file @returns {Promise<Answer>} */
export const dropFile = ({ user, locale }, id, file) => {
  const said = { 'X-User': user, 'X-Locale': locale, 'X-Id': id, 'X-File-Name': encodeURIComponent(file.name.slice(-200)) }
  return insisting(() => fetched('drop', { headers: { 'Content-Type': 'application/octet-stream', ...said }, body: file }))
}

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
