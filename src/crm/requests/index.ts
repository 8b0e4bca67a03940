import type { Room } from '../../bot/operation.ts'
import { cleaning } from './cleaning.ts'

export const requests: Room = { operations: [], jobs: [cleaning] }
