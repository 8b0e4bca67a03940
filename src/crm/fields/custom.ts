import type { Context } from '../../bot/context.ts'
import { rows } from '../../database/index.ts'
import type { CustomType, RecordField } from './field.ts'
import { makeField } from './make.ts'

/** A field that an admin defined, as its row has it. */
export interface Definition {
  id: string
  noun: string
  key: string
  label: string
  type: CustomType
  options: string[]
  required: boolean
  byDefault: string | null
  help: string | null
  position: number
}

type Reader = Pick<Context, 'db' | 'now'> & { workspace: { id: string } }

const KEPT_FOR = 10_000
const MOST = 10_000
/** Workspaces' fields by noun. What this process changes it forgets at once; what another does it sees ten seconds later. */
const kept = new Map<string, { until: number; fields: ReadonlyMap<string, readonly RecordField[]> }>()
let forgotten = 0

/** The custom fields of a noun, in their order. */
export async function customFieldsOf(reader: Reader, noun: string): Promise<readonly RecordField[]> {
  const { workspace, now } = reader
  const known = kept.get(workspace.id)
  if (known && known.until > now.epochMilliseconds) return known.fields.get(noun) ?? []
  const before = forgotten
  const all = await definitionsOf(reader)
  const fields = new Map<string, RecordField[]>()
  for (const one of all) fields.set(one.noun, [...(fields.get(one.noun) ?? []), customField(one)])
  // What was read while something was being forgotten may be from before the change.
  if (before === forgotten) {
    if (kept.size >= MOST) kept.clear()
    kept.set(workspace.id, { until: now.epochMilliseconds + KEPT_FOR, fields })
  }
  return fields.get(noun) ?? []
}

/** What custom fields a workspace has is asked anew. */
export function forgetFields(workspaceId: string): void {
  forgotten++
  kept.delete(workspaceId)
}

/** As they stand now, of all nouns or one, in their order. */
export const definitionsOf = ({ db, workspace }: Pick<Reader, 'db' | 'workspace'>, noun?: string): Promise<Definition[]> =>
  rows<Definition>(
    db,
    `SELECT id::text, noun, key, label, type, options, required, "byDefault", help, position FROM custom_fields
      WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND ($2::text IS NULL OR noun = $2) ORDER BY noun, position, id`,
    [workspace.id, noun ?? null],
  )

/** What is called alike in every language: an admin gives a name once. */
const same = (text: string) => ({ en: text, zh: text })

export const customField = ({ id, key, label, type, options, required, byDefault, help }: Definition): RecordField =>
  makeField({
    key,
    label: same(label),
    type,
    customId: id,
    required,
    ...(type === 'choice' && { options: options.map((value) => ({ value, label: same(value) })) }),
    ...(byDefault !== null && { byDefault }),
    ...(help !== null && { help: same(help) }),
  })
