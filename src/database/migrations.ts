import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exists } from './embedded/folders.ts'

/** One step of the tables' history. */
export interface Migration {
  /** The folder's name, which begins with the time it was written at. */
  name: string
  sql: string
  /** sha256 of the file, as Prisma keeps it. */
  checksum: string
}

/** The program's own migrations: they lie beside src and beside dist alike. */
export const migrationsFolder = (): string => fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** The migrations in a folder, in their order; none when there is no folder. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  if (!(await exists(folder))) return []
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map((name) => readMigration(folder, name)))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  // A checkout on Windows may end lines in its own way; that is no edit.
  const sql = (await readFile(join(folder, name, 'migration.sql'), 'utf8')).replaceAll('\r\n', '\n')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
