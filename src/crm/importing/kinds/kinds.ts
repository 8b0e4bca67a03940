import { plain } from '../../fields/fields.ts'
import { activities } from './activities.ts'
import { deals } from './deals.ts'
import type { ItemKind } from './kind.ts'
import { tasks } from './tasks.ts'

/** What the rows of a file can be, beside companies and people. */
export const ITEM_KINDS: readonly ItemKind[] = [activities, tasks, deals]

/** What the rows of a file can be, by the names that `--what` takes. */
export const WHATS: readonly string[] = ['companies', 'contacts', ...ITEM_KINDS.map(({ what }) => what)]

export const itemKind = (what: string | undefined): ItemKind | undefined => ITEM_KINDS.find((one) => one.what === what)

/** What a list of companies or people says of them: such a one may have a date, a type and notes as well. */
const OF_RECORDS = 'website, domain, industry, employees, revenue, job title, phone, mobile, city, country, address, birthday'
const SIGN = 0.7
const ENOUGH = 1.7

/** The kind that most of the headers stand for, if enough do. */
export function itemKindIn(headers: readonly string[]): ItemKind | undefined {
  const stand = new Set(headers.map(plain))
  const found = (list: string) => list.split(', ').filter((one) => stand.has(one)).length
  const signs = (list: string) => (found(OF_RECORDS) ? 0 : found(list) * SIGN)
  const scored = ITEM_KINDS.map((kind) => ({ kind, score: found(kind.marks) + signs(kind.signs) }))
  const [best] = scored.sort((a, b) => b.score - a.score)
  return best && best.score >= ENOUGH && isOfKind(best.kind, headers) ? best.kind : undefined
}

const isOfKind = (kind: ItemKind, headers: readonly string[]) =>
  headers.some((header) => kind.needs.includes(meaningOf(kind, header) ?? ''))

/** What a header means in files of that kind. */
export function meaningOf({ columns }: ItemKind, header: string): string | undefined {
  const wanted = plain(header)
  return Object.keys(columns).find((one) => one === wanted || columns[one]?.headers.split(', ').includes(wanted))
}

export type { ItemKind } from './kind.ts'
