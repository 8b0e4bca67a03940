import type { Context } from '../../../bot/context.ts'
import { customFieldsOf } from '../../fields/custom.ts'
import { ITEM_KINDS } from '../kinds/kinds.ts'
import { type Own, ownColumns } from './fields.ts'

/** The nouns whose fields a file can fill in. */
export const OWN_NOUNS: readonly string[] = ['company', 'contact', ...ITEM_KINDS.flatMap((one) => one.own ?? [])]

/** The fields that an admin defined, as columns. */
export async function ownFields(reader: Pick<Context, 'db' | 'now'> & { workspace: { id: string } }): Promise<Own[]> {
  const fields = await Promise.all(OWN_NOUNS.map(async (noun) => [noun, await customFieldsOf(reader, noun)] as const))
  return ownColumns(Object.fromEntries(fields))
}
