import { createHash } from 'node:crypto'
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import type { FormField } from '../../../bot/card.ts'
import type { SealedForm } from '../../../bot/sealed.ts'
import { cut, escaped, oneLine, plain } from './text.ts'

const FIELDS = 5
const OPTIONS = 25
const LONGEST_VALUE = 4000
const LONGEST_ID = 100

/** A form as Discord's modal. A notice stands above the fields while there is room for it, else in the first field's description. */
export function modalOf(form: SealedForm): APIModalInteractionResponseCallbackData {
  const fields = form.fields.slice(0, FIELDS)
  const room = fields.length < FIELDS
  const notice =
    form.notice && room ? [{ type: ComponentType.TextDisplay as const, content: cut(escaped(form.notice), 1000) || '…' }] : []
  const labels = fields.map((field, at) => labelOf(at === 0 && !room && form.notice ? { ...field, hint: form.notice } : field))
  return { custom_id: form.token, title: cut(oneLine(form.title), 45) || '…', components: [...notice, ...labels] }
}

function labelOf(field: FormField): APILabelComponent {
  const hint = field.hint && cut(oneLine(field.hint), 100)
  const component = field.widget === 'choice' && fits(field.options) ? select(field) : textInput(field)
  return { type: ComponentType.Label, label: cut(oneLine(field.label), 45) || '…', ...(hint && { description: hint }), component }
}

const fits = (options: FormField['options']): boolean => Boolean(options?.length && options.length <= OPTIONS)

const select = (field: FormField): APIStringSelectComponent => ({
  type: ComponentType.StringSelect,
  custom_id: field.name,
  required: field.required,
  min_values: field.required ? 1 : 0,
  max_values: 1,
  options: (field.options ?? []).map(({ value, label }) => ({
    value: cut(value, 100),
    label: cut(oneLine(label), 100) || '…',
    ...(value === field.value && { default: true }),
  })),
})

function textInput(field: FormField): APITextInputComponent {
  const max = Math.min(field.maxLength ?? LONGEST_VALUE, LONGEST_VALUE)
  const multiline = field.widget === 'multiline'
  const said = field.valueLabel ?? field.value ?? ''
  const shown = cut(multiline ? plain(said) : oneLine(said), max)
  return {
    type: ComponentType.TextInput,
    custom_id: inputId(field, shown),
    style: multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    max_length: max,
    ...(shown && { value: shown }),
  }
}

/**
 * A customer or member is shown by name but meant by id. The id travels in the input's own id, with a mark of the name as it was shown:
 * when the name comes back unchanged the id is meant, else what was typed.
 */
function inputId(field: FormField, shown: string): string {
  if (!field.valueLabel || !field.value || !shown || plain(field.value) !== field.value) return field.name
  const id = `${field.name}:${markOf(shown)}:${field.value}`
  return id.length <= LONGEST_ID ? id : field.name
}

const markOf = (text: string) => createHash('sha256').update(oneLine(text)).digest('base64url').slice(0, 8)

/** A sent field: its name, and the value it stands for. */
export function readField(id: string, typed: string): [name: string, value: string] {
  const [, name, mark, value] = /^([^:]+):([\w-]{8}):(.+)$/s.exec(id) ?? []
  return name && mark && value ? [name, markOf(typed) === mark ? value : typed] : [id, typed]
}
