import { Temporal } from 'temporal-polyfill'
import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { sayAt } from '../../understanding/index.ts'
import { addressSince, endAddress, newAddress } from '../calendar/calendar.ts'
import { say } from './calendar-words.ts'

const NEW = /^(new|again|reset|新|新建|重置|重新生成)$/i
const OFF = /^(off|no|none|关|关闭)$/i

/** `settings calendar [new|off]`: a secret address under which a calendar program finds my tasks. It is shown once. */
export async function settingsCalendar(context: Context, typed: string): Promise<Card> {
  const words = say(context.locale)
  const asked = typed.trim()
  if (OFF.test(asked)) return ended(context)
  if (asked && !NEW.test(asked)) throw new UserError(words.bad, { mend: false })
  const since = asked ? undefined : await addressSince(context)
  return since ? stands(context, since) : made(context)
}

async function made(context: Context): Promise<Card> {
  const words = say(context.locale)
  const address = await newAddress(context)
  return card({
    tone: 'good',
    title: words.title,
    lines: [address, words.secret, words.how, ...(context.reach.isPublic ? [] : [words.notPublic])],
    context: words.slow,
    showOnce: true,
  })
}

function stands({ zone, now, locale }: Context, since: Date): Card {
  const words = say(locale)
  const at = Temporal.Instant.fromEpochMilliseconds(since.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
  return card({
    title: words.title,
    lines: [words.stands(sayAt(at, { now, zone }, locale))],
    buttons: [
      button(words.another, 'settings', { change: 'calendar new' }),
      button(words.end, 'settings', { change: 'calendar off' }, { style: 'danger' }),
    ],
  })
}

async function ended(context: Context): Promise<Card> {
  const words = say(context.locale)
  return (await endAddress(context)) ? card({ tone: 'good', lines: [words.ended] }) : card({ lines: [words.none] })
}
