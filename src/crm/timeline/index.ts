import type { Room } from '../../bot/operation.ts'
import { openTimeline } from './open-page.ts'
import { timelinePage } from './page.ts'
import { timeline } from './timeline.ts'

export const timelines: Room = { operations: [timeline, openTimeline], memberPages: [timelinePage] }
