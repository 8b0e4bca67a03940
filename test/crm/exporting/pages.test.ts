import { Readable, Writable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { exported, type Format, type Reader } from '../../../src/crm/exporting/exporting.ts'
import { sql } from '../../../src/database/index.ts'
import { rapport, type TestHouse } from '../../support/rapport.ts'

/** More than the ids that are looked for at once, and no whole number of pages. */
const ROWS = 10_300

let house: TestHouse
let reader: Reader
/** What the database was asked since it was emptied. */
const asked: string[] = []
const pagesAsked = () => asked.filter((text) => text.includes('= ANY(')).length

beforeAll(async () => {
  house = await rapport()
  await house.person('Ana').say('add company Acme Corp')
  const { prisma, pool } = house.database
  const { workspaceId, id } = await prisma.member.findFirstOrThrow()
  const client = await pool.connect()
  // The rows alone: what triggers keep of them is no part of an export.
  await client.query('SET session_replication_role = replica')
  await client.query(
    `INSERT INTO activities ("workspaceId", id, "companyId", "otherContactIds", "memberId", kind, "occurredAt", zone, note, "updatedAt")
     SELECT $1::uuid, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, (SELECT id FROM companies), '{}', $2::uuid, 'call', now(), 'Europe/Berlin', 'number ' || n, now()
     FROM generate_series(1, ${ROWS}) n`,
    [workspaceId, id],
  )
  await client.query('RESET session_replication_role')
  client.release()
  const counting = {
    $queryRawUnsafe: (text: string, ...values: unknown[]) => {
      asked.push(text)
      return prisma.$queryRawUnsafe(text, ...values)
    },
  }
  reader = {
    db: counting as unknown as Reader['db'],
    workspace: { id: workspaceId },
    me: { id },
    sees: 'all',
    now: house.clock.now(),
    locale: 'en',
  }
})

test.each(['jsonl', 'csv'] as const)(
  '%s: a page is asked for when the one before was taken, and every row comes once',
  async (format) => {
    asked.length = 0
    const file = exported(reader, { kind: 'activities', format })
    expect(asked).toEqual([])
    let pages = 0
    let most = 0
    let text = ''
    for await (const piece of file) {
      text += piece
      most = Math.max(most, piece.length)
      // The header of a table is none.
      if (pages > 0 || format === 'jsonl' || text.includes('\r\n0')) pages++
      expect(pagesAsked()).toBe(pages)
    }
    const notes = new Set(text.match(/number \d+/g))
    expect(notes.size).toBe(ROWS)
    expect(text.match(/number \d+/g)).toHaveLength(ROWS)
    expect(pages).toBe(Math.ceil(ROWS / 500))
    // What is held at once does not follow the size of the table.
    expect(most).toBeLessThan(text.length / 10)
    // The plan of a page is made once.
    expect(new Set(asked.filter((one) => one.includes('= ANY('))).size).toBe(1)
  },
)

test('whoever does not take what was sent stops the reading, and who goes away ends it', async () => {
  asked.length = 0
  const bytes = Readable.from(exported(reader, { kind: 'activities', format: 'jsonl' }), { objectMode: false })
  const arrived = new Promise<void>((resolve) => {
    // It takes one piece and never says that it is ready for more.
    bytes.pipe(new Writable({ write: () => resolve() }))
  })
  await arrived
  // As long as thirty pages would take at least.
  for (let n = 0; n < 60; n++) await house.database.prisma.$queryRaw`SELECT 1`
  expect(pagesAsked()).toBeLessThanOrEqual(3)
  bytes.destroy()
  expect(pagesAsked()).toBeLessThanOrEqual(3)
})

test('what is chosen comes once as well, and nothing of what a search is made of is in it', async () => {
  const only = sql`SELECT x.id FROM activities x WHERE x.note LIKE '%7'`
  const said: Record<Format, string> = { jsonl: '', csv: '', vcf: '', vcf3: '' }
  for (const format of ['jsonl', 'csv'] as const)
    for await (const piece of exported(reader, { kind: 'activities', format, only })) said[format] += piece
  expect(said.csv.trim().split('\r\n')).toHaveLength(ROWS / 10 + 1)
  const lines = said.jsonl
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines).toHaveLength(ROWS / 10)
  expect(lines[0]).toMatchObject({ companyName: 'Acme Corp', memberName: 'Ana', note: 'number 7', zone: 'Europe/Berlin' })
  expect(lines[0]!.updatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  for (const ours of ['words', 'workspaceId', 'searchName', 'nameTokens']) expect(Object.keys(lines[0]!)).not.toContain(ours)
})
