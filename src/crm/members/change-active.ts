import { button, type Card, card } from '../../bot/card.ts'
import type { Context, Member } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { record, undoButton } from '../audit/audit.ts'
import { say } from './active-words.ts'
import { anybodyNamed, memberNamed } from './members.ts'

/** `settings deactivate @Ana`: somebody has left. What was theirs stays, and can be handed over. */
export async function settingsDeactivate(context: Context, typed: string): Promise<Card> {
  const { db, workspace } = context
  const words = say(context.locale)
  checkAdmin(context)
  if (!typed.trim()) throw new UserError(words.whom('deactivate'), { mend: false })
  const who = await memberNamed(context, typed)
  if (who.id === context.me.id) throw new UserError(words.notYourself, { mend: false })
  await db.$executeRaw`SELECT 1 FROM workspaces WHERE id = ${workspace.id}::uuid FOR UPDATE`
  await setActive(context, who, false)
  return card({
    tone: 'good',
    lines: [words.deactivated(who.name), words.stays(who.name)],
    buttons: [button(words.handOver, 'hand over', { from: who.id }, { form: true, style: 'primary' }), undoButton(context)],
  })
}

/** `settings activate @Ana`: somebody is back. */
export async function settingsActivate(context: Context, typed: string): Promise<Card> {
  const words = say(context.locale)
  checkAdmin(context)
  if (!typed.trim()) throw new UserError(words.whom('activate'), { mend: false })
  const who = await anybodyNamed(context, typed)
  const changed = await setActive(context, who, true)
  if (!changed) return card({ lines: [words.isActive(who.name)] })
  return card({ tone: 'good', lines: [words.activated(who.name)], buttons: [undoButton(context)] })
}

function checkAdmin({ me, locale }: Context): void {
  if (me.role !== 'admin') throw new NotAllowed(say(locale).adminOnly)
}

async function setActive(context: Context, { id }: Member, active: boolean): Promise<boolean> {
  const where = { workspaceId_id: { workspaceId: context.workspace.id, id } }
  const before = await context.db.member.findUniqueOrThrow({ where })
  if (before.active === active) return false
  const after = await context.db.member.update({ where, data: { active } })
  await record(context, { noun: 'member', id, before, after })
  return true
}
