import type { Context, Member } from '../../bot/context.ts'
import { record } from '../audit/audit.ts'
import { asDate, newId } from '../ids.ts'
import { activeMembers, memberById } from '../members/members.ts'
import type { Author } from './story.ts'

/** Who did what in the sample. */
export type Cast = Record<Author, Member>

/**
 * The playground's people are Ana, who sells, and Bo, who leads; whoever of them has not been here yet is made. A real team's admin plays
 * Ana, and a colleague, if there is one, Bo: nobody is invented there.
 */
export async function castOf(context: Context): Promise<Cast> {
  const { me, place } = context
  const members = await activeMembers(context)
  const colleague = members.find((one) => one.id !== me.id)
  if (place.platform !== 'playground') return { rep: me, manager: colleague ?? me }
  const other = colleague ?? (await newcomer(context, place.user === 'bo' ? 'Ana' : 'Bo'))
  return place.user === 'bo' ? { rep: other, manager: me } : { rep: me, manager: other }
}

async function newcomer(context: Context, name: 'Ana' | 'Bo'): Promise<Member> {
  const { db, workspace, now, me, place } = context
  const createdAt = asDate(now)
  const { timeZone, locale } = me
  const role = name === 'Bo' ? 'manager' : 'rep'
  const row = await db.member.create({
    data: { workspaceId: workspace.id, id: newId(now), name, role, timeZone, locale, createdAt },
  })
  await db.identity.create({
    data: {
      workspaceId: workspace.id,
      platform: place.platform,
      teamId: place.team,
      userId: name.toLowerCase(),
      memberId: row.id,
      lastSeenAt: createdAt,
    },
  })
  // Under a name that undo passes over: a person stays when the sample goes.
  await record({ ...context, operation: 'join' }, { noun: 'member', id: row.id, before: null, after: row })
  return memberById(context, row.id)
}
