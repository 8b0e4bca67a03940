import { type Member, ROLES, type Role } from '../../bot/context.ts'
import { localeOf } from '../../bot/text.ts'

export interface MemberRow {
  id: string
  name: string
  role: string
  timeZone: string
  locale: string
  morningAt: string
  workingDays: number[]
  quietFrom: string | null
  quietUntil: string | null
  tourStep: number
}

/** A row, as the rest of the house knows a member. */
export const asMember = (row: MemberRow): Member => ({
  id: row.id,
  name: row.name,
  role: roleOf(row.role),
  timeZone: row.timeZone,
  locale: localeOf(row.locale),
  morningAt: row.morningAt,
  workingDays: row.workingDays,
  quietFrom: row.quietFrom,
  quietUntil: row.quietUntil,
  tourStep: row.tourStep,
})

const roleOf = (stored: string): Role => ROLES.find((role) => role === stored) ?? 'rep'
