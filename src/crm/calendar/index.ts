import type { Room } from '../../bot/operation.ts'
import { calendarPage } from './page.ts'

export const calendar: Room = { operations: [], pages: [calendarPage] }
