import type { z } from 'zod'
import { UserError } from './errors.ts'
import { fieldsOf } from './form.ts'
import type { Operation } from './operation.ts'
import type { Locale } from './text.ts'
import { words } from './words.ts'

/** What zod found wrong, as one sentence that says what to type instead. The first fault is told; mending it shows the next. */
export function faultsOfInput(op: Operation, error: z.ZodError, locale: Locale): UserError {
  const issue = error.issues[0]
  const name = String(issue?.path[0] ?? '')
  const one = fieldsOf(op).find((field) => field.name === name)
  const say = words(locale)
  const label = one?.label[locale] ?? name
  const example = op.examples[0] ? ` ${say.forExample(op.examples[0])}` : ''
  return new UserError(`${sentence(issue, label, say, one?.words, one?.values, locale)}${example}`, {
    field: name || undefined,
    cause: error.message,
  })
}

function sentence(
  issue: z.core.$ZodIssue | undefined,
  label: string,
  say: ReturnType<typeof words>,
  named: Readonly<Record<string, Record<Locale, string>>> | undefined,
  values: string[] | undefined,
  locale: Locale,
): string {
  if (issue?.code === 'too_big') return say.tooLong(label, Number(issue.maximum))
  if (issue?.code === 'too_small' || (issue?.code === 'invalid_type' && issue.input === undefined)) return say.missing(label)
  if (issue?.code === 'invalid_value' && values)
    return say.notOneOf(label, values.map((value) => named?.[value]?.[locale] ?? value).join(', '))
  return say.wrong(label)
}
