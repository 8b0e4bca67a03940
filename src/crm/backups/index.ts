import type { Room } from '../../bot/operation.ts'
import type { DailyBackup } from './daily.ts'
import { backupFailed } from './tell-admins.ts'

/** What is told of backups always has its words; whether one is taken daily is a setting. */
export const backupsRoom = (daily?: DailyBackup): Room => ({
  operations: [],
  notices: [backupFailed],
  jobs: daily ? [daily.job] : [],
})
