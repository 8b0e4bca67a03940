import type { Transaction } from '../../database/index.ts'
import { normalizeName } from '../../understanding/index.ts'
import type { Traces } from './traces.ts'

type Within = { db: Transaction; workspaceId: string }

/** What a contact is and was called and reached by, as far as that is theirs alone; `shared` are the names that somebody else has too. */
export async function tracesOfContact(
  { db, workspaceId }: Within,
  id: string,
): Promise<{ all: Traces; own: Traces } | undefined> {
  const row = await db.contact.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
  if (!row) return undefined
  const past = await db.$queryRaw<{ row: Record<string, unknown> | null }[]>`
    SELECT unnest(ARRAY[before, after]) AS row FROM changes WHERE "workspaceId" = ${workspaceId}::uuid AND "entityId" = ${id}::uuid AND noun = 'contact'`
  const stood = [row as unknown as Record<string, unknown>, ...past.flatMap(({ row: one }) => (one ? [one] : []))]
  const all: Traces = {
    names: unique(stood.flatMap((one) => [one.name, ...((one.aliases as string[] | null) ?? [])])),
    emails: unique(stood.flatMap((one) => one.emails)),
    phones: unique(stood.flatMap((one) => one.phones)),
  }
  return { all, own: await withoutOthers({ db, workspaceId }, id, all) }
}

/** What a member was called. */
export async function tracesOfMember({ db, workspaceId }: Within, id: string): Promise<{ all: Traces; own: Traces } | undefined> {
  const row = await db.member.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
  if (!row) return undefined
  const past = await db.$queryRaw<{ name: string | null }[]>`
    SELECT unnest(ARRAY[before->>'name', after->>'name']) AS name FROM changes
    WHERE "workspaceId" = ${workspaceId}::uuid AND "entityId" = ${id}::uuid AND noun = 'member'`
  const all: Traces = { names: unique([row.name, ...past.map(({ name }) => name)]), emails: [], phones: [] }
  return { all, own: await withoutOthers({ db, workspaceId }, id, all) }
}

const unique = (found: unknown[]): string[] => [
  ...new Set(found.filter((one): one is string => typeof one === 'string' && one !== '')),
]

/** A name, an address or a number that another record has as well is not struck where it may mean that one. */
async function withoutOthers({ db, workspaceId }: Within, id: string, { names, emails, phones }: Traces): Promise<Traces> {
  const found = await db.$queryRaw<{ searchName: string; emails: string[] | null; phones: string[] | null }[]>`
    SELECT "searchName", emails, phones FROM contacts x WHERE x."workspaceId" = ${workspaceId}::uuid AND x.id <> ${id}::uuid AND x."archivedAt" IS NULL
      AND (x."searchName" = ANY(${names.map(normalizeName)}::text[]) OR x.emails && ${emails}::text[] OR x.phones && ${phones}::text[])
    UNION ALL SELECT "searchName", emails, phones FROM companies x WHERE x."workspaceId" = ${workspaceId}::uuid AND x."archivedAt" IS NULL
      AND (x."searchName" = ANY(${names.map(normalizeName)}::text[]) OR x.emails && ${emails}::text[] OR x.phones && ${phones}::text[])
    UNION ALL SELECT lower(name), NULL, NULL FROM members x WHERE x."workspaceId" = ${workspaceId}::uuid AND x.id <> ${id}::uuid AND x.active
      AND lower(name) = ANY(${names.map((name) => name.toLowerCase())}::text[])`
  const others = {
    names: new Set(found.map((one) => one.searchName)),
    emails: new Set(found.flatMap((one) => one.emails ?? [])),
    phones: new Set(found.flatMap((one) => one.phones ?? [])),
  }
  return {
    names: names.filter((name) => !others.names.has(normalizeName(name)) && !others.names.has(name.toLowerCase())),
    emails: emails.filter((one) => !others.emails.has(one)),
    phones: phones.filter((one) => !others.phones.has(one)),
  }
}
