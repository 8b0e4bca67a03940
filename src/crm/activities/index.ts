import type { Room } from '../../bot/operation.ts'
import { addMet } from './add-met.ts'
import { editActivity } from './edit-activity.ts'
import { last } from './last.ts'
import { log } from './log.ts'
import { pastedList } from './log-several.ts'
import { noteHistory } from './note-history.ts'
import { showActivity } from './show-activity.ts'

export const activities: Room = { operations: [log, last, editActivity, showActivity, noteHistory, pastedList, addMet] }
