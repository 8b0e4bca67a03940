import { cardElement } from './card.js'
import { find, icon, make, pressable } from './dom.js'
/** @import { Guide } from '../wire.ts' */
/** @import { Message } from './store.js' */

/**
 * The conversation on the screen.
 * @param {{ guide: () => Guide, me: () => string, press: (token: string, message: Message, share?: boolean) => Promise<void>, again: (message: Message) => void }} parts
 */
export function conversationView({ guide, me, press, again }) {
  const log = find('conversation', HTMLElement)
  // Long conversations scroll: by the keyboard, too.
  log.tabIndex = 0

  // The reader's own way to write a time, where it is a way of the language shown.
  const tag = () => (navigator.language.startsWith(guide().locale) ? navigator.language : guide().locale)

  const elementOf = (/** @type {string} */ id) => document.getElementById(`message-${id}`)

  /** Nothing of a message can be pressed twice while the first press is under way. @param {Message} message */
  const pressIn = (message) => async (/** @type {string} */ token, /** @type {boolean | undefined} */ share) => {
    const element = elementOf(message.id)
    if (!element || element.ariaBusy === 'true') return
    element.ariaBusy = 'true'
    await press(token, message, share)
    element.ariaBusy = null
  }

  /** @param {Message} message */
  const body = (message) => {
    const { words } = guide()
    if (message.card) return cardElement(message.card, pressIn(message), words)
    const failed = message.state === 'failed'
    const bubble = make(
      'div',
      { class: message.isFile ? 'bubble file' : 'bubble' },
      message.isFile && icon('clip'),
      message.mine ?? '',
    )
    const retry = make(
      'div',
      { class: 'failed' },
      words.failed,
      ' ',
      pressable(words.retry, () => again(message), 'link'),
    )
    return make('div', { class: 'said' }, bubble, failed && retry)
  }

  /** @param {Message} message */
  const element = (message) => {
    const { words } = guide()
    const mine = message.mine !== undefined
    const said = message.from ? `${message.from} · ${words.shared}` : words.bot
    const who = mine ? me() : message.channel ? `${said} · ${message.channel}` : said
    const at = new Date(message.at)
    const time = at.toLocaleTimeString(tag(), { hour: 'numeric', minute: '2-digit' })
    return make(
      'article',
      { class: mine ? 'message mine' : 'message', id: `message-${message.id}`, tabindex: '-1' },
      make('div', { class: 'who' }, make('strong', {}, who), make('time', { datetime: at.toISOString() }, time)),
      body(message),
    )
  }

  const toEnd = () => log.scrollTo({ top: log.scrollHeight })

  return {
    /** Shows a message, in the place of the one with its id if it is there. @param {Message} message */
    put(message) {
      const old = elementOf(message.id)
      const fresh = element(message)
      if (old) {
        const hadFocus = old.contains(document.activeElement)
        old.replaceWith(fresh)
        fresh.classList.add('changed')
        if (hadFocus) fresh.focus({ preventScroll: true })
        return
      }
      log.querySelector('.welcome')?.remove()
      // What comes while an answer is under way stands above the dots.
      log.insertBefore(fresh, log.querySelector('.working'))
      // What is taller than the window is read from its beginning.
      if (fresh.offsetHeight > log.clientHeight) fresh.scrollIntoView({ block: 'start' })
      else toEnd()
    },
    /** @param {boolean} is */
    working(is) {
      log.querySelector('.working')?.remove()
      if (!is) return
      const dots = make('span', { class: 'dots', 'aria-hidden': 'true' }, make('i'), make('i'), make('i'))
      log.append(make('div', { class: 'working' }, dots, make('span', { class: 'unseen' }, guide().words.working)))
      toEnd()
    },
    /** All of it, quietly: nobody wants to hear everything read out again. @param {Message[]} messages @param {Node} empty */
    restore(messages, empty) {
      log.setAttribute('aria-live', 'off')
      log.replaceChildren(...(messages.length ? messages.map(element) : [empty]))
      toEnd()
      setTimeout(() => log.setAttribute('aria-live', 'polite'), 500)
    },
  }
}
