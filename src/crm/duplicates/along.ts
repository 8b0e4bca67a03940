import type { Context } from '../../bot/context.ts'
import type { Locale } from '../../bot/text.ts'
import { rows } from '../../database/index.ts'
import type { Moved } from '../audit/moved.ts'
import type { Kind, Scope } from './records.ts'
import { say } from './words.ts'

/** How much hangs on a customer, of each sort that people count. */
export interface Along {
  activities: number
  tasks: number
  contacts: number
  deals: number
}

/** How much would come along. Counted over all of it, seen or not: what is merged is merged whole. */
export async function along({ db, workspace }: Scope, kind: Kind, id: string): Promise<Along> {
  const column = kind === 'company' ? 'companyId' : 'contactId'
  const count = (table: string) =>
    `(SELECT count(*)::int FROM ${table} WHERE "workspaceId" = $1::uuid AND "${column}" = $2::uuid AND "archivedAt" IS NULL)`
  const people = kind === 'company' ? count('contacts') : '0'
  const [found] = await rows<Along>(
    db,
    `SELECT ${count('activities')} AS activities, ${count('tasks')} AS tasks, ${people} AS contacts, ${count('deals')} AS deals`,
    [workspace.id, id],
  )
  return found ?? { activities: 0, tasks: 0, contacts: 0, deals: 0 }
}

/** `Comes along: 12 activities, 3 tasks, 4 contacts, 1 deal.` */
export function sayAlong(counts: Along, locale: Locale): string {
  const said = sayCounts(counts, locale)
  return said ? say(locale).comesAlong(said) : say(locale).nothingAlong
}

/** The same of what was moved. */
export function sayMoved(moved: readonly Moved[], locale: Context['locale']): string {
  const count = (table: string) =>
    moved.reduce((sum, one) => sum + (one.table === table && one.column !== 'otherContactIds' ? one.ids.length : 0), 0)
  const counts = { activities: count('activities'), tasks: count('tasks'), contacts: count('contacts'), deals: count('deals') }
  const said = sayCounts(counts, locale)
  return said ? say(locale).cameAlong(said) : say(locale).nothingCame
}

/** `12 activities, 3 tasks`; nothing when there is none. */
export function sayCounts({ activities, tasks, contacts, deals }: Along, locale: Locale): string {
  const words = say(locale)
  return [
    ...(activities ? [words.activities(activities)] : []),
    ...(tasks ? [words.tasks(tasks)] : []),
    ...(contacts ? [words.contacts(contacts)] : []),
    ...(deals ? [words.deals(deals)] : []),
  ].join(locale === 'en' ? ', ' : '、')
}
