import type { Context } from '../../bot/context.ts'
import { type RecordField, type Row, saidFacts, sayingOf, typedFacts } from './fields.ts'
import { say } from './words.ts'

/** The fields in which two rows of one record differ. */
export const differing = (fields: readonly RecordField[], before: Row, after: Row): RecordField[] =>
  fields.filter((one) => JSON.stringify(one.get(before)) !== JSON.stringify(one.get(after)))

/** What differs, said as `field: value`, as it was and as it is. */
export async function saidChange(
  context: Context,
  fields: readonly RecordField[],
  before: Row,
  after: Row,
): Promise<{ before: string[]; after: string[] }> {
  const changed = differing(fields, before, after)
  const saying = await sayingOf(context, changed, [before, after])
  const line = (row: Row) =>
    changed.flatMap((one) => {
      const [fact] = one.type === 'name' ? [{ value: String(one.get(row)) }] : saidFacts([one], row, saying)
      return fact ? [`${one.key}: ${fact.value}`] : []
    })
  const cleared = changed.filter((one) => !typedFacts([one], after, saying)[one.key]).map((one) => `${one.key}: –`)
  return { before: line(before), after: [...line(after), ...cleared] }
}

/** What was changed as it stood before, to be read below what it is now. */
export const sayBefore = ({ locale }: Pick<Context, 'locale'>, before: readonly string[]): string | undefined =>
  before.length ? say(locale).before(before.join(' · ')) : undefined
