import type { Condition } from '../filter.ts'
import { daysAt } from './days.ts'
import { numberAt } from './field-rules.ts'
import type { Clause, Rule, Text } from './scan.ts'
import { valuesAt } from './values.ts'

const clause = (end: number, ...conditions: Condition[]): Clause => ({ end, conditions })

const SAID =
  /^(?:(?:all|any|every|my|our|the|open|won|lost|closed|new|overdue|show|list|me|find|get|give) )*(?:deals?|opportunit(?:y|ies))(?![\p{L}\p{N}])|(?:^| )(?:deals|opportunities)$|^[\p{Script=Han}]{0,8}商机|商机$/u

/** Whether deals are looked for, not customers: other fields are meant then, by the same words. */
export const saysDeals = (typed: string): boolean =>
  SAID.test(typed.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim())

const STAGE = 'deal.stage'
const stages = (...values: string[]): Condition => ({ kind: 'text', field: STAGE, how: 'equals', values })
const OPEN: Condition = { ...stages('won', 'lost'), not: true } as Condition

const MINE: Condition = { kind: 'owner', members: ['me'] }

function standing(word: string): Condition[] {
  if (/open|进行|未结束|未关闭/.test(word)) return [OPEN]
  if (/won|赢|成交/.test(word)) return [stages('won')]
  if (/lost|输|丢/.test(word)) return [stages('lost')]
  return /closed|已关闭|已结束/.test(word) ? [stages('won', 'lost')] : []
}

const STANDING = '(?:still )?(?:open|won|lost|closed)|进行中|未结束|未关闭|已?赢单?|已?成交|已?输单?|已?丢单?|已关闭|已结束'
const NOUN = new RegExp(
  `(?:(?:all|any|every|the|of) )*(my |our )?(?:(?:all|the) )?(?:(${STANDING}) )?(my )?(?:deals?|opportunit(?:y|ies))`,
  'y',
)
const HAN_NOUN = new RegExp(`(?:所有的?|全部的?)?(我的|我们的)?(?:(${STANDING})的?)?()商机`, 'y')

/** `my open deals`, 我的进行中的商机. */
export const dealNoun: Rule = (text, at) => {
  const found = text.match(NOUN, at) ?? text.match(HAN_NOUN, at)
  if (!found) return undefined
  const mine = /my|我的/.test(`${found[1] ?? ''}${found[3] ?? ''}`)
  const said = standing(found[2] ?? '')
  const conditions: Condition[] = [...(mine ? [MINE] : []), ...said]
  const end = at + found[0].length
  // `won deals this quarter`: the time is that of the closing.
  const days = said.length && said[0] !== OPEN ? daysAt(text, end) : undefined
  if (days) conditions.push({ kind: 'date', field: 'deal.closed', span: days.span })
  return { end: days?.end ?? end, noun: 'deal', ...(conditions.length && { conditions }) }
}

const CLOSED = new RegExp(`(?:that |which )?(?:are |is |were |was )?(${STANDING})(?:的|了)?`, 'y')
const CLOSES =
  /(?:that |which )?(?:are |is )?(?:to close|closing|closes?|due|expected(?: to close)?|预计(?:成交|关闭)?)(?: (?:in|on|by))?(?= |\p{Script=Han})/uy
const BEHIND = /的?(?:预计)?(?:关闭|成交)的?/y

/** `won this month`, `lost since March`, `closing next week`, 本月赢单的, 预计本月成交. */
export const dealDays: Rule = (text, at) => {
  const closes = text.match(CLOSES, at) ?? sticky(CLOSES, text.low, at)
  if (closes) {
    const days = daysAt(text, at + closes[0].length, 'future')
    if (days) {
      const behind = sticky(BEHIND, text.low, days.end)
      return clause(days.end + (behind?.[0].length ?? 0), { kind: 'date', field: 'deal.closing', span: ahead(days) })
    }
  }
  const closed = text.match(CLOSED, at)
  if (closed) {
    const said = standing(closed[1] ?? '')
    const end = at + closed[0].length
    const days = /open|进行|未/.test(closed[1] ?? '') ? undefined : daysAt(text, end)
    return days ? clause(days.end, ...said, { kind: 'date', field: 'deal.closed', span: days.span }) : clause(end, ...said)
  }
  return daysFirst(text, at)
}

