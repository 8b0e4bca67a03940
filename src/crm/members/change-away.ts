import { type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { localToInstant, sayAt, understandWhen } from '../../understanding/index.ts'
import { record, undoButton } from '../audit/audit.ts'
import { asDate } from '../ids.ts'
import { owe } from '../messages/messages.ts'
import { memberNamed, namesOf, standInOf } from './members.ts'
import { say } from './settings-words.ts'

const OFF = /^(off|no|none|back|关|关闭|回来了?)$/i
const UNTIL = /^\s*(?:until|till|till the|直到|到|至)\s*/i
const IN_MY_PLACE = /\s+(?:to|交给|由)\s+(\S.*)$/i

/** `settings away until Friday [to @Bo]`, `settings away off`. A day is the one on which I am back, at my morning hour. */
export async function settingsAway(context: Context, typed: string): Promise<Card> {
  const { db, workspace, me, now } = context
  const words = say(context.locale)
  const where = { workspaceId_id: { workspaceId: workspace.id, id: me.id } }
  const before = await db.member.findUniqueOrThrow({ where })
  if (!typed.trim()) return card({ lines: [await sayAway(context, before)], context: words.howAway })
  if (!OFF.test(typed.trim())) {
    const after = await db.member.update({ where, data: { awayFrom: asDate(now), ...(await readAway(context, typed)) } })
    await record(context, { noun: 'member', id: me.id, before, after })
    return card({ tone: 'good', lines: [await sayAway(context, after)], buttons: [undoButton(context)] })
  }
  if (!before.awayFrom || !before.awayUntil) return card({ lines: [words.unchanged] })
  const after = await db.member.update({ where, data: { awayFrom: null, awayUntil: null, awayToId: null } })
  await record(context, { noun: 'member', id: me.id, before, after })
  await owe(context, { memberId: me.id, kind: 'back', input: { since: before.awayFrom.toISOString() } })
  return card({ tone: 'good', lines: [words.here], buttons: [undoButton(context)] })
}

async function readAway(context: Context, typed: string) {
  const words = say(context.locale)
  const named = IN_MY_PLACE.exec(typed)
  const colleague = named ? await memberNamed(context, named[1]!) : undefined
  if (colleague?.id === context.me.id) throw new UserError(words.notToYourself, { mend: false })
  const when = understandWhen(typed.replace(IN_MY_PLACE, '').replace(UNTIL, ''), context, 'future')?.at
  if (!when) throw new UserError(words.badAway, { mend: false })
  const until = localToInstant(when, context.zone, context.me.morningAt)
  if (until.epochMilliseconds <= context.now.epochMilliseconds) throw new UserError(words.badAway, { mend: false })
  return { awayUntil: asDate(until), awayToId: colleague?.id ?? null }
}

async function sayAway(context: Context, { awayUntil, awayToId }: { awayUntil: Date | null; awayToId: string | null }) {
  const words = say(context.locale)
  if (!awayUntil || awayUntil <= asDate(context.now)) return words.notAway
  const at = sayInstant(awayUntil, context)
  const name = awayToId && (await namesOf(context, [awayToId])).get(awayToId)
  if (!awayToId || !name) return words.away(at)
  const here = await standInOf(context, context.me.id)
  if (here === awayToId) return words.awayTo(at, name)
  const instead = here && (await namesOf(context, [here])).get(here)
  return instead ? words.awayToo(at, name, instead) : words.awayAll(at, name)
}

const sayInstant = (at: Date, { now, zone, locale }: Context) =>
  sayAt(
    now
      .add({ milliseconds: at.getTime() - now.epochMilliseconds })
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' }),
    { now, zone },
    locale,
  )
