import type { Room } from '../../bot/operation.ts'
import { eraseBy, erased } from './erase.ts'
import { type ErasingOptions, erasing } from './erasures.ts'

export interface PrivacyOptions extends ErasingOptions {
  /** For so many days a daily backup is kept; undefined: none is taken. */
  keepDays?: number
}

export const privacy = ({ keepDays, ...around }: PrivacyOptions = {}): Room => ({
  operations: [eraseBy(keepDays)],
  notices: [erased],
  jobs: [erasing(around)],
})
