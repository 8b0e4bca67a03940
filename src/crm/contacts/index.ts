import type { Room } from '../../bot/operation.ts'
import { addContact } from './add-contact.ts'

export const contacts: Room = { operations: [addContact] }
