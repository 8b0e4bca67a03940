import path from 'node:path'
import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { fileAt, takeBackup, verifyBackup } from '../database/index.ts'
import { atDatabase, commandLog, contentsOf, type Deps, localMoment, megabytes, told } from './at-database.ts'

/** `rapport backup`: writes all data into one file, while the bot runs or not. Exit code 1 when it could not. */
export function backupCommand(program: Command, deps: Deps): void {
  program
    .command('backup')
    .description('write all data into one file; the bot may go on')
    .option('--to <folder>', 'the folder to write it into; BACKUP_DIR unless told')
    .action((options: { to?: string }) => told(deps, () => backUp(options.to, deps)))
}

async function backUp(to: string | undefined, { environment, now, called }: Deps): Promise<string> {
  const config = readConfig(environment)
  const folder = path.resolve(to ?? config.backup.folder)
  const takenAt = now().toString()
  const file = fileAt(folder, localMoment(takenAt, config.timeZone))
  const { passphrase } = config.backup
  const { header, bytes } = await atDatabase(config, { beside: true }, ({ connection }) =>
    takeBackup({ connection, file, passphrase, takenAt, log: commandLog(config) }),
  )
  const how = header.encryption ? 'encrypted' : 'not encrypted'
  return [
    `${file}: ${megabytes(bytes)}, ${how}`,
    `  ${contentsOf(header, config)}`,
    `  To see that it can be restored: ${called} verify ${shortest(file)}`,
  ].join('\n')
}

/** As it is typed from here. */
const shortest = (file: string) => [path.relative('', file), file].toSorted((a, b) => a.length - b.length)[0]

/** `rapport verify FILE`: says whether a backup is good, by restoring it into a database made for that. Exit code 1 when it is not. */
export function verifyCommand(program: Command, deps: Deps): void {
  program
    .command('verify')
    .description('see that a backup is whole and can be restored; nothing of yours is touched')
    .argument('<file>', 'a backup')
    .action((file: string) => told(deps, () => verify(file, deps)))
}

async function verify(file: string, { environment }: Deps): Promise<string> {
  const config = readConfig(environment)
  const { header, restored } = await verifyBackup({ file, passphrase: config.backup.passphrase, log: commandLog(config) })
  const how =
    restored === true
      ? 'it is whole, and was restored into a PostgreSQL made for that'
      : `it is whole and can be read to its end. It was not restored for a trial: ${restored}`
  return [
    `${file} is good: ${how}.`,
    `  ${contentsOf(header, config)}`,
    `  Rapport ${header.product}, PostgreSQL ${header.postgres}, last migration ${header.lastMigration}`,
  ].join('\n')
}
