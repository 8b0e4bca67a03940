import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { afterAll, afterEach, expect, test } from 'vitest'
import { importCommand } from '../../../src/cli/import.ts'
import { freshDatabase } from '../../support/database.ts'
import { aWorkspace, NOW, type World } from '../customers/world.ts'

const database = await freshDatabase()
const accounts = fileURLToPath(new URL('./accounts.csv', import.meta.url))

const folder = await mkdtemp(path.join(tmpdir(), 'import-'))
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => {
  process.exitCode = undefined
})

async function rapport(...words: string[]): Promise<{ out: string; err: string; code: typeof process.exitCode }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const program = new Command('rapport')
  const environment = { DATABASE_URL: database.connection.connectionString }
  importCommand(program, { environment, stdout, stderr, now: () => NOW })
  await program.parseAsync(['import', ...words], { from: 'user' })
  return { out: String(stdout.read() ?? ''), err: String(stderr.read() ?? ''), code: process.exitCode }
}

const joined = async (world: World) => {
  const { id, name } = world.caller.workspace
  await database.prisma.installation.create({ data: { platform: 'slack', teamId: id, workspaceId: id, name } })
}

test('says what is missing, imports, and says what became of it', async () => {
  expect(await rapport(accounts)).toMatchObject({ err: expect.stringContaining('There is no workspace yet'), code: 1 })
  expect(await rapport('/no/such.csv')).toMatchObject({ err: expect.stringContaining('/no/such.csv cannot be read'), code: 1 })

  await joined(await aWorkspace(database, { role: 'admin' }))
  const first = await rapport(accounts)
  expect(first.out.replace(/import:[\w-]{36}/, 'import:ID')).toBe(
    'accounts.csv into Acme Sales, in the name of Ana:\n  read as CSV, UTF-8, values parted by “,”\n  columns: account → company, sector → industry, year_established → founded, revenue → revenue (numbers like 1,234.5), employees → employees, office_location → country, subsidiary_of → parent\n  rows: 4\n  companies: 4 new, 0 updated, 0 unchanged\n  Ana can take all of it back: “undo” in the chat, or rapport import --undo import:ID\n',
  )
  expect((await rapport(accounts)).out).toContain('companies: 0 new, 0 updated, 4 unchanged\n')

  for (const [name, bytes, told] of [
    ['header.csv', 'company,website\n\n', 'Nothing was in the file'],
    ['book.xlsx', Buffer.from('504b0304140006000800ff', 'hex'), 'The workbook cannot be read'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'is a workbook of an old Excel'],
  ] as const) {
    const file = path.join(folder, name)
    await writeFile(file, bytes)
    expect(await rapport(file)).toMatchObject({ out: '', err: expect.stringContaining(told), code: 1 })
  }
  const hidden = path.join(folder, 'hidden.csv')
  await writeFile(hidden, 'company\nHoo\u202Eli\u200B\n')
  await rapport(hidden)
  expect(await database.prisma.company.count({ where: { name: 'Hooli' } })).toBe(1)

  await joined(await aWorkspace(database, { name: 'Others' }))
  expect((await rapport(accounts)).err).toMatch(/Several workspaces fit[\s\S]*--workspace "Others"/)
  expect((await rapport(accounts, '--workspace', 'others')).out).toContain('into Others, in the name of Ana')
  expect((await rapport(accounts, '--workspace', 'Others', '--as', 'Zoe')).err).toContain('no member Zoe: Ana')
})
