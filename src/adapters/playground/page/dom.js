// Small helpers: everything that came from people goes in as text, never as markup.

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | boolean | undefined>} [attributes]
 * @param {...(Node | string | undefined | false | 0)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value)
  for (const child of children) if (child) element.append(child)
  return element
}

/**
 * An element of the page that must be there.
 * @template {HTMLElement} E
 * @param {string} id @param {new () => E} kind @returns {E}
 */
export function find(id, kind) {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`)
  return element
}

/** @param {string} label @param {() => void} onPress @param {string} [style] */
export function pressable(label, onPress, style) {
  const one = make('button', { type: 'button', class: style }, label)
  one.addEventListener('click', onPress)
  return one
}

/** @param {string} name one of icons.svg; says nothing to a screen reader */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `icons.svg#${name}`)
  svg.append(use)
  return svg
}
