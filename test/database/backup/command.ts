import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { Command } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { afterAll } from 'vitest'
import { backupCommand, verifyCommand } from '../../../src/cli/backup.ts'
import { backupsCommand } from '../../../src/cli/backups.ts'
import { moveCommand } from '../../../src/cli/move.ts'
import { restoreCommand } from '../../../src/cli/restore.ts'

export interface Said {
  out: string
  err: string
  code: typeof process.exitCode
}

/** The command line in a folder of its own, which is gone after the last test. */
export async function commandLine() {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-backup-'))
  afterAll(() => rm(folder, { recursive: true }))
  let now = Temporal.Instant.from('2026-11-27T12:00:00Z')

  const rapport = async (environment: NodeJS.ProcessEnv, ...words: string[]): Promise<Said> => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()]
    // Each is typed a minute later.
    now = now.add({ minutes: 1 })
    const program = new Command('rapport')
    const deps = {
      environment: {
        DATA_DIR: path.join(folder, 'data'),
        DEFAULT_TIME_ZONE: 'Europe/Berlin',
        LOG_LEVEL: 'silent',
        ...environment,
      },
      stdout,
      stderr,
      now: () => now,
      called: 'rapport',
    }
    for (const add of [backupCommand, backupsCommand, verifyCommand, restoreCommand, moveCommand]) add(program, deps)
    await program.parseAsync(words, { from: 'user' })
    const code = process.exitCode
    process.exitCode = undefined
    return { out: String(stdout.read() ?? ''), err: String(stderr.read() ?? ''), code }
  }
  return { folder, rapport }
}

/** The file that a backup was written into. */
export const fileIn = ({ out, err }: Said): string => {
  const found = /^(\S+\.backup):/m.exec(out)?.[1]
  if (!found) throw new Error(`no backup was taken: ${out}${err}`)
  return found
}
