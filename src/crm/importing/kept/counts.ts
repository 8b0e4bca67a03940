import { itemKind } from '../kinds/kinds.ts'
import type { Counts, Found } from './kept.ts'

/** What came of each noun, as it is said: of rows of another kind, companies and people where some are made or changed. */
export function countsIn({ what, items = {}, companies, contacts }: Found): [noun: string, Counts][] {
  const isOther = itemKind(what) !== undefined
  const some = ({ added, updated, unchanged }: Counts) => added + updated + (isOther ? 0 : unchanged) > 0
  return [
    ...Object.entries(items),
    ...(companies && (!isOther || some(companies)) ? [['company', companies] as [string, Counts]] : []),
    ...(contacts && some(contacts) ? [['contact', contacts] as [string, Counts]] : []),
  ]
}
