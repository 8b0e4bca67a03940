import type { Context } from './context.ts'
import { isLookup } from './fields.ts'
import { formFields, type InputField, type Prefilled } from './form.ts'
import type { House } from './house.ts'
import type { Operation } from './operation.ts'

/** What a form already knows, by its name: a customer, a member or a deal that a button carried as an id is not shown as one. */
export async function labelled(
  { suggest }: Pick<House, 'suggest'>,
  context: Context,
  op: Operation,
  known: Record<string, unknown>,
  fields: readonly InputField[] = formFields(op),
): Promise<Record<string, Prefilled>> {
  const filled: Record<string, Prefilled> = {}
  for (const { name, widget } of fields) {
    const value = known[name]
    if (!isLookup(widget) || typeof value !== 'string') continue
    const found = (await suggest[widget](context, value)).find((one) => one.value === value)
    if (found) filled[name] = found
  }
  return filled
}
