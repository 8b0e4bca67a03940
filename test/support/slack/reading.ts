import { isObject } from './refusal.ts'
import type { Json, Shown } from './types.ts'

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const unescaped = (text: string) => text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]!)

/** What a reader sees of a text object. */
export const textOf = (text: unknown): string => (isObject(text) ? unescaped(String(text.text ?? '')) : '')

const objects = (list: unknown): Json[] => (Array.isArray(list) ? list.filter(isObject) : [])

/** The interactive elements of a message, each with the id of its block. */
export const elementsOf = (body: Json): (Json & { block: string })[] =>
  objects(body.blocks).flatMap((block, at) =>
    [...objects(block.elements), ...objects([block.accessory])]
      .filter((one) => one.type !== 'plain_text' && one.type !== 'mrkdwn')
      .map((one) => ({ ...one, block: String(block.block_id ?? `auto-${at}`) })),
  )

/** What can be pressed or chosen, by what a reader sees on it. */
export const pressable = (message: Shown): { label: string; action: Json }[] =>
  elementsOf(message.body).flatMap((one): { label: string; action: Json }[] => {
    const action = { type: one.type, action_id: one.action_id, block_id: one.block }
    if (one.type === 'button') return [{ label: textOf(one.text), action: { ...action, text: one.text, value: one.value } }]
    return objects(one.options).map((option) => ({ label: textOf(option.text), action: { ...action, selected_option: option } }))
  })

/** The labels of all that can be pressed or chosen. */
export const labelsOf = (message: Shown | undefined): string[] => (message ? pressable(message).map(({ label }) => label) : [])

/** All that blocks say, as one text. */
export function wordsIn(blocks: unknown): string {
  const words: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (isObject(value))
      for (const [key, one] of Object.entries(value))
        key === 'text' && typeof one === 'string' ? words.push(unescaped(one)) : walk(one)
  }
  walk(blocks)
  return words.join('\n')
}

/** All that a message says, as one text. */
export const wordsOf = (message: Shown | undefined): string =>
  objects(message?.body.blocks).length ? wordsIn(message?.body.blocks) : unescaped(String(message?.body.text ?? ''))

export interface Field {
  /** The end of its block's id. */
  name: string
  label: string
  block: string
  element: Json
  optional: boolean
  /** What it is prefilled with: its text, or the chosen option's value. */
  value: string
  /** What a reader sees in it. */
  shown: string
}

/** The fields of a form. */
export const fieldsOf = (view: Json): Field[] =>
  objects(view.blocks)
    .filter((block) => block.type === 'input')
    .map((block) => {
      const element = block.element as Json
      const option = element.initial_option as Json | undefined
      const typed = (element.initial_value as string | undefined) ?? ''
      return {
        name: String(block.block_id).replace(/^.*[:.]/, ''),
        label: textOf(block.label),
        block: String(block.block_id),
        element,
        optional: block.optional === true,
        value: option ? String(option.value) : typed,
        shown: option ? textOf(option.text) : typed,
      }
    })

/** A form's state as Slack sends it. Throws where Slack's own window would not let the person send it. */
export function stateOf(view: Json, given: Record<string, string>): Json {
  const fields = fieldsOf(view)
  const unknown = Object.keys(given).filter((key) => !fields.some(({ name, label }) => key === name || key === label))
  if (unknown.length) throw new Error(`the form has no ${unknown.join(', ')} but ${fields.map(({ name }) => name).join(', ')}`)
  return Object.fromEntries(
    fields.map((field) => [
      field.block,
      { [String(field.element.action_id)]: entered(field, given[field.name] ?? given[field.label] ?? field.value) },
    ]),
  )
}

function entered({ element, label, optional, value: initial }: Field, value: string): Json {
  const { type } = element
  if (!value && !optional) throw new Error(`“${label}” is required`)
  if (type === 'plain_text_input') {
    if (value.length > Number(element.max_length ?? 3_000)) throw new Error(`“${label}” is too long`)
    return { type, value: value || null }
  }
  if (!value) return { type, selected_option: null }
  if (value === initial) return { type, selected_option: element.initial_option }
  const options = objects(element.options)
  const chosen = options.find((one) => one.value === value || textOf(one.text) === value)
  if (type === 'static_select' && !chosen) throw new Error(`“${label}” has no option ${value}`)
  return { type, selected_option: chosen ?? { text: { type: 'plain_text', text: value.slice(0, 75) }, value } }
}
