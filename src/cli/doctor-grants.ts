import pg from 'pg'
import { boxOf } from '../crm/grants/box.ts'
import type { Finding } from './machine.ts'

const PATIENCE = 5_000

interface Counted {
  keyId: string
  count: number
}

/** How many teams have let the bot in, and whether their tokens can be read with the keys that are set. Nothing is changed. */
export async function checkGrants(url: string, keys: readonly Buffer[]): Promise<Finding[]> {
  const name = 'Slack teams'
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE })
  try {
    await client.connect()
    const { rows } = await client.query<Counted>('SELECT "keyId", count(*)::int AS count FROM grants GROUP BY "keyId"')
    const all = sum(rows)
    const known = keys.map((key) => boxOf([key]).keyId)
    const older = sum(rows.filter(({ keyId }) => keyId !== known[0] && known.includes(keyId)))
    const unreadable = sum(rows.filter(({ keyId }) => !known.includes(keyId)))
    const waiting = older ? `; ${older} of them are encrypted anew with the newest key at the next start` : ''
    if (!unreadable) return [{ name, ok: true, says: `${all} installed${waiting}` }]
    const next = 'Put the key that is missing behind the newest one in TOKEN_KEY, or have these teams open /slack/install again.'
    return [
      { name, ok: false, says: `${all} installed, of which ${unreadable} have a token that no key of TOKEN_KEY opens`, next },
    ]
  } catch (error) {
    // That the server is away is said of the database. Before the first start there is no table.
    if ((error as { code?: string }).code === '42P01') return [{ name, ok: true, says: 'none installed yet' }]
    return []
  } finally {
    await client.end().catch(() => undefined)
  }
}

const sum = (rows: readonly Counted[]) => rows.reduce((all, { count }) => all + count, 0)
