import { plain } from '../../fields/fields.ts'
import { activities } from './activities.ts'
import type { ItemKind } from './kind.ts'
import { tasks } from './tasks.ts'

/** What the rows of a file can be, beside companies and people. */
export const ITEM_KINDS: readonly ItemKind[] = [activities, tasks]

/** What the rows of a file can be, by the names that `--what` takes. */
export const WHATS: readonly string[] = ['companies', 'contacts', ...ITEM_KINDS.map(({ what }) => what)]

export const itemKind = (what: string | undefined): ItemKind | undefined => ITEM_KINDS.find((one) => one.what === what)

/** The kind that most of the headers stand for, if two do at least. */
export function itemKindIn(headers: readonly string[]): ItemKind | undefined {
  const stand = new Set(headers.map(plain))
  const scored = ITEM_KINDS.map((kind) => ({ kind, marks: kind.marks.split(', ').filter((one) => stand.has(one)).length }))
  const [best] = scored.sort((a, b) => b.marks - a.marks)
  return best && best.marks > 1 && isOfKind(best.kind, stand) ? best.kind : undefined
}

const isOfKind = ({ columns, needs }: ItemKind, stand: ReadonlySet<string>) =>
  needs.some((one) => [one, ...(columns[one]?.headers.split(', ') ?? [])].some((header) => stand.has(header)))

/** What a header means in files of that kind. */
export function meaningOf({ columns }: ItemKind, header: string): string | undefined {
  const wanted = plain(header)
  return Object.keys(columns).find((one) => one === wanted || columns[one]?.headers.split(', ').includes(wanted))
}
