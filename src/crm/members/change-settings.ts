import { card, type Reply } from '../../bot/card.ts'
import type { Context, Member } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import { closest } from '../../bot/spelling.ts'
import { record, undoButton } from '../audit/audit.ts'
import { readClock, readDays, readLanguage, readQuiet, sayDays, sayLanguage, sayQuiet } from './preferences.ts'
import { say } from './settings-words.ts'
import { askWhatMoves } from './zone-moved.ts'
import { knownCities, readZone } from './zones.ts'

export const PREFERENCES = ['zone', 'morning', 'quiet', 'days', 'language'] as const
export type Preference = (typeof PREFERENCES)[number]
type Preferences = Pick<Member, 'timeZone' | 'morningAt' | 'workingDays' | 'quietFrom' | 'quietUntil' | 'locale'>

/** Reads and stores some of my settings, all or none. Throws what to type instead when one cannot be read, and asks when it is several. */
export async function changeSettings(context: Context, typed: Partial<Record<Preference, string>>): Promise<Reply> {
  const { db, workspace, me } = context
  let data: Partial<Preferences> = {}
  for (const name of PREFERENCES) if (typed[name] !== undefined) data = { ...data, ...readers[name](context, typed[name]) }

  const words = say(data.locale ?? context.locale)
  const where = { workspaceId_id: { workspaceId: workspace.id, id: me.id } }
  const before = await db.member.findUniqueOrThrow({ where })
  const said = sayChanged(context, { ...me, ...data }, data)
  if (said.length === 0) return card({ lines: [words.unchanged] })
  const after = await db.member.update({ where, data })
  await record(context, { noun: 'member', id: me.id, before, after })
  if (after.timeZone !== before.timeZone) await askWhatMoves(context, me.id, after.timeZone)
  return card({
    tone: 'good',
    lines: [said.join('\n')],
    buttons: [undoButton({ ...context, locale: data.locale ?? context.locale })],
  })
}

const wrong = (message: string, field: Preference) => new UserError(message, { field })

const readers: Record<Preference, (context: Context, typed: string) => Partial<Preferences>> = {
  zone: (context, typed) => ({ timeZone: theZone(context, typed) }),
  morning({ locale }, typed) {
    const morningAt = readClock(typed)
    if (!morningAt) throw wrong(say(locale).badMorning(typed), 'morning')
    return { morningAt }
  },
  quiet({ locale }, typed) {
    const quiet = readQuiet(typed)
    if (!quiet) throw wrong(say(locale).badQuiet(typed), 'quiet')
    return quiet
  },
  days({ locale }, typed) {
    const workingDays = readDays(typed)
    if (!workingDays) throw wrong(say(locale).badDays(typed), 'days')
    return { workingDays }
  },
  language({ locale }, typed) {
    const language = readLanguage(typed)
    if (!language) throw wrong(say(locale).badLanguage(typed), 'language')
    return { locale: language }
  },
}

function theZone({ locale }: Context, typed: string): string {
  const words = say(locale)
  if (/^(utc|gmt)?\s*[+-]\s*\d{1,2}(:?\d{2})?$/i.test(typed.trim())) throw wrong(words.offset, 'zone')
  const zones = readZone(typed)
  if (zones.length === 1) return zones[0]!
  const use = (zone: string) => ({ operation: 'settings', input: { change: `zone ${zone}` } })
  if (zones.length > 1)
    throw new Ask(
      card({
        lines: [words.whichZone(typed)],
        pick: { placeholder: words.choose, options: zones.map((zone) => ({ ...use(zone), label: zone })) },
      }),
    )
  const near = readZone(closest(typed, knownCities()) ?? '')[0]
  const buttons = near ? [{ ...use(near), label: words.didYouMean(near), style: 'primary' as const }] : []
  throw new UserError(words.badZone(typed), { field: 'zone', buttons })
}

/** One line for each setting that is now another. */
function sayChanged({ me, now }: Context, next: Preferences, data: Partial<Preferences>): string[] {
  const words = say(next.locale)
  const isNew = (...columns: (keyof Preferences)[]) =>
    columns.some((name) => name in data && JSON.stringify(data[name]) !== JSON.stringify(me[name]))
  const time = () => now.toZonedDateTimeISO(next.timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
  return [
    ...(isNew('timeZone') ? [words.setZone(next.timeZone, time())] : []),
    ...(isNew('morningAt') ? [words.set(words.morning, next.morningAt)] : []),
    ...(isNew('quietFrom', 'quietUntil') ? [words.set(words.quiet, sayQuiet(next, words.off))] : []),
    ...(isNew('workingDays') ? [words.set(words.days, sayDays(next.workingDays, next.locale))] : []),
    ...(isNew('locale') ? [words.set(words.language, sayLanguage(next.locale))] : []),
  ]
}
