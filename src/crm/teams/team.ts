import { z } from 'zod'
import { button, type Card } from '../../bot/card.ts'
import type { Context, Member } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { normalizeName } from '../../understanding/index.ts'
import { record, undoButton } from '../audit/audit.ts'
import { asDate } from '../ids.ts'
import { memberNamed } from '../members/members.ts'
import { teamCard, teamsCard } from './shown.ts'
import { addTeam, changeTeam, type Team, teamAhead, teamNamed, withMember, withoutMember } from './teams.ts'
import { say } from './words.ts'

const LONGEST_NAME = 60

export const team = operation({
  name: 'team',
  zh: '团队',
  also: ['teams'],
  summary: { en: 'Teams: who works together, and who leads them', zh: '团队：谁一起工作，由谁带领' },
  examples: [
    'team',
    'team add Berlin',
    'team Berlin + @Ana',
    'team Berlin manager @Bo',
    'team Berlin rename Hamburg',
    'team Berlin archive',
  ],
  group: 'team',
  allow: 'reader',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Change a team', zh: '修改团队' },
  input: z.object({
    change: field
      .text(
        { en: 'Change', zh: '修改' },
        { hint: { en: 'For example: add Berlin, Berlin + @Ana', zh: '例如：add 柏林、柏林 + @Ana' } },
      )
      .optional(),
    team: field.text({ en: 'Team', zh: '团队' }, { max: LONGEST_NAME }).optional(),
    add: field.member({ en: 'Add', zh: '加入' }).optional(),
    remove: field.member({ en: 'Take out', zh: '移出' }).optional(),
    manager: field.member({ en: 'Manager', zh: '经理' }).optional(),
    rename: field.text({ en: 'New name', zh: '新名称' }, { max: LONGEST_NAME }).optional(),
  }),
  notInForm: ['change'],
  onlyForm: ['team', 'add', 'remove', 'manager', 'rename'],
  handle: async (context, { change, team: name, ...form }) => {
    if (change) return typed(context, change)
    if (!name) return teamsCard(context)
    const found = await theTeam(context, name)
    const wishes: Wish[] = [
      ...(form.add ? [['add', form.add] as const] : []),
      ...(form.remove ? [['remove', form.remove] as const] : []),
      ...(form.manager ? [['manager', form.manager] as const] : []),
      ...(form.rename ? [['rename', form.rename] as const] : []),
    ]
    return wishes.length ? changed(context, found, wishes) : teamCard(context, found)
  },
})

type Wish = readonly ['add' | 'remove' | 'manager' | 'no manager' | 'rename' | 'archive', string]

const ADD = /^(?:add|new|create|新增|新建|添加)(?:\s+|[:：])\s*(\S.*)$/i
const CHANGES: readonly (readonly [RegExp, Wish[0]])[] = [
  [/^(?:no manager|manager\s*[-−–]|not manager|取消经理|经理\s*[-−–])\s*(.+)$/i, 'no manager'],
  [/^(?:managers?|lead|led by|经理|主管)\s*[:：+]?\s*(.+)$/i, 'manager'],
  [/^(?:\+|add|with|加入|添加|加)\s*(.+)$/i, 'add'],
  [/^(?:[-−–]|remove|without|移出|移除|减)\s*(.+)$/i, 'remove'],
  [/^(?:rename(?:\s+to)?|call(?:ed)?|改名为?|改为)\s*(.+)$/i, 'rename'],
  [/^(?:archive|delete|取消|归档|删除)()$/i, 'archive'],
]

async function typed(context: Context, line: string): Promise<Card> {
  const words = say(context.locale)
  const added = ADD.exec(line.trim())?.[1]
  const ahead = await teamAhead(context, line)
  if (added && !ahead) return made(context, added)
  if (!ahead) throw unknown(context, line)
  if (!ahead.rest) return teamCard(context, ahead.team)
  for (const [pattern, what] of CHANGES) {
    const found = pattern.exec(ahead.rest)
    if (found) return changed(context, ahead.team, [[what, found[1] ?? '']])
  }
  throw new UserError(words.badChange(ahead.rest.slice(0, 100)), { mend: false })
}

function unknown({ locale, me }: Context, line: string): UserError {
  const words = say(locale)
  const name = line
    .split(/\s+(?=[-+−]|manager\b|rename\b|archive\b|经理|改名)/)[0]!
    .trim()
    .slice(0, LONGEST_NAME)
  return new UserError(words.unknown(name), {
    mend: false,
    buttons: [
      ...(me.role === 'admin' ? [button(words.addIt(name), 'team', { change: `add ${name}` })] : []),
      button(words.allTeams, 'team'),
    ],
  })
}

