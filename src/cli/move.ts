import type { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import {
  BackupError,
  fileAt,
  type Header,
  listed,
  migrate,
  type Reached,
  restoreBackup,
  standing,
  takeBackup,
} from '../database/index.ts'
import { atDatabase, commandLog, type Deps, localMoment, told } from './at-database.ts'
import { keep, whatStands } from './restore.ts'

interface Options {
  to?: string
  from?: string
  yes?: boolean
}

/** `rapport move`: takes all data from the embedded database to a server, or back. What it was taken from stays. Exit code 1 when nothing was moved. */
export function moveCommand(program: Command, deps: Deps): void {
  program
    .command('move')
    .description(
      'take all data from the embedded database to a server (--to), or from a server to the embedded one (--from); stop the bot first',
    )
    .option('--to <url>', 'the server: postgresql://user:password@host:5432/database')
    .option('--from <url>', 'the server')
    .option('--yes', 'even though something stands there; it is backed up first')
    .action((options: Options) => told(deps, () => move(options, deps)))
}

async function move({ to, from, yes = false }: Options, deps: Deps): Promise<string> {
  const url = to ?? from
  if (!url || (to && from)) throw new BackupError('unreadable', 'Say where: --to a server, or --from one.')
  const config = readConfig({ ...deps.environment, DATABASE_URL: url })
  const embedded = { ...config, databaseUrl: undefined }
  const [source, target] = to ? [embedded, config] : [config, embedded]
  return atDatabase(source, {}, (old) =>
    atDatabase(target, {}, async (fresh) => {
      const direction = to ? '--to' : '--from'
      const otherwise = `To put the other database in its place, type the same again with --yes: ${deps.called} move ${direction} … --yes`
      const found = await whatStands(fresh, config, { yes, otherwise })
      const kept = await keep(fresh, config, found, deps.now().toString())
      const header = await carry(old, fresh, config, { now: deps.now().toString(), overwrite: yes })
      const next = to
        ? `Set DATABASE_URL to that server and start the bot. The embedded database stays in ${config.dataDir} until you remove it.`
        : 'Start the bot without DATABASE_URL. What is on the server stays there until you remove it.'
      return [`Moved, and counted again on the other side: ${listed(header.tables)}.`, ...kept, `  ${next}`].join('\n')
    }),
  )
}

async function carry(
  old: Reached,
  fresh: Reached,
  config: Config,
  { now, overwrite }: { now: string; overwrite: boolean },
): Promise<Header> {
  const log = commandLog(config)
  const { passphrase } = config.backup
  await standing(old.connection)
  // As the bot would do at its next start: then both sides have the same tables, and can be compared.
  await migrate({ connection: old.connection, log })
  const file = fileAt(config.backup.folder, localMoment(now, config.timeZone), 'move')
  const { header } = await takeBackup({ connection: old.connection, file, passphrase, takenAt: now, log })
  await restoreBackup({ connection: fresh.connection, file, passphrase, log, overwrite })
  const found = await standing(fresh.connection)
  for (const { name, rows } of header.tables) {
    const there = found.find((one) => one.name === name)?.rows ?? 0
    if (there !== rows)
      throw new BackupError(
        'damaged',
        `${name} has ${there} rows there, and ${rows} here: do not use that database. ${file} has all.`,
      )
  }
  return header
}
