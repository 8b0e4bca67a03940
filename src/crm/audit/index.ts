import type { Room } from '../../bot/operation.ts'
import { redo } from './redo.ts'
import { undo } from './undo.ts'
import { undoList } from './undo-list.ts'

export const audit: Room = { operations: [undo, undoList, redo] }
