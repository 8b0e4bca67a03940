import type { Room } from '../../bot/operation.ts'
import { editFields } from './edit-fields.ts'
import { fieldAdd } from './field-add.ts'
import { fieldArchive, fieldChange, fieldMove } from './field-change.ts'
import { fieldsList } from './list.ts'

export const fieldsRoom: Room = { operations: [fieldsList, fieldAdd, fieldChange, fieldMove, fieldArchive, editFields] }
