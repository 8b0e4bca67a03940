import type { Config } from '../config.ts'
import { eraseDue, oweErasures } from '../crm/privacy/erasures.ts'
import { type Erased, erasedIn, listIn, noteErased } from '../crm/privacy/list.ts'
import { type Database, type Reached, rows, tablesOf } from '../database/index.ts'
import type { Deps } from './at-database.ts'

type Settings = Pick<Config, 'backup'>

/** Notes who was erased here before something else takes the place of this database, which may not know of it. */
export const rememberErased = ({ connection }: Reached, { backup }: Settings): Promise<void> =>
  withTables(connection, async (db) => {
    const [there] = await rows<{ name: string | null }>(db, `SELECT to_regclass('erasures')::text AS name`)
    if (!there?.name) return
    const erased = await rows<Erased>(db, `SELECT "workspaceId"::text, noun, "recordId"::text FROM erasures ORDER BY "askedAt"`)
    for (const one of erased) await noteErased(listIn(backup.folder), one)
  })

/** Erases again who was erased since a backup was taken. In words, what was done; nothing when there was nobody. */
export const eraseAgain = ({ connection }: Reached, { backup }: Settings, { now }: Pick<Deps, 'now'>): Promise<string[]> =>
  withTables(connection, async (db) => {
    const list = listIn(backup.folder)
    const owed = await oweErasures(db, await erasedIn(list), now())
    // What was still to be erased when the backup was taken is left to the bot.
    if (owed) while (await eraseDue(db, now(), list));
    return owed ? [`  ${owed === 1 ? 'One person' : `${owed} people`} of the backup had been erased since: erased again.`] : []
  })

async function withTables<T>(connection: Reached['connection'], work: (db: Database) => Promise<T>): Promise<T> {
  const { prisma, close } = tablesOf(connection)
  try {
    return await work(prisma)
  } finally {
    await close()
  }
}
