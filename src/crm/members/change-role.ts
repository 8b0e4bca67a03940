import { card, type Reply } from '../../bot/card.ts'
import type { Context, Role } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { record, undoButton } from '../audit/audit.ts'
import { memberNamed } from './members.ts'
import { say } from './settings-words.ts'

const TYPED: Readonly<Record<string, Role>> = {
  reader: 'reader',
  readonly: 'reader',
  'read-only': 'reader',
  rep: 'rep',
  manager: 'manager',
  admin: 'admin',
  只读: 'reader',
  销售: 'rep',
  经理: 'manager',
  管理员: 'admin',
}

/** `settings role @someone manager`: what somebody may do. The last admin stays one. */
export async function settingsRole(context: Context, typed: string): Promise<Reply> {
  const { db, workspace, me, locale } = context
  const words = say(locale)
  if (me.role !== 'admin') throw new NotAllowed(words.adminOnly)
  const [, whom, named] = /^(.+?)\s+(\S+)$/.exec(typed.trim()) ?? []
  const role = TYPED[named?.toLowerCase() ?? '']
  if (!whom || !role) throw new UserError(words.badRole)
  const member = await memberNamed(context, whom)
  if (member.role === role) return card({ lines: [words.unchanged] })
  // One change of roles after the other, or two admins could make each other the last.
  await db.$executeRaw`SELECT 1 FROM workspaces WHERE id = ${workspace.id}::uuid FOR UPDATE`
  const admins = await db.member.count({
    where: { workspaceId: workspace.id, active: true, role: 'admin', id: { not: member.id } },
  })
  if (member.role === 'admin' && admins === 0) throw new UserError(words.lastAdmin, { mend: false })
  const where = { workspaceId_id: { workspaceId: workspace.id, id: member.id } }
  const before = await db.member.findUniqueOrThrow({ where })
  const after = await db.member.update({ where, data: { role } })
  await record(context, { noun: 'member', id: member.id, before, after })
  return card({ tone: 'good', lines: [words.roleSet(member.name, words[role])], buttons: [undoButton(context)] })
}
