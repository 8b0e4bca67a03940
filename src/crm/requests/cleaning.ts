import type { Job } from '../../bot/operation.ts'
import { cleanOnce } from './requests.ts'

/** Answers and parked inputs that nobody will ask for any more go, a batch at a time. */
export const cleaning: Job = {
  name: 'clean answered requests and parked inputs',
  every: 60 * 60 * 1000,
  run: ({ db, now }) => cleanOnce(db, now),
}
