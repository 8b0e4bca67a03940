import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Command, CommanderError, Option } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { readConfig } from '../config.ts'
import { recordEvent } from '../crm/audit/audit.ts'
import { auditFile, type Filter, FORMATS, type Format } from '../crm/audit/export.ts'
import type { Database } from '../database/index.ts'
import { theWorkspace, withDatabase } from './at-workspace.ts'
import { plainly } from './plainly.ts'

interface Deps {
  environment: NodeJS.ProcessEnv
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream
  now: () => Temporal.Instant
}

interface Options {
  workspace?: string
  format: Format
  since?: string
  until?: string
  member?: string
  noun?: string
  out?: string
}

/** `rapport audit export`: all that was changed, as a file, oldest first, however long it is. Exit code 1 when it came to nothing. */
export function auditCommand(program: Command, deps: Deps): void {
  program
    .command('audit')
    .description('what was changed here, by whom, when and from where')
    .command('export')
    .description('all changes, oldest first, to a file or to standard output')
    .option('--workspace <name>', 'the workspace, when there are several')
    .addOption(
      new Option('--format <format>', 'a line for each changed field, or one JSON object for each change')
        .choices(FORMATS)
        .default('csv'),
    )
    .option('--since <day>', 'from this day or moment on: 2026-11-01, 2026-11-01T09:00:00Z')
    .option('--until <day>', 'up to and with this day, or before this moment')
    .option('--member <name>', 'only what this member changed')
    .option('--noun <noun>', 'only changes of company, contact, activity, task, member …')
    .option('--out <file>', 'where to write; standard output unless told')
    .action((options: Options) => plainly(deps.stderr, () => run(options, deps)))
}

async function run(options: Options, { environment, stdout, now }: Deps): Promise<void> {
  const config = readConfig(environment)
  const { format, noun } = options
  await withDatabase(config, async (db) => {
    const workspace = await theWorkspace(db, options.workspace)
    const memberId = options.member && (await memberNamed(db, workspace.id, options.member))
    const filter: Filter = {
      ...(options.since && { since: momentOf(options.since, config.timeZone, 0) }),
      ...(options.until && { until: momentOf(options.until, config.timeZone, 1) }),
      ...(memberId && { memberId }),
      ...(noun && { noun }),
    }
    const recording = {
      db,
      workspace,
      me: null,
      now: now(),
      requestId: `audit:${now().epochMilliseconds}`,
      operation: 'audit export',
    }
    await recordEvent(recording, 'audit export', {
      format,
      noun: noun ?? null,
      since: options.since ?? null,
      until: options.until ?? null,
    })
    const bytes = auditFile({ db, workspaceId: workspace.id, viewerId: null }, filter, format)
    if (options.out) await pipeline(bytes, createWriteStream(options.out))
    else await pipeline(bytes, stdout, { end: false })
  })
}

/** A day, where the bot lives, or a moment. Throws CommanderError for what is neither. */
function momentOf(typed: string, timeZone: string, daysOn: number): Temporal.Instant {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(typed))
      return Temporal.PlainDate.from(typed).add({ days: daysOn }).toZonedDateTime({ timeZone }).toInstant()
    return Temporal.Instant.from(typed)
  } catch {
    throw new CommanderError(1, 'rapport.moment', `“${typed}” is no day and no moment. Try 2026-11-01, or 2026-11-01T09:00:00Z`)
  }
}

async function memberNamed(db: Database, workspaceId: string, name: string): Promise<string> {
  const members = await db.member.findMany({ where: { workspaceId }, select: { id: true, name: true } })
  const found = members.find((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase())
  if (found) return found.id
  throw new CommanderError(
    1,
    'rapport.member',
    `There is no member ${name}. There are: ${members.map((one) => one.name).join(', ')}`,
  )
}
