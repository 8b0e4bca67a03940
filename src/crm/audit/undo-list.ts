import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import type { Kept } from './audit.ts'
import { isImport } from './imported.ts'
import { sayMoment } from './moment.ts'
import { sayObstacle } from './obstacle.ts'
import { someChangesOf } from './requests.ts'
import { type Names, namesIn, sayTold } from './said.ts'
import { lastShown, numberAnew } from './shown.ts'
import { obstacleTo, standingOf } from './standing.ts'
import { say } from './words.ts'

const ON_A_PAGE = 8
/** Of a request that changed more, it is not said beforehand whether something stands in the way. */
const MOST_CHANGES = 200

export const undoList = operation({
  name: 'undo list',
  zh: '可撤销',
  summary: { en: 'What you did in the last 30 days, to take back any of it', zh: '最近 30 天的改动，可逐项撤销' },
  examples: ['undo list'],
  group: 'daily',
  allow: 'reader',
  effect: 'read',
  rare: true,
  input: z.object({ page: field.page().optional() }),
  line: () => ({}),
  handle: async (context, { page = 1 }) => {
    const words = say(context.locale)
    // The numbers stay while the list is read on.
    const all = (page > 1 ? await lastShown(context) : undefined) ?? (await numberAnew(context))
    if (!all.length) return card({ lines: [words.nothing], nothing: true })
    const skip = (Math.min(page, Math.ceil(all.length / ON_A_PAGE)) - 1) * ON_A_PAGE
    const here = all.slice(skip, skip + ON_A_PAGE)
    const changes = await someChangesOf(context, here, MOST_CHANGES)
    const names = await namesIn(context, [...changes.values()].flat())
    const files = await filesOf(context, here.filter(isImport))
    const items: Item[] = []
    for (const [at, request] of here.entries()) {
      const number = skip + at + 1
      items.push(
        isImport(request)
          ? { number, text: words.imported(files.get(request) ?? ''), buttons: [undoOf(context, request)] }
          : await entry(context, number, request, changes.get(request) ?? [], names),
      )
    }
    return card({
      title: words.canTakeBack(all.length),
      items,
      context: words.howNumber,
      buttons: skip + here.length < all.length ? [button(words.next, 'undo list', { page: page + 1 })] : [],
    })
  },
})

const undoOf = ({ locale }: Context, request: string) => button(say(locale).undo, 'undo', { request })

async function entry(context: Context, number: number, request: string, all: readonly Kept[], names: Names): Promise<Item> {
  const words = say(context.locale)
  const changes = all.filter((one) => !one.undoneAt)
  const told = sayTold(changes.length ? changes : all, names, context.locale)
  const text = told.slice(0, 3).join(context.locale === 'en' ? '; ' : '；') + (told.length > 3 ? ' …' : '')
  const last = all.at(-1)
  const when = last ? sayMoment(Temporal.Instant.fromEpochMilliseconds(last.at.getTime()), context) : ''
  if (!changes.length) return { number, text, detail: [when, words.isTakenBack].filter(Boolean).join(' · ') }
  const obstacle =
    all.length < MOST_CHANGES ? await obstacleTo(context, changes, await standingOf(context, changes, false)) : undefined
  if (obstacle) return { number, text, detail: `${when} · ${await sayObstacle(context, obstacle, names)}` }
  return { number, text, detail: when, buttons: [undoOf(context, request)] }
}

async function filesOf({ db, workspace }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const found = await db.import.findMany({
    where: { workspaceId: workspace.id, id: { in: [...ids] } },
    select: { id: true, file: true },
  })
  return new Map(found.map(({ id, file }) => [id, file]))
}
