import type { Room } from '../../bot/operation.ts'
import { sampleOperation } from './sample.ts'

export const sample: Room = { operations: [sampleOperation] }
