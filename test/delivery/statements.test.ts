import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { rapport, textOf } from '../support/rapport.ts'

const PEOPLE = 50
const EACH = 4

/** Everybody is reminded of calls that Ana asked for, with the person at Acme whom a colleague has talked to. */
async function rush() {
  const { database, delivery, person, clock } = await rapport()
  const ana = person('Ana')
  await ana.say('help')
  await ana.say('add company Acme Corp')
  await ana.say('add contact Wei Zhang at Acme Corp')
  await ana.say('log met with Wei Zhang')
  await delivery.tick()
  await database.pool.query(
    `WITH w AS (SELECT id, "timeZone" FROM workspaces), people AS (
       INSERT INTO members ("workspaceId", id, name, role, "timeZone", locale, digest)
       SELECT w.id, gen_random_uuid(), 'Person ' || n, 'rep', w."timeZone", 'en', false FROM w, generate_series(1, $1::int) n RETURNING *
     ), accounts AS (
       INSERT INTO identities ("workspaceId", platform, "teamId", "userId", "memberId") SELECT "workspaceId", 'playground', 'acme-sales', lower(name), id FROM people)
     INSERT INTO tasks ("workspaceId", id, "ownerId", "createdById", "companyId", "contactId", what, "dueLocal", zone, "remindAt", "updatedAt")
     SELECT p."workspaceId", gen_random_uuid(), p.id, a.id, CASE WHEN n % 2 = 0 THEN c."companyId" END, CASE WHEN n % 2 = 1 THEN c.id END,
       'call number ' || n, '2026-11-24T10:00', 'Europe/Berlin', $3::timestamptz + n * interval '1 second', $3
     FROM people p, generate_series(1, $2::int) n, contacts c, members a WHERE a.name = 'Ana'`,
    [PEOPLE, EACH, new Date(clock.now().epochMilliseconds)],
  )
  clock.pass({ minutes: 1 })
  return { delivery, person }
}

test('a rush of reminders costs few statements each, and each says what it would alone, in order', async () => {
  const { delivery, person } = await rush()
  const query = vi.spyOn(pg.Client.prototype, 'query')
  expect(await delivery.tick()).toBe(PEOPLE * EACH)
  const statements = query.mock.calls.length
  query.mockRestore()
  // Four rounds, for each has four, of some eight; and the jobs.
  expect(statements).toBeLessThanOrEqual(64)
  for (let n = 1; n <= PEOPLE; n++) {
    const { inbox } = person(`Person ${n}`)
    expect(inbox.map((card) => card.title?.slice(0, 23))).toEqual([1, 2, 3, 4].map((at) => `Reminder: call number ${at}`))
    for (const card of inbox) expect(textOf(card)).toMatch(/Ana met them[\s\S]*Last contact: .*Wei Zhang, by Ana[\s\S]*from Ana/)
  }
})

test('the index over what is due to everybody cannot serve a question about one member', async () => {
  const { database } = await rapport()
  const client = await database.pool.connect()
  const plan = async (where: string) => {
    const { rows } = await client.query(
      `EXPLAIN SELECT 1 FROM messages WHERE "sentAt" IS NULL AND "gaveUpAt" IS NULL AND "sendAt" <= now() ${where}`,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  await client.query(
    'BEGIN; SET LOCAL enable_seqscan = off; DROP INDEX messages_owed, "messages_workspaceId_memberId_sentAt_idx"',
  )
  // As long as a rush has not been counted, PostgreSQL would take it whenever it may.
  expect(await plan('AND "memberId" = gen_random_uuid()')).not.toContain('messages_due')
  expect(await plan('AND attempts >= 0')).toContain('messages_due')
  await client.query('ROLLBACK')
  client.release()
})
