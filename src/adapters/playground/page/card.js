import { make, pressable } from './dom.js'

/**
 * A card as the page shows it. `press` gets a token and the element of the message it stands in.
 * @param {any} card @param {(token: string) => void} press @param {any} words
 */
export function cardElement(card, press, words) {
  const element = make('div', { class: `card ${card.tone ?? ''}` })
  if (card.title) element.append(make('h3', {}, card.title))
  for (const line of card.lines ?? []) element.append(make('p', {}, line))
  if (card.fields?.length) {
    element.append(
      make(
        'dl',
        {},
        ...card.fields.map((/** @type {any} */ one) => make('div', {}, make('dt', {}, one.label), make('dd', {}, one.value))),
      ),
    )
  }
  if (card.items?.length) element.append(make('ul', {}, ...card.items.map((/** @type {any} */ item) => itemElement(item, press))))
  if (card.image && /^(https:|data:image\/)/.test(card.image.url))
    element.append(make('img', { src: card.image.url, alt: card.image.alt }))
  for (const link of card.links ?? []) {
    if (link.url.startsWith('https:'))
      element.append(make('p', {}, make('a', { href: link.url, rel: 'noopener noreferrer', target: '_blank' }, link.label)))
  }
  if (card.context) element.append(make('p', { class: 'small' }, card.context))
  const actions = [...buttons(card.buttons, press), ...(card.pick ? [pick(card.pick, press, words)] : [])]
  if (actions.length) element.append(make('div', { class: 'actions' }, ...actions))
  return element
}

/** @param {any} item @param {(token: string) => void} press */
function itemElement(item, press) {
  const own = buttons(item.buttons, press)
  return make(
    'li',
    {},
    make('p', {}, item.text),
    item.detail && make('div', { class: 'detail' }, item.detail),
    own.length > 0 && make('div', { class: 'actions' }, ...own),
  )
}

/** @param {any[] | undefined} list @param {(token: string) => void} press */
const buttons = (list, press) => (list ?? []).map((one) => pressable(one.label, () => press(one.token), one.style))

/** @param {any} choice @param {(token: string) => void} press @param {any} words */
function pick(choice, press, words) {
  const options = choice.options.map((/** @type {any} */ one) =>
    make('option', { value: one.token }, one.description ? `${one.label} — ${one.description}` : one.label),
  )
  const select = make(
    'select',
    { 'aria-label': choice.placeholder },
    make('option', { value: '' }, choice.placeholder || words.choose),
    ...options,
  )
  select.addEventListener('change', () => select.value && press(select.value))
  return select
}
