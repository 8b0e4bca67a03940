import { icon, make, pressable } from './dom.js'

/** @import { SealedButton, SealedCard, Words } from '../wire.ts' */

/** A fact of more letters than this has the card's whole width. */
const LONG = 48

/** @typedef {(token: string, share?: boolean) => void} Press */

/**
 * A card as the page shows it; `press` gets the token of what was pressed.
 * @param {SealedCard} card @param {Press} press @param {Words} words
 */
export function cardElement(card, press, words) {
  const actions = [
    ...buttons(card.buttons, press),
    ...(card.share ? [shareButton(card.share.token, press, words)] : []),
    ...(card.pick ? [pick(card.pick, press)] : []),
  ]
  return make(
    'div',
    { class: `card ${card.tone ?? 'plain'}` },
    card.title && make('h3', {}, card.title),
    ...(card.lines ?? []).map((line) => make('p', {}, line)),
    card.fields?.length && facts(card.fields),
    card.items?.length && make('ul', {}, ...card.items.map((item) => itemElement(item, press))),
    card.image && /^(https:|data:image\/)/.test(card.image.url) && make('img', { src: card.image.url, alt: card.image.alt }),
    card.links?.length && make('p', { class: 'links' }, ...card.links.map(linkElement)),
    card.context && make('p', { class: 'small' }, card.context),
    actions.length > 0 && make('div', { class: 'actions' }, ...actions),
  )
}

/** @param {{ label: string, value: string }[]} fields */
const facts = (fields) =>
  make(
    'dl',
    {},
    ...fields.map(({ label, value }) => {
      const lines = value.split('\n').map((line) => make('p', {}, line))
      const long = lines.length > 1 || value.length > LONG
      return make('div', { class: long ? 'long' : undefined }, make('dt', {}, label), make('dd', {}, ...lines))
    }),
  )

/** @param {NonNullable<SealedCard['items']>[number]} item @param {Press} press */
function itemElement(item, press) {
  const own = buttons(item.buttons, press)
  const said = item.number === undefined ? item.text : `${item.number}. ${item.text}`
  const text = make('div', { class: 'text' }, make('p', {}, said), item.detail && make('p', { class: 'small' }, item.detail))
  return make(
    'li',
    {},
    item.heading && make('h4', {}, item.heading),
    text,
    own.length > 0 && make('div', { class: 'actions' }, ...own),
  )
}

/** @param {{ label: string, url: string }} link */
const linkElement = (link) =>
  link.url.startsWith('https:') &&
  make('a', { href: link.url, rel: 'noopener noreferrer', target: '_blank' }, make('bdi', {}, link.label), icon('link'))

/** @param {SealedButton[] | undefined} list @param {Press} press */
const buttons = (list, press) => (list ?? []).map((one) => pressable(one.label, () => press(one.token), one.style))

/** @param {string} token @param {Press} press @param {Words} words */
function shareButton(token, press, words) {
  const one = pressable('', () => press(token, true), 'ghost share')
  one.append(icon('share'), words.share)
  return one
}

/**
 * One choice out of many, behind a button that opens the list: with labels and descriptions, and nothing runs before it is chosen.
 * @param {NonNullable<SealedCard['pick']>} choice @param {Press} press
 */
function pick(choice, press) {
  const opener = make(
    'button',
    { type: 'button', class: 'opener', 'aria-expanded': 'false' },
    make('bdi', {}, choice.placeholder),
    icon('more'),
  )
  const options = choice.options.map((one) => {
    const option = pressable('', () => press(one.token), 'option')
    option.append(make('strong', {}, one.label), one.description ? make('small', {}, one.description) : '')
    return option
  })
  const list = make('div', { class: 'options', role: 'group', 'aria-label': choice.placeholder, hidden: true }, ...options)
  const show = (/** @type {boolean} */ open) => {
    list.hidden = !open
    opener.setAttribute('aria-expanded', String(open))
    if (open) list.scrollIntoView({ block: 'nearest' })
  }
  opener.addEventListener('click', () => show(list.hidden))
  opener.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    show(true)
    options[0]?.focus()
  })
  list.addEventListener('keydown', (event) => {
    const at = options.findIndex((one) => one.matches(':focus'))
    if (event.key === 'ArrowDown') options[Math.min(at + 1, options.length - 1)]?.focus()
    else if (event.key === 'ArrowUp') (at > 0 ? options[at - 1] : opener)?.focus()
    else if (event.key === 'Escape') {
      show(false)
      opener.focus()
    } else return
    event.preventDefault()
  })
  return make('div', { class: 'pick' }, opener, list)
}
