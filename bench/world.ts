import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrate, type OpenDatabase, openDatabase } from '../src/database/index.ts'
import { NAME_RULES, nameTokens, normalizeName } from '../src/understanding/index.ts'

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

/** The workspace that everything is measured in; its members come with their first request. */
export interface World {
  database: OpenDatabase
  workspace: string
  /** Names that stand in the database: for questions that find somebody. */
  people: { name: string; company: string }[]
  close: () => Promise<void>
}

const FIRST = [
  'Wei',
  'Laura',
  'Tom',
  'Priya',
  'Will',
  'Grace',
  'Daniel',
  'Nadia',
  'Anna',
  'Jonas',
  'Tobias',
  'Jack',
  'Lucy',
  'April',
  'Mark',
  'June',
]
const SYLLABLES = [
  'bar',
  'del',
  'fen',
  'gor',
  'hal',
  'jin',
  'kov',
  'lan',
  'mer',
  'nor',
  'pol',
  'quin',
  'ros',
  'sel',
  'tor',
  'vin',
]

/** A name that only this number has, made of syllables. */
const word = (n: number, length = 4) => {
  let left = n
  const parts = Array.from({ length }, () => {
    const part = SYLLABLES[left % SYLLABLES.length]!
    left = Math.floor(left / SYLLABLES.length)
    return part
  })
  return parts.join('').replace(/^./, (first) => first.toUpperCase())
}

/** In SQL, what activity `n` says; what is measured on the words of notes gives other ones. */
const NOTE = `'spoke about the offer, number ' || n`

interface Made {
  note?: string
  /** People of each company. */
  each?: number
  /** Activities of each person. */
  activities?: number
}

/** A workspace with so many contacts (four a company) and ten times as many activities: always the same one. */
export async function makeWorld(contacts: number, { note = NOTE, each = 4, activities = 10 }: Made = {}): Promise<World> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rapport-bench-'))
  const database = await openDatabase({ dataDir, log: quiet, poolSize: 20, statementTimeout: 1_800_000 })
  await migrate({ connection: database.connection, log: quiet })
  const workspace = '01900000-0000-7000-8000-000000000001'
  const { pool } = database
  await pool.query(`INSERT INTO workspaces (id, name, "timeZone", locale) VALUES ($1, 'Bench', 'Europe/Berlin', 'en')`, [
    workspace,
  ])
  await pool.query(`INSERT INTO installations (platform, "teamId", "workspaceId", name) VALUES ('slack', 'T1', $1, 'Bench')`, [
    workspace,
  ])
  const people: World['people'] = []
  for (let from = 0; from < contacts / each; from += 2500)
    await addCompanies(database, workspace, { from, count: Math.min(2500, contacts / each - from), each }, people)
  await pool.query(
    `INSERT INTO members ("workspaceId", id, name, role, "timeZone", locale) VALUES ($1, '01900000-0000-7000-8000-00000000aaaa', 'Ana', 'admin', 'Europe/Berlin', 'en')`,
    [workspace],
  )
  await pool.query(
    `INSERT INTO identities ("workspaceId", platform, "teamId", "userId", "memberId", "lastSeenAt") VALUES ($1, 'slack', 'T1', 'U1', '01900000-0000-7000-8000-00000000aaaa', now())`,
    [workspace],
  )
  // Each activity's references are looked up: without statistics, by whichever index.
  await pool.query('VACUUM (ANALYZE)')
  await pool.query(
    `INSERT INTO activities ("workspaceId", id, "companyId", "contactId", "otherContactIds", "memberId", kind, outcome, "occurredAt", zone, note, "updatedAt")
     SELECT $1, gen_random_uuid(), c."companyId", c.id, '{}', '01900000-0000-7000-8000-00000000aaaa', (ARRAY['call','email','meeting','note'])[1 + n % 4], NULL,
       now() - ((n * 7919 + abs(hashtext(c.name)) % 500000) % 500000) * interval '1 minute', 'Europe/Berlin', ${note}, now()
     FROM contacts c, generate_series(1, ${activities}) n WHERE c."workspaceId" = $1`,
    [workspace],
  )
  await pool.query('VACUUM (ANALYZE)')
  const close = async () => {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { database, workspace, people, close }
}

async function addCompanies(
  { pool }: OpenDatabase,
  workspace: string,
  { from, count, each }: { from: number; count: number; each: number },
  people: World['people'],
): Promise<void> {
  const companies = Array.from({ length: count }, (_, at) => `${word(from + at)} ${word((from + at) * 7 + 3, 3)}`)
  const rows = companies.map((name) => ({ name, search: normalizeName(name), tokens: nameTokens(name) }))
  const { rows: ids } = await pool.query<{ id: string }>(
    `INSERT INTO companies ("workspaceId", id, name, "searchName", "nameTokens", "nameRules", "updatedAt")
     SELECT $1, gen_random_uuid(), r.name, r.search, r.tokens, ${NAME_RULES}, now() FROM jsonb_to_recordset($2::jsonb) AS r(name text, search text, tokens text[]) RETURNING id`,
    [workspace, JSON.stringify(rows)],
  )
  const contacts = companies.flatMap((company, at) =>
    Array.from({ length: each }, (_, n) => {
      const name = `${FIRST[(from + at + n * 5) % FIRST.length]} ${word((from + at) * each + n + 50_000)}`
      people.push({ name, company })
      return { company: ids[at]!.id, name, search: normalizeName(name), tokens: nameTokens(name) }
    }),
  )
  await pool.query(
    `INSERT INTO contacts ("workspaceId", id, "companyId", name, "searchName", "nameTokens", "nameRules", "updatedAt")
     SELECT $1, gen_random_uuid(), r.company, r.name, r.search, r.tokens, ${NAME_RULES}, now() FROM jsonb_to_recordset($2::jsonb) AS r(company uuid, name text, search text, tokens text[])`,
    [workspace, JSON.stringify(contacts)],
  )
}
