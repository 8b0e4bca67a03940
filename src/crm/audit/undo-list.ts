import { z } from 'zod'
import { button, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { isImport } from './imported.ts'
import { filesOf } from './imports.ts'
import { sayMoment } from './moment.ts'
import { type Names, namesIn } from './names.ts'
import { sayObstacle } from './obstacle.ts'
import { sayTold } from './said.ts'
import { lastShown, numberAnew } from './shown.ts'
import { whyNotAllowed } from './undo.ts'
import { type Way, waysOf } from './ways.ts'
import { say } from './words.ts'

const ON_A_PAGE = 8
/** How many changes of one request are told. */
const TOLD = 3

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
    const ways = await waysOf(context, here)
    const names = await namesIn(
      context,
      [...ways.values()].flatMap(({ all }) => all),
    )
    const files = await filesOf(context, here.filter(isImport))
    const items: Item[] = []
    for (const [at, request] of here.entries()) {
      const number = skip + at + 1
      items.push(
        isImport(request)
          ? {
              number,
              text: words.imported(files.get(request) ?? ''),
              ...(context.me.role !== 'reader' && { buttons: [undoOf(context, request)] }),
            }
          : await entry(context, number, request, ways.get(request)!, names),
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

async function entry(context: Context, number: number, request: string, way: Way, names: Names): Promise<Item> {
  const { all, standing, obstacle } = way
  const words = say(context.locale)
  const told = sayTold(standing.length ? standing : all, names, context.locale)
  const text = told.slice(0, TOLD).join(context.locale === 'en' ? '; ' : '；') + (told.length > TOLD ? ' …' : '')
  const last = all.at(-1)
  const when = last ? sayMoment(last.at, context) : ''
  if (!standing.length) return { number, text, detail: [when, words.isTakenBack].filter(Boolean).join(' · ') }
  if (obstacle) return { number, text, detail: `${when} · ${await sayObstacle(context, obstacle, names)}` }
  const why = whyNotAllowed(context.me, all)
  if (why) return { number, text, detail: `${when} · ${words[why]}` }
  return { number, text, detail: when, buttons: [undoOf(context, request)] }
}
