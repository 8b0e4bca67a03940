import type { Room } from '../../bot/operation.ts'
import { find } from './find.ts'
import { lookAtSegments } from './kept.ts'
import { deleteSegment, renameSegment, shareSegment } from './segment-change.ts'
import { segmentList } from './segment-list.ts'
import { saveSegment } from './segment-save.ts'

export const finding: Room = {
  operations: [find, segmentList, saveSegment, renameSegment, shareSegment, deleteSegment],
  jobs: [lookAtSegments],
}
