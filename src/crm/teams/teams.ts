import type { Context, Member } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { record } from '../audit/audit.ts'
import { asDate, newId } from '../ids.ts'
import { say } from './words.ts'

/** Members who work together, and who leads them. */
export interface Team {
  id: string
  name: string
  memberIds: string[]
  managerIds: string[]
}

const folded = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** The teams there are, by name. */
export function allTeams({ db, workspace }: Pick<Context, 'db' | 'workspace'>): Promise<Team[]> {
  return db.team.findMany({ where: { workspaceId: workspace.id, archivedAt: null }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
}

/** The team of that name or id; undefined when there is none. */
export async function teamNamed(context: Context, typed: string): Promise<Team | undefined> {
  return (await allTeams(context)).find((one) => one.id === typed || folded(one.name) === folded(typed))
}

/** The longest name of a team that a typed line begins with, and the rest of the line. */
export async function teamAhead(context: Context, line: string): Promise<{ team: Team; rest: string } | undefined> {
  const typed = line.trim()
  const fits = (await allTeams(context)).filter(({ name }) => {
    const begins = folded(typed).startsWith(folded(name))
    return begins && !/^[\p{L}\p{N}]/u.test(typed.slice(name.length))
  })
  const [team] = fits.sort((a, b) => b.name.length - a.name.length)
  return team && { team, rest: typed.slice(team.name.length).trim() }
}

// One change of the teams after the other: two of one name, or one that overwrites the other, cannot be.
const oneAtATime = ({ db, workspace }: Context) =>
  db.$executeRaw`SELECT 1 FROM workspaces WHERE id = ${workspace.id}::uuid FOR UPDATE`

const keyOf = ({ workspace }: Context, id: string) => ({ workspaceId_id: { workspaceId: workspace.id, id } })

/** Makes a team. Throws UserError when there is one of that name. */
export async function addTeam(context: Context, name: string): Promise<Team> {
  await oneAtATime(context)
  await checkName(context, name)
  const at = asDate(context.now)
  const data = { workspaceId: context.workspace.id, id: newId(context.now), name, memberIds: [], managerIds: [] }
  const row = await context.db.team.create({ data: { ...data, createdAt: at, updatedAt: at } })
  await record(context, { noun: 'team', id: row.id, before: null, after: row })
  return row
}

async function checkName(context: Context, name: string, but?: string): Promise<void> {
  const same = await teamNamed(context, name)
  if (same && same.id !== but) throw new UserError(say(context.locale).standsAlready(same.name), { field: 'team', mend: false })
}

/** Changes a team as it stands by then; undefined when nothing is another, or it is gone. */
export async function changeTeam(
  context: Context,
  id: string,
  change: (team: Team) => Partial<Team> & { archivedAt?: Date },
): Promise<Team | undefined> {
  await oneAtATime(context)
  const before = await context.db.team.findUnique({ where: keyOf(context, id) })
  if (!before || before.archivedAt) return undefined
  const data = change(before)
  if (data.name !== undefined) await checkName(context, data.name, id)
  const isAnother = Object.entries(data).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Team]),
  )
  if (!isAnother) return undefined
  const after = await context.db.team.update({ where: keyOf(context, id), data: { ...data, updatedAt: asDate(context.now) } })
  await record(context, { noun: 'team', id, before, after })
  return after
}

/** With a member, once. */
export const withMember = (ids: readonly string[], { id }: Pick<Member, 'id'>): string[] => [...new Set([...ids, id])]
export const withoutMember = (ids: readonly string[], { id }: Pick<Member, 'id'>): string[] => ids.filter((one) => one !== id)
