import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import type { RecordField, Row } from './field.ts'
import { fieldsOf } from './fields.ts'

type Writer = Pick<Context, 'db' | 'now' | 'zone' | 'locale'> & { workspace: { id: string }; me: { id: string } }

/** What an admin's own fields of a new record begin with, where nothing was said of them; empty when nothing does. */
export async function defaultsOf(writer: Writer, noun: string, given: Row): Promise<{ custom?: Record<string, never> }> {
  const fields = (await fieldsOf(writer, noun)).filter(({ byDefault }) => byDefault)
  return fields.length ? defaultsIn(fields, writer, given) : {}
}

/** The same, of fields that are known already. */
export function defaultsIn(
  fields: readonly RecordField[],
  writer: Omit<Writer, 'db' | 'workspace'>,
  given: Row,
): { custom?: Record<string, never> } {
  const stood = (given.custom ?? {}) as Record<string, unknown>
  const custom: Record<string, unknown> = {}
  const where = { ...writer, member: (typed: string) => (MINE.test(typed) ? writer.me.id : undefined) }
  for (const field of fields) {
    const { customId, byDefault } = field
    if (!customId || !byDefault || customId in stood) continue
    const value = readOr(() => field.read(byDefault, where))
    if (value !== null) custom[customId] = value
  }
  return Object.keys(custom).length ? { custom: { ...custom, ...stood } as Record<string, never> } : {}
}

export const MINE = /^(?:me|我)$/i

/** A default that cannot be read any more (a choice that was taken away) stands in nobody's way. */
function readOr(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}
