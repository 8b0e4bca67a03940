import type { Room } from '../../bot/operation.ts'
import { addCompany } from './add-company.ts'
import { alias } from './alias.ts'
import { forgetAlias } from './forget-alias.ts'

export const companies: Room = { operations: [addCompany, alias, forgetAlias] }
