// Small helpers: everything that came from people goes in as text, never as markup.

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | boolean | undefined>} [attributes]
 * @param {...(Node | string | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value)
  for (const child of children) if (child) element.append(child)
  return element
}

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id)

/** @param {string} label @param {() => void} onPress @param {string} [style] */
export function pressable(label, onPress, style) {
  const one = make('button', { type: 'button', class: style }, label)
  one.addEventListener('click', onPress)
  return one
}
