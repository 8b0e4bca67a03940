import { z } from 'zod'
import { card } from '../../bot/card.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoAllButton } from './audit.ts'
import { LONGEST_MERGE } from './moved.ts'
import { changesById, changesOf, lastUndoOf, markStanding, markUndone } from './requests.ts'
import { takeBack } from './restore.ts'
import { sayTold } from './said.ts'
import { check, listed } from './undo.ts'
import { say } from './words.ts'

/** Does again what an undo took back: the changes stand as before, and can be taken back once more. */
export const redo = operation({
  name: 'redo',
  zh: '重做',
  summary: { en: 'Do again what you took back last', zh: '恢复您刚撤销的改动' },
  examples: ['redo'],
  group: 'daily',
  allow: 'reader',
  effect: 'write',
  patience: LONGEST_MERGE,
  rare: true,
  input: z.object({ request: field.hidden(200).optional() }),
  line: () => ({}),
  handle: async (context, { request }) => {
    const words = say(context.locale)
    const last = request ? undefined : await lastUndoOf(context)
    // Another, older one is not what is meant.
    if (last?.bySet) return card({ lines: [words.handOverAgain] })
    const asked = request ?? last?.requestId
    const all = asked ? (await changesOf(context, [asked], 'undo')).filter((one) => one.undoes) : []
    if (!all.length) return card({ lines: [words.nothingToRedo] })
    check(context, all)
    const changes = all.filter((one) => !one.undoneAt)
    if (!changes.length || !(await markUndone(context, changes))) return card({ lines: [words.alreadyRedone] })
    const names = await takeBack(context, changes, 'redo')
    const ids = changes.flatMap((one) => one.undoes ?? [])
    await markStanding(context, ids)
    const originals = await changesById(context, ids)
    const told = sayTold(originals, names, context.locale)
    return card({
      tone: 'good',
      lines: told.length === 1 ? [words.redone(told[0]!)] : [words.redoneAll(told.length), listed(context, told)],
      buttons: [undoAllButton(context, [...new Set(originals.map((one) => one.requestId))])],
    })
  },
})
