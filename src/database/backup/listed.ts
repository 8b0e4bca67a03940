import type { TableHeader } from './header.ts'

/** What people know by name, and how one of it is called. */
const KNOWN = {
  workspaces: 'workspace',
  members: 'member',
  companies: 'company',
  contacts: 'contact',
  activities: 'activity',
  tasks: 'task',
}

/** The rows of the tables in a line, those that people know by name. */
export function listed(tables: readonly TableHeader[]): string {
  const left = new Map(tables.map(({ name, rows }) => [name, rows]))
  const parts = Object.entries(KNOWN).flatMap(([name, one]) => {
    const rows = left.get(name) ?? 0
    left.delete(name)
    return rows ? [`${rows.toLocaleString('en')} ${rows === 1 ? one : name}`] : []
  })
  const others = [...left.values()].reduce((sum, rows) => sum + rows, 0)
  return [...parts, ...(others ? [`${others.toLocaleString('en')} other rows`] : [])].join(', ') || 'no rows'
}
