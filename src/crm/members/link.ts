import { randomInt } from 'node:crypto'
import { card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { record } from '../audit/audit.ts'
import { asDate } from '../ids.ts'
import { isEmpty, moveInto } from '../workspaces/workspaces.ts'
import { say } from './link-words.ts'
import { memberById } from './members.ts'
import { mergeMembers } from './merge.ts'

const VALID_MINUTES = 15
/** Without the letters and digits that people take for each other. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** `settings link` gives a code; `settings link CODE`, typed in the other chat, joins the teams and the person's two accounts. */
export const settingsLink = (context: Context, typed: string): Promise<Reply> =>
  typed.trim() ? useCode(context, typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')) : makeCode(context)

async function makeCode({ db, workspace, me, now, locale }: Context): Promise<Reply> {
  const code = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  // The newest code is the one that counts.
  await db.linkCode.deleteMany({ where: { workspaceId: workspace.id, memberId: me.id, usedAt: null } })
  await db.linkCode.create({
    data: {
      code,
      workspaceId: workspace.id,
      memberId: me.id,
      createdAt: asDate(now),
      expiresAt: asDate(now.add({ minutes: VALID_MINUTES })),
    },
  })
  const words = say(locale)
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`
  return card({ title: words.code(shown), lines: [words.codeHow(shown)], context: words.codeWhat })
}

async function useCode(context: Context, code: string): Promise<Reply> {
  const { db, workspace, me, now, locale } = context
  const words = say(locale)
  // Who types the same code second waits here for the first, and finds it used.
  const [made] = await db.$queryRaw<{ workspaceId: string; memberId: string; usedAt: Date | null; expiresAt: Date }[]>`
    SELECT "workspaceId", "memberId", "usedAt", "expiresAt" FROM link_codes WHERE code = ${code} FOR UPDATE`
  const mine = made?.workspaceId === workspace.id && made.memberId === me.id
  // A retry of what has been joined meanwhile comes as the member that it became.
  if (made?.usedAt && mine) return card({ lines: [words.already] })
  if (!made || made.usedAt || made.expiresAt <= asDate(now)) throw new UserError(words.badCode, { mend: false })
  if (mine) throw new UserError(words.sameAccount, { mend: false })
  await db.linkCode.update({ where: { code }, data: { usedAt: asDate(now) } })
  const joined = made.workspaceId === workspace.id ? undefined : await joinTeams(context, made)
  await mergeMembers(
    { ...context, workspace: { ...workspace, id: made.workspaceId } },
    { from: me.id, into: made.memberId },
    !joined,
  )
  return card({ tone: 'good', lines: [...(joined ? [words.joined(joined)] : []), words.merged] })
}

/** Moves this chat's team into the workspace of the code; gives that workspace's name. */
async function joinTeams(context: Context, made: { workspaceId: string; memberId: string }): Promise<string> {
  const { db, workspace, me, locale } = context
  const words = say(locale)
  const target = await db.workspace.findUniqueOrThrow({ where: { id: made.workspaceId } })
  const maker = await memberById({ db, workspace: { ...workspace, id: target.id } }, made.memberId)
  if (me.role !== 'admin' || maker.role !== 'admin') throw new NotAllowed(words.needsAdmin)
  if (!(await isEmpty(db, workspace.id)))
    throw new UserError((await isEmpty(db, target.id)) ? words.otherWay : words.bothHoldCustomers, { mend: false })

  const before = await db.installation.findMany({ where: { workspaceId: workspace.id } })
  // A role in an empty workspace is none in a full one; the one who joins them goes on as who made the code.
  await db.member.updateMany({ where: { workspaceId: workspace.id }, data: { role: 'rep' } })
  await moveInto(db, workspace.id, target.id)
  for (const row of before)
    await record(
      { ...context, workspace: { id: target.id }, me: { id: made.memberId }, operation: 'settings link' },
      { noun: 'installation', id: target.id, before: row, after: { ...row, workspaceId: target.id } },
    )
  return target.name
}
