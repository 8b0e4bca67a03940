import { CONTACTS } from './contacts.ts'
import { MONEY } from './money.ts'
import { NAMES } from './names.ts'
import { PLANS } from './plans.ts'
import { TIMES } from './times.ts'
import { WORDINGS } from './wordings.ts'

/** Lines of our own, by the rule they hold. */
export const TABLES = { ...WORDINGS, ...MONEY, ...TIMES, ...NAMES, ...CONTACTS, ...PLANS }