/** 本月赢单的: the time stands in front. */
function daysFirst(text: Text, at: number): Clause | undefined {
  if (!text.isHan(at)) return undefined
  const days = daysAt(text, at)
  const closed = days && sticky(/(已?赢单?|已?成交|已?输单?|已?丢单?|已?关闭|已?结束)(?:的|了)?/y, text.low, text.skip(days.end))
  if (!days || !closed) return undefined
  return clause(text.skip(days.end) + closed[0].length, ...standing(closed[1] ?? ''), {
    kind: 'date',
    field: 'deal.closed',
    span: days.span,
  })
}

/** So many days from today lie ahead. */
const ahead = ({ span, isLength }: NonNullable<ReturnType<typeof daysAt>>) =>
  isLength
    ? {
        from: { by: 0, unit: 'day' as const },
        until: span.from && 'by' in span.from ? { ...span.from, by: -span.from.by } : undefined,
      }
    : span

const LATE = /(?:that |which )?(?:are |is )?(?:overdue|late|past (?:their |its )?(?:close|closing) date)|(?:已?逾期|过期)的?/y

/** `overdue`: open, though the day on which it was to close is over. */
export const dealLate: Rule = (text, at) => {
  const found = text.match(LATE, at)
  return (
    found && clause(at + found[0].length, OPEN, { kind: 'date', field: 'deal.closing', span: { until: { by: 0, unit: 'day' } } })
  )
}

const WORTH = /(?:that |which )?(?:are |is )?(?:worth|valued(?: at)?|for|of|with) ?|(?:金额|价值)(?:为|是)? ?/y

/** `over 50k`, `worth between 10k and 50k`, `50k+`, 超过5万. */
export const worth: Rule = (text, at) => {
  const amount = text.scene.fields.find(({ key }) => key === 'deal.amount')
  const lead = amount && sticky(WORTH, text.low, at)
  const isSaid = /worth|valued|金额|价值/.test(lead?.[0] ?? '')
  return amount && numberAt(text, amount, at + (lead?.[0].length ?? 0), isSaid)
}

const WITH = /(?:for|with|at|of|from)(?: (?:the )?(?:customer|company|client|account))? /y

/** `for Acme`, `with Wei Zhang`. */
export const dealsWith: Rule = (text, at) => {
  const lead = text.match(WITH, at)
  const found = lead && valuesAt(text, at + lead[0].length)
  return found ? clause(found.end, { kind: 'at', values: found.values }) : undefined
}

const SORT =
  /(?:and )?(?:sort(?:ed)?|order(?:ed)?) by (?:the )?(amount|value|size|clos(?:e|ing)(?: date| day)?|expected close) ?(desc(?:ending)?|asc(?:ending)?)?|(biggest|largest|smallest) first|按(金额|预计成交(?:日期)?)(?:排序)?(降序|升序|倒序)?(?:排序|排列)?/y

/** `sorted by amount`, `biggest first`, 按金额. */
export const dealSort: Rule = (text, at) => {
  const found = text.match(SORT, at)
  if (!found) return undefined
  const [, by = '', way = '', first = '', han = '', hanWay = ''] = found
  const isAmount = /amount|value|size|金额/.test(by + han) || first !== ''
  const down = first ? first !== 'smallest' : isAmount ? !/^asc|升序/.test(way + hanWay) : /^desc|降序|倒序/.test(way + hanWay)
  return { end: at + found[0].length, sort: { by: isAmount ? 'amount' : 'closing', ...(down && { down: true as const }) } }
}

function sticky(pattern: RegExp, low: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(low) ?? undefined
}
