import { z } from 'zod'
import { button, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { say as sayCustomer } from '../customers/words.ts'
import { counted, MOST_COUNTED } from './results.ts'
import { sayFilter } from './say.ts'
import { type World, worldOf } from './scene.ts'
import { mayChange, type Segment } from './segments.ts'
import { say } from './words.ts'

const PAGE = 6

/** The segments that I may use, with what they say and how many they hold now. */
export const segmentList = operation({
  name: 'segments',
  zh: '分组',
  summary: { en: 'Filters that were kept under a name', zh: '查看已保存的分组' },
  examples: ['segments'],
  group: 'records',
  rare: true,
  allow: 'reader',
  effect: 'read',
  input: z.object({ page: field.page().optional() }),
  line: () => ({}),
  handle: async (context, { page = 1 }) => {
    const words = say(context.locale)
    const world = await worldOf(context)
    const here = world.segments.slice((page - 1) * PAGE, page * PAGE)
    const items = await Promise.all(here.map((one) => itemOf(context, world, one)))
    return card({
      title: words.segments,
      lines: items.length ? undefined : [page > 1 ? sayCustomer(context.locale).nothingMore : words.noSegments],
      items,
      context: world.segments.length > PAGE ? words.pageOf(page, Math.ceil(world.segments.length / PAGE)) : undefined,
      buttons: [
        ...(page > 1 ? [button(sayCustomer(context.locale).back, 'segments', { page: page - 1 })] : []),
        ...(world.segments.length > page * PAGE
          ? [button(sayCustomer(context.locale).more, 'segments', { page: page + 1 })]
          : []),
        ...(context.me.role === 'reader' ? [] : [button(words.newSegment, 'segment save', {}, { form: true })]),
      ],
    })
  },
})

async function itemOf(context: Context, world: World, one: Segment): Promise<Item> {
  const words = say(context.locale)
  const count = await counted(context, world, one.filter)
  const holds = count > MOST_COUNTED ? words.moreThan(MOST_COUNTED) : String(count)
  const madeBy = world.members.find(({ id }) => id === one.createdById)?.name ?? ''
  return {
    text: `${one.name} · ${holds}`,
    detail: [sayFilter(one.filter, world).join(' · '), one.shared ? words.madeBy(madeBy) : words.onlyYours].join(' — '),
    about: one.id,
    buttons: [
      button(words.showSegment, 'find', { text: `segment "${one.name}"`, as: 'filter' }),
      ...(mayChange(context, one) && context.me.role !== 'reader'
        ? [
            button(words.rename, 'segment rename', { segment: one.name }, { form: true }),
            button(words.delete, 'segment delete', { segment: one.name }),
          ]
        : []),
    ],
  }
}
