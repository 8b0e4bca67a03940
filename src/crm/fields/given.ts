import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { listed } from '../../bot/text.ts'
import { memberNamed } from '../members/members.ts'
import { type Facts, fieldNamed } from './facts.ts'
import type { RecordField } from './field.ts'
import { pairsKnown, UnreadLine } from './typed.ts'
import { say } from './words.ts'

/** What was typed of a record: what stands before the facts, and the facts by the keys of their fields. A value of `-` clears. */
export interface Given {
  head: string
  facts: Record<string, string>
}

/**
 * Sorts what was typed: `name=value` lines, and values that came by their fields' keys (options, a form), which go before the lines. A colleague's name
 * becomes their id. Throws UserError for a line or a name that no field has.
 */
export async function factsGiven(
  context: Context,
  fields: readonly RecordField[],
  { head = '', lines = '', options = {}, isNew = false }: { head?: string; lines?: string; options?: Facts; isNew?: boolean },
): Promise<Given> {
  const typed = pairsTyped(context, fields, head, lines)
  const facts: Record<string, string> = {}
  for (const [name, value] of [...typed.pairs, ...Object.entries(options)]) {
    // Of a new record there is nothing to be emptied: a line of its form that was left as it was.
    if (value === undefined || (isNew && !value.trim())) continue
    const field = fieldNamed(fields, name)
    if (!field) throw unknown(context, fields, name)
    const wanted = /^[-–—]$/.test(value.trim()) ? '' : value.trim()
    if (field.type === 'name' && !wanted && typed.pairs.some(([one]) => one === name))
      throw new UserError(say(context.locale).nameNeeded, { field: 'details' })
    facts[field.key] = await resolved(context, field, wanted)
  }
  return { head: typed.head, facts }
}

/** `name=value` lines, sorted by the fields there are, and what stands before them. Throws UserError for a line that is none. */
export function pairsTyped({ locale }: Context, fields: readonly RecordField[], head: string, lines: string) {
  try {
    return pairsKnown(fields, head, lines)
  } catch (error) {
    if (!(error instanceof UnreadLine)) throw error
    throw new UserError(say(locale).badLine(error.message.slice(0, 80)), { field: 'details' })
  }
}

const unknown = ({ locale }: Context, fields: readonly RecordField[], name: string) =>
  new UserError(
    say(locale).unknownField(
      name.slice(0, 60),
      listed(
        fields.map((one) => one.key),
        locale,
      ),
    ),
    { field: 'details' },
  )

async function resolved(context: Context, { type, key }: RecordField, value: string): Promise<string> {
  if (type !== 'member' || !value) return value
  try {
    return (await memberNamed(context, value)).id
  } catch (error) {
    if (error instanceof UserError) throw new UserError(error.message, { field: key })
    throw error
  }
}
