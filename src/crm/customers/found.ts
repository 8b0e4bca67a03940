import type { Context } from '../../bot/context.ts'
import { rows } from '../../database/index.ts'
import { normalizeName } from '../../understanding/index.ts'
import { seenInText } from '../visibility.ts'
import { type Customer, type CustomerRow, customerOfRow } from './customer.ts'
import { byReach } from './reach.ts'
import { escaped, suggestByName } from './suggest.ts'

/** Customers that a text finds: by address or number, by exact and beginning names, then by similar ones; each once. */
export async function foundCustomers(context: Context, text: string, most: number): Promise<Customer[]> {
  const reached = await byReach(context, text)
  const named = await suggestByName(context, text, most)
  return [...new Map([...reached, ...named].map((one) => [one.ref, one])).values()].slice(0, most)
}

export interface FoundNote {
  note: string
  private: boolean
  occurredAt: Date
  memberName: string | null
  /** Where in the note the words begin, from 1. */
  at: number
  customer: Customer | null
}

/** Fewer letters than these stand in nearly every note. */
const FEWEST_LETTERS = 2

/** The newest activities with the text in their note, whatever the case. */
export async function foundNotes(context: Context, text: string, take: number, skip: number): Promise<FoundNote[]> {
  const { db, workspace } = context
  if (normalizeName(text).length < FEWEST_LETTERS || take < 1) return []
  const seen = seenInText(context, 5, { mine: true })
  const found = await rows<Omit<FoundNote, 'customer'> & CustomerRow>(
    db,
    `SELECT a.note, a.private, a."occurredAt", m.name AS "memberName", strpos(lower(a.note), lower($2::text)) AS at,
        c.id AS "companyId", c.name AS "companyName", p.id AS "contactId", p.name AS "contactName"
      FROM activities a
      LEFT JOIN members m ON m."workspaceId" = a."workspaceId" AND m.id = a."memberId"
      LEFT JOIN companies c ON c."workspaceId" = a."workspaceId" AND c.id = a."companyId" AND c."archivedAt" IS NULL${seen.company('c')}
      LEFT JOIN contacts p ON p."workspaceId" = a."workspaceId" AND p.id = a."contactId" AND p."archivedAt" IS NULL${seen.contact('p')}
      WHERE a."workspaceId" = $1::uuid AND a."archivedAt" IS NULL AND a.note ILIKE $5${seen.activity('a')}
      ORDER BY a."occurredAt" DESC, a.id DESC LIMIT $3::int OFFSET $4::int`,
    [workspace.id, text, take, skip, `%${escaped(text)}%`, ...seen.values],
  )
  return found.map((row) => ({ ...row, customer: row.companyId || row.contactId ? customerOfRow(row) : null }))
}
