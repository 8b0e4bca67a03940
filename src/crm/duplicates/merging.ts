import { normalizeName } from '../../understanding/index.ts'
import { isEmpty, type RecordField, type Row } from '../fields/field.ts'
import type { Kind } from './records.ts'

/** Of one field: what each of two records says, and what the one that stays is to say. */
export interface Choice {
  field: RecordField
  winner: unknown
  loser: unknown
  /** Both said something else, and one of the two gives way. */
  isConflict: boolean
  /** The loser's value stays. */
  taken: boolean
  stays: unknown
}

/**
 * What stays of two records that become one: the winner's, the loser's where the winner says nothing, both where there is room for both.
 * `take` are the keys of the fields in which the loser's is wanted.
 */
export function choicesOf(fields: readonly RecordField[], winner: Row, loser: Row, take: ReadonlySet<string>): Choice[] {
  return fields.flatMap((field): Choice[] => {
    const [mine, theirs] = [field.get(winner), field.get(loser)]
    if (isEmpty(theirs) || isSame(field, mine, theirs)) return []
    const choice = { field, winner: mine, loser: theirs }
    if (field.many) return [{ ...choice, isConflict: false, taken: false, stays: united(mine as unknown[], theirs as unknown[]) }]
    if (isEmpty(mine)) return [{ ...choice, isConflict: false, taken: true, stays: theirs }]
    const taken = take.has(field.key)
    return [{ ...choice, isConflict: true, taken, stays: taken ? theirs : mine }]
  })
}

const isSame = ({ type }: RecordField, a: unknown, b: unknown) =>
  type === 'number' && a !== null && b !== null ? Number(a) === Number(b) : JSON.stringify(a) === JSON.stringify(b)

const heldIn = (one: unknown) => (typeof one === 'object' && one !== null && 'value' in one ? one.value : one)

/** The one's values, then those of the other that are not among them; what a value is for is said by whoever says it. */
function united(mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const all = new Map<unknown, unknown>()
  for (const one of [...mine, ...theirs]) {
    const known = all.get(heldIn(one))
    all.set(heldIn(one), typeof known === 'object' ? { ...(one as object), ...known } : (known ?? one))
  }
  return [...all.values()]
}

type Named = { name: string; aliases: string[] | null; keepDays: number | null; source: string | null; externalId: string | null }

/** The columns in which the one that stays changes. */
export function columnsAfter(kind: Kind, choices: readonly Choice[], winner: Row & Named, loser: Row & Named): Row {
  let change: Row = {}
  for (const { field, stays } of choices) change = { ...change, ...field.set({ ...winner, ...change }, stays) }
  const name = String(change.name ?? winner.name)
  const aliases = namesAfter(name, winner, loser)
  return {
    ...change,
    ...(aliases.length > (winner.aliases ?? []).length || name !== winner.name ? { aliases } : {}),
    ...(winner.keepDays === null && loser.keepDays !== null && { keepDays: loser.keepDays }),
    // Only where it has none: its own is what the next import finds it by, and the other's leads to it as well.
    ...(winner.externalId === null && loser.externalId !== null && { source: loser.source, externalId: loser.externalId }),
    ...(kind === 'company' && 'parentId' in change && change.parentId === winner.id ? { parentId: null } : {}),
  }
}

/** All names that were anybody's, but for the one it goes by. */
function namesAfter(name: string, winner: Named, loser: Named): string[] {
  const names = [...(winner.aliases ?? []), winner.name, loser.name, ...(loser.aliases ?? [])]
  const known = new Map(names.map((one) => [normalizeName(one), one]))
  known.delete(normalizeName(name))
  return [...known.values()]
}
