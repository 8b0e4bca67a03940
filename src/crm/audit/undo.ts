import { z } from 'zod'
import { type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { changedColumns, changesOf, type Kept, lastRequestOf, markUndone, record, snapshotOf } from './audit.ts'
import { isImport, undoImport } from './imported.ts'
import { takeBack } from './restore.ts'
import { type Names, namesIn, sayChange } from './said.ts'
import { say } from './words.ts'

/** How many changes the reply names one by one. */
const NAMED = 5

export const undo = operation({
  name: 'undo',
  zh: '撤销',
  summary: { en: 'Take back my last change', zh: '撤销我的上一次改动' },
  examples: ['undo'],
  group: 'daily',
  allow: 'reader',
  effect: 'write',
  /** One request, or several parted by spaces. */
  input: z.object({ request: field.hidden(5000).optional() }),
  line: () => ({}),
  handle: async (context, { request }) => {
    const words = say(context.locale)
    const asked = request ?? (await lastRequestOf(context))
    if (asked && isImport(asked)) return undoImport(context, asked)
    const all = asked ? await changesOf(context, asked.split(' ')) : []
    if (!all.length) return card({ lines: [words.nothing] })
    check(context, all)
    const changes = all.filter((one) => !one.undoneAt)
    if (!changes.length || !(await markUndone(context, changes))) return card({ lines: [words.already] })
    const names = await namesIn(context, changes)
    for (const change of changes.toReversed()) await takeBack(context, change, names)
    await recordUndone(context, changes)
    return takenBack(context, changes, names)
  },
})

function check({ me, locale }: Context, changes: Kept[]): void {
  if (me.role === 'admin') return
  const words = say(locale)
  if (changes.some((one) => one.memberId !== me.id)) throw new UserError(words.notYours, { mend: false })
  const role = changes.some((one) => one.noun === 'member' && changedColumns(one.before ?? {}, one.after ?? {}).includes('role'))
  if (role) throw new UserError(words.notRole, { mend: false })
}

// Taking back is a change like any other, and written down as one; the next undo passes over it.
async function recordUndone(context: Context, changes: Kept[]): Promise<void> {
  for (const one of changes.toReversed()) {
    const after = one.before ?? snapshotOf({ ...one.after, archivedAt: context.now.toString() })
    await record(context, { noun: one.noun, id: one.entityId, before: one.after, after })
  }
}

function takenBack({ locale }: Context, changes: Kept[], names: Names): Card {
  const words = say(locale)
  const said = [...new Set(changes.map((one) => sayChange(one, names, locale)))]
  if (said.length === 1) return card({ tone: 'good', lines: [words.takenBack(said[0]!)] })
  const rest = said.length - NAMED
  const list = [...said.slice(0, NAMED), ...(rest > 0 ? [words.more(rest)] : [])]
  return card({ tone: 'good', lines: [words.takenBackAll(said.length), list.join('\n')] })
}
