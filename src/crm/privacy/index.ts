import type { Room } from '../../bot/operation.ts'
import { eraseBy, erased } from './erase.ts'
import type { Forget } from './erasing.ts'
import { erasing } from './erasures.ts'

export interface PrivacyOptions {
  /** For so many days a daily backup is kept; undefined: none is taken. */
  keepDays?: number
  /** The file that remembers who was erased, by ids. */
  list?: string
  /** What the platforms keep by themselves, as they are by then. */
  elsewhere?: () => readonly Forget[]
}

export const privacy = ({ keepDays, list, elsewhere }: PrivacyOptions = {}): Room => ({
  operations: [eraseBy(keepDays)],
  notices: [erased],
  jobs: [erasing(list, elsewhere)],
})
