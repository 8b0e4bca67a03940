import { make } from './dom.js'

/**
 * What is offered below a field while it is typed in: arrows choose, Enter or Tab takes, Escape closes.
 * @template {{ label: string, detail?: string }} O
 * @param {HTMLInputElement | HTMLTextAreaElement} field a combobox @param {HTMLElement} list
 * @param {(option: O) => void} onTake
 */
export function listbox(field, list, onTake) {
  /** @type {O[]} */
  let shown = []
  let at = -1

  const close = () => {
    shown = []
    at = -1
    list.hidden = true
    list.replaceChildren()
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }
  /** @param {number} index */
  const take = (index) => {
    const option = shown[index]
    close()
    if (option) onTake(option)
  }
  /** @param {O} one @param {number} index */
  const optionElement = (one, index) => {
    const option = make(
      'div',
      { role: 'option', id: `${list.id}-${index}`, 'aria-selected': 'false' },
      make('span', {}, one.label),
      one.detail && make('small', {}, one.detail),
    )
    // Before the field loses the focus, which closes the list.
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      take(index)
    })
    return option
  }
  /** @param {O[]} options */
  const show = (options) => {
    if (!options.length || document.activeElement !== field) return close()
    shown = options
    at = -1
    list.replaceChildren(...options.map(optionElement))
    list.hidden = false
    field.setAttribute('aria-expanded', 'true')
    field.removeAttribute('aria-activedescendant')
  }
  /** @param {number} by */
  const move = (by) => {
    at = at < 0 && by < 0 ? shown.length - 1 : (at + by + shown.length) % shown.length
    for (const [index, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(index === at))
    list.children[at]?.scrollIntoView({ block: 'nearest' })
    field.setAttribute('aria-activedescendant', `${list.id}-${at}`)
  }
  /** Whether the key was used up here. @param {KeyboardEvent} event */
  const key = (event) => {
    if (list.hidden || event.isComposing) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Escape') close()
    else if ((event.key === 'Tab' && !event.shiftKey) || (event.key === 'Enter' && at >= 0)) take(Math.max(at, 0))
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  field.addEventListener('blur', close)
  return { show, close, key }
}

/**
 * Runs once nothing was typed for a moment; an answer that comes after a newer question is dropped.
 * @template T @param {(text: string) => Promise<T>} ask @param {(found: T, text: string) => void} answer
 */
export function afterTyping(ask, answer, pause = 80) {
  let newest = 0
  /** @param {string} text */
  const run = async (text) => {
    const mine = ++newest
    await new Promise((done) => setTimeout(done, pause))
    if (mine !== newest) return
    const found = await ask(text)
    if (mine === newest) answer(found, text)
  }
  return { run, cancel: () => void newest++ }
}
