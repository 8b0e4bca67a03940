import { beforeAll, expect, test } from 'vitest'
import type { Context } from '../../../src/bot/context.ts'
import type { Filter } from '../../../src/crm/finding/filter.ts'
import type { Asking } from '../../../src/crm/finding/matching.ts'
import { readFilter } from '../../../src/crm/finding/reading/read.ts'
import { resultsOf } from '../../../src/crm/finding/results.ts'
import { rapport } from '../../support/rapport.ts'
import { scene } from './scene.ts'

let context: Context
let asking: Asking
let pool: Awaited<ReturnType<typeof rapport>>['database']['pool']
const OTHER = '00000000-0000-7000-8000-0000000000b0'

beforeAll(async () => {
  const house = await rapport()
  await house.person('Ana').say('help')
  pool = house.database.pool
  const workspace = await house.database.prisma.workspace.findFirstOrThrow()
  const me = await house.database.prisma.member.findFirstOrThrow()
  const moment = { now: house.clock.now(), zone: 'Europe/Berlin' }
  asking = { ...moment, workspace, me, sees: 'all', fields: scene.fields, segments: [] }
  context = { ...asking, db: house.database.prisma, locale: 'en' } as unknown as Context
  await pool.query(
    `INSERT INTO members ("workspaceId", id, name, role, "timeZone", locale) VALUES ($1, '${OTHER}', 'Bo', 'rep', 'Europe/Berlin', 'en')`,
    [workspace.id],
  )
  await pool.query(
    `INSERT INTO companies ("workspaceId", id, name, "searchName", "nameTokens", "nameRules", city, country, industry, employees, tags, "ownerId", "createdAt", "updatedAt")
      SELECT $1, gen_random_uuid(), 'Company ' || n, 'company ' || n % 17, '{}', 1, (ARRAY['Berlin','Frankfurt/Main','上海市','São Paulo', NULL])[1 + n % 5], (ARRAY['Germany','DE','中国','Brazil'])[1 + n % 4],
        (ARRAY['Software','IT-Software, Hardware','物流', NULL])[1 + n % 4], n * 10, CASE WHEN n % 3 = 0 THEN '{vip}'::text[] ELSE '{}' END, (ARRAY[$2, $3, NULL])[1 + n % 3]::uuid, now() - n % 11 * interval '1 day', now()
      FROM generate_series(1, 80) n`,
    [workspace.id, me.id, OTHER],
  )
  await pool.query(
    `INSERT INTO contacts ("workspaceId", id, "companyId", name, "searchName", "nameTokens", "nameRules", city, title, "ownerId", "updatedAt")
      SELECT $1, gen_random_uuid(), CASE WHEN n % 7 > 0 THEN c.id END, 'Person ' || n, 'person ' || n % 13, '{}', 1, CASE WHEN n % 6 = 0 THEN 'Berlin' END, CASE WHEN n % 4 = 0 THEN 'Head of Software' END,
        (ARRAY[$2, $3, NULL, NULL])[1 + n % 4]::uuid, now()
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS at FROM companies) c JOIN generate_series(1, 120) n ON n % 80 + 1 = c.at`,
    [workspace.id, me.id, OTHER],
  )
  // Many were in touch at the very same moment, some never, some long ago.
  await pool.query(
    `INSERT INTO activities ("workspaceId", id, "companyId", "contactId", "otherContactIds", "memberId", kind, "occurredAt", zone, note, "updatedAt")
      SELECT $1, gen_random_uuid(), p."companyId", p.id, '{}', (ARRAY[$2, $3])[1 + n % 2]::uuid, (ARRAY['call', 'visit', 'note'])[1 + n % 3], $4::timestamptz - n % 5 * 20 * interval '1 day', 'Europe/Berlin', 'x', now()
      FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM contacts) p WHERE n % 5 > 0`,
    [workspace.id, me.id, OTHER, new Date(moment.now.epochMilliseconds).toISOString()],
  )
  await pool.query('ANALYZE')
})

const CONDITIONS = [
  '',
  'in Berlin',
  'in Germany',
  'in 上海 or Frankfurt',
  'not in Berlin',
  'industry software',
  'owned by me',
  'not owned by me',
  'without owner',
  'tagged vip',
  'tagged vip or in Berlin',
  'not contacted for 30 days',
  'never contacted',
  'contacted',
  'last contacted before 1 November',
  'called by me',
  'not visited since October',
  'in Berlin not contacted for 30 days owned by me',
  'software not contacted for 30 days',
]
const SORTS: Filter['sort'][] = [
  undefined,
  { by: 'name', down: true },
  { by: 'last' },
  { by: 'last', down: true },
  { by: 'created' },
  { by: 'created', down: true },
]

test('however many a filter finds, whatever the order, for whoever asks: page by page it is the whole list', async () => {
  const everybody: Asking['sees'][] = ['all', [asking.me.id], [OTHER]]
  let turn = 0
  for (const noun of ['companies', 'contacts', 'customers'])
    for (const condition of CONDITIONS)
      for (const sort of [SORTS[turn % 6], SORTS[(turn + 2 + (turn % 3)) % 6]]) {
        const sees = everybody[turn++ % 3] ?? 'all'
        const { filter, unread } = readFilter(`${noun} ${condition}`, scene)
        const asked = { ...filter, ...(sort && { sort }) }
        const all = await resultsOf(context, { ...asking, sees }, asked, { take: 1000, skip: 0 })
        const paged: string[] = []
        for (let skip = 0; skip < all.here.length; skip += 47) {
          const { here } = await resultsOf(context, { ...asking, sees }, asked, { take: 47, skip }, 2)
          paged.push(...here.map((one) => one.customer.ref))
        }
        const line = `${noun} ${condition} ${JSON.stringify(sort)} ${JSON.stringify(sees)}`
        expect(unread, line).toEqual([])
        expect(paged, line).toEqual(all.here.map((one) => one.customer.ref))
        expect(new Set(paged).size, line).toBe(all.count)
      }
}, 120_000)

test('the index of words knows whatever the columns hold, and no more is found', async () => {
  const columns: Record<string, string> = {
    'in Frankfurt': `city ~* '\\mfrankfurt\\M'`,
    'in main': `city ~* '\\mmain\\M'`,
    'in 上海': `city LIKE '%上海%'`,
    'in 海市': `city LIKE '%海市%'`,
    'in são paulo': `city ILIKE 'são paulo'`,
    'in Paul': 'FALSE',
    'in 上市': 'FALSE',
    'industry hardware': `industry ~* '\\mhardware\\M'`,
    'industry IT-Software': `industry ~* 'it-software'`,
    'industry = software': `lower(industry) = 'software'`,
    'industry 物': `industry LIKE '%物%'`,
    'industry is not software': `NOT coalesce(industry ~* '\\msoftware\\M', FALSE)`,
  }
  for (const [line, is] of Object.entries(columns)) {
    const { filter } = readFilter(`companies ${line}`, scene)
    const { here } = await resultsOf(context, asking, filter, { take: 1000, skip: 0 })
    const { rows } = await pool.query<{ id: string }>(`SELECT id FROM companies WHERE ${is}`)
    expect(here.map((one) => one.customer.companyId).sort(), line).toEqual(rows.map(({ id }) => id).sort())
  }
})
