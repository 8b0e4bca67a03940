import { type Database, rows } from '../../../database/index.ts'
import { ITEM_TABLES } from '../kinds/tables.ts'
import type { Noun, Run } from './run.ts'

const TABLES: Readonly<Record<string, string>> = {
  company: 'companies',
  contact: 'contacts',
  ...Object.fromEntries(Object.entries(ITEM_TABLES).map(([noun, { table }]) => [noun, table])),
}
const FEWEST = 500

/**
 * PostgreSQL plans by what it has counted, once a connection: in tables that were nearly empty then, each check of a reference walks through all their rows. So what
 * a run adds is counted whenever that is more than was counted there, and than at the last time.
 */
export class Counted {
  readonly #at = new Map<string, number>()

  async after(db: Database, { touched }: Run): Promise<void> {
    for (const [noun, table] of Object.entries(TABLES)) {
      const { added } = touched[noun as Noun].counts
      if (added < FEWEST || added < 2 * (this.#at.get(noun) ?? 0)) continue
      this.#at.set(noun, added)
      const [known] = await rows<{ count: number }>(
        db,
        'SELECT reltuples::float8 AS count FROM pg_class WHERE oid = to_regclass($1)',
        [table],
      )
      if (added > (known?.count ?? 0)) await db.$executeRawUnsafe(`ANALYZE ${table}`)
    }
  }
}
