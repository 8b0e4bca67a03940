import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import type { Kept } from './audit.ts'
import { isHandover, undoHandover } from './handed-over.ts'
import { isImport, undoImport } from './imported.ts'
import { LONGEST_MERGE } from './moved.ts'
import { changedColumns } from './overtaken.ts'
import { changesOf, isTooOld, lastRequestOf, markUndone } from './requests.ts'
import { takeBack } from './restore.ts'
import { sayTold } from './said.ts'
import { numbered } from './shown.ts'
import { say } from './words.ts'

const NUMBER = /^#?(\d{1,4})\.?$/

export const undo = operation({
  name: 'undo',
  zh: '撤销',
  summary: {
    en: 'Take back my last change, or one of the last 30 days by its number',
    zh: '撤销我的上一次改动，或按编号撤销近 30 天内的一项',
  },
  examples: ['undo', 'undo 3'],
  group: 'daily',
  allow: 'reader',
  effect: 'write',
  patience: LONGEST_MERGE,
  formTitle: { en: 'Take back', zh: '撤销' },
  input: z.object({
    which: field
      .text(
        { en: 'Which', zh: '哪一项' },
        { hint: { en: 'Its number in “undo list”; nothing for the last', zh: '在“undo list”里的编号；不填则为上一次' }, max: 40 },
      )
      .optional(),
    /** One request, or several parted by spaces. */
    request: field.hidden(5000).optional(),
  }),
  // What does not name one is how people talk: `undo that please`, and where a line may stand it is one: `undo the order, Priya said`.
  lineWhen: /^(?!#?\d{1,4}\.?$)/,
  line: (rest): Record<string, string> => (NUMBER.test(rest) ? { which: rest } : {}),
  handle: async (context, { which, request }) => {
    const words = say(context.locale)
    const asked = request ?? (which ? await numbered(context, Number(NUMBER.exec(which.trim())?.[1] ?? 0), which) : undefined)
    const last = asked ? undefined : await lastRequestOf(context)
    const requests = asked ?? last?.requestId
    if (!requests) return card({ lines: [words.nothing] })
    if (isImport(requests)) return undoImport(context, requests)
    if (await isHandover(context, requests)) return undoHandover(context, requests)
    const all = await changesOf(context, requests.split(' '))
    if (!all.length) return card({ lines: [words.nothing] })
    check(context, all)
    const changes = all.filter((one) => !one.undoneAt)
    if (!changes.length || !(await markUndone(context, changes))) return card({ lines: [words.already] })
    const names = await takeBack(context, changes, 'undo')
    const told = sayTold(changes, names, context.locale)
    return card({
      tone: 'good',
      lines: told.length === 1 ? [words.takenBack(told[0]!)] : [words.takenBackAll(told.length), listed(context, told)],
      buttons: [button(words.redo, 'redo', { request: context.requestId })],
    })
  },
})

/** How many changes the reply names one by one. */
const NAMED = 5

/** What was done, one a line; the last line counts the rest. */
export function listed({ locale }: Pick<Context, 'locale'>, told: readonly string[]): string {
  const rest = told.length - NAMED
  return [...told.slice(0, NAMED), ...(rest > 0 ? [say(locale).more(rest)] : [])].join('\n')
}

/** Throws what keeps me from taking these back, or from doing them again. */
export function check(context: Pick<Context, 'me' | 'locale' | 'now'>, changes: readonly Kept[]): void {
  const words = say(context.locale)
  if (changes.some((one) => isTooOld(one.at, context.now))) throw new UserError(words.tooOld, { mend: false })
  const why = whyNotAllowed(context.me, changes)
  if (why) throw new NotAllowed(words[why])
}

/** Why I may not take these back, whatever became of them; undefined when I may. */
export function whyNotAllowed(me: Context['me'], changes: readonly Kept[]): 'notYours' | 'readsOnly' | 'notRole' | undefined {
  if (changes.some((one) => one.memberId !== me.id && isPrivate(one))) return 'notYours'
  if (me.role === 'admin') return undefined
  if (me.role === 'reader' && changes.some((one) => one.noun !== 'member' || one.entityId !== me.id)) return 'readsOnly'
  if (changes.some((one) => one.memberId !== me.id)) return 'notYours'
  return changes.some((one) => isAdmins(one, me.id)) ? 'notRole' : undefined
}

/** What only its author sees nobody else takes back: that would tell of it. */
const isPrivate = ({ before, after }: Kept) => before?.private === true || after?.private === true

/** What only admins change they alone take back: whoever did it may be none any more. */
function isAdmins({ noun, entityId, before, after }: Kept, me: string): boolean {
  if (noun === 'workspace' || noun === 'team') return true
  if (noun !== 'member') return false
  const columns = changedColumns(before ?? {}, after ?? {})
  return entityId !== me || columns.includes('role') || columns.includes('active')
}
