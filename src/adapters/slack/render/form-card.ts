import type { SealedCard, SealedForm } from '../../../bot/sealed.ts'
import { words } from '../../../bot/words.ts'
import { localeShown, say } from '../words.ts'

/** A button's value holds 2,000 characters. */
const LONGEST_VALUE = 2_000
const SPLIT = '\n'

type Kept = Record<string, [value: string, label?: string]>

/**
 * A form where none can be opened, as a card whose button opens it. The button carries the form's token, marked `?` so that pressing asks for the
 * form, and behind it what was filled in already; what does not fit there is shown in the card, so that none of the person's words are lost.
 */
export function formCard(form: SealedForm): SealedCard {
  const locale = localeShown([form.submit])
  const { kept, lost } = keep(form)
  return {
    kind: 'card',
    title: form.title,
    lines: [form.notice ?? words(locale).formWaits, ...(lost.length ? [say(locale).fillAgain, ...lost] : [])],
    buttons: [{ label: words(locale).openForm, token: tokenWith(form, kept), style: 'primary' }],
  }
}

const tokenWith = (form: SealedForm, kept: Kept) =>
  `?${form.token}${Object.keys(kept).length ? `${SPLIT}${JSON.stringify(kept)}` : ''}`

function keep(form: SealedForm): { kept: Kept; lost: string[] } {
  const filled = form.fields.filter((one) => one.value)
  const kept: Kept = {}
  const lost: string[] = []
  for (const one of filled.sort((a, b) => (a.value?.length ?? 0) - (b.value?.length ?? 0))) {
    const entry: Kept[string] = one.valueLabel ? [one.value!, one.valueLabel] : [one.value!]
    const more = { ...kept, [one.name]: entry }
    if (tokenWith(form, more).length <= LONGEST_VALUE) kept[one.name] = entry
    else lost.push(one.valueLabel ?? one.value!)
  }
  return { kept, lost }
}

/** A pressed button's value: its token, and what its form had filled in. */
export function readPressed(value: string): { token: string; kept: Kept } {
  const at = value.indexOf(SPLIT)
  if (at < 0) return { token: value, kept: {} }
  try {
    return { token: value.slice(0, at), kept: JSON.parse(value.slice(at + 1)) as Kept }
  } catch {
    return { token: value.slice(0, at), kept: {} } // cut by another version: the form opens emptier
  }
}

/** The form with what was kept filled in again. */
export const refill = (form: SealedForm, kept: Kept): SealedForm => ({
  ...form,
  fields: form.fields.map((one) => {
    const [value, valueLabel] = kept[one.name] ?? []
    return value === undefined
      ? one
      : { ...one, value, valueLabel: valueLabel ?? (value === one.value ? one.valueLabel : undefined) }
  }),
})
