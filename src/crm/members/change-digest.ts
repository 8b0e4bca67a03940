import { type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { record, undoButton } from '../audit/audit.ts'
import { say } from './settings-words.ts'

const ON = /^(on|yes|开|开启|打开)$/i
const OFF = /^(off|no|none|关|关闭)$/i

/** `settings digest on|off`: whether the day is sent to me in the morning. Switched on, it begins with the next morning. */
export async function settingsDigest(context: Context, typed: string): Promise<Card> {
  const { db, workspace, me, now, zone, locale } = context
  const words = say(locale)
  const digest = ON.test(typed.trim())
  if (!digest && !OFF.test(typed.trim())) throw new UserError(words.badDigest, { mend: false })
  const where = { workspaceId_id: { workspaceId: workspace.id, id: me.id } }
  const before = await db.member.findUniqueOrThrow({ where })
  if (before.digest === digest) return card({ lines: [words.unchanged] })
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const after = await db.member.update({ where, data: { digest, ...(digest && { digestDay: today }) } })
  await record(context, { noun: 'member', id: me.id, before, after })
  return card({
    tone: 'good',
    lines: [digest ? words.digestOn(me.morningAt) : words.digestOff],
    buttons: [undoButton(context)],
  })
}
