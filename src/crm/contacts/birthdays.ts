import type { Context } from '../../bot/context.ts'
import { rows, sql } from '../../database/index.ts'
import { companyContactable, contactable } from '../customers/may-contact.ts'
import { companySeen, contactSeen } from '../visibility.ts'

/** A person whose birthday it is; `age` when the year is known. */
export interface Birthday {
  contactId: string
  name: string
  companyName: string | null
  age?: number
}

const MOST = 100

/** My people whose birthday is today where I am: those I own, and nobody's at companies of mine. Who must not be contacted is left out. */
export async function birthdaysToday(context: Context): Promise<Birthday[]> {
  const { db, workspace, me, now, zone } = context
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  // Who was born on 29 February has it on the 28th, in a year without.
  const days = [today.toString().slice(5), ...(today.month === 2 && today.day === 28 && !today.inLeapYear ? ['02-29'] : [])]
  const { text, values } = sql`SELECT p.id::text AS "contactId", p.name, p.birthday, o.name AS "companyName" FROM contacts p
    LEFT JOIN companies o ON o."workspaceId" = p."workspaceId" AND o.id = p."companyId" AND o."archivedAt" IS NULL${companySeen(context, 'o')}
    WHERE p."workspaceId" = ${workspace.id}::uuid AND right(p.birthday, 5) = ANY(${days}::text[]) AND p.birthday IS NOT NULL AND p."archivedAt" IS NULL
      AND coalesce(p."ownerId", o."ownerId") = ${me.id}::uuid${contactSeen(context, 'p')}${contactable('p')}${companyContactable('p')}
    ORDER BY p.name, p.id LIMIT ${MOST}`
  const found = await rows<Birthday & { birthday: string }>(db, text, values)
  return found.map(({ birthday, ...one }) => ({
    ...one,
    ...(!birthday.startsWith('--') && { age: today.year - Number(birthday.slice(0, 4)) }),
  }))
}
