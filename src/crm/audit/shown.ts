import { button } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { asDate } from '../ids.ts'
import { standingRequests } from './requests.ts'
import { say } from './words.ts'

/** So many of what somebody can take back have a number. */
const MOST_NUMBERED = 1000

/** Numbers what a member can take back anew, and keeps that for what they type next; in order, number 1 first. */
export async function numberAnew(context: Context): Promise<readonly string[]> {
  const { db, workspace, me, now } = context
  const requestIds = (await standingRequests(context, MOST_NUMBERED)).map((one) => one.requestId)
  const key = { workspaceId: workspace.id, memberId: me.id }
  const shown = { requestIds, shownAt: asDate(now) }
  await db.shownChanges.upsert({ where: { workspaceId_memberId: key }, create: { ...key, ...shown }, update: shown })
  return requestIds
}

/** The numbers stay while the list is paged through. */
export async function lastShown({ db, workspace, me }: Context): Promise<readonly string[] | undefined> {
  const where = { workspaceId_memberId: { workspaceId: workspace.id, memberId: me.id } }
  return (await db.shownChanges.findUnique({ where, select: { requestIds: true } }))?.requestIds
}

/** What stood under a number in the list that was shown last. Throws UserError when nothing did. */
export async function numbered(context: Context, number: number, typed: string): Promise<string> {
  const shown = (await lastShown(context)) ?? (await standingRequests(context, MOST_NUMBERED)).map((one) => one.requestId)
  const found = shown[number - 1]
  if (found) return found
  const words = say(context.locale)
  throw new UserError(words.noSuch(typed), { field: 'which', mend: false, buttons: [button(words.openList, 'undo list')] })
}
