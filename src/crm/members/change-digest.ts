import { type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { record, undoButton } from '../audit/audit.ts'
import { settingsTeamDigest, toldIn } from '../channels/change-team-digest.ts'
import { say } from './settings-words.ts'

const ON = /^(on|yes|开|开启|打开)$/i
/** `#sales`, `<#C012AB3CD|sales>`, `<#1234…>`: a channel as it is typed, or as Slack and Discord send it. */
const CHANNEL = /^(?:to\s+|in\s+|在)?(<#[^>\s]+>|[#＃][^\s#]+)\s*([\s\S]*)$/i
const OFF = /^(off|no|none|关|关闭)$/i

/**
 * `settings digest on|off`: whether the day is sent to me in the morning; switched on, it begins with the next morning. With a channel,
 * whether the team's day is told there.
 */
export async function settingsDigest(context: Context, typed: string): Promise<Card> {
  const [, channel, rest = ''] = CHANNEL.exec(typed.trim()) ?? []
  return channel ? settingsTeamDigest(context, channel, rest) : myDigest(context, typed)
}

async function myDigest(context: Context, typed: string): Promise<Card> {
  const { db, workspace, me, now, zone, locale } = context
  const words = say(locale)
  if (!typed.trim()) return stands(context)
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

/** Which of these messages come now. */
async function stands(context: Context): Promise<Card> {
  const { db, workspace, me, locale } = context
  const words = say(locale)
  const { digest } = await db.member.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: workspace.id, id: me.id } } })
  return card({
    lines: [digest ? words.howDigest : words.digestOff, ...(await toldIn(context))],
    context: words.badDigest,
  })
}
