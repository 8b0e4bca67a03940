import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { record, undoButton } from '../audit/audit.ts'
import { say } from './words.ts'

type Asker = Pick<Context, 'db' | 'workspace' | 'me' | 'locale'>

const repsMay = (settings: unknown) => (settings as { exportBy?: string } | null)?.exportBy === 'reps'

/** Who may take data out: managers and admins, and reps where the workspace says so. Throws UserError for anybody else. */
export async function allowExport({ db, workspace, me, locale }: Asker): Promise<void> {
  if (me.role === 'manager' || me.role === 'admin') return
  const { settings } = await db.workspace.findUniqueOrThrow({ where: { id: workspace.id }, select: { settings: true } })
  if (me.role !== 'rep' || !repsMay(settings)) throw new NotAllowed(say(locale).notAllowed)
}

/** `settings export reps`, `settings export managers`: who exports. */
export async function settingsExport(context: Context, typed: string): Promise<Card> {
  const { db, workspace, me, locale } = context
  const words = say(locale)
  const where = { id: workspace.id }
  const before = await db.workspace.findUniqueOrThrow({ where })
  const asked = typed.trim().toLowerCase()
  if (!asked) return stands(context, repsMay(before.settings))
  if (me.role !== 'admin') throw new NotAllowed(words.settingAdmin)
  const isReps = /^(?:reps?|all|everybody|everyone|销售|所有人|全部)$/.test(asked)
  if (!isReps && !/^(?:managers?|admins?|经理|管理员)$/.test(asked)) throw new UserError(words.settingBad, { mend: false })
  if (isReps === repsMay(before.settings)) return stands(context, isReps)
  const settings = { ...(before.settings as object), exportBy: isReps ? 'reps' : 'managers' }
  const after = await db.workspace.update({ where, data: { settings } })
  await record(context, { noun: 'workspace', id: workspace.id, before, after })
  return card({
    tone: 'good',
    title: words.settingTitle,
    lines: [isReps ? words.settingReps : words.settingManagers],
    buttons: [undoButton(context)],
  })
}

function stands({ locale, me }: Context, isReps: boolean): Card {
  const words = say(locale)
  const change = isReps
    ? button(words.onlyManagers, 'settings', { change: 'export managers' })
    : button(words.letReps, 'settings', { change: 'export reps' })
  return card({
    title: words.settingTitle,
    lines: [isReps ? words.settingReps : words.settingManagers],
    context: words.settingHow,
    buttons: me.role === 'admin' ? [change] : [],
  })
}
