import { ImportError } from '../reading/source.ts'
import { type Column, plain } from './fields.ts'

/** Headers that only such rows have; so many of them must stand. */
const MARKS: readonly { rows: 'members' | 'products' | 'columns'; least: number; headers: string }[] = [
  { rows: 'members', least: 3, headers: 'sales agent, manager, regional office' },
  { rows: 'products', least: 3, headers: 'product, series, sales price' },
  { rows: 'columns', least: 3, headers: 'table, field, description' },
]

/** Throws ImportError, saying so, when the rows are something that no import brings in. */
export function checkKept(headers: readonly string[]): void {
  const stand = new Set(headers.map(plain))
  const found = MARKS.find(({ headers: marks, least }) => marks.split(', ').filter((one) => stand.has(one)).length >= least)
  if (!found || (stand.has('account') && stand.has('sector'))) return
  const { rows } = found
  throw new ImportError((say) => say[rows])
}

/** What of a row that is about something else is about its company and its person: who they are, and how they are reached. */
export const OF_THEM: ReadonlySet<Column> = new Set<Column>([
  ...(['company', 'domain', 'contact', 'first name', 'last name', 'contact email', 'contact phone'] as const),
  ...(['company id', 'contact id', 'company email', 'company phone'] as const),
])
