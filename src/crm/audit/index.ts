import type { Room } from '../../bot/operation.ts'
import { adminAudit } from './admin-audit.ts'
import { auditPage } from './audit-page.ts'
import { history } from './history.ts'
import { redo } from './redo.ts'
import { undo } from './undo.ts'
import { undoList } from './undo-list.ts'

export const audit: Room = { operations: [history, undo, undoList, redo, adminAudit], memberPages: [auditPage] }
