import type { Room } from '../../bot/operation.ts'
import { closing } from './closing.ts'

export const doors: Room = { operations: [], jobs: [closing] }
