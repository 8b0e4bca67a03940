import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { Command } from 'commander'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { auditCommand } from '../../src/cli/audit.ts'
import { rapport, said } from '../support/rapport.ts'

const house = await rapport()
const { prisma } = house.database
const [ana, bo] = [house.person('Ana'), house.person('Bo')]
await ana.say('help')
await bo.say('help')
await ana.say('add company Acme Corp')
await ana.say('edit acme city==HYPERLINK("https://evil.example","x")')
await bo.say('log met with Acme Corp, a secret plan')
await prisma.activity.updateMany({ data: { private: true } })

async function run(...typed: string[]): Promise<{ out: string; err: string; code: number }> {
  let [out, err] = ['', '']
  const into = (hear: (text: string) => void) =>
    new Writable({
      write: (chunk, _, done) => {
        hear(String(chunk))
        done()
      },
    })
  const program = new Command('rapport').exitOverride()
  auditCommand(program, {
    environment: { DATABASE_URL: String(house.database.connection.connectionString), LOG_LEVEL: 'error' },
    stdout: into((text) => (out += text)),
    stderr: into((text) => (err += text)),
    now: house.clock.now,
  })
  process.exitCode = 0
  await program.parseAsync(['audit', 'export', ...typed], { from: 'user' })
  const code = Number(process.exitCode)
  process.exitCode = 0
  return { out, err, code }
}
const csv = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[]

test('as CSV: a line for each field that was changed, and no cell that a spreadsheet would run', async () => {
  const { out, code } = await run()
  expect(code).toBe(0)
  const lines = csv(out)
  const city = lines.find((one) => one.field === 'city')
  expect(city).toMatchObject({
    who: 'Ana',
    operation: 'edit',
    kind: 'company',
    record: 'Acme Corp',
    before: '',
    source: 'playground',
  })
  expect(city?.after).toBe(`'=HYPERLINK("https://evil.example","x")`)
  expect(out).not.toContain('secret plan')
  expect(lines.some((one) => one.kind === 'activity' && one.who === 'Bo')).toBe(true)
})

test('as JSON Lines: one change a line, filtered by who, what and when; to a file', async () => {
  const file = path.join(tmpdir(), `rapport-audit-${process.pid}.jsonl`)
  await run('--format', 'jsonl', '--member', 'ana', '--noun', 'company', '--since', '2026-11-24', '--out', file)
  const changes = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  await rm(file)
  expect(changes.map((one) => one.operation)).toEqual(['add company', 'edit'])
  expect(changes[1].before.city).toBeNull()
  expect((await run('--until', '2026-11-23')).out.trim().split('\n')).toHaveLength(1)
})

test('says what it cannot read', async () => {
  expect(await run('--since', 'soon')).toMatchObject({ code: 1, err: expect.stringContaining('no day') })
  expect(await run('--member', 'Nobody')).toMatchObject({ code: 1, err: expect.stringContaining('Ana, Bo') })
})

test('goes on however long the audit is, and is itself in it', async () => {
  const { id } = await prisma.workspace.findFirstOrThrow()
  await prisma.$executeRaw`INSERT INTO changes ("workspaceId", id, "requestId", operation, noun, "entityId", before, after, at)
    SELECT ${id}::uuid, gen_random_uuid(), 'many', 'edit', 'company', gen_random_uuid(), '{"city": "A"}', '{"city": "B"}', now() FROM generate_series(1, 1700)`
  expect(csv((await run('--noun', 'company')).out).filter((one) => one.request === 'many')).toHaveLength(1700)
  expect(said(await ana.say('history all'))).toContain('Exported the audit')
})
