import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { record, undoButton } from '../audit/audit.ts'
import { countOlder, KINDS, type Kind, keptBy, LIMITS, MOST_COUNTED, nameOf } from '../retention/retention.ts'
import { say } from './retention-words.ts'

const NAMES: Readonly<Record<string, Kind>> = {
  changes: 'audit',
  history: 'audit',
  改动: 'audit',
  历史: 'audit',
  requests: 'answers',
  答复: 'answers',
  inputs: 'buttons',
  按钮: 'buttons',
  消息: 'messages',
}
const FOREVER = /^(?:forever|for ever|always|off|永久|一直)$/i
const DAYS = /^(\d{1,5})\s*(?:days?|d|天|日)?$/i
const MOST_DAYS = 36_500
/** What a button says for who has read what would go. */
const SURE = / sure$/

/** `settings retention audit 365 days`: how long what is kept. What would go is said before it is switched on. */
export async function settingsRetention(context: Context, typed: string): Promise<Card> {
  const { db, workspace, me, locale } = context
  const words = say(locale)
  if (me.role !== 'admin') throw new NotAllowed(words.adminOnly)
  const before = await db.workspace.findUniqueOrThrow({ where: { id: workspace.id } })
  const kept = keptBy(before.settings)
  const isSure = SURE.test(typed.trim())
  const [, first = '', wish = ''] = /^(\S*)\s*(.*)$/s.exec(typed.trim().replace(SURE, '')) ?? []
  if (!first) return shown(context, kept)
  const kind = KINDS.find((one) => one === first.toLowerCase()) ?? NAMES[first.toLowerCase()]
  if (!kind) throw new UserError(words.unknown(first.slice(0, 40)), { mend: false })
  const days = daysOf(wish, LIMITS[kind].least)
  if (days === undefined) throw new UserError(words.badDays(LIMITS[kind].least), { mend: false })
  if (days === kept[kind]) return card({ lines: [words.unchanged(words[kind], sayDays(days, context))] })
  const isLess = days !== null && (kept[kind] === null || days < kept[kind])
  if (isLess && !isSure) return ask(context, kind, days)
  const held = (before.settings ?? {}) as Record<string, number | string>
  const settings = { ...held, [nameOf(kind)]: days ?? 'forever' }
  const after = await db.workspace.update({ where: { id: workspace.id }, data: { settings } })
  await record(context, { noun: 'workspace', id: workspace.id, before, after })
  return card({ tone: 'good', lines: [words.set(words[kind], sayDays(days, context))], buttons: [undoButton(context)] })
}

/** Days; null for ever; undefined for what is neither. */
function daysOf(wish: string, least: number): number | null | undefined {
  if (FOREVER.test(wish.trim())) return null
  const days = Number(DAYS.exec(wish.trim())?.[1] ?? Number.NaN)
  return days >= least && days <= MOST_DAYS ? days : undefined
}

const sayDays = (days: number | null, { locale }: Pick<Context, 'locale'>) =>
  days === null ? say(locale).forever : say(locale).days(days)

async function ask(context: Context, kind: Kind, days: number): Promise<Card> {
  const words = say(context.locale)
  const count = await countOlder(context, kind, days)
  const said = Math.min(count, MOST_COUNTED).toLocaleString(context.locale === 'en' ? 'en-US' : 'zh-CN')
  return card({
    tone: 'warning',
    lines: [
      words.ask(words[kind], sayDays(days, context)),
      count === 0 ? words.goesNone : words.goes(count > MOST_COUNTED ? words.moreThan(said) : said),
      ...(kind === 'audit' ? [words.goesAudit, words.stays] : []),
    ],
    buttons: [button(words.yes, 'settings', { change: `retention ${kind} ${days} sure` }, { style: 'danger' })],
  })
}

function shown(context: Context, kept: Readonly<Record<Kind, number | null>>): Card {
  const words = say(context.locale)
  return card({
    title: words.title,
    fields: KINDS.map((kind) => ({ label: words[kind], value: sayDays(kept[kind], context) })),
    lines: [words.how],
    context: words.stays,
  })
}
