import { find, make, pressable } from './dom.js'
import { fieldElement } from './field.js'
/** @import { SealedForm, Words } from '../wire.ts' */
/** @import { Suggest } from './field.js' */

/**
 * Opens a form as a dialog. `submit` gets the filled-in values and says which fields are at fault, if any; it throws when it did not get through.
 * @param {SealedForm} form @param {Words} words
 * @param {(values: Record<string, string>) => Promise<Record<string, string> | undefined>} submit
 * @param {Suggest} suggest
 */
export function openForm(form, words, submit, suggest) {
  const dialog = find('dialog', HTMLDialogElement)
  const before = document.activeElement
  const fields = form.fields.map((field) => fieldElement(field, words, suggest))
  const save = make('button', { type: 'submit', class: 'primary' }, form.submit)
  const cancel = pressable(words.cancel, () => dialog.close(), 'ghost')
  const fault = make('p', { class: 'fault', role: 'alert' })
  const body = make(
    'form',
    { autocomplete: 'off', novalidate: true },
    make('h2', { id: 'dialog-title' }, form.title),
    form.notice && make('p', { class: 'notice' }, form.notice),
    ...fields.map((one) => one.element),
    fault,
    make('div', { class: 'actions' }, cancel, save),
  )
  /** @param {Record<string, string>} faults */
  const point = (faults) => {
    for (const one of fields) one.fault(faults[one.name])
    const elsewhere = Object.entries(faults).filter(([name]) => !fields.some((one) => one.name === name))
    fault.textContent = elsewhere.map(([, text]) => text).join(' ')
    fields.find((one) => faults[one.name])?.focus()
  }
  body.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (save.disabled) return
    save.disabled = true
    body.setAttribute('aria-busy', 'true')
    try {
      const faults = await submit(Object.fromEntries(fields.map((one) => [one.name, one.value()])))
      if (faults) point(faults)
      // The answer may have opened the next form in this very dialog.
      else if (dialog.firstElementChild === body) dialog.close()
    } catch {
      fault.textContent = words.failed
    } finally {
      save.disabled = false
      body.removeAttribute('aria-busy')
    }
  })
  body.addEventListener('keydown', (event) => {
    const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (sends && event.target instanceof HTMLTextAreaElement) body.requestSubmit()
  })
  dialog.replaceChildren(body)
  if (!dialog.open) {
    dialog.showModal()
    const giveBack = () => before instanceof HTMLElement && before.isConnected && before.focus()
    dialog.addEventListener('close', giveBack, { once: true })
  }
  ;(fields.find((one) => one.required && !one.value()) ?? fields[0])?.focus()
}
