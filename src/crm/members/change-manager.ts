import { type Card, card } from '../../bot/card.ts'
import type { Context, Member } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { record, undoButton } from '../audit/audit.ts'
import { say } from './escalate-words.ts'
import { memberNamed, namesOf } from './members.ts'

const OFF = /^(off|no|none|nobody|关|关闭|无)$/i
/** `@Dana for @Ana`: whose manager it is, where it is not one's own. */
const FOR = /\s+(?:for|of|给|为)\s+(\S.*)$/i

/** `settings manager @Dana`, `settings manager off`; an admin also `… for @Ana`: who hears of what somebody leaves undone. */
export async function settingsManager(context: Context, typed: string): Promise<Card> {
  const { db, workspace, me } = context
  const words = say(context.locale)
  const whose = FOR.exec(typed)?.[1]
  const of = whose ? await memberNamed(context, whose) : me
  if (of.id !== me.id && me.role !== 'admin') throw new NotAllowed(words.managerNotYours)
  const where = { workspaceId_id: { workspaceId: workspace.id, id: of.id } }
  const before = await db.member.findUniqueOrThrow({ where })
  const asked = typed.replace(FOR, '').trim()
  if (!asked) return card({ lines: [await sayManager(context, of, before.managerId)], context: words.howManager })
  const managerId = OFF.test(asked) ? null : (await memberNamed(context, asked)).id
  if (managerId === of.id) throw new UserError(words.notOneself, { mend: false })
  if (managerId === before.managerId) return card({ lines: [await sayManager(context, of, managerId)] })
  const after = await db.member.update({ where, data: { managerId } })
  await record(context, { noun: 'member', id: of.id, before, after })
  return card({ tone: 'good', lines: [await sayManager(context, of, managerId)], buttons: [undoButton(context)] })
}

async function sayManager(context: Context, of: Member, managerId: string | null): Promise<string> {
  const words = say(context.locale)
  const name = managerId && (await namesOf(context, [managerId])).get(managerId)
  const isMine = of.id === context.me.id
  if (name) return isMine ? words.yourManager(name) : words.theirManager(of.name, name)
  return isMine ? words.noManager : words.theyHaveNone(of.name)
}
