import type { Job } from '../../bot/operation.ts'
import { asDate } from '../ids.ts'

/** Rows in one statement. */
const BATCH = 1000

/** Links that nobody used and visits that are over go, a batch at a time. */
export const closing: Job = {
  name: 'clean doors',
  every: 60 * 60 * 1000,
  run: async ({ db, now }) => {
    const at = asDate(now)
    return db.$executeRaw`
      DELETE FROM doors WHERE ctid = ANY (ARRAY(SELECT ctid FROM doors WHERE coalesce(until, "expiresAt") < ${at} LIMIT ${BATCH}))`
  },
}
