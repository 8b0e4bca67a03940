import type { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import {
  BackupError,
  fileAt,
  headerOf,
  listed,
  type Reached,
  restoreBackup,
  standing,
  type TableHeader,
  takeBackup,
} from '../database/index.ts'
import { atDatabase, commandLog, contentsOf, type Deps, localMoment, told } from './at-database.ts'
import { eraseAgain, rememberErased } from './erased.ts'
import { atHand, learnErased } from './in-store.ts'

/** `rapport restore FILE`: puts a backup in the place of what stands. Exit code 1 when nothing was restored. */
export function restoreCommand(program: Command, deps: Deps): void {
  program
    .command('restore')
    .description('put a backup in the place of what stands; stop the bot first')
    .argument('<file>', 'a backup: a path, or s3://bucket/folder/name')
    .option('--yes', 'even though something stands there; it is backed up first')
    .action((file: string, options: { yes?: boolean }) =>
      told(deps, () => {
        const config = readConfig(deps.environment)
        return atHand(config, file, (here) => restore(here, { named: file, yes: options.yes ?? false }, config, deps))
      }),
    )
}

interface Asked {
  /** The backup, as it was typed. */
  named: string
  yes: boolean
}

async function restore(file: string, { named, yes }: Asked, config: Config, { now, called }: Deps): Promise<string> {
  const wanted = await headerOf(file)
  return atDatabase(config, {}, async (database) => {
    const otherwise = `To put the backup of ${contentsOf(wanted, config)} in its place, type:\n  ${called} restore ${named} --yes`
    const found = await whatStands(database, config, { yes, otherwise })
    let kept: string[] = []
    const first = async () => {
      kept = await keep(database, config, found, now().toString())
      if (found.length) await rememberErased(database, config)
      await learnErased(config, named)
    }
    const { passphrase } = config.backup
    const header = await restoreBackup({ ...database, file, passphrase, log: commandLog(config), overwrite: yes, first })
    const again = await eraseAgain(database, config, { now })
    return [`Restored: ${contentsOf(header, config)}.`, ...again, ...kept, '  Start the bot again.'].join('\n')
  })
}

/** @throws BackupError when something stands in a database that is to be overwritten, and nobody said yes: what, and what to type. */
export async function whatStands(
  { connection }: Reached,
  { backup }: Config,
  { yes, otherwise }: { yes: boolean; otherwise: string },
): Promise<TableHeader[]> {
  const found = await standing(connection)
  if (!found.length || yes) return found
  throw new BackupError(
    'occupied',
    `Something stands in that database: ${listed(found)}. Nothing was changed.\n${otherwise}\nWhat stands there is backed up first, into ${backup.folder}.`,
  )
}

/** Backs up what stands in a database that is to be overwritten, and says where; nothing when it is empty. */
export async function keep({ connection }: Reached, config: Config, found: TableHeader[], now: string): Promise<string[]> {
  if (!found.length) return []
  const file = fileAt(config.backup.folder, localMoment(now, config.timeZone), 'before-restore')
  const { passphrase } = config.backup
  await takeBackup({ connection, file, passphrase, takenAt: now, log: commandLog(config) })
  return [`  What stood there is in ${file}: ${listed(found)}.`]
}
