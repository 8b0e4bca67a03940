import { ImportError } from '../reading/source.ts'
import { type Column, plain } from './fields.ts'

/** What the rows of a file are, when that is nothing which an import brings in: their companies and people can be taken. */
export type Unkept = 'deals'

/** Headers that only such rows have; so many of them must stand. */
const MARKS: readonly { rows: Unkept | 'members' | 'products' | 'columns'; least: number; headers: string }[] = [
  {
    rows: 'deals',
    least: 2,
    headers:
      'opportunity id, opportunity name, deal id, deal name, dealname, deal stage, dealstage, stagename, deal owner, deal value, deal title, pipeline, closedate, close date, closing date, close value, engage date, expected close date, deal stage order',
  },
  { rows: 'members', least: 3, headers: 'sales agent, manager, regional office' },
  { rows: 'products', least: 3, headers: 'product, series, sales price' },
  { rows: 'columns', least: 3, headers: 'table, field, description' },
]

/** Finds out whether the rows are something that is not kept. Throws ImportError, saying so, when there is nothing in them to take. */
export function unkeptIn(headers: readonly string[]): Unkept | undefined {
  const stand = new Set(headers.map(plain))
  const found = MARKS.find(({ headers: marks, least }) => marks.split(', ').filter((one) => stand.has(one)).length >= least)
  if (!found || (found.rows !== 'deals' && stand.has('account') && stand.has('sector'))) return undefined
  if (found.rows === 'deals') return found.rows
  const { rows } = found
  throw new ImportError((say) => say[rows])
}

/** What of a row that is about something else is about its company and its person: who they are, and how they are reached. */
export const OF_THEM: ReadonlySet<Column> = new Set<Column>([
  ...(['company', 'domain', 'contact', 'first name', 'last name', 'contact email', 'contact phone'] as const),
  ...(['company id', 'contact id', 'company email', 'company phone'] as const),
])
