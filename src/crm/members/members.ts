import type { Context, Member } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import type { Suggestion } from '../../bot/request.ts'
import { type Locale, listed } from '../../bot/text.ts'
import { askedTogether, sql } from '../../database/index.ts'
import { asMember, type MemberRow } from './member.ts'
import { inPlaceOf } from './stand-in.ts'
import { say } from './words.ts'

export { identifier } from './identifier.ts'
export { leads } from './leads.ts'

type Within = { db: Context['db']; workspace: { id: string } }

/** Everybody who works here, by name. */
export async function activeMembers({ db, workspace }: Within): Promise<Member[]> {
  const rows = await db.member.findMany({
    where: { workspaceId: workspace.id, active: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(asMember)
}

const byId = askedTogether<{ workspaceId: string; id: string }, MemberRow>(`
  SELECT k.at, m.id, m.name, m.role, m."timeZone", m.locale, m."morningAt", m."workingDays", m."quietFrom", m."quietUntil", m."tourStep"
  FROM jsonb_to_recordset($1::jsonb) AS k(at int, "workspaceId" uuid, id uuid) JOIN members m ON m."workspaceId" = k."workspaceId" AND m.id = k.id`)

/** A member of this workspace, whether they still work here or not. Throws when there is none: ids come from our own rows. */
export async function memberById({ db, workspace }: Within, id: string): Promise<Member> {
  const [found] = await byId(db, { workspaceId: workspace.id, id })
  if (!found) throw new Error(`no member ${id}`)
  return asMember(found)
}

/** Whether what a colleague who is away now is to hear comes to me. */
export async function standsInFor(
  { db, workspace, me, now }: Pick<Context, 'db' | 'workspace' | 'me' | 'now'>,
  memberId: string,
) {
  return (await standInOf({ db, workspace, now }, memberId)) === me.id
}

/** Who hears what is meant for a member who is away now; undefined when they hear it themselves. */
export async function standInOf(
  { db, workspace, now }: Within & Pick<Context, 'now'>,
  memberId: string,
): Promise<string | undefined> {
  const at = new Date(now.epochMilliseconds)
  const [found] = await db.$queryRaw<{ id: string | null }[]>`
    SELECT ${inPlaceOf(sql`o`, at)} AS id FROM members o WHERE o."workspaceId" = ${workspace.id}::uuid AND o.id = ${memberId}::uuid`
  return found?.id ?? undefined
}

/** The names of members, by id; also of those who left. */
export async function namesOf({ db, workspace }: Within, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await db.member.findMany({
    where: { workspaceId: workspace.id, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(found.map((one) => [one.id, one.name]))
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** `<@U024BE7LH>`, `<@U024BE7LH|ana>`, `<@!80351110224678912>`: how Slack and Discord send a mention. */
const MENTION = /^<@!?([A-Za-z0-9]+)(?:\|[^>]*)?>$/

/** The colleague that is meant: an id, a mention, a name, its beginning, or `me`. Throws UserError when that is none or several. */
export async function memberNamed(context: Context, typed: string): Promise<Member> {
  const name = typed.trim()
  const words = say(context.locale)
  if (/^(me|myself|我|我自己)$/i.test(name)) return context.me
  const mention = MENTION.exec(name)?.[1]
  if (mention) return (await mentioned(context, mention)) ?? refuse(words.notHereYet)
  const members = await activeMembers(context)
  if (UUID.test(name)) return members.find((one) => one.id === name.toLowerCase()) ?? refuse(words.noLonger)
  const found = closestTo(members, name.replace(/^@/, ''))
  if (found.length === 1) return found[0]!
  if (found.length > 1) return refuse(words.whichMember(name, listedOf(found, context.locale)))
  return refuse(words.noMember(name, listedOf(members, context.locale)))
}

/** The same, of those who left too: whom no colleague's name means. */
export async function anybodyNamed(context: Context, typed: string): Promise<Member> {
  const name = typed.trim()
  const rows = await context.db.member.findMany({
    where: { workspaceId: context.workspace.id, active: false },
    orderBy: { id: 'desc' },
  })
  const left = rows.map(asMember)
  const found = UUID.test(name)
    ? left.filter((one) => one.id === name.toLowerCase())
    : MENTION.test(name)
      ? []
      : closestTo(left, name.replace(/^@/, ''))
  if (UUID.test(name) && found[0]) return found[0]
  return memberNamed(context, typed).catch((error: unknown) => {
    if (found.length === 1) return found[0]!
    throw error
  })
}

function refuse(message: string): never {
  throw new UserError(message)
}

const MOST_NAMED = 10
const listedOf = (members: Member[], locale: Locale) =>
  listed(
    members.map((one) => one.name),
    locale,
    MOST_NAMED,
  )

async function mentioned({ db, workspace, place }: Context, userId: string): Promise<Member | undefined> {
  const found = await db.identity.findFirst({
    where: { workspaceId: workspace.id, platform: place.platform, userId, member: { active: true } },
    include: { member: true },
    orderBy: { lastSeenAt: 'desc' },
  })
  return found ? asMember(found.member) : undefined
}

// The whole name first, then its beginning, then the beginning of any word of it: `Bo` is Bo even where there is a Bob.
function closestTo(members: Member[], typed: string): Member[] {
  const wanted = folded(typed)
  if (!wanted) return []
  const tests: ((name: string) => boolean)[] = [
    (name) => name === wanted,
    (name) => name.startsWith(wanted),
    (name) => name.split(' ').some((word) => word.startsWith(wanted)),
  ]
  for (const test of tests) {
    const found = members.filter((one) => test(folded(one.name)))
    if (found.length) return found
  }
  return []
}

const folded = (name: string) => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim().replaceAll(/\s+/g, ' ')

/** Completes a colleague's name: those whose name holds what is typed, at most 25; for a member's id, that member. */
export async function suggestMembers(context: Within, typed: string): Promise<Suggestion[]> {
  const wanted = folded(typed.replace(/^@/, ''))
  const members = await activeMembers(context)
  return members
    .filter((one) => one.id === typed || folded(one.name).includes(wanted))
    .slice(0, 25)
    .map((one) => ({ value: one.id, label: one.name }))
}
