import type { Context } from '../../bot/context.ts'
import { sql } from '../../database/index.ts'
import { taskSeen } from '../visibility.ts'
import { joinedTask, namedTask } from './open.ts'
import type { NamedTask } from './task.ts'

/** Enough of a task's words to tell it from the others. */
const WORDS = 100

/** A task of somebody else as a form calls it: `Ana: send the quote`. */
export const calledOf = ({ ownerName, what }: Pick<NamedTask, 'ownerName' | 'what'>): string =>
  `${ownerName}: ${shortWords(what)}`

/** How a task's words begin. */
export const shortWords = (what: string): string => what.slice(0, WORDS).toWellFormed().trim()

/** The one open task of a colleague that is called so; undefined when there is none, or there are several. */
export async function ofColleague(context: Context, typed: string): Promise<NamedTask | undefined> {
  const [, name, words] = /^([^:：]+)[:：]\s*(\S[\s\S]*)$/.exec(typed.trim()) ?? []
  if (!name || !words) return undefined
  const { db, workspace, me } = context
  const found = await db.$queryRaw<NamedTask[]>`
    SELECT ${namedTask} FROM tasks t ${joinedTask(context)}
    WHERE t."workspaceId" = ${workspace.id}::uuid AND t."doneAt" IS NULL AND t."archivedAt" IS NULL AND t."ownerId" <> ${me.id}::uuid
      AND lower(m.name) = lower(${name}) AND starts_with(lower(t.what), lower(${sql`${words}::text`}))${taskSeen(context, 't')} LIMIT 2`
  return found.length === 1 ? found[0] : undefined
}
