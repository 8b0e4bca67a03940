import { find, icon, make, pressable } from './dom.js'
/** @import { Guide } from '../wire.ts' */

/**
 * The first screen: what this is, one click to a sample company, and lines to try.
 * @param {Guide} guide @param {{ say: (text: string, shown: string) => void, fill: (text: string) => void }} to
 */
export function welcome(guide, { say, fill }) {
  const { words } = guide
  const examples = (guide.groups[0]?.operations ?? [])
    .map((one) => one.examples[0] ?? one.name)
    .filter((text) => text.includes(' '))
    .slice(0, 3)
  return make(
    'section',
    { class: 'welcome' },
    make('img', { src: 'icon.svg', alt: '', width: '56', height: '56' }),
    make('h2', {}, words.welcome),
    make('p', {}, words.welcomeLine),
    guide.sample && pressable(words.loadSample, () => say('sample', words.loadSample), 'primary big'),
    make('p', { class: 'small' }, words.tryThese),
    make('div', { class: 'examples' }, ...examples.map((text) => pressable(text, () => fill(text), 'example'))),
  )
}

/** The list of what can be typed. @param {Guide} guide @param {(text: string) => void} fill */
export function fillHints(guide, fill) {
  find('hint-list', HTMLElement).replaceChildren(
    ...guide.groups.flatMap((group) => [
      make('h3', {}, group.title),
      ...group.operations.map((one) => {
        const hint = pressable('', () => fill(one.examples[0] ?? one.name), 'hint')
        hint.append(make('strong', {}, one.typed), make('span', {}, one.summary))
        return hint
      }),
    ]),
  )
}

/** The pane of hints: open beside the conversation where there is room, over it on a phone. */
export function hintPane() {
  const pane = find('hints', HTMLElement)
  const toggle = find('toggle-hints', HTMLButtonElement)
  const narrow = matchMedia('(max-width: 860px)')
  const show = (/** @type {boolean} */ open) => {
    pane.hidden = !open
    toggle.setAttribute('aria-expanded', String(open))
  }
  const close = () => {
    if (!narrow.matches || pane.hidden) return
    show(false)
    toggle.focus()
  }
  toggle.addEventListener('click', () => {
    show(pane.hidden)
    if (narrow.matches && !pane.hidden) find('close-hints', HTMLButtonElement).focus()
  })
  find('close-hints', HTMLButtonElement).addEventListener('click', close)
  pane.addEventListener('keydown', (event) => event.key === 'Escape' && close())
  narrow.addEventListener('change', () => show(!narrow.matches))
  show(!narrow.matches)
  return { closeOnPhone: () => narrow.matches && show(false) }
}

/** A short notice above the composer, with a way to try again; gives back how to take it away. @param {string} text @param {{ label: string, run: () => void }} [retry] */
export function toast(text, retry) {
  const close = () => one.remove()
  const again = retry && pressable(retry.label, () => [close(), retry.run()], 'link')
  const dismiss = pressable('', close, 'ghost icon')
  dismiss.setAttribute('aria-label', '×')
  dismiss.append(icon('close'))
  const one = make('div', { class: 'toast' }, make('span', {}, text), again, retry && dismiss)
  find('toasts', HTMLElement).replaceChildren(one)
  return close
}
