import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { Temporal } from 'temporal-polyfill'
import type { Context } from '../bot/context.ts'
import { UserError } from '../bot/errors.ts'
import { readConfig } from '../config.ts'
import { type Limits, limitsOf } from '../crm/exporting/asked.ts'
import {
  exported,
  FORMATS,
  type Format,
  fileName,
  formatsOf,
  KINDS,
  type Kind,
  type Reader,
  type Wish,
} from '../crm/exporting/exporting.ts'
import { typedExport } from '../crm/exporting/typed.ts'
import { theWorkspace, withDatabase } from './at-workspace.ts'
import { PlainError, plainly } from './plainly.ts'

interface Deps {
  environment: NodeJS.ProcessEnv
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream
  now: () => Temporal.Instant
}

interface Options {
  what: Kind | 'all'
  format: Format
  workspace?: string
  out?: string
  since?: string
  bom?: boolean
  filter?: string
}

/** Nobody: of private notes and tasks, which only their author sees, none is exported here. */
const NOBODY = { id: '00000000-0000-0000-0000-000000000000' }

/** `rapport export`: writes a workspace's records to files, as they are read. Exit code 1 when it came to nothing. */
export function exportCommand(program: Command, deps: Deps): void {
  program
    .command('export')
    .description('write companies, contacts, deals, activities and tasks to files; private notes stay with their authors')
    .addOption(new Option('--what <kind>', 'what to export').choices([...KINDS, 'all']).default('all'))
    .addOption(
      new Option('--format <format>', 'vcf is vCard 4, vcf3 for older programs; both of companies and contacts alone')
        .choices([...FORMATS])
        .default('csv'),
    )
    .option('--workspace <name>', 'the workspace, when there are several')
    .option('--out <path>', 'a folder, a file, or - for the terminal; the current folder unless told')
    .option('--since <day>', 'only what was changed since: 2026-10-01')
    .option(
      '--filter <words>',
      'only what a filter finds, as “find” reads it, or a shared segment by its name: "companies in Berlin"',
    )
    .option('--bom', 'with the mark by which Excel knows UTF-8')
    .action((options: Options) => plainly(deps.stderr, () => run(options, deps)))
}

async function run(options: Options, deps: Deps): Promise<void> {
  const { what, format, out = '.', bom = false } = options
  if (what !== 'all' && !formatsOf(what).includes(format)) throw noVcards(what)
  const config = readConfig(deps.environment)
  const since = sinceOf(options.since, config.timeZone)
  await withDatabase(config, async (db) => {
    const workspace = await theWorkspace(db, options.workspace)
    const reader: Reader = { db, workspace, me: NOBODY, sees: 'all', now: deps.now(), locale: 'en' }
    const limits = options.filter ? await filterOf(reader, options.filter, config.timeZone) : undefined
    const all = limits?.kinds ?? KINDS
    const kinds = all.filter((kind) => (what === 'all' || kind === what) && formatsOf(kind).includes(format))
    if (!kinds.length) throw limits && what !== 'all' ? notOf(what, all) : noVcards(all.join(', '))
    const isFolder = out !== '-' && (kinds.length > 1 || (await isThere(out)))
    if (kinds.length > 1 && out === '-' && format === 'csv')
      throw new PlainError('Tables of several kinds do not go into one stream. Say --what, or take --format jsonl.')
    for (const kind of kinds) {
      const wish: Wish = { kind, format, since, bom, only: limits?.only?.(kind) }
      if (out === '-') await toTerminal(reader, wish, deps)
      else
        await toFile(
          reader,
          wish,
          isFolder
            ? path.join(out, fileName(wish, deps.now().toZonedDateTimeISO(config.timeZone).toPlainDate().toString()))
            : out,
          deps,
        )
    }
  })
}

const noVcards = (what: string) => new PlainError(`There are no vCards of ${what}. Take --format csv or jsonl.`)
const notOf = (what: string, found: readonly Kind[]) =>
  new PlainError(`--filter finds ${found.join(' and ')}, not ${what}. Leave out --what, or say another filter.`)

/** The words of a filter, or a segment's name. Nobody asks here: “my” finds nothing, and says so. */
async function filterOf(reader: Reader, typed: string, zone: string): Promise<Limits> {
  // Of a context only what is looked at is asked; a mention, which asks for more, is of the chat.
  const context = { ...reader, zone } as unknown as Context
  try {
    if (/<@/.test(typed)) throw new UserError('A mention is of the chat. Say --filter with a name: "owned by Ana".')
    const limits = await limitsOf(context, { ...typedExport(typed), since: undefined, format: 'any' })
    if (/\b(?:my|me|mine)\b|我/i.test(typed))
      throw new UserError('In the terminal nobody is “me”. Say whose: --filter "owned by Ana".')
    return limits
  } catch (error) {
    if (error instanceof UserError) throw new PlainError(error.message)
    throw error
  }
}

const isThere = async (folder: string) => (await stat(folder).catch(() => undefined))?.isDirectory() ?? /[\\/]$/.test(folder)

function sinceOf(typed: string | undefined, zone: string): Date | undefined {
  if (!typed) return undefined
  try {
    return new Date(Temporal.PlainDate.from(typed).toZonedDateTime(zone).epochMilliseconds)
  } catch {
    throw new PlainError(`--since ${typed} is no day: write it as 2026-10-01.`)
  }
}

/** Beside its place first: a file that was broken off is never taken for a whole one. */
async function toFile(reader: Reader, wish: Wish, file: string, { stderr }: Deps): Promise<void> {
  let count = 0
  const draft = `${file}.part`
  try {
    await mkdir(path.dirname(file), { recursive: true })
    // As bytes: of objects a stream would ask for sixteen pages ahead.
    const bytes = Readable.from(
      exported(reader, wish, (rows) => (count = rows)),
      { objectMode: false },
    )
    await pipeline(bytes, createWriteStream(draft))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    const { code, message } = error as NodeJS.ErrnoException
    if (code && /^E[A-Z]+$/.test(code)) throw new PlainError(`${file} cannot be written: ${message}`)
    throw error
  }
  stderr.write(`${file}: ${count} ${wish.kind}\n`)
}

async function toTerminal(reader: Reader, wish: Wish, { stdout }: Deps): Promise<void> {
  for await (const piece of exported(reader, wish)) if (!stdout.write(piece)) await once(stdout, 'drain')
}
