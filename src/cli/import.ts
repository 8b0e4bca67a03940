import path from 'node:path'
import { type Command, Option } from 'commander'
import type { Temporal } from 'temporal-polyfill'
import { readConfig } from '../config.ts'
import {
  beginImport,
  DATE_ORDERS,
  finishImport,
  ImportError,
  type Importer,
  type ImportOptions,
  importFile,
  NUMBER_FORMATS,
  openSource,
  type ReadOptions,
  type Source,
  WHATS,
  writeFaults,
} from '../crm/importing/importing.ts'
import type { Database } from '../database/index.ts'
import { theWorkspace, withDatabase } from './at-workspace.ts'
import { progressOn, reportOf } from './import-report.ts'
import { undoImport } from './import-undo.ts'
import { plainly } from './plainly.ts'

interface Deps {
  environment: NodeJS.ProcessEnv
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream
  now: () => Temporal.Instant
}

interface Options extends ReadOptions, Omit<ImportOptions, 'onProgress' | 'onLayout' | 'owners'> {
  ownerMap?: string[]
  undo?: string
  workspace?: string
  as?: string
}

/** `rapport import companies.csv`: takes a file's companies and people, as often as one likes. Exit code 1 when nothing could be taken. */
export function importCommand(program: Command, deps: Deps): void {
  program
    .command('import')
    .description('take the companies, and the people on their rows, of a file; the same file again brings them up to date')
    .argument(
      '[file]',
      'CSV, TSV, an Excel workbook (.xlsx) or vCards (.vcf); the first row names the columns, for example company,website,phone',
    )
    .option('--workspace <name>', 'the workspace to import into, when there are several')
    .option('--as <member>', 'the member in whose name; an admin of the workspace unless told')
    .option('--preview', 'say what would be taken, line by line what is wrong, and write nothing')
    .option('--encoding <name>', 'how the text is encoded, when it is not found out: utf-8, gb18030, windows-1252 …')
    .option('--sheet <name>', 'the sheet of a workbook, by name or number; the first unless told')
    .option(
      '--map <header=name>',
      'what a column holds: --map "Their header=company phone"; as often as needed',
      (one, all: string[]) => [...all, one],
      [],
    )
    .addOption(new Option('--what <kind>', 'what the rows are, when the columns do not tell').choices(WHATS))
    .addOption(new Option('--numbers <format>', 'how numbers are written, when it is unclear').choices(NUMBER_FORMATS))
    .addOption(new Option('--dates <order>', 'how days are written, when it is unclear: day, month, year').choices(DATE_ORDERS))
    .option(
      '--owner-map <name=member>',
      'who is meant by an owner that is no member here: --owner-map "Anna Snelling=@ana"; as often as needed',
      (one, all: string[]) => [...all, one],
      [],
    )
    .option('--create-missing', 'make the companies and people whom activities and tasks name, and that are not here')
    .option('--undo <id>', 'take back a whole import; what was changed since stays')
    .action((file: string | undefined, options: Options) =>
      plainly(deps.stderr, async () => deps.stdout.write(await run(file, options, deps)), [ImportError]),
    )
}

async function run(file: string | undefined, options: Options, deps: Deps): Promise<string> {
  const { undo } = options
  const config = readConfig(deps.environment)
  if (undo === undefined && file === undefined)
    throw new ImportError(
      () => 'Which file? For example: rapport import companies.csv (--preview says first what would come of it)',
    )
  const source = undo === undefined && file !== undefined ? await openSource(file, options) : undefined
  return withDatabase(config, async (db) => {
    const workspace = await theWorkspace(db, options.workspace)
    const by = await theMember(db, workspace, options.as)
    const acting = { db, workspace, by, now: deps.now() }
    if (source && file) return take(acting, file, source, options, deps)
    return undoImport({ ...acting, stderr: deps.stderr }, undo ?? '')
  })
}

type Acting = Omit<Importer, 'requestId'> & { workspace: { name: string }; by: { name: string } }

async function take(acting: Acting, file: string, source: Source, options: Options, { stderr }: Deps): Promise<string> {
  const preview = options.preview ?? false
  const name = path.basename(file)
  const begun = preview ? { id: 'preview', continued: false } : await beginImport(acting, name, file)
  const progress = progressOn(stderr)
  const importing = importFile({ ...acting, requestId: begun.id }, source, {
    ...options,
    owners: options.ownerMap,
    onProgress: progress.show,
  })
  const imported = await importing.finally(progress.end)
  if (!preview) await finishImport(acting, begun.id, imported.rows)
  const faultsFile = imported.faults.length && !preview ? `${file}.faults.csv` : undefined
  if (faultsFile) await writeFaults(faultsFile, source, imported.faults)
  return reportOf(imported, {
    ...{ file: name, workspace: acting.workspace.name, by: acting.by.name, preview, faultsFile },
    ...{ id: begun.id, continued: begun.continued },
  })
}

async function theMember(db: Database, workspace: { id: string; name: string }, name: string | undefined) {
  const members = await db.member.findMany({ where: { workspaceId: workspace.id, active: true }, orderBy: { createdAt: 'asc' } })
  const wanted = (one: { name: string; role: string }) =>
    name ? one.name.toLowerCase() === name.toLowerCase() : one.role === 'admin'
  const found = members.find(wanted) ?? (name ? undefined : members[0])
  if (!found)
    throw new ImportError(() => `${workspace.name} has no member ${name ?? ''}: ${members.map((one) => one.name).join(', ')}`)
  return { id: found.id, name: found.name, timeZone: found.timeZone }
}
