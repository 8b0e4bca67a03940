import type { Room } from '../../bot/operation.ts'

export const messages: Room = { operations: [] }
