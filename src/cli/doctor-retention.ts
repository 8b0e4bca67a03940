import pg from 'pg'
import { KINDS, keptBy, nameOf } from '../crm/retention/retention.ts'
import type { Finding } from './machine.ts'

const PATIENCE = 5_000

/** How long each workspace keeps its changes and messages, where an admin chose; nothing when the server is not reached, which is told elsewhere. */
export async function checkRetention(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE })
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string; settings: Record<string, unknown> }>(
      "SELECT name, settings FROM workspaces WHERE settings::text LIKE '%keep.%' ORDER BY name LIMIT 20",
    )
    const said = rows.map(({ name, settings }) => `${name}: ${keptIn(settings)}`)
    const usual = 'changes and messages are kept for ever; an admin says otherwise with “settings retention”'
    return [{ name: 'retention', ok: true, says: said.join('; ') || usual }]
  } catch {
    return []
  } finally {
    await client.end().catch(() => undefined)
  }
}

const keptIn = (settings: Record<string, unknown>): string =>
  KINDS.filter((kind) => nameOf(kind) in settings)
    .map((kind) => `${kind} ${keptBy(settings)[kind] ?? 'for ever'}${keptBy(settings)[kind] === null ? '' : ' days'}`)
    .join(', ')
