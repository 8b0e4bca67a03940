import { type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { record, undoButton } from '../audit/audit.ts'
import { say } from './escalate-words.ts'

const OFF = /^(off|no|none|never|关|关闭)$/i
const DAYS = /^(?:after\s+)?(\d{1,3})\s*(?:days?|d|天|日)?(?:后)?$/i
const MOST = 365

/** `settings escalate 3 days`, `settings escalate off`: whether managers hear of tasks that are overdue for so long. */
export async function settingsEscalate(context: Context, typed: string): Promise<Card> {
  const { db, workspace, me } = context
  const words = say(context.locale)
  const where = { id: workspace.id }
  const before = await db.workspace.findUniqueOrThrow({ where })
  const stands = before.escalateDays === null ? words.off : words.on(before.escalateDays)
  if (!typed.trim()) return card({ lines: [stands], context: words.howEscalate })
  if (me.role !== 'admin') throw new NotAllowed(words.escalateNotYours)
  const escalateDays = OFF.test(typed.trim()) ? null : Number(DAYS.exec(typed.trim())?.[1] ?? 0)
  if (escalateDays === 0 || (escalateDays ?? 0) > MOST) throw new UserError(words.badEscalate, { mend: false })
  if (escalateDays === before.escalateDays) return card({ lines: [stands] })
  const after = await db.workspace.update({ where, data: { escalateDays } })
  await record(context, { noun: 'workspace', id: workspace.id, before, after })
  const said = escalateDays === null ? words.off : words.on(escalateDays)
  return card({ tone: 'good', lines: [said], ...(escalateDays && { context: words.who }), buttons: [undoButton(context)] })
}
