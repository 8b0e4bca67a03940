import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { Command } from 'commander'
import type { Temporal } from 'temporal-polyfill'
import { afterAll } from 'vitest'
import { exportCommand } from '../../src/cli/export.ts'
import { importCommand } from '../../src/cli/import.ts'
import type { OpenDatabase } from '../../src/database/index.ts'

/** What a run of the program came to. */
export interface Ran {
  /** What it printed, and what it complained of. */
  out: string
  err: string
  code: number
}

/** `rapport import …` and `rapport export …`, as they are typed, over a database; files are written to a folder of their own. */
export async function importer({ connection }: OpenDatabase, now: () => Temporal.Instant) {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-import-'))
  afterAll(() => rm(folder, { recursive: true }))
  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    const at = path.join(folder, name)
    await writeFile(at, content)
    return at
  }
  /** `rapport export …` */
  const runExport = (...typed: string[]) => command('export', typed)
  const run = (...typed: string[]) => command('import', typed)
  const command = async (name: string, typed: string[]): Promise<Ran> => {
    const out = heard()
    const err = heard()
    const program = new Command('rapport').exitOverride().configureOutput({ writeOut: out.hear, writeErr: err.hear })
    const environment = { DATABASE_URL: String(connection.connectionString), LOG_LEVEL: 'error' }
    importCommand(program, { environment, stdout: out.stream, stderr: err.stream, now })
    exportCommand(program, { environment, stdout: out.stream, stderr: err.stream, now })
    process.exitCode = 0
    try {
      await program.parseAsync([name, ...typed], { from: 'user' })
      return { out: out.text(), err: err.text(), code: Number(process.exitCode) }
    } finally {
      process.exitCode = 0
    }
  }
  return { folder, file, run, runExport }
}

function heard() {
  let text = ''
  const hear = (more: string) => {
    text += more
  }
  const stream = new Writable({
    write: (chunk, _, done) => {
      hear(String(chunk))
      done()
    },
  })
  return { hear, stream, text: () => text }
}
