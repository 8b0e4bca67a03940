import { chineseNumber, englishNumber } from '../text/numbers.ts'
import type { PlainDate } from './calendar.ts'
import { findTimes } from './find.ts'
import type { TimeSpan } from './span.ts'

/** How a repeat ends, as typed: after so many times, or with a day, given today and its first day. */
export interface RepeatEnd {
  start: number
  end: number
  count?: number
  until?: (today: PlainDate, first: PlainDate) => PlainDate | undefined
}

const TIMES_EN = /[\s,]*(?:for )?(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:times|occurrences)\b/y
const FOR_EN =
  /[\s,]*for (?:the next )?(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (day|week|month|year)s?\b/y
const UNTIL_EN = /[\s,]*(until|till|through|up to) (?=[a-z\d])/y
const MONTH_EN = /^until (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?! ?\d)/
const TIMES_ZH = /[\s,，、]*(?:一共|总共|共|连续)\s?(\d{1,3}|[一二两三四五六七八九十]{1,3})\s?次/y
const FOR_ZH = /[\s,，、]*(?:连续|持续|为期|共)\s?(\d{1,3}|[一二两三四五六七八九十]{1,3})\s?个?(天|周|星期|礼拜|月|年)/y
const UNTIL_ZH = /[\s,，、]*(?:一直到|直到|到|至)\s?/y

/** How a repeat ends: said right after it, or at the end of the line. Of `for two weeks` only the former: it may as well belong to what is to be done. */
export function endOf(text: string, { end: after }: TimeSpan, monthFirst: boolean): RepeatEnd | undefined {
  const here = counted(text, after) ?? lasting(text, after) ?? dated(text, after, monthFirst)
  if (here) return here
  const last = text.trimEnd().length
  for (const { index } of text
    .slice(after)
    .matchAll(
      /(?<![\s,，、])[\s,，、]+(?=until|till|through|up to|(?:for )?\w+ (?:times|occurrences)|一直到|直到|一共|总共|共)|(?<=\p{Script=Han})(?=一直到|直到|到|至)/gu,
    )) {
    const found = counted(text, after + index) ?? dated(text, after + index, monthFirst)
    if (found?.end === last) return found
  }
  return undefined
}

function at(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(text)
}

function counted(text: string, start: number): RepeatEnd | undefined {
  const match = at(TIMES_EN, text, start) ?? at(TIMES_ZH, text, start)
  const count = match && (englishNumber(match[1]!) ?? chineseNumber(match[1]!))
  return count ? { start, end: start + match[0].length, count } : undefined
}

const UNITS: Readonly<Record<string, 'days' | 'weeks' | 'months' | 'years'>> = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  year: 'years',
  天: 'days',
  周: 'weeks',
  星期: 'weeks',
  礼拜: 'weeks',
  月: 'months',
  年: 'years',
}

function lasting(text: string, start: number): RepeatEnd | undefined {
  const match = at(FOR_EN, text, start) ?? at(FOR_ZH, text, start)
  const many = match && (/^(an?|one)$/.test(match[1]!) ? 1 : (englishNumber(match[1]!) ?? chineseNumber(match[1]!)))
  const unit = match && UNITS[match[2]!]
  if (!many || !unit) return undefined
  return { start, end: start + match[0].length, until: (_, first) => first.add({ [unit]: many }).subtract({ days: 1 }) }
}

function dated(text: string, start: number, monthFirst: boolean): RepeatEnd | undefined {
  const english = at(UNTIL_EN, text, start)
  const match = english ?? at(UNTIL_ZH, text, start)
  if (!match) return undefined
  const said = `${english ? 'until ' : ''}${text.slice(start + match[0].length, start + match[0].length + 40)}`
  const [time] = findTimes(said, { monthFirst })
  // Until five, and 到周五, may be hours or days of the rhythm itself.
  if (!time?.day || time.start > 0 || time.clock || time.repeat || (!english && time.weekdayOnly)) return undefined
  const closing = /^为止/.exec(said.slice(time.end))?.[0].length ?? 0
  const end = start + match[0].length + time.end - (english ? 6 : 0) + closing
  return { start, end, until: lastDay(time, english?.[1], MONTH_EN.test(said)) }
}

/** Until a day: with it. Until June: before it begins. Through June: with all of it. */
function lastDay(time: TimeSpan, word: string | undefined, isMonth: boolean): RepeatEnd['until'] {
  return (today) => {
    const day = time.day!(today, 'future')
    if (!isMonth || !day) return day
    return word === 'through' ? day.with({ day: day.daysInMonth }) : day.with({ day: 1 }).subtract({ days: 1 })
  }
}
