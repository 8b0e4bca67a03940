import type { Room } from '../../bot/operation.ts'
import { done, handover, snooze } from './act.ts'
import { back, returns } from './back.ts'
import { dailyDigests, digest } from './digest.ts'
import { dueReminders } from './due.ts'
import { escalated, escalations } from './escalate.ts'
import { tasksList, today } from './lists.ts'
import { remind } from './remind.ts'
import { handedOver, reminder } from './reminder.ts'
import { pause, skip } from './series.ts'
import { moveTasks, zoneMoved } from './zone.ts'

export const tasks: Room = {
  operations: [remind, today, tasksList, done, snooze, skip, pause, handover, moveTasks],
  notices: [reminder, handedOver, digest, zoneMoved, back, escalated],
  jobs: [dailyDigests, dueReminders, returns, escalations],
}
