import type { Job, Room } from '../../bot/operation.ts'
import { sql } from '../../database/index.ts'
import { cleanChosen } from './retention.ts'

const DAY = 24 * 60 * 60 * 1000

/** What a workspace chose to keep no longer goes, a batch at a time. */
const cleaning: Job = {
  name: 'delete what is kept no longer',
  every: DAY,
  when: sql`EXISTS (SELECT FROM workspaces WHERE settings <> '{}')`,
  run: ({ db, now }) => cleanChosen(db, now),
}

export const retention: Room = { operations: [], jobs: [cleaning] }
