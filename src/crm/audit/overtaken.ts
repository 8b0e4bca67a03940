import { companyFoundBy, contactFoundBy, dealFoundBy, FOUND_BY, type FoundBy } from '../names.ts'
import type { Kept, Noun, Snapshot } from './audit.ts'

/** Columns that hold many values, each of which is changed and taken back by itself: `custom.ID`, `labels.a@b.c`, `settings.keep.audit`. */
const IN_PARTS = ['custom', 'labels', 'settings']

/** A row in which such columns are taken apart. */
function apart(row: Snapshot): Snapshot {
  if (!IN_PARTS.some((column) => column in row)) return row
  const { ...flat } = row
  for (const column of IN_PARTS) {
    const held = flat[column]
    if (typeof held !== 'object' || held === null) continue
    delete flat[column]
    for (const [key, value] of Object.entries(held)) flat[`${column}.${key}`] = value
  }
  return flat
}

/** Values for a row, some of them parts of a column; together with what stands beside those parts in `now`. */
export function together(now: Snapshot, values: Snapshot): Snapshot {
  const columns: Snapshot = {}
  for (const [name, value] of Object.entries(values)) {
    const column = IN_PARTS.find((one) => name.startsWith(`${one}.`))
    if (!column) columns[name] = value
    else {
      const { [name.slice(column.length + 1)]: _, ...beside } = (columns[column] ?? now[column] ?? {}) as Snapshot
      columns[column] = value === null ? beside : { ...beside, [name.slice(column.length + 1)]: value }
    }
  }
  return columns
}

// A message that went out in the meantime does not stand in the way of taking back what it was about; nor does what a name is found by, made anew.
const MOVED_BY_TIME = new Set([...FOUND_BY, 'updatedAt', 'remindedAt', 'tourStep', 'digestDay', 'refusedAt', 'escalatedFor'])

/** The names of the columns, and parts of columns, in which two snapshots differ, but for those that time alone moves. */
export function changedColumns(one: Snapshot, other: Snapshot): string[] {
  const [a, b] = [apart(one), apart(other)]
  return Object.keys({ ...a, ...b }).filter(
    (name) => !MOVED_BY_TIME.has(name) && JSON.stringify(a[name] ?? null) !== JSON.stringify(b[name] ?? null),
  )
}

/** Some columns of a row. */
export function only(row: Snapshot, columns: readonly string[]): Snapshot {
  const flat = apart(row)
  return Object.fromEntries(columns.map((name) => [name, flat[name] ?? null]))
}

/** The columns that a change wrote. */
export const columnsOf = ({ before, after }: Pick<Kept, 'before' | 'after'>): string[] =>
  before ? changedColumns(before, after ?? {}) : Object.keys(apart(after ?? {}))

/** In which columns what a change wrote does not stand any more as it was written. */
export function overtakenColumns(change: Pick<Kept, 'before' | 'after'>, now: Snapshot): string[] {
  const inParts = change.before
    ? []
    : Object.keys(apart(now)).filter((name) => IN_PARTS.some((one) => name.startsWith(`${one}.`)))
  const columns = [...new Set([...columnsOf(change), ...inParts])]
  return changedColumns(only(now, columns), only(change.after ?? {}, columns))
}

export const isOvertaken = (change: Pick<Kept, 'before' | 'after'>, now: Snapshot): boolean =>
  overtakenColumns(change, now).length > 0

/** What a name that comes back is found by, by the rules of today. */
export function foundBy(noun: Noun, { name, aliases }: Snapshot): Partial<FoundBy> {
  if (noun === 'company') return companyFoundBy(String(name), (aliases as string[] | null) ?? [])
  if (noun === 'deal') return dealFoundBy(String(name))
  return noun === 'contact' ? contactFoundBy(String(name), (aliases as string[] | null) ?? []) : {}
}

/** What a row that comes, goes or moves must find standing: where it belongs. */
export const BELONGS_TO: Readonly<Record<string, 'company' | 'contact'>> = {
  companyId: 'company',
  contactId: 'contact',
  parentId: 'company',
}
