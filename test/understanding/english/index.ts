import { NAMES } from './names.ts'
import { CALLS, MEETINGS, NOTES, WRITTEN } from './outcomes.ts'
import { MONEY, PLANS, REPEATS } from './plans.ts'
import { BEFORE_COLON, SENT, SOMEBODY_ELSE, SUMS, TITLED } from './sums-and-titles.ts'
import { AHEAD, GONE } from './times.ts'
import { CAME, DONE_AND_TO_DO, RHYTHMS, WHOSE } from './trades.ts'
import { AGREED, ANOTHER, CALLED_AS_DATES, GLUED, HEADED, HOSTED } from './wordings.ts'

/** Lines of our own, by the rule they hold. */
export const TABLES = {
  CALLS,
  MEETINGS,
  WRITTEN,
  NOTES,
  PLANS,
  REPEATS,
  MONEY,
  NAMES,
  AHEAD,
  GONE,
  ANOTHER,
  GLUED,
  CALLED_AS_DATES,
  AGREED,
  HOSTED,
  HEADED,
  SUMS,
  TITLED,
  SENT,
  BEFORE_COLON,
  SOMEBODY_ELSE,
  DONE_AND_TO_DO,
  WHOSE,
  CAME,
  RHYTHMS,
}
