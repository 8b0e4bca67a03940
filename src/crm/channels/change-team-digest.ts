import { type Card, card } from '../../bot/card.ts'
import { type Context, isAtLeast } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { undoButton } from '../audit/audit.ts'
import { asDate } from '../ids.ts'
import { readClock } from '../members/preferences.ts'
import { type Channel, channelMeant, keepChannel, rowOf, toldChannels } from './channels.ts'
import { say } from './words.ts'

const OFF = /^(off|no|none|关|关闭)$/i
const AT = /^(?:at|from|每天|在)\s*/i

/** `settings digest #sales 9:00`, `settings digest #sales off`: the team's day is told in a channel, at this hour of my clock. */
export async function settingsTeamDigest(context: Context, channel: string, typed: string): Promise<Card> {
  const { me, now, zone } = context
  const words = say(context.locale)
  if (!isAtLeast(me.role, 'manager')) throw new NotAllowed(words.notYours)
  const asked = typed.trim().replace(AT, '')
  if (OFF.test(asked)) return ended(context, channel)
  const digestAt = asked ? readClock(asked) : me.morningAt
  if (!digestAt) throw new UserError(words.badTime(typed), { mend: false })
  const found = await channelMeant(context, channel, words.hello(digestAt, me.name))
  const here = now.toZonedDateTimeISO(zone)
  const isOver = here.toPlainTime().toString({ smallestUnit: 'minute' }) >= digestAt
  const kept = await keepChannel(context, found, {
    digestAt,
    digestZone: zone,
    digestById: me.id,
    digestSince: asDate(now),
    // Set in the afternoon for the morning, it begins on the next day.
    digestDay: isOver ? here.toPlainDate().toString() : null,
  })
  return card({
    tone: 'good',
    title: words.set(kept.name ?? words.thatChannel, digestAt, zone),
    lines: [words.whatItSays, words.whoReads],
    context: [found.open === undefined ? words.unsure : '', words.howToEnd(channel)].filter(Boolean).join(' '),
    buttons: [undoButton(context)],
  })
}

async function ended(context: Context, typed: string): Promise<Card> {
  const words = say(context.locale)
  const told = (await toldChannels(context)).filter((one) => one.platform === context.place.platform)
  const row = told.find((one) => isCalled(one, typed)) ?? (await looked(context, typed))
  if (!row?.digestAt) return card({ lines: [words.none(typed)] })
  const kept = await keepChannel(context, { team: row.teamId, channel: row.channel }, { digestAt: null })
  return card({ tone: 'good', lines: [words.ended(kept.name ?? words.thatChannel)], buttons: [undoButton(context)] })
}

// As it was called when it was set: the channel may be gone, or closed to the bot, by now, and that is no reason to go on.
const isCalled = ({ name, channel }: Channel, typed: string) => typed === name || typed === channel || typed === `<#${channel}>`

async function looked(context: Context, typed: string): Promise<Channel | undefined> {
  const found = await context.channel?.(typed, say(context.locale).helloEnd)
  return (found && (await rowOf(context, found))) || undefined
}

/** Which channels hear the team's day, a line for each. */
export async function toldIn(context: Context): Promise<string[]> {
  const words = say(context.locale)
  const told = await toldChannels(context)
  return told.map((one) => words.told(one.name ?? words.aChannel, one.digestAt ?? '', one.digestZone ?? ''))
}
