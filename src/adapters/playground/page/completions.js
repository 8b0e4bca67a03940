import { byId, make } from './dom.js'

/**
 * Type-ahead over operations and, behind an operation's name, over customers or members. Arrows choose, Enter or Tab takes, Escape closes.
 * @param {{ operations: () => any[], suggest: (operation: string, field: string, typed: string) => Promise<{ value: string, label: string }[]> }} from
 */
export function completions({ operations, suggest }) {
  /** @type {HTMLTextAreaElement} */
  const line = byId('line')
  /** @type {HTMLElement} */
  const list = byId('completions')
  /** @type {{ text: string, label: string, detail?: string }[]} */
  let shown = []
  let at = -1
  let asked = 0

  const close = () => {
    shown = []
    at = -1
    list.hidden = true
    line.setAttribute('aria-expanded', 'false')
    line.removeAttribute('aria-activedescendant')
  }
  const show = (/** @type {typeof shown} */ options) => {
    if (!options.length) return close()
    shown = options
    at = -1
    list.replaceChildren(
      ...options.map((one, index) => {
        const option = make(
          'div',
          { role: 'option', id: `completion-${index}`, 'aria-selected': 'false' },
          make('span', {}, one.label),
          one.detail && make('small', {}, one.detail),
        )
        option.addEventListener('mousedown', (event) => {
          event.preventDefault()
          take(index)
        })
        return option
      }),
    )
    list.hidden = false
    line.setAttribute('aria-expanded', 'true')
  }
  const move = (/** @type {number} */ by) => {
    at = (at + by + shown.length) % shown.length
    for (const [index, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(index === at))
    list.children[at]?.scrollIntoView({ block: 'nearest' })
    line.setAttribute('aria-activedescendant', `completion-${at}`)
  }
  const take = (/** @type {number} */ index) => {
    line.value = shown[index]?.text ?? line.value
    close()
    line.focus()
    line.dispatchEvent(new Event('input'))
  }

  line.addEventListener('input', async () => {
    const mine = ++asked
    const text = line.value
    if (!text.trim() || text.includes('\n')) return close()
    const named = operations().filter((one) => one.name.startsWith(text.toLowerCase()) && one.name !== text.trim())
    if (named.length)
      return show(named.slice(0, 8).map((one) => ({ text: `${one.name} `, label: one.name, detail: one.summary })))
    const operation = operations().findLast((one) => one.completes && text.toLowerCase().startsWith(`${one.name} `))
    const typed = operation ? text.slice(operation.name.length).trimStart() : ''
    if (!operation || typed.split(/\s/).length > 3) return close()
    const found = await suggest(operation.name, operation.completes, typed)
    if (mine === asked)
      show(
        found
          .filter((one) => one.label !== typed)
          .slice(0, 8)
          .map((one) => ({ text: `${operation.name} ${one.label} `, label: one.label })),
      )
  })
  line.addEventListener('blur', close)
  return {
    close,
    /** @param {KeyboardEvent} event whether it was used up here */
    key(event) {
      if (list.hidden) return false
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1)
      else if (event.key === 'Escape') close()
      else if (event.key === 'Tab' || (event.key === 'Enter' && at >= 0)) take(Math.max(at, 0))
      else return false
      event.preventDefault()
      return true
    },
  }
}
