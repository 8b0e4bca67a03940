import path from 'node:path'
import type { Config } from '../config.ts'
import { type Database, migrate, openDatabase } from '../database/index.ts'
import { createLog } from '../log.ts'
import { PlainError } from './plainly.ts'

/** A workspace that is not plainly named; its message is for people. */
export class WorkspaceError extends PlainError {}

/** Does work in the database of the settings, brought up to date before. */
export async function withDatabase<T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> {
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel)
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: path.resolve(config.dataDir), log })
  try {
    await migrate({ connection: database.connection, log })
    return await work(database.prisma)
  } finally {
    await database.close()
  }
}

/** The workspace that is meant: the only one, or by its name or id. Throws WorkspaceError that lists them. */
export async function theWorkspace(db: Database, name: string | undefined): Promise<{ id: string; name: string }> {
  // A workspace that was joined to another is left without a team.
  const all = await db.workspace.findMany({ where: { installations: { some: {} } }, orderBy: { createdAt: 'asc' } })
  const found = name ? all.filter((one) => one.name.toLowerCase() === name.toLowerCase() || one.id === name) : all
  if (found.length === 1) return found[0]!
  const names = all.map((one) => `  --workspace ${JSON.stringify(one.name)}   (${one.id})`).join('\n')
  if (all.length === 0)
    throw new WorkspaceError(
      'There is no workspace yet. Start Rapport, say “help” to it once in your chat, stop it and try again.',
    )
  throw new WorkspaceError(
    `${found.length ? 'Several workspaces fit' : 'No workspace has that name'}. Choose one by name or id:\n${names}`,
  )
}
