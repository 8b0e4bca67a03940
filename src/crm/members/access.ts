import { Temporal } from 'temporal-polyfill'
import type { Place } from '../../bot/context.ts'
import type { Standing } from '../../bot/request.ts'

export type Access = 'allowed' | 'refused' | 'ask in the server'

/**
 * How long a direct message is let in after the server last vouched for the person. A direct message does not say what roles its
 * sender has, yet reminders come there with their buttons; so whoever was let in in the server may answer there, but not for ever:
 * somebody who lost the role, or left, must not keep the customers' data in their pocket.
 */
export const VOUCHED_FOR = Temporal.Duration.from({ hours: 14 * 24 })

/** Whether somebody on Discord may use the bot in this server now. Other platforms ask their own admins: everybody in the team may. */
export function accessOf(
  place: Place,
  standing: Standing | undefined,
  accessRoles: readonly string[],
  vouchedAt: Date | undefined,
  now: Temporal.Instant,
): Access {
  if (place.platform !== 'discord') return 'allowed'
  if (standing) return standing.manages || standing.roles.some((role) => accessRoles.includes(role)) ? 'allowed' : 'refused'
  const until = vouchedAt && Temporal.Instant.fromEpochMilliseconds(vouchedAt.getTime()).add(VOUCHED_FOR)
  return until && Temporal.Instant.compare(now, until) < 0 ? 'allowed' : 'ask in the server'
}
