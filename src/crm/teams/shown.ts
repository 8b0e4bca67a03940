import { button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { listed } from '../../bot/text.ts'
import { activeMembers } from '../members/members.ts'
import { allTeams, type Team } from './teams.ts'
import { say } from './words.ts'

const MOST_NAMED = 40

/** All teams with who is in them, and who is in none. */
export async function teamsCard(context: Context): Promise<Card> {
  const words = say(context.locale)
  const teams = await allTeams(context)
  const members = await activeMembers(context)
  const names = new Map(members.map((one) => [one.id, one.name]))
  const isAdmin = context.me.role === 'admin'
  const items: Item[] = teams.map((team) => ({
    text: team.name,
    detail: people(context, team, names) || words.nobody,
    buttons: isAdmin ? [button(words.change, 'team', { team: team.name }, { form: true })] : undefined,
  }))
  const placed = new Set(teams.flatMap((one) => [...one.memberIds, ...one.managerIds]))
  const loose = members.filter((one) => !placed.has(one.id)).map((one) => one.name)
  return card({
    title: words.teams,
    lines: teams.length ? undefined : [words.none],
    items:
      teams.length && loose.length
        ? [...items, { text: words.inNone, detail: listed(loose, context.locale, MOST_NAMED) }]
        : items,
    context: isAdmin ? words.howAdmin : words.howOthers,
  })
}

/** One team, below what was done to it. */
export async function teamCard(context: Context, team: Team, said: string[] = []): Promise<Card> {
  const words = say(context.locale)
  const names = new Map((await activeMembers(context)).map((one) => [one.id, one.name]))
  const isAdmin = context.me.role === 'admin'
  const named = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? [])
  const managers = named(team.managerIds)
  const members = named(team.memberIds)
  return card({
    title: words.now(team.name),
    lines: said.length ? said : undefined,
    fields: [
      ...(managers.length ? [{ label: words.managers, value: listed(managers, context.locale, MOST_NAMED) }] : []),
      ...(members.length ? [{ label: words.members, value: listed(members, context.locale, MOST_NAMED) }] : []),
    ],
    context: managers.length || !isAdmin ? words.seen : `${words.noManager} team ${team.name} manager @Bo`,
    buttons: [
      ...(isAdmin
        ? [
            button(words.change, 'team', { team: team.name }, { form: true }),
            button(words.archive, 'team', { change: `${team.name} archive` }),
          ]
        : []),
      button(words.allTeams, 'team'),
    ],
  })
}

function people(context: Context, team: Team, names: ReadonlyMap<string, string>): string {
  const words = say(context.locale)
  const managers = team.managerIds.flatMap((id) => (names.has(id) ? [words.manager(names.get(id)!)] : []))
  const members = team.memberIds.filter((id) => !team.managerIds.includes(id)).flatMap((id) => names.get(id) ?? [])
  return listed([...managers, ...members], context.locale, MOST_NAMED)
}
