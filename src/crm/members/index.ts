import type { Room } from '../../bot/operation.ts'
import { settings } from './settings.ts'

export const members: Room = { operations: [settings] }
