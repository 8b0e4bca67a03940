import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { localToday } from '../../understanding/index.ts'
import { record } from '../audit/audit.ts'
import type { Reader, Writer } from '../companies/companies.ts'
import { defaultsOf } from '../fields/defaults.ts'
import { asDate, newId } from '../ids.ts'
import { dealFoundBy, withoutFoundBy } from '../names.ts'
import { dealsSeen } from '../visibility.ts'
import { FIRST_STAGE, isClosed } from './stages.ts'
import { say } from './words.ts'

export interface DealColumns {
  name: string
  companyId: string | null
  contactId: string | null
  ownerId: string | null
  stage: string
  amount: number | null
  currency: string | null
  /** A day, as its midnight: YYYY-MM-DDT00:00:00.000Z. */
  expectedCloseDate: string | null
  closedOn: string | null
  lostReason: string | null
  product: string | null
  leadSource: string | null
  tags: string[]
  custom: Record<string, never>
}
export type DealChange = Partial<DealColumns>

/**
 * What follows from a stage: a deal that is won or lost was closed today, unless the day is said; one that is open was not, and one that is not lost has no
 * reason why. Throws UserError for an open one that is said to be closed.
 */
export function settled(
  { now, zone, locale }: Pick<Context, 'now' | 'zone' | 'locale'>,
  change: DealChange,
  before?: { stage: string; closedOn: unknown; lostReason: string | null },
): DealChange {
  const stage = change.stage ?? before?.stage ?? FIRST_STAGE
  if (!isClosed(stage)) {
    // A form that opens it again brings back the day and the reason as they stood.
    const stood = { day: dayIn(before?.closedOn), reason: before?.lostReason }
    if (change.closedOn && dayIn(change.closedOn) !== stood.day) throw new UserError(say(locale).notClosed, { field: 'details' })
    if (change.lostReason && change.lostReason !== stood.reason) throw new UserError(say(locale).notLost, { field: 'details' })
    return {
      ...change,
      ...(before?.closedOn ? { closedOn: null } : {}),
      ...(before?.lostReason ? { lostReason: null } : {}),
    }
  }
  const day = `${localToday({ now, zone })}T00:00:00.000Z`
  const isNew = stage !== before?.stage
  if (change.lostReason && stage === 'won' && change.lostReason !== before?.lostReason)
    throw new UserError(say(locale).notLost, { field: 'details' })
  return {
    ...change,
    ...(isNew && !change.closedOn && { closedOn: day }),
    ...(stage === 'won' && before?.lostReason ? { lostReason: null } : {}),
  }
}

const dayIn = (at: unknown) => (at instanceof Date ? at.toISOString() : String(at ?? '')).slice(0, 10)

/** Writes a new deal and its audit row. */
export async function createDeal(writer: Writer, given: DealChange & { name: string }) {
  const { db, workspace, me, now } = writer
  const at = asDate(now)
  const row = await db.deal.create({
    data: {
      ...{ workspaceId: workspace.id, id: newId(now), ownerId: me.id, createdById: me.id, createdAt: at, updatedAt: at },
      stage: FIRST_STAGE,
      ...settled(writer, given),
      name: given.name,
      ...dealFoundBy(given.name),
      ...(await defaultsOf(writer, 'deal', given)),
    },
  })
  await record(writer, { noun: 'deal', id: row.id, before: null, after: withoutFoundBy(row) })
  return row
}

export type Deal = Awaited<ReturnType<typeof createDeal>>

/** Changes some facts of a deal, with its audit row. What follows from its stage is in the change already (`settled`). */
export async function changeDeal(writer: Writer, before: Deal, change: DealChange): Promise<Deal> {
  const after = await writer.db.deal.update({
    where: { workspaceId_id: { workspaceId: writer.workspace.id, id: before.id } },
    data: { ...change, ...dealFoundBy(change.name ?? before.name), updatedAt: asDate(writer.now) },
  })
  await record(writer, { noun: 'deal', id: before.id, before: withoutFoundBy(before), after: withoutFoundBy(after) })
  return after
}

/** A deal that stands; null when it is gone, another workspace's, or not seen. */
export const dealById = (reader: Reader, id: string): Promise<Deal | null> =>
  reader.db.deal.findFirst({ where: { workspaceId: reader.workspace.id, id, archivedAt: null, AND: dealsSeen(reader) } })

export { DEAL_FIELDS } from './fields.ts'
