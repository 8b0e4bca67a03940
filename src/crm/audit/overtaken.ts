import { companyFoundBy, contactFoundBy, type FoundBy } from '../names.ts'
import { changedColumns, type Kept, type Noun, type Snapshot } from './audit.ts'

/** Some columns of a row. */
export const only = (row: Snapshot, columns: readonly string[]): Snapshot =>
  Object.fromEntries(columns.map((name) => [name, row[name] ?? null]))

/** The columns that a change wrote. */
export const columnsOf = ({ before, after }: Pick<Kept, 'before' | 'after'>): string[] =>
  before ? changedColumns(before, after ?? {}) : Object.keys(after ?? {})

/** Whether what a change wrote does not stand any more as it was written. */
export function isOvertaken(change: Pick<Kept, 'before' | 'after'>, now: Snapshot): boolean {
  const columns = columnsOf(change)
  return changedColumns(only(now, columns), only(change.after ?? {}, columns)).length > 0
}

/** What a name that comes back is found by, by the rules of today. */
export function foundBy(noun: Noun, { name, aliases }: Snapshot): Partial<FoundBy> {
  if (noun === 'company') return companyFoundBy(String(name), (aliases as string[] | null) ?? [])
  return noun === 'contact' ? contactFoundBy(String(name)) : {}
}
