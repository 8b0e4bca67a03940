import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { askedTogether, sql, type Transaction } from '../../database/index.ts'
import { activitySeen, type Eyes, type Viewer } from '../visibility.ts'
import type { NamedActivity, With } from './activities.ts'
import { joined, named, newest } from './in-sql.ts'
import { say } from './vocabulary.ts'

type Reader = Viewer & { db: Transaction; workspace: { id: string } }

/** One activity with its names; undefined when it is gone, or not seen. */
export const activityById = async (reader: Reader, id: string): Promise<NamedActivity | undefined> =>
  (await activitiesById(reader, [id])).get(id)

/** The same; throws UserError when there is none. */
export async function theActivity(reader: Reader & Pick<Context, 'locale'>, id: string): Promise<NamedActivity> {
  const found = id ? await activityById(reader, id) : undefined
  if (!found) throw new UserError(say(reader.locale).gone, { mend: false })
  return found
}

/** Activities with their names, by their ids; those that are gone are not among them. */
export async function activitiesById(reader: Reader, ids: readonly string[]): Promise<Map<string, NamedActivity>> {
  const { db, workspace } = reader
  if (!ids.length) return new Map()
  const found = await db.$queryRaw<NamedActivity[]>`
    SELECT ${named(reader)} FROM activities a ${joined(reader)}
    WHERE a."workspaceId" = ${workspace.id}::uuid AND a.id = ANY(${ids}::uuid[]) AND a."archivedAt" IS NULL${activitySeen(reader, 'a')}`
  return new Map(found.map((one) => [one.id, one]))
}

interface LastAsked {
  workspaceId: string
  id: string
  me: string | null
  sees?: readonly string[]
}

const EVERYTHING: Eyes = { me: sql`k.me` }
const SOME: Eyes = { ...EVERYTHING, sees: sql`k.sees` }

function lastOf(kind: 'company' | 'contact', who: Eyes) {
  const last = newest({ ...who, workspace: { id: sql`k."workspaceId"` } }, kind, sql`k.id`, sql`1`)
  return askedTogether<LastAsked, NamedActivity>(
    sql`SELECT k.at, ${named(who)} FROM jsonb_to_recordset($1::jsonb) AS k(at int, "workspaceId" uuid, id uuid, me uuid, sees uuid[]) CROSS JOIN LATERAL (
      SELECT * FROM (${last}) n ORDER BY n."occurredAt" DESC, n.id DESC LIMIT 1) a ${joined(who)}`.text,
  )
}
const lastFor = {
  company: { all: lastOf('company', EVERYTHING), some: lastOf('company', SOME) },
  contact: { all: lastOf('contact', EVERYTHING), some: lastOf('contact', SOME) },
}

/** The last contact with a customer: for a person theirs, for a company that with anybody there. A note is no contact. */
export async function lastContact(
  { db, workspace, me, sees, openly }: Reader,
  { companyId, contactId }: With,
): Promise<NamedActivity | undefined> {
  const id = contactId ?? companyId
  if (!id) return undefined
  const asked = { workspaceId: workspace.id, id, me: openly ? null : me.id }
  const { all, some } = lastFor[contactId ? 'contact' : 'company']
  const [last] = await (sees === 'all' ? all(db, asked) : some(db, { ...asked, sees }))
  return last
}
