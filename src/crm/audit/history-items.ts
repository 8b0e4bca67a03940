import { button, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { differencesOf } from './differences.ts'
import type { Entry } from './entries.ts'
import { say } from './history-words.ts'
import { sayMoment } from './moment.ts'
import { type Names, namesIn } from './names.ts'
import { sayObstacle } from './obstacle.ts'
import { isTooOld, NEVER_TAKEN_BACK } from './requests.ts'
import { sayChange } from './said.ts'
import { whyNotAllowed } from './undo.ts'
import { type Way, waysOf } from './ways.ts'
import { type SayWhere, whereOf } from './where.ts'
import { say as sayAudit } from './words.ts'

/** What one request changed, as far as it belongs to what was asked. */
export type Group = readonly Entry[]

/** Puts together what one request did; so many requests at the most. Gives where to go on, undefined when all was told. */
export function grouped(entries: readonly Entry[], take: number, isWhole: boolean): { groups: Group[]; next?: string } {
  const groups = new Map<string, Entry[]>()
  let last: Entry | undefined
  for (const one of entries) {
    const group = groups.get(one.requestId)
    if (!group && groups.size === take) return { groups: [...groups.values()], next: last!.id }
    groups.set(one.requestId, [...(group ?? []), one])
    last = one
  }
  return { groups: [...groups.values()], ...(!isWhole && last && { next: last.id }) }
}

/** How many changes, and how many fields of them, one entry tells. */
const TOLD = 4
const FIELDS = 6

/** Each request as one entry: what, from what to what, who, when and from where; and its Undo, where it may be. */
export async function itemsOf(context: Context, groups: readonly Group[]): Promise<Item[]> {
  const entries = groups.flat()
  const requests = groups.flatMap((group) => (mayBeTakenBack(context, group) ? [group[0]!.requestId] : []))
  const ways = await waysOf(context, requests)
  const names = await namesIn(context, [...entries, ...[...ways.values()].flatMap(({ standing }) => standing)])
  const where = await whereOf(context, entries)
  const items: Item[] = []
  for (const group of groups) items.push(await itemOf(context, group, ways.get(group[0]!.requestId), names, where))
  return items
}

/** My own, or an admin's to take back; of a time that is not over. An import is taken back as a whole, by `undo list`. */
const mayBeTakenBack = ({ me, now }: Context, group: Group): boolean =>
  group.some((one) => !one.undoneAt && one.noun !== 'event') &&
  group.every(
    ({ memberId, operation, at, source }) =>
      (memberId === me.id || me.role === 'admin') &&
      !NEVER_TAKEN_BACK.includes(operation) &&
      !isTooOld(at, now) &&
      source !== 'import',
  )

async function itemOf(context: Context, group: Group, way: Way | undefined, names: Names, where: SayWhere): Promise<Item> {
  const { locale } = context
  const words = say(locale)
  // As it was done: the first thing first.
  const inOrder = group.toReversed()
  const lines: string[] = []
  for (const one of inOrder.slice(0, TOLD)) {
    const told = sayEntry(one, names, locale)
    if (!lines.includes(told)) lines.push(told)
    const differences = await differencesOf(context, one, names)
    lines.push(...differences.slice(0, FIELDS).map((said) => `  ${said}`))
    if (differences.length > FIELDS) lines.push(`  ${words.andMore(differences.length - FIELDS)}`)
  }
  if (inOrder.length > TOLD) lines.push(words.andMore(inOrder.length - TOLD))
  const [first] = inOrder
  const more = way ? way.all.length - group.length : 0
  const detail = [
    names.get(first!.memberId ?? '') ?? words.nobody,
    sayMoment(first!.at, context),
    where(first!),
    ...(more > 0 ? [words.together(more)] : []),
    ...(group.every((one) => one.undoneAt) ? [words.isUndone] : []),
    ...(way?.obstacle ? [await sayObstacle(context, way.obstacle, names)] : []),
  ]
  const open = way?.standing.length && !way.obstacle && !whyNotAllowed(context.me, way.all)
  return {
    text: lines.join('\n'),
    detail: detail.filter(Boolean).join(' · '),
    ...(open && { buttons: [button(sayAudit(locale).undo, 'undo', { request: first!.requestId })] }),
  }
}

function sayEntry(entry: Entry, names: Names, locale: Context['locale']): string {
  const words = say(locale)
  if (entry.operation !== 'undo' && entry.operation !== 'redo') return sayChange(entry, names, locale)
  // What an undo wrote down is the other way round, what a redo did is as it was first: both are called by that.
  const [from, to] = entry.operation === 'undo' ? [entry.after, entry.before] : [entry.before, entry.after]
  const told = sayChange({ ...entry, before: from?.archivedAt ? null : from, after: to }, names, locale)
  return entry.operation === 'undo' ? words.undone(told) : words.redone(told)
}
