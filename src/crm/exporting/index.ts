import type { Room } from '../../bot/operation.ts'
import { exportOperation } from './export.ts'
import { exportPage } from './page.ts'
import { personPage } from './person-page.ts'

export const exporting: Room = { operations: [exportOperation], memberPages: [exportPage, personPage] }
