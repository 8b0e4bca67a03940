import type { Room } from '../../bot/operation.ts'
import { team } from './team.ts'

export const teams: Room = { operations: [team] }