async function theTeam(context: Context, name: string): Promise<Team> {
  const found = await teamNamed(context, name)
  if (!found) throw unknown(context, name)
  return found
}

function checkAdmin({ me, locale }: Context): void {
  if (me.role !== 'admin') throw new NotAllowed(say(locale).adminOnly)
}

async function made(context: Context, name: string): Promise<Card> {
  checkAdmin(context)
  const words = say(context.locale)
  if (!normalizeName(name) || name.length > LONGEST_NAME) throw new UserError(words.noName, { mend: false })
  const team = await addTeam(context, name)
  return withUndo(context, await teamCard(context, team, [words.added(team.name)]))
}

async function changed(context: Context, team: Team, wishes: readonly Wish[]): Promise<Card> {
  checkAdmin(context)
  const words = say(context.locale)
  const said: string[] = []
  for (const [what, value] of wishes) said.push(...(await carriedOut(context, team, what, value)))
  const stands = await teamNamed(context, team.id)
  if (!said.length) return stands ? teamCard(context, stands, [words.unchanged]) : teamsCard(context)
  const shown = stands ? await teamCard(context, stands, said) : { ...(await teamsCard(context)), lines: said }
  return withUndo(context, shown)
}

const withUndo = (context: Context, shown: Card): Card => ({
  ...shown,
  tone: 'good',
  buttons: [...(shown.buttons ?? []), undoButton(context)],
})

/** What is said of each thing that is another now. */
async function carriedOut(context: Context, team: Team, what: Wish[0], value: string): Promise<string[]> {
  const words = say(context.locale)
  switch (what) {
    case 'rename': {
      if (!normalizeName(value) || value.length > LONGEST_NAME)
        throw new UserError(words.noName, { field: 'rename', mend: false })
      return (await changeTeam(context, team.id, () => ({ name: value }))) ? [words.renamed(team.name, value)] : []
    }
    case 'archive':
      return (await changeTeam(context, team.id, () => ({ archivedAt: asDate(context.now) }))) ? [words.archived(team.name)] : []
    default: {
      const said: string[] = []
      for (const name of namesIn(value)) said.push(...(await membership(context, team, what, await memberNamed(context, name))))
      return said
    }
  }
}

/** `@Ana, @Bo`, `@Ana @Bo`, `Ana and Bo`, `@Ana、@Bo`. */
const namesIn = (typed: string): string[] =>
  typed
    .split(/\s*[,，、;；]\s*|\s+(?:and|und|和)\s+|\s+(?=[@<+])/i)
    .map((one) => one.replace(/^\+\s*/, '').trim())
    .filter(Boolean)

type Membership = 'add' | 'remove' | 'manager' | 'no manager'

async function membership(context: Context, team: Team, what: Membership, who: Member): Promise<string[]> {
  const words = say(context.locale)
  const change = (next: (stands: Team) => Partial<Team>) => changeTeam(context, team.id, next)
  switch (what) {
    case 'add':
      return (await change((one) => ({ memberIds: withMember(one.memberIds, who) }))) ? [words.joined(who.name, team.name)] : []
    case 'remove': {
      const without = (one: Team) => ({
        memberIds: withoutMember(one.memberIds, who),
        managerIds: withoutMember(one.managerIds, who),
      })
      return (await change(without)) ? [words.left(who.name, team.name)] : []
    }
    case 'no manager':
      return (await change((one) => ({ managerIds: withoutMember(one.managerIds, who) })))
        ? [words.leadsNoMore(who.name, team.name)]
        : []
    case 'manager': {
      if (who.role === 'reader') throw new UserError(words.readsOnly(who.name), { mend: false })
      if (!(await change((one) => ({ managerIds: withMember(one.managerIds, who) })))) return []
      return [words.leads(who.name, team.name), ...(await raised(context, who))]
    }
  }
}

/** Who leads a team may do what managers may. */
async function raised(context: Context, who: Member): Promise<string[]> {
  if (who.role !== 'rep') return []
  const where = { workspaceId_id: { workspaceId: context.workspace.id, id: who.id } }
  const before = await context.db.member.findUniqueOrThrow({ where })
  const after = await context.db.member.update({ where, data: { role: 'manager' } })
  await record(context, { noun: 'member', id: who.id, before, after })
  return [say(context.locale).raised(who.name)]
}
