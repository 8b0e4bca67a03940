import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { undoButton } from '../audit/audit.ts'
import { type Company, changeCompany, companyById } from '../companies/companies.ts'
import { type Contact, changeContact, contactById } from '../contacts/contacts.ts'
import { type RecordField, type Row, sayingOf } from '../fields/fields.ts'
import { choicesOf } from './merging.ts'
import type { Kind } from './records.ts'
import { say } from './words.ts'

/** Goes on with a record that stands: what was typed for a new one is added to it where it says nothing, and where there is room for both. */
export async function fillIn(
  context: Context,
  kind: Kind,
  ref: string,
  fields: readonly RecordField[],
  given: Row,
): Promise<Card> {
  const words = say(context.locale)
  const id = ref.slice(ref.indexOf(':') + 1)
  const row = kind === 'company' ? await companyById(context, id) : await contactById(context, id)
  if (!row) throw new UserError(words.gone, { mend: false })
  const choices = choicesOf(fields, row, given, new Set()).filter(({ isConflict }) => !isConflict)
  let change: Row = {}
  for (const { field, stays } of choices) change = { ...change, ...field.set({ ...row, ...change }, stays) }
  if (choices.length)
    await (kind === 'company' ? changeCompany(context, row as Company, change) : changeContact(context, row as Contact, change))
  const saying = await sayingOf(context, fields, [{ ...row, ...change }])
  return card({
    tone: 'good',
    title: words.used(row.name),
    lines: choices.length ? undefined : [words.usedNothing(row.name)],
    fields: choices.map(({ field, stays }) => ({ label: field.label[context.locale], value: field.say(stays, saying) })),
    buttons: [
      button(words.show, 'show', { customer: `${kind}:${id}` }, { style: 'primary' }),
      ...(choices.length ? [undoButton(context)] : []),
    ],
  })
}
