import { make } from './dom.js'
import { afterTyping, listbox } from './listbox.js'
/** @import { SealedForm, Suggestion, Words } from '../wire.ts' */
/** @typedef {SealedForm['fields'][number]} Field */
/** @typedef {(field: string, typed: string) => Promise<Suggestion[]>} Suggest */

/**
 * One field of a form: its label, input, hint and the place for its fault.
 * @param {Field} field @param {Words} words @param {Suggest} suggest
 */
export function fieldElement(field, words, suggest) {
  const id = `field-${field.name}`
  const attributes = {
    id,
    'aria-required': field.required && 'true',
    'aria-describedby': `${id}-hint ${id}-fault`,
    maxlength: field.maxLength ? String(field.maxLength) : undefined,
  }
  const fault = make('p', { class: 'fault', id: `${id}-fault`, role: 'alert' })
  const label = make('label', { for: id }, field.label, !field.required && make('small', {}, ` ${words.optional}`))
  const hint = field.hint && make('p', { class: 'hint-text', id: `${id}-hint` }, field.hint)
  const { input, list, value } = inputFor(field, attributes, words, suggest)
  return {
    name: field.name,
    required: field.required,
    element: make('div', { class: 'field' }, label, input, list, hint, fault),
    value,
    focus: () => input.focus(),
    fault: (/** @type {string | undefined} */ text) => {
      fault.textContent = text ?? ''
      if (text) input.setAttribute('aria-invalid', 'true')
      else input.removeAttribute('aria-invalid')
    },
  }
}

/**
 * @param {Field} field @param {Record<string, string | boolean | undefined>} attributes @param {Words} words @param {Suggest} suggest
 * @returns {{ input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, list?: HTMLElement, value: () => string }}
 */
function inputFor(field, attributes, words, suggest) {
  if (field.widget === 'choice') return choice(field, attributes, words)
  if (['customer', 'member', 'deal'].includes(field.widget)) return named(field, attributes, words, suggest)
  const input =
    field.widget === 'multiline' ? make('textarea', { ...attributes, rows: '4' }) : make('input', { ...attributes, type: 'text' })
  input.value = field.value ?? ''
  return { input, value: () => input.value }
}

/** @param {Field} field @param {Record<string, string | boolean | undefined>} attributes @param {Words} words */
function choice(field, { maxlength: _, ...attributes }, words) {
  const options = (field.options ?? []).map((one) =>
    make('option', { value: one.value, selected: one.value === field.value }, one.label),
  )
  const none = !field.required || !field.value ? make('option', { value: '' }, words.choose) : undefined
  const input = make('select', attributes, none, ...options)
  return { input, value: () => input.value }
}

/**
 * A customer or a member: completed from what is typed; what was taken from the list goes out as its value, anything else as typed.
 * @param {Field} field @param {Record<string, string | boolean | undefined>} attributes @param {Words} words @param {Suggest} suggest
 */
function named(field, attributes, words, suggest) {
  const list = make('div', { class: 'listbox', role: 'listbox', id: `${attributes.id}-list`, 'aria-label': words.suggestions })
  list.hidden = true
  const combobox = { role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-controls': list.id }
  const input = make('input', { ...attributes, ...combobox, type: 'text' })
  let taken = { label: field.valueLabel ?? field.value ?? '', value: field.value ?? '' }
  input.value = taken.label
  /** @type {ReturnType<typeof listbox<Suggestion>>} */
  const box = listbox(input, list, (option) => {
    taken = option
    input.value = option.label
  })
  const names = afterTyping(
    (typed) => suggest(field.name, typed),
    (found) => box.show(found.slice(0, 8)),
  )
  input.addEventListener('input', () => void names.run(input.value))
  input.addEventListener('keydown', box.key)
  input.addEventListener('blur', names.cancel)
  return { input, list, value: () => (input.value === taken.label ? taken.value : input.value) }
}
