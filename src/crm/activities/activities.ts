import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { insert } from '../../database/index.ts'
import { localToInstant, type Moment } from '../../understanding/index.ts'
import { record } from '../audit/audit.ts'
import { filedUnder } from '../filed.ts'
import { asDate, newId } from '../ids.ts'
import { IN_VAIN, type Kind, type Outcome } from './vocabulary.ts'

/** One contact with a customer, or a note on one. */
export interface Activity {
  id: string
  companyId: string | null
  contactId: string | null
  memberId: string
  kind: string
  direction: string | null
  outcome: string | null
  occurredAt: Date
  dayOnly: boolean
  zone: string
  note: string
  amount: number | null
  currency: string | null
  sourceUrl: string | null
  /** Only who logged it sees it. */
  private: boolean
}

/** An activity with the names to show it by. */
export interface NamedActivity extends Activity {
  memberName: string
  companyName: string | null
  contactName: string | null
  /** The known people who took part besides the contact. */
  otherNames: string[]
}

/** Whom an activity was with. */
export interface With {
  companyId: string | null
  contactId: string | null
}

export interface NewActivity extends With {
  kind: Kind
  direction?: 'inbound' | null
  outcome?: Outcome | null
  /** Local time in the member's zone: YYYY-MM-DDTHH:mm, or YYYY-MM-DD when only the day is known. Absent: now. */
  at?: string
  note: string
  amount?: { value: number; currency?: string } | null
  otherContactIds?: string[]
  sourceUrl?: string | null
  private?: boolean
}

/** Where a stated time stands: an instant, or a whole day kept as its noon. */
export function placed(at: string | undefined, { now, zone }: Moment): { occurredAt: Temporal.Instant; dayOnly: boolean } {
  if (!at) return { occurredAt: now, dayOnly: false }
  return at.includes('T')
    ? { occurredAt: localToInstant(at, zone), dayOnly: false }
    : {
        occurredAt: Temporal.PlainDate.from(at).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant(),
        dayOnly: true,
      }
}

/** Whether a contact reached somebody: a note is none, and a call that nobody answered reached nobody. */
export const reached = ({ kind, outcome }: { kind: string; outcome?: string | null }): boolean =>
  kind !== 'note' && !IN_VAIN.some((one) => one === outcome)

/** Writes an activity and its audit row. */
export async function logActivity(context: Context, activity: NewActivity): Promise<Activity> {
  const { db, workspace, me, now, zone } = context
  const { occurredAt, dayOnly } = placed(activity.at, context)
  const row = {
    workspaceId: workspace.id,
    id: newId(now),
    ...(await filedUnder(context, activity)),
    otherContactIds: activity.otherContactIds ?? [],
    memberId: me.id,
    kind: activity.kind,
    direction: activity.direction ?? null,
    outcome: activity.outcome ?? null,
    occurredAt: asDate(occurredAt),
    dayOnly,
    zone,
    note: activity.note,
    amount: asDecimal(activity.amount?.value),
    currency: activity.amount?.currency ?? null,
    sourceUrl: activity.sourceUrl ?? null,
    private: activity.private ?? false,
    createdAt: asDate(now),
    updatedAt: asDate(now),
  }
  await insert(db, 'activities', row)
  await record(context, { noun: 'activity', id: row.id, before: null, after: row })
  return { ...row, amount: row.amount === null ? null : Number(row.amount) }
}

/** An amount as an activity has it. */
export interface Amount {
  amount: number | null
  currency: string | null
}

/** An amount of money as its column keeps it and the audit has it: at most two decimals, as text. */
export const asDecimal = (value: number | undefined): string | null =>
  value === undefined ? null : String(Math.round(value * 100) / 100)

export { joined, named, newest, takingPart, whoOf } from './in-sql.ts'
export { sayActivity, sayAmount, sayOccurred, sayPeople, sayWhat, shortened } from './said.ts'
export { activitiesById, activityById, lastContact, theActivity } from './stored.ts'
