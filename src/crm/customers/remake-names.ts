import type { Job } from '../../bot/operation.ts'
import { rows, type Transaction } from '../../database/index.ts'
import { NAME_RULES } from '../../understanding/index.ts'
import { companyFoundBy } from '../names.ts'

/** Rows in one transaction: none of them keeps a name from being changed for long. */
const BATCH = 500

const TABLES = ['companies', 'contacts', 'deals'] as const
type Table = (typeof TABLES)[number]

/**
 * What names are found by was written by the rules of its day. After an upgrade that changed the rules it is made anew, a batch of one
 * workspace at a time; whatever stops it, the next look goes on with the rows that are left. With nothing to do it is two probes of an index a workspace.
 */
export const remakeNames: Job = {
  name: 'make anew what names are found by',
  every: 60 * 60 * 1000,
  run: async ({ db, transaction }) => {
    for (const table of TABLES) {
      const workspace = await firstWithOlder(db, table)
      const made = workspace ? await transaction((tx) => remakeSome(tx, table, workspace)) : 0
      if (made) return made
    }
    return 0
  },
}

async function firstWithOlder(db: Transaction, table: Table): Promise<string | undefined> {
  const [found] = await rows<{ id: string }>(
    db,
    `SELECT w.id FROM workspaces w WHERE EXISTS
      (SELECT FROM ${table} x WHERE x."workspaceId" = w.id AND x."nameRules" < $1::int) ORDER BY w.id LIMIT 1`,
    [NAME_RULES],
  )
  return found?.id
}

interface Named {
  id: string
  name: string
  aliases: string[]
}

/** Those that somebody is just changing are left to them, or to the next look. */
async function remakeSome(tx: Transaction, table: Table, workspaceId: string): Promise<number> {
  const older = await tx.$queryRawUnsafe<Named[]>(
    `SELECT id::text, name, ${table === 'deals' ? `'{}'::text[]` : `coalesce(aliases, '{}')`} AS aliases FROM ${table} WHERE "workspaceId" = $1::uuid AND "nameRules" < $2::int
      ORDER BY "nameRules", id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    workspaceId,
    NAME_RULES,
  )
  const made = older.map(({ id, name, aliases }) => ({ id, ...companyFoundBy(name, aliases) }))
  if (!made.length) return 0
  return tx.$executeRawUnsafe(
    `UPDATE ${table} x SET "searchName" = m."searchName", "nameTokens" = m."nameTokens", "nameRules" = m."nameRules"
      FROM jsonb_to_recordset($2::jsonb) AS m(id uuid, "searchName" text, "nameTokens" text[], "nameRules" int)
      WHERE x."workspaceId" = $1::uuid AND x.id = m.id`,
    workspaceId,
    JSON.stringify(made),
  )
}
