/** @import { SealedCard, Entry } from '../wire.ts' */

/**
 * `locales`: the language of each person who has asked for one.
 * `sent`: what was asked when the words shown are others. `state`: a line still on its way, or one that did not get through.
 * `isFile`: `mine` is the name of a file.
 * @typedef {{ id: string, at: number, mine?: string, isFile?: boolean, sent?: string, card?: SealedCard, from?: string, channel?: string, state?: 'sending' | 'failed' }} Message
 * @typedef {{ user: string, locale: string, locales: Record<string, string>, theme: 'system' | 'light' | 'dark' }} Settings
 */

/** A chat page shows no more. */
const MOST_KEPT = 300

/** @template T @param {string} key @param {T} otherwise @returns {T} */
function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`rapport.${key}`) ?? 'null') ?? otherwise
  } catch {
    return otherwise // written by something else: begin anew
  }
}

/** @param {string} key @param {unknown} value whether there was room */
function write(key, value) {
  try {
    localStorage.setItem(`rapport.${key}`, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** The language of those who have not asked for one. */
export const browserLocale = () => (navigator.language.startsWith('zh') ? 'zh' : 'en')

/** @returns {Settings} */
export const loadSettings = () => ({
  user: 'ana',
  locale: browserLocale(),
  locales: {},
  theme: 'system',
  ...read('settings', {}),
})

/** @param {Settings} settings */
export const saveSettings = (settings) => write('settings', settings)

/** What one person and the bot said to each other, kept in this browser. */
export class Conversation {
  /** @param {string} user */
  constructor(user) {
    this.key = `conversation.${user}`
    /** @type {{ messages: Message[], seen: Record<string, number>, typed: string[] }} */
    const kept = read(this.key, { messages: [], seen: {}, typed: [] })
    this.messages = kept.messages
    /** The newest version seen of each pushed message, cleared ones included. */
    this.seen = kept.seen
    /** Lines typed before, oldest first. */
    this.typed = kept.typed
  }

  /** Adds a message, or takes the place of the one with its id. @param {Message} message */
  put(message) {
    const at = this.messages.findIndex((one) => one.id === message.id)
    if (at >= 0) this.messages[at] = message
    else this.messages.push(message)
    this.save()
  }

  /** Whether a pushed message says something that was not seen yet; seen from now on. @param {Entry} entry */
  isNew({ id, version }) {
    if ((this.seen[id] ?? 0) >= version) return false
    this.seen[id] = version
    return true
  }

  /** @param {string} text */
  remember(text) {
    if (this.typed.at(-1) !== text) this.typed = [...this.typed, text].slice(-50)
  }

  clear() {
    this.messages = []
    this.save()
  }

  save() {
    this.messages = this.messages.slice(-MOST_KEPT)
    this.seen = Object.fromEntries(Object.entries(this.seen).slice(-2 * MOST_KEPT))
    const kept = () => ({ messages: this.messages, seen: this.seen, typed: this.typed })
    while (!write(this.key, kept()) && this.messages.length > 1) this.messages = this.messages.slice(this.messages.length / 2)
  }
}
