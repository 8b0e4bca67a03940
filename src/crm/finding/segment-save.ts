import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import type { Filter } from './filter.ts'
import { settled } from './matching.ts'
import { counted, MOST_COUNTED } from './results.ts'
import { sayFilter } from './say.ts'
import { understood, type World, worldOf } from './scene.ts'
import { changeSegment, createSegment, mayChange, type Segment, segmentCalled } from './segments.ts'
import { say } from './words.ts'

export const FOR = ['everyone', 'me'] as const
export const forWhom = field.choice({ en: 'For whom', zh: '给谁用' }, FOR, {
  everyone: { en: 'Everybody here', zh: '所有人' },
  me: { en: 'Only me', zh: '仅自己' },
})
const ONLY_ME = /\s*\(?(?:only )?for me\)?$|\s*[（(]?仅?(?:给)?(?:自己|我自己)(?:用)?[）)]?$/i

/** Keeps a filter under a name; a name that stands takes the new filter. */
export const saveSegment = operation({
  name: 'segment save',
  zh: '保存分组',
  summary: { en: 'Keep a filter under a name', zh: '把查找条件保存为分组' },
  examples: ['segment save Key accounts = companies tagged vip', 'segment save Quiet = my contacts not contacted for 60 days'],
  group: 'records',
  rare: true,
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Save a segment', zh: '保存分组' },
  input: z.object({
    name: field.text({ en: 'Name', zh: '名称' }, { max: 80 }),
    filter: field.text(
      { en: 'Filter', zh: '条件' },
      { hint: { en: 'For example: companies in Berlin tagged vip', zh: '例如：在上海的公司 标签vip' } },
    ),
    for: forWhom.optional(),
  }),
  line: (rest) => {
    const [, name = rest, filter] = /^(.+?)\s*[=:：]\s*(.+)$/s.exec(rest) ?? []
    const mine = filter && ONLY_ME.test(filter)
    return { name: name.trim(), ...(filter && { filter: filter.replace(ONLY_ME, '').trim() }), ...(mine && { for: 'me' }) }
  },
  handle: async (context, input) => {
    const world = await worldOf(context)
    const filter = await filterOf(context, input.filter, world)
    const name = await nameOf(context, input.name)
    const stands = segmentCalled(world.segments, name, context.me)
    const given = { name, words: input.filter, filter, shared: input.for ? input.for === 'everyone' : (stands?.shared ?? true) }
    if (stands && leadsTo(filter, stands.id, world.segments))
      throw new UserError(say(context.locale).inItself(stands.name), { field: 'filter' })
    if (stands && !mayChange(context, stands))
      throw new UserError(say(context.locale).notYourSegment(stands.name), { field: 'name' })
    if (stands) await changeSegment(context, stands.id, given)
    else await createSegment(context, given)
    return saved(context, world, given, Boolean(stands))
  },
})

/** A filter that is understood as a whole. Throws UserError that names what is not. */
async function filterOf(context: Context, typed: string, world: World): Promise<Filter> {
  const words = say(context.locale)
  const { filter, unread, namesNoun } = await understood(context, typed, world)
  if (unread.length) throw new UserError(words.notWhole(unread), { field: 'filter' })
  if (filter.noun === 'deal') throw new UserError(words.onlyCustomers, { field: 'filter' })
  if (!filter.all.length && !namesNoun) throw new UserError(words.noFilter, { field: 'filter' })
  return settled(filter, world)
}

/** A name by which a segment is found again: letters stand in it, and it is no filter's beginning. */
export async function nameOf(context: Context, typed: string): Promise<string> {
  const name = typed.normalize('NFKC').replaceAll(/["=]/g, '').replaceAll(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(name)) throw new UserError(say(context.locale).badSegmentName, { field: 'name' })
  return name
}

/** Whether a filter names that segment, or one that does. */
function leadsTo(filter: Filter, id: string, segments: readonly Segment[], seen = new Set<string>()): boolean {
  return filter.all.flat().some((one) => {
    if (one.kind !== 'segment' || seen.has(one.id)) return false
    seen.add(one.id)
    const further = segments.find((segment) => segment.id === one.id)
    return one.id === id || (further !== undefined && leadsTo(further.filter, id, segments, seen))
  })
}

async function saved(
  context: Context,
  world: World,
  { name, filter, shared }: Pick<Segment, 'name' | 'filter' | 'shared'>,
  stood: boolean,
) {
  const words = say(context.locale)
  const count = await counted(context, world, filter)
  return card({
    tone: 'good',
    lines: [
      (stood ? words.segmentChanged : words.segmentSaved)(name),
      words.readAs(sayFilter(filter, world).join(' · ')),
      words.holdsNow(count > MOST_COUNTED ? words.moreThan(MOST_COUNTED) : String(count)),
    ],
    context: shared ? words.forEverybody : words.forYou,
    buttons: [button(words.showSegment, 'find', { text: `segment "${name}"`, as: 'filter' }), undoButton(context)],
  })
}
