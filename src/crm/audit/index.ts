import type { Room } from '../../bot/operation.ts'
import { undo } from './undo.ts'

export const audit: Room = { operations: [undo] }
