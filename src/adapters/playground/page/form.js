import { byId, make, pressable } from './dom.js'

/**
 * Opens a form as a dialog. `submit` gets the filled-in values and says which fields are at fault, if any.
 * @param {any} form @param {any} words
 * @param {(values: Record<string, string>) => Promise<Record<string, string> | undefined>} submit
 * @param {(field: string, typed: string) => Promise<{ value: string, label: string }[]>} suggest
 */
export function openForm(form, words, submit, suggest) {
  /** @type {HTMLDialogElement} */
  const dialog = byId('dialog')
  const before = /** @type {HTMLElement | null} */ (document.activeElement)
  const fields = form.fields.map((/** @type {any} */ field) => fieldElement(field, words, suggest))
  const save = make('button', { type: 'submit', class: 'primary' }, form.submit)
  const body = make(
    'form',
    { autocomplete: 'off' },
    make('h2', { id: 'dialog-title' }, form.title),
    form.notice && make('p', {}, form.notice),
    ...fields.map((/** @type {any} */ one) => one.element),
    make(
      'div',
      { class: 'actions' },
      pressable(words.cancel, () => dialog.close()),
      save,
    ),
  )
  body.addEventListener('submit', async (event) => {
    event.preventDefault()
    save.disabled = true
    const faults = await submit(Object.fromEntries(fields.map((/** @type {any} */ one) => [one.name, one.value()]))).catch(
      () => /** @type {Record<string, string>} */ ({ '': words.failed }),
    )
    save.disabled = false
    if (!faults) return dialog.close()
    for (const one of fields) one.fault(faults[one.name])
    if (faults['']) fields[0]?.fault(faults[''])
    fields.find((/** @type {any} */ one) => faults[one.name])?.focus()
  })
  dialog.replaceChildren(body)
  dialog.addEventListener('close', () => before?.focus(), { once: true })
  dialog.showModal()
  fields[0]?.focus()
}

/** @param {any} field @param {any} words @param {(field: string, typed: string) => Promise<{ value: string, label: string }[]>} suggest */
function fieldElement(field, words, suggest) {
  const id = `field-${field.name}`
  const required = field.required ? 'true' : undefined
  const describedBy = `${id}-hint ${id}-fault`
  const input = inputFor(
    field,
    {
      id,
      'aria-required': required,
      'aria-describedby': describedBy,
      maxlength: field.maxLength ? String(field.maxLength) : undefined,
    },
    words,
  )
  const completes = field.widget === 'customer' || field.widget === 'member'
  const list = completes ? make('datalist', { id: `${id}-list` }) : undefined
  /** @type {Map<string, string>} label to value */
  const chosen = new Map(field.valueLabel ? [[field.valueLabel, field.value]] : [])
  if (list) {
    input.setAttribute('list', list.id)
    input.addEventListener('input', async () => {
      const found = await suggest(field.name, input.value)
      for (const one of found) chosen.set(one.label, one.value)
      list.replaceChildren(...found.map((one) => make('option', { value: one.label })))
    })
  }
  const fault = make('p', { class: 'fault', id: `${id}-fault`, role: 'alert' })
  const label = make('label', { for: id }, field.label, ' ', field.required && make('small', {}, `(${words.required})`))
  const hint = make('p', { class: 'hint-text', id: `${id}-hint` }, field.hint ?? '')
  return {
    name: field.name,
    element: make('div', { class: 'field' }, label, input, list, field.hint && hint, fault),
    value: () => (completes ? (chosen.get(input.value) ?? input.value) : input.value),
    focus: () => input.focus(),
    fault: (/** @type {string | undefined} */ text) => {
      fault.textContent = text ?? ''
      if (text) input.setAttribute('aria-invalid', 'true')
      else input.removeAttribute('aria-invalid')
    },
  }
}

/** @param {any} field @param {Record<string, string | undefined>} attributes @param {any} words */
function inputFor(field, attributes, words) {
  if (field.widget === 'choice') {
    const options = field.options.map((/** @type {any} */ one) =>
      make('option', { value: one.value, selected: one.value === field.value }, one.label),
    )
    return make(
      'select',
      attributes,
      !field.required || !field.value ? make('option', { value: '' }, words.choose) : undefined,
      ...options,
    )
  }
  if (field.widget === 'multiline') {
    const area = make('textarea', { ...attributes, rows: '4' })
    area.value = field.value ?? ''
    return area
  }
  const input = make('input', { ...attributes, type: 'text' })
  input.value = field.valueLabel ?? field.value ?? ''
  return input
}
