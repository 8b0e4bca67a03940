import type { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { type Kept, keptIn, keptInStore } from '../database/index.ts'
import { type Deps, localMoment, megabytes, told } from './at-database.ts'
import { isStore, withStore } from './in-store.ts'

/** `rapport backups`: what there is, in the folder and in the store. Exit code 1 when one of them could not be read. */
export function backupsCommand(program: Command, deps: Deps): void {
  program
    .command('backups')
    .description('list the backups there are, the newest first')
    .option('--in <place>', 'a folder, s3, or s3://bucket/folder; BACKUP_DIR and BACKUP_S3 unless told')
    .action((options: { in?: string }) => told(deps, () => list(readConfig(deps.environment), options.in)))
}

async function list(config: Config, place?: string): Promise<string> {
  const places = place === undefined ? [config.backup.folder, ...(config.backup.s3 ? ['s3'] : [])] : [place]
  const lines: string[] = []
  for (const one of places) lines.push(...(isStore(one) ? await inStore(config, one) : said(config, one, await keptIn(one))))
  return lines.join('\n')
}

const inStore = (config: Config, place: string) =>
  withStore(config, place, async (store) => said(config, store.where, await keptInStore(store)))

function said({ timeZone }: Config, where: string, kept: readonly Kept[]): string[] {
  const line = ({ file, bytes, header }: Kept) => {
    const moment = localMoment(header.takenAt, timeZone).replace('T', ' ').slice(0, 16)
    return `  ${moment}  ${megabytes(bytes).padStart(9)}  ${header.encryption ? 'encrypted' : 'open     '}  ${file}`
  }
  return kept.length ? [`${where}: ${kept.length}`, ...kept.map(line)] : [`${where}: none`]
}
