import type { Room } from '../../bot/operation.ts'
import { assign, assigned } from './assign.ts'
import { handedAll, handOver } from './hand-over.ts'

export const owners: Room = { operations: [assign, handOver], notices: [assigned, handedAll] }
