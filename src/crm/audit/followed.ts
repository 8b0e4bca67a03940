import type { Context } from '../../bot/context.ts'
import type { Kept, Snapshot } from './audit.ts'
import { ledTo } from './moved.ts'

const CUSTOMERS = ['companyId', 'contactId', 'parentId'] as const

/** Changes of rows that a merge has given to another customer since, as they would read had the rows been that one's from the start. */
export async function followed(context: Pick<Context, 'db' | 'workspace'>, changes: readonly Kept[]): Promise<readonly Kept[]> {
  // A merge itself is taken back as it was.
  if (changes.some(({ noun }) => noun === 'merge')) return changes
  const ids = changes.flatMap(({ before, after }) => [before, after].flatMap((row) => (row ? customersIn(row) : [])))
  const led = await ledTo(context, [...new Set(ids)])
  if (!led.size) return changes
  return changes.map((one) => ({
    ...one,
    before: one.before && follow(one.before, led),
    after: one.after && follow(one.after, led),
  }))
}

const othersIn = ({ otherContactIds }: Snapshot) => (Array.isArray(otherContactIds) ? otherContactIds.map(String) : [])
const customersIn = (row: Snapshot): string[] => [
  ...CUSTOMERS.flatMap((name) => (typeof row[name] === 'string' ? [row[name]] : [])),
  ...othersIn(row),
]

function follow(row: Snapshot, led: ReadonlyMap<string, string>): Snapshot {
  const to = (id: unknown) => led.get(String(id)) ?? id
  const columns = CUSTOMERS.flatMap((name) => (row[name] ? [[name, to(row[name])] as const] : []))
  const others = [...new Set(othersIn(row).map((id) => to(id)))].filter((id) => id !== to(row.contactId))
  return { ...row, ...Object.fromEntries(columns), ...(row.otherContactIds !== undefined && { otherContactIds: others }) }
}
