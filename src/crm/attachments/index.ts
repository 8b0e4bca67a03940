import type { Room } from '../../bot/operation.ts'
import { attach } from './attach.ts'
import { attachments, detachIt } from './list.ts'

export const attachmentsRoom: Room = { operations: [attach, attachments, detachIt] }
