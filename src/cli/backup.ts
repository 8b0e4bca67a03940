import path from 'node:path'
import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { nameAt, type Store, takeBackup, verifyBackup } from '../database/index.ts'
import { atDatabase, commandLog, contentsOf, type Deps, localMoment, megabytes, told } from './at-database.ts'
import { atHand, isStore, withStore } from './in-store.ts'

/** `rapport backup`: writes all data into one file, while the bot runs or not. Exit code 1 when it could not. */
export function backupCommand(program: Command, deps: Deps): void {
  program
    .command('backup')
    .description('write all data into one file; the bot may go on')
    .option(
      '--to <place>',
      'the folder to write it into, s3 (the store of BACKUP_S3) or s3://bucket/folder; BACKUP_DIR unless told',
    )
    .action((options: { to?: string }) => told(deps, () => backUp(options.to, deps)))
}

async function backUp(to: string | undefined, { environment, now, called }: Deps): Promise<string> {
  const config = readConfig(environment)
  const takenAt = now().toString()
  const name = nameAt(localMoment(takenAt, config.timeZone))
  const { folder, passphrase } = config.backup
  const take = (where: { file: string; store?: Store }) =>
    atDatabase(config, { beside: true }, ({ connection }) =>
      takeBackup({ ...where, connection, passphrase, takenAt, log: commandLog(config) }),
    )
  const { file, header, bytes } =
    to && isStore(to)
      ? await withStore(config, to, (store) => take({ file: name, store }))
      : await take({ file: path.join(path.resolve(to ?? folder), name) })
  const how = header.encryption ? 'encrypted' : 'not encrypted'
  return [
    `${file}: ${megabytes(bytes)}, ${how}`,
    `  ${contentsOf(header, config)}`,
    `  To see that it can be restored: ${called} verify ${isStore(file) ? file : shortest(file)}`,
  ].join('\n')
}

/** As it is typed from here. */
const shortest = (file: string) => [path.relative('', file), file].toSorted((a, b) => a.length - b.length)[0]

/** `rapport verify FILE`: says whether a backup is good, by restoring it into a database made for that. Exit code 1 when it is not. */
export function verifyCommand(program: Command, deps: Deps): void {
  program
    .command('verify')
    .description('see that a backup is whole and can be restored; nothing of yours is touched')
    .argument('<file>', 'a backup: a path, or s3://bucket/folder/name')
    .action((file: string) => told(deps, () => verify(file, deps)))
}

async function verify(file: string, { environment }: Deps): Promise<string> {
  const config = readConfig(environment)
  const { passphrase } = config.backup
  const { header, restored } = await atHand(config, file, (here) =>
    verifyBackup({ file: here, passphrase, log: commandLog(config) }),
  )
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
