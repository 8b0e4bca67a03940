import type { FakeModal, Json } from './types.ts'

/** A form's fields: what they are called, and what they hold before anybody types. */
export const fieldsOf = (modal: FakeModal) =>
  modal.components
    .filter((one) => one.type === 18)
    .map((one) => {
      const inside = one.component as Json
      const chosen = ((inside.options ?? []) as Json[]).find((option) => option.default)
      return {
        label: String(one.label),
        name: String(inside.custom_id).split(':')[0]!,
        inside,
        value: String(inside.value ?? chosen?.value ?? ''),
      }
    })

/** The components of a sent form. Its client lets nobody leave out a required field or choose what is not offered. */
export function filled(modal: FakeModal, values: Record<string, string>): Json[] {
  const known = fieldsOf(modal)
  for (const name of Object.keys(values))
    if (!known.some((field) => field.label === name || field.name === name))
      throw new Error(`the form has no ${name}, but ${known.map((one) => one.label).join(', ')}`)
  return modal.components.map((one, at) => {
    if (one.type !== 18) return { type: one.type, id: at + 1 }
    const field = known.find(({ inside }) => inside === one.component)!
    const value = values[field.label] ?? values[field.name] ?? field.value
    return { type: 18, id: at + 1, component: sent(field.inside, field.label, value) }
  })
}

function sent(inside: Json, label: string, value: string): Json {
  if (inside.required !== false && value === '') throw new Error(`“${label}” is required`)
  if (inside.type !== 3) {
    if (value.length > Number(inside.max_length ?? 4000))
      throw new Error(`“${label}” takes at most ${inside.max_length} characters`)
    return { type: 4, id: 1, custom_id: inside.custom_id, value }
  }
  const options = (inside.options ?? []) as Json[]
  const option = options.find((one) => one.value === value || one.label === value)
  if (value !== '' && !option) throw new Error(`${value} is not among ${options.map((one) => one.label).join(', ')}`)
  return { type: 3, id: 1, custom_id: inside.custom_id, values: option ? [option.value] : [] }
}
