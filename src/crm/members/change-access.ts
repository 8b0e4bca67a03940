import { card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { record, undoButton } from '../audit/audit.ts'
import { installationOf, setAccess } from '../workspaces/workspaces.ts'
import { say } from './settings-words.ts'

/** `<@&1234…>` as Discord sends a role's mention, or its bare id (a snowflake). */
const ROLE = /<@&(\d{15,21})>|(?<!\d)(\d{15,21})(?!\d)/g

/** A mention of them has no id: it is the server's own that their role has. */
const EVERYBODY = /@everyone\b/i

/** `settings access @role …`: whose holders may use the bot in this Discord server; `off` resets, nothing shows. */
export async function settingsAccess(context: Context, typed: string): Promise<Reply> {
  const { db, place, me, standing, locale } = context
  const words = say(locale)
  if (place.platform !== 'discord') throw new UserError(words.accessOnlyDiscord, { mend: false })
  if (!place.team) throw new UserError(words.accessInServer, { mend: false })
  if (!typed.trim()) return shown(context, (await installationOf(db, place))?.accessRoles ?? [])
  if (me.role !== 'admin' && !standing?.manages) throw new NotAllowed(words.accessNotYours)
  const off = /^(off|none|关|关闭)$/i.test(typed.trim())
  const named = [...typed.matchAll(ROLE)].map((found) => found[1] ?? found[2]!)
  const roles = [...new Set(EVERYBODY.test(typed) ? [...named, place.team] : named)]
  if (!off && !roles.length) throw new UserError(words.badAccess)
  const { before, after } = await setAccess(db, place, roles)
  await record(context, { noun: 'installation', id: before.workspaceId, before, after })
  if (before.accessRoles.some((role) => !roles.includes(role))) await vouchAgain(context)
  return { ...shown(context, roles), tone: 'good', buttons: [undoButton(context)] }
}

// Who came in by a role that is gone must not stay in by direct message: everybody else has to be let in by the server once more.
async function vouchAgain({ db, workspace, place, me }: Context): Promise<void> {
  await db.identity.updateMany({
    where: { workspaceId: workspace.id, platform: 'discord', teamId: place.team, memberId: { not: me.id } },
    data: { lastSeenAt: new Date(0) },
  })
}

function shown({ locale, me, place, standing }: Context, roles: readonly string[]) {
  const words = say(locale)
  const named = roles.map((role) => (role === place.team ? words.everybody : words.roleId(role)))
  const line = roles.length ? words.accessRoles(named.join(locale === 'en' ? ', ' : '、')) : words.accessNone
  return card({ lines: [line], context: me.role === 'admin' || standing?.manages ? words.accessHow : undefined })
}
