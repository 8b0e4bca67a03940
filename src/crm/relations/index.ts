import type { Room } from '../../bot/operation.ts'
import { relateThem, unrelateThem } from './relate.ts'

export const relationsRoom: Room = { operations: [relateThem, unrelateThem] }
