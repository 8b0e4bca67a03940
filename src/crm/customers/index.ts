import type { Room } from '../../bot/operation.ts'
import { addDetail } from './add-detail.ts'
import { edit } from './edit.ts'
import { keep } from './keep.ts'
import { remakeNames } from './remake-names.ts'
import { show } from './show.ts'
import { timeline } from './timeline.ts'

export const customers: Room = { operations: [show, timeline, edit, keep, addDetail], jobs: [remakeNames] }
