import type { Context } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import { formFields, formFor, withAsked } from '../../bot/form.ts'
import type { Operation } from '../../bot/operation.ts'
import { listed } from '../../bot/text.ts'
import { asInput } from './asked.ts'
import type { RecordField } from './field.ts'
import { asked, inLines } from './required.ts'
import { say } from './words.ts'

/** What a new record must have and was not given is asked for, once, in the form of the operation that adds it. Throws Ask; UserError when it was asked already. */
export function askMissing(
  context: Context,
  op: Operation,
  given: Record<string, unknown>,
  missing: readonly RecordField[],
): void {
  if (!missing.length) return
  const { locale } = context
  const notice = say(locale).requiredMissing(
    listed(
      missing.map(({ label }) => label[locale]),
      locale,
    ),
  )
  if (given.asked) throw new UserError(notice, { field: 'details' })
  const fields = withAsked(formFields(op), asked(missing).map(asInput))
  const prefill = linesToFill(missing, given)
  throw new Ask(formFor(op, { ...given, asked: 'yes' }, locale, { fields, prefill, notice }))
}

/** Fields that must be filled in and have no place of their own in a form, as lines below those that were typed. */
export function linesToFill(
  missing: readonly RecordField[],
  { details }: Record<string, unknown>,
): Record<string, { value: string }> {
  const lines = inLines(missing)
  return lines ? { details: { value: [typeof details === 'string' ? details : '', lines].filter(Boolean).join('\n') } } : {}
}
