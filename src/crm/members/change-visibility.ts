import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { record, undoButton } from '../audit/audit.ts'
import { say } from './visibility-words.ts'

/** What a workspace may choose: everybody sees everything, each team its own, each member their own. */
const CHOICES = ['all', 'team', 'own'] as const
type Choice = (typeof CHOICES)[number]

const TYPED: Readonly<Record<string, Choice>> = {
  ...{ all: 'all', everybody: 'all', everything: 'all', team: 'team', teams: 'team', own: 'own', mine: 'own', private: 'own' },
  ...{ 全部: 'all', 所有人: 'all', 团队: 'team', 自己: 'own', 个人: 'own' },
}

/** `settings visibility team`: whose customers, notes and tasks a member sees. Without a choice: what stands, and what each one does. */
export async function settingsVisibility(context: Context, typed: string): Promise<Card> {
  const { db, workspace, me, locale } = context
  const words = say(locale)
  const where = { id: workspace.id }
  const before = await db.workspace.findUniqueOrThrow({ where })
  const asked = typed.trim().toLowerCase()
  if (!asked) return stands(context, choiceOf(before.visibility))
  if (me.role !== 'admin') throw new NotAllowed(words.notYours)
  const visibility = Object.hasOwn(TYPED, asked) ? TYPED[asked]! : undefined
  if (!visibility) throw new UserError(words.bad(typed.trim().slice(0, 60)), { mend: false })
  if (visibility === before.visibility) return stands(context, visibility)
  const after = await db.workspace.update({ where, data: { visibility } })
  await record(context, { noun: 'workspace', id: workspace.id, before, after })
  return card({
    tone: 'good',
    title: words.chosen(words[visibility]),
    lines: [explained(context, visibility), ...(await toKnow(context, visibility))],
    context: words.whose,
    buttons: [undoButton(context)],
  })
}

const choiceOf = (stored: string): Choice => CHOICES.find((one) => one === stored) ?? 'own'

function explained({ locale }: Context, choice: Choice): string {
  const words = say(locale)
  return { all: words.explainAll, team: words.explainTeam, own: words.explainOwn }[choice]
}

function stands(context: Context, choice: Choice): Card {
  const words = say(context.locale)
  const isAdmin = context.me.role === 'admin'
  const labels = { all: words.chooseAll, team: words.chooseTeam, own: words.chooseOwn }
  return card({
    title: words.title,
    lines: [`${words[choice]} ${explained(context, choice)}`, words.whose],
    context: isAdmin ? words.how : undefined,
    buttons: isAdmin
      ? CHOICES.filter((one) => one !== choice).map((one) => button(labels[one], 'settings', { change: `visibility ${one}` }))
      : [],
  })
}

/** What an admin who narrows it should hear. */
async function toKnow({ db, workspace, locale }: Context, choice: Choice): Promise<string[]> {
  if (choice === 'all') return []
  const words = say(locale)
  const standing = { workspaceId: workspace.id, archivedAt: null }
  const unowned = await db.company.count({ where: { ...standing, ownerId: null } })
  const teams = choice === 'team' ? await db.team.count({ where: standing }) : 1
  return [...(unowned ? [words.unowned(unowned)] : []), ...(teams ? [] : [words.noTeams])]
}
