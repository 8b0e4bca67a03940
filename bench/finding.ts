import { cpus, loadavg } from 'node:os'
import { Temporal } from 'temporal-polyfill'
import { createBot } from '../src/bot/dispatch.ts'
import type { Bot } from '../src/bot/house.ts'
import { houseOver } from '../src/house.ts'
import { rapportRegistry } from '../src/rooms.ts'
import { measure } from './measure.ts'
import { NOTE_SQL } from './notes.ts'
import { makeWorld, type World } from './world.ts'

const CONTACTS = Number(process.env.BENCH_CONTACTS ?? 100_000)
const TIMES = Number(process.env.BENCH_TIMES ?? 30)
const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (facts: object) => console.error(facts),
}

const NOTES = (query: string) =>
  `SELECT note FROM activities WHERE "workspaceId" = $1 AND "archivedAt" IS NULL AND words @@ ${query} ORDER BY "occurredAt" DESC, id DESC LIMIT 8`
const LISTED = (table: string, where: string) =>
  `SELECT (SELECT count(*) FROM (SELECT FROM ${table} x WHERE x."workspaceId" = $1 AND x."archivedAt" IS NULL AND ${where} LIMIT 10001) f),
    ARRAY(SELECT name FROM ${table} x WHERE x."workspaceId" = $1 AND x."archivedAt" IS NULL AND ${where} ORDER BY "searchName" LIMIT 8)`
const SINCE = (kind: string, days: number) =>
  `EXISTS (SELECT FROM last_contacts l WHERE l."workspaceId" = x."workspaceId" AND l.kind = '${kind}' AND l.id = x.id AND l.at >= now() - interval '${days} days')`

/** A line as it is typed, and the one statement that answers it. */
const ASKED: readonly (readonly [line: string, bare: string])[] = [
  ['find zyzzyva', NOTES(`to_tsquery('english', 'zyzzyva')`)],
  ['find bacedi', NOTES(`to_tsquery('english', 'bacedi')`)],
  ['find prices', NOTES(`to_tsquery('english', 'prices')`)],
  ['find xylophone', NOTES(`to_tsquery('english', 'xylophone')`)],
  ['find 鹦鹉螺', NOTES(`'鹦鹉 & 鹉螺'::tsquery`)],
  ['find 天地', NOTES(`'天地'::tsquery`)],
  ['find 报价', NOTES(`'报价'::tsquery`)],
  ['find 飞机场', NOTES(`'飞机 & 机场'::tsquery`)],
  ['find companies in Berlin', LISTED('companies', `(city ~* '\\mberlin\\M' OR country ~* '\\mberlin\\M')`)],
  [
    'find companies industry software employees > 900 without owner',
    LISTED('companies', `industry = 'Software' AND employees > 900 AND "ownerId" IS NULL`),
  ],
  ['find companies tagged vip', LISTED('companies', `tags @> '{vip}'`)],
  ['find contacts not contacted for 60 days', LISTED('contacts', `NOT ${SINCE('contact', 60)}`)],
  [
    'find contacts in Berlin not contacted for 60 days owned by me',
    LISTED(
      'contacts',
      `NOT ${SINCE('contact', 60)} AND "companyId" IN (SELECT id FROM companies c WHERE c."workspaceId" = $1 AND city ~* '\\mberlin\\M')`,
    ),
  ],
  [
    'find companies called this week',
    LISTED(
      'companies',
      `id IN (SELECT "companyId" FROM activities WHERE "workspaceId" = $1 AND kind = 'call' AND "occurredAt" > now() - interval '7 days')`,
    ),
  ],
  [
    'find companies never contacted',
    LISTED(
      'companies',
      `NOT EXISTS (SELECT FROM last_contacts l WHERE l."workspaceId" = x."workspaceId" AND l.kind = 'company' AND l.id = x.id)`,
    ),
  ],
  [
    'find companies with open tasks',
    LISTED(
      'companies',
      `EXISTS (SELECT FROM tasks t WHERE t."workspaceId" = x."workspaceId" AND t."companyId" = x.id AND "doneAt" IS NULL)`,
    ),
  ],
  ['find companies created this month', LISTED('companies', `"createdAt" > now() - interval '1 month'`)],
  [
    'find contacts sorted by last contact',
    `SELECT x.name FROM contacts x JOIN last_contacts l ON l."workspaceId" = x."workspaceId" AND l.kind = 'contact' AND l.id = x.id WHERE x."workspaceId" = $1 ORDER BY l.at LIMIT 8`,
  ],
]

/** What a rep asks who does not see everybody's customers. */
const SEEN_BY_REP = [
  'find companies in Berlin',
  'find contacts in Berlin',
  'find companies industry software employees > 900',
  'find contacts not contacted for 60 days',
  'find my contacts not contacted for 60 days',
  'find contacts never contacted',
  'find contacts in Berlin not contacted for 60 days owned by me',
  'find companies called this week',
  'find contacts sorted by last contact',
  'find contacts',
]

