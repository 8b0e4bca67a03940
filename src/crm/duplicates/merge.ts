import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Button, button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { shortened } from '../activities/activities.ts'
import { undoButton } from '../audit/audit.ts'
import { LONGEST_MERGE } from '../audit/moved.ts'
import { fieldsOf, type Saying, sayingOf } from '../fields/fields.ts'
import { along, sayAlong, sayMoved } from './along.ts'
import { lockBoth, mergeRecords } from './merge-records.ts'
import { type Choice, choicesOf, columnsAfter } from './merging.ts'
import { mayMerge, type Pair, pairAsked, refOf } from './pair.ts'
import { parentAfter } from './parents.ts'
import { say } from './words.ts'

const input = z.object({
  from: field.customer({ en: 'Merge', zh: '合并' }, { en: 'The one that goes', zh: '被并入、不再单独保留的一方' }),
  into: field.customer({ en: 'Into', zh: '并入' }, { en: 'The one that stays', zh: '保留的一方' }),
  /** The fields in which the one that goes is right, by their keys, parted by spaces. */
  take: field.hidden(4000).optional(),
  /** How the two stood when the person saw what comes of it: then it is done. */
  seen: field.hidden(60).optional(),
})
type MergeInput = z.infer<typeof input>

const INTO = /^(.*\S)\s+(?:into|with|->|→)\s+(\S.*)$/is
const CHINESE = /^把?\s*(.*\S)\s*(?:合并到|合并进|并入|合并至|到)\s*(\S.*)$/su

/** Makes one customer of two: first it shows what stays, then it is done; undo parts them again. */
export const merge = operation({
  name: 'merge',
  zh: '合并',
  summary: { en: 'Make one customer of two', zh: '把两个重复的客户合并为一个' },
  examples: ['merge Acme Inc into Acme Corp', 'merge 锦程 到 锦程物流'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  patience: LONGEST_MERGE,
  rare: true,
  formTitle: { en: 'Merge two customers', zh: '合并两个客户' },
  input,
  line: (rest): Record<string, string> => {
    const [, from, into] = INTO.exec(rest) ?? CHINESE.exec(rest) ?? []
    return from && into ? { from, into } : rest ? { from: rest } : {}
  },
  handle: async (context, given) => {
    const pair = await pairAsked(context, given, 'merge')
    await mayMerge(context, pair)
    const take = new Set(given.take?.split(' '))
    return given.seen ? merged(context, given, pair, take) : preview(context, pair, take)
  },
})

/** How two records stand: whatever is changed in either, it is another. */
const standOf = ({ winner, loser }: Pair) =>
  createHash('sha256')
    .update(JSON.stringify([winner, loser]))
    .digest('base64url')
    .slice(0, 16)

async function choices(context: Context, { kind, winner, loser }: Pair, take: ReadonlySet<string>) {
  const fields = await fieldsOf(context, kind)
  const all = choicesOf(fields, winner, loser, take)
  if (kind === 'contact') return { fields, all }
  const parent = fields.find(({ key }) => key === 'parent')
  const wanted = all.find(({ field: one }) => one === parent)
  const stays = await parentAfter(context, winner as never, loser as never, (wanted?.stays ?? null) as string | null)
  const without = all.filter((one) => one !== wanted)
  if (!parent || stays === (winner as { parentId?: string | null }).parentId) return { fields, all: without }
  const choice: Choice = {
    field: parent,
    winner: parent.get(winner),
    loser: parent.get(loser),
    isConflict: false,
    taken: true,
    stays,
  }
  return { fields, all: [...without, choice] }
}

async function preview(context: Context, pair: Pair, take: ReadonlySet<string>, notice?: string): Promise<Card> {
  const { kind, winner, loser } = pair
  const words = say(context.locale)
  const { fields, all } = await choices(context, pair, take)
  const saying = await sayingOf(context, fields, [winner, loser])
  const refs = { from: refOf(kind, loser), into: refOf(kind, winner) }
  const kept = [...take].join(' ')
  return card({
    tone: 'warning',
    title: words.mergeAsk(loser.name, winner.name),
    lines: [...(notice ? [notice] : []), sayAlong(await along(context, kind, loser.id), context.locale)],
    items: all.map((one) => ({
      text: `${one.field.label[context.locale]}: ${sayStays(one, saying)}`,
      detail: sayGoes(context, one, saying),
    })),
    context: words.oldName(loser.name),
    pick: toggles(context, refs, all, take, saying),
    buttons: [
      button(words.merge, 'merge', { ...refs, ...(kept && { take: kept }), seen: standOf(pair) }, { style: 'primary' }),
      button(words.otherWay, 'merge', { from: refs.into, into: refs.from }),
      button(words.notSame, 'not same', { one: refs.from, other: refs.into }),
      button(words.cancel, 'dismiss'),
    ],
  })
}

const sayStays = ({ field: one, stays }: Choice, saying: Saying) => one.say(stays, saying) || '–'

/** Of two different values, the one that gives way. */
function sayGoes(
  { locale }: Context,
  { field: one, isConflict, taken, winner, loser }: Choice,
  saying: Saying,
): string | undefined {
  return isConflict ? say(locale).insteadOf(one.say(taken ? winner : loser, saying)) : undefined
}

const MOST_OPTIONS = 25
const FEW_WORDS = 60

/** One choice for each field in which the two differ: it takes the other's value. */
function toggles(
  { locale }: Context,
  refs: { from: string; into: string },
  all: readonly Choice[],
  take: ReadonlySet<string>,
  saying: Saying,
): Card['pick'] {
  const differing = all.filter(({ isConflict }) => isConflict).slice(0, MOST_OPTIONS)
  if (!differing.length) return undefined
  const options = differing.map(({ field: one, taken, winner, loser }) => {
    const next = new Set(take)
    if (taken) next.delete(one.key)
    else next.add(one.key)
    const kept = [...next].join(' ')
    const label = `${one.label[locale]}: ${shortened(one.say(taken ? winner : loser, saying), FEW_WORDS)}`
    return { label, operation: 'merge', input: { ...refs, ...(kept && { take: kept }) } }
  })
  return { placeholder: say(locale).change, options }
}

async function merged(context: Context, given: MergeInput, asked: Pair, take: ReadonlySet<string>): Promise<Card> {
  const words = say(context.locale)
  await lockBoth(context, asked.kind, [asked.winner.id, asked.loser.id])
  // Whoever was quicker has perhaps changed or merged one of them.
  const pair = await pairAsked(context, given, 'merge')
  if (standOf(pair) !== given.seen) return preview(context, pair, take, words.changedSince)
  const { kind, winner, loser } = pair
  const { all } = await choices(context, pair, take)
  const change = columnsAfter(kind, all, winner as never, loser as never)
  const moved = await mergeRecords(context, kind, { winner, loser, change })
  return card({
    tone: 'good',
    title: words.merged(loser.name, winner.name),
    lines: [sayMoved(moved, context.locale)],
    buttons: after(context, refOf(kind, winner)),
  })
}

const after = (context: Context, ref: string): Button[] => [
  button(say(context.locale).show, 'show', { customer: ref }, { style: 'primary' }),
  button(say(context.locale).moreDuplicates, 'duplicates'),
  undoButton(context),
]
