import { z } from 'zod'
import { card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { asDate } from '../ids.ts'
import { forWhom, nameOf } from './segment-save.ts'
import { changeSegment, mayChange, type Segment, segmentCalled, segmentsOf } from './segments.ts'
import { say } from './words.ts'

const segmentField = field.text({ en: 'Segment', zh: '分组' }, { max: 80 })

/** The segment of that name, which the asker may change. Throws UserError, with the names there are. */
async function ownSegment(context: Context, typed: string): Promise<{ segment: Segment; all: Segment[] }> {
  const words = say(context.locale)
  const all = await segmentsOf(context)
  const segment = segmentCalled(all, typed.replaceAll('"', ''), context.me)
  if (!segment)
    throw new UserError(
      words.noSuchSegment(
        typed,
        all.slice(0, 10).map(({ name }) => name),
      ),
      { field: 'segment' },
    )
  if (!mayChange(context, segment)) throw new NotAllowed(words.notYourSegment(segment.name), 'segment')
  return { segment, all }
}

export const renameSegment = operation({
  name: 'segment rename',
  zh: '重命名分组',
  summary: { en: 'Give a segment another name', zh: '修改分组的名称' },
  examples: ['segment rename Key accounts to VIP'],
  group: 'records',
  rare: true,
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Rename a segment', zh: '重命名分组' },
  input: z.object({ segment: segmentField, name: field.text({ en: 'New name', zh: '新名称' }, { max: 80 }) }),
  line: (rest) => {
    const [, segment = rest, name] = /^(.+?)\s*(?:\s+to\s+|=|→|改为|改成)\s*(.+)$/i.exec(rest) ?? []
    return { segment: segment.trim(), ...(name && { name: name.trim() }) }
  },
  handle: async (context, input) => {
    const words = say(context.locale)
    const { segment, all } = await ownSegment(context, input.segment)
    const name = await nameOf(context, input.name)
    const same = segmentCalled(all, name, context.me)
    if (same && same.id !== segment.id) throw new UserError(words.segmentStands(same.name), { field: 'name' })
    await changeSegment(context, segment.id, { name })
    return card({ tone: 'good', lines: [words.segmentRenamed(segment.name, name)], buttons: [undoButton(context)] })
  },
})

export const shareSegment = operation({
  name: 'segment share',
  zh: '共享分组',
  summary: { en: 'Show a segment to everybody, or only to me', zh: '把分组给所有人或仅自己使用' },
  examples: ['segment share Key accounts', 'segment share Key accounts for me'],
  group: 'records',
  rare: true,
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Share a segment', zh: '共享分组' },
  input: z.object({ segment: segmentField, for: forWhom.optional() }),
  line: (rest) => {
    const mine = /\s+(?:only\s+)?(?:for|with)\s+me$|\s*仅自己$/i
    const all = /\s+(?:for|with)\s+every(?:one|body)$|\s*给?所有人$/i
    return { segment: rest.replace(mine, '').replace(all, '').trim(), ...(mine.test(rest) && { for: 'me' }) }
  },
  handle: async (context, input) => {
    const words = say(context.locale)
    const { segment } = await ownSegment(context, input.segment)
    const shared = input.for !== 'me'
    // Kept for oneself it is only whose it is: nobody takes away what somebody else made.
    if (!shared && segment.createdById !== context.me.id) throw new NotAllowed(words.notYourSegment(segment.name))
    await changeSegment(context, segment.id, { shared })
    return card({
      tone: 'good',
      lines: [shared ? words.segmentShared(segment.name) : words.segmentUnshared(segment.name)],
      buttons: [undoButton(context)],
    })
  },
})

export const deleteSegment = operation({
  name: 'segment delete',
  zh: '删除分组',
  summary: { en: 'Delete a segment; its customers stay', zh: '删除分组，客户不受影响' },
  examples: ['segment delete Key accounts'],
  group: 'records',
  rare: true,
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Delete a segment', zh: '删除分组' },
  input: z.object({ segment: segmentField }),
  handle: async (context, input) => {
    const words = say(context.locale)
    const { segment } = await ownSegment(context, input.segment)
    await changeSegment(context, segment.id, { archivedAt: asDate(context.now) })
    return card({
      tone: 'good',
      lines: [words.segmentDeleted(segment.name)],
      context: words.customersStay,
      buttons: [undoButton(context)],
    })
  },
})