/** `find` in all its forms and `timeline`, among 100,000 contacts and 1,000,000 activities: for an admin beside the bare statement in the same run, and for a rep who sees their own or their team's. */
export async function benchFinding(world?: World): Promise<void> {
  const made = world ?? (await makeWorld(CONTACTS, { note: NOTE_SQL }))
  await given(made)
  const { company } = made.people[777] ?? { company: '' }
  const all = [
    ...ASKED,
    [
      `timeline ${company}`,
      `SELECT a.note FROM companies c JOIN activities a ON a."workspaceId" = c."workspaceId" AND a."companyId" = c.id WHERE c."workspaceId" = $1 ORDER BY a."occurredAt" DESC LIMIT 9`,
    ] as const,
  ]
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`)
  const admin = botOver(made)
  for (const [line, bare] of all) {
    const base = await measure(TIMES, 1, () => made.database.pool.query(bare, [made.workspace]))
    const own = await measure(TIMES, 1, (n) => said(admin, 'U1', line, n))
    console.log(`${line}: ${times(own)}; bare SQL p50 ${base.p50.toFixed(1)} ms; ratio ${(own.p50 / base.p50).toFixed(1)}`)
  }
  for (const visibility of ['team', 'own']) {
    await made.database.pool.query('UPDATE workspaces SET visibility = $2 WHERE id = $1', [made.workspace, visibility])
    const rep = botOver(made)
    for (const line of SEEN_BY_REP) {
      const own = await measure(TIMES, 1, (n) => said(rep, 'U2', line, n))
      console.log(`${line}, as a rep who sees ${visibility === 'own' ? 'their own' : "their team's"}: ${times(own)}`)
    }
  }
  console.log(`load of the machine at the end: ${loadavg()[0]?.toFixed(1)}`)
  if (!world) await made.close()
}

const times = ({ p50, p95 }: { p50: number; p95: number }) => `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`

// Who asks is remembered for some seconds: another visibility needs another bot.
function botOver({ database }: World): Bot {
  const house = houseOver(
    database,
    { timeZone: 'Europe/Berlin', locale: 'en' },
    { log: quiet, now: () => Temporal.Now.instant() },
  )
  return createBot(rapportRegistry(), house)
}

let asked = 0
async function said(bot: Bot, user: string, text: string, n: number): Promise<void> {
  const place = { platform: 'slack', team: 'T1', user, kind: 'direct', channel: 'D1' } as const
  const answer = await bot.dispatch({
    id: `bench-${++asked}-${n}`,
    place,
    ask: { kind: 'line', text },
    profile: async () => ({ name: 'Ana', timeZone: 'Europe/Berlin' }),
  })
  if (answer.kind === 'form' || /went wrong/.test(answer.card.lines?.join() ?? '')) throw new Error(`no answer to ${text}`)
}

/** Whoever this number is: Ana is 0, an admin; the others are reps, the first four of them a team with her. */
const MEMBER = (n: string) => `('01900000-0000-7000-8000-00000000' || lpad(to_hex(43690 + ${n}), 4, '0'))::uuid`

/** What the world's customers say of themselves: places, trades, sizes, tags; twenty owners, and some without. One contact of twenty has an owner of their own. */
async function given({ database: { pool }, workspace }: World): Promise<void> {
  await pool.query(
    `INSERT INTO members ("workspaceId", id, name, role, "timeZone", locale) SELECT $1, ${MEMBER('n')}, 'Rep ' || n, 'rep', 'Europe/Berlin', 'en' FROM generate_series(1, 19) n ON CONFLICT DO NOTHING`,
    [workspace],
  )
  await pool.query(
    `INSERT INTO teams ("workspaceId", id, name, "memberIds", "managerIds", "createdAt", "updatedAt") VALUES ($1, $1, 'Berlin', ARRAY[${[1, 2, 3, 4].map((n) => MEMBER(String(n)))}], ARRAY[${MEMBER('0')}], now(), now()) ON CONFLICT DO NOTHING`,
    [workspace],
  )
  await pool.query(
    `INSERT INTO identities ("workspaceId", platform, "teamId", "userId", "memberId", "lastSeenAt") VALUES ($1, 'slack', 'T1', 'U2', ${MEMBER('1')}, now()) ON CONFLICT DO NOTHING`,
    [workspace],
  )
  await pool.query(
    `UPDATE companies SET city = (ARRAY['Berlin','Hamburg','Paris','London','上海','Munich','Lyon','Rome','Oslo','Wien'])[1 + abs(hashtext(id::text)) % 10],
       country = 'Germany', industry = (ARRAY['Software','Chemistry','Logistics','Foods','Banking'])[1 + abs(hashtext(name)) % 5], employees = abs(hashtext(name)) % 1000,
       tags = CASE WHEN abs(hashtext(id::text)) % 100 = 0 THEN '{vip}'::text[] ELSE '{}' END,
       "ownerId" = CASE WHEN abs(hashtext(id::text)) % 7 = 0 THEN NULL ELSE ${MEMBER('abs(hashtext(name)) % 20')} END,
       "createdAt" = now() - (abs(hashtext(id::text)) % 700) * interval '1 day' WHERE "workspaceId" = $1`,
    [workspace],
  )
  await pool.query(
    `UPDATE contacts SET "ownerId" = ${MEMBER('abs(hashtext(name)) % 20')} WHERE "workspaceId" = $1 AND abs(hashtext(id::text)) % 20 = 0`,
    [workspace],
  )
  await pool.query('VACUUM (ANALYZE) companies, contacts')
}
