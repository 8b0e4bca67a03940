import { readNumber } from '../../fields/number.ts'
import type { FilterField } from '../fields.ts'
import type { Condition } from '../filter.ts'
import { daysAt } from './days.ts'
import type { Clause, Rule, Text } from './scan.ts'
import { membersAt, valuesAt } from './values.ts'

const clause = (end: number, condition: Condition): Clause => ({ end, conditions: [condition] })

/** The field whose name stands at a place: of several the longest. */
function fieldAt(text: Text, at: number): { field: FilterField; end: number } | undefined {
  let best: { field: FilterField; end: number } | undefined
  for (const field of text.scene.fields)
    for (const name of field.names) {
      const end = at + name.length
      if (text.low.startsWith(name, at) && text.isEdge(end) && (!best || end > best.end)) best = { field, end }
    }
  return best
}

const HAS =
  /(?:(?:that |who |which |where )?(?:(without|with no|having no|has no|have no|no|lacking|missing|with unknown|with empty)|with|having|has|have|known)(?: an?| any| the)? )|(没有?|无|缺少?|未填写?)|(?:有|带有?)/y
const EMPTY =
  / ?(?:(?:is |are )?(?:(not (?:empty|blank|unknown|missing)|set|known|given|filled(?: in)?|present)|(?:empty|not set|not known|not given|unset|unknown|missing|blank|none))|(不为空|已填写?|已设置)|(?:为空|是空的?|未填写?|未设置|未知))/y

/** `with e-mail`, `no phone`, `industry is empty`, 没有电话, 行业为空. */
export const given: Rule = (text, at) => {
  const has = text.match(HAS, at)
  const named = has && fieldAt(text, at + has[0].length)
  if (named) {
    const not = has[1] ?? has[2]
    // What follows may be its value: `with domain acme.com`; then it is a field with a value.
    if (named.field.type === 'yesno') return clause(named.end, { kind: 'yes', field: named.field.key, ...(not && { not: true }) })
    return clause(named.end, { kind: 'given', field: named.field.key, ...(not && { not: true }) })
  }
  const field = fieldAt(text, at)
  const empty = field && text.match(EMPTY, field.end)
  return (
    empty &&
    clause(field.end + empty[0].length, { kind: 'given', field: field.field.key, ...(!(empty[1] ?? empty[2]) && { not: true }) })
  )
}

const IS =
  / ?(?:(!=|<>|≠)|:|==?|(?:is |are |was )?(not|isn't|aren't)(?= )|(?:is|are|was)(?: exactly)?(?= )|(不是|不为|不等于|非)|是|为|等于|(?= ))(?: |(?=[^ ]))/y

/** `industry software`, `employees > 100`, `renewal before 1 June`, `language = English`, 行业是软件, 员工超过100. */
export const compared: Rule = (text, at) => {
  const lead = text.match(/(?:with|where|whose|having)(?: the| an?)? /y, at)?.[0].length ?? 0
  const named = fieldAt(text, at + lead)
  if (!named) return undefined
  const { field, end } = named
  if (field.type === 'number') return numbered(text, field, end)
  if (field.type === 'date') return dated(text, field, end)
  if (field.type === 'yesno') return yesNo(text, field, end)
  IS.lastIndex = end
  const is = IS.exec(text.low)
  const from = end + (is?.[0].length ?? 0)
  const not = (is?.[1] ?? is?.[2] ?? is?.[3]) ? { not: true as const } : {}
  if (field.type === 'member') {
    const who = membersAt(text, from)
    return who && clause(who.end, { kind: 'person', field: field.key, members: who.members, ...not })
  }
  if (!is && !text.isHan(at)) return undefined
  const like = text.match(/(?:contains?|like|includes?|including|with|starting with|starts with|has|包含|含有?|包括) ?/y, from)
  const found = valuesAt(text, from + (like?.[0].length ?? 0))
  if (!found) return undefined
  const stray = field.options && found.values.find((value) => !isOption(field, value))
  if (stray !== undefined) return { end: found.end, unknown: text.text.slice(at, found.end) }
  const equals = !like && /=|exactly|等于/.test(is?.[0] ?? '')
  return clause(found.end, { kind: 'text', field: field.key, how: equals ? 'equals' : 'is', values: found.values, ...not })
}

const isOption = ({ options = [] }: FilterField, value: string) =>
  options.some((one) =>
    [one.value, one.label.en, one.label.zh, ...(one.also ?? [])].some((name) => name.toLowerCase() === value.toLowerCase()),
  )

/** `leads`, `qualified leads`: customers of a stage, by its name in the plural. */
export const staged: Rule = (text, at) => {
  const stage = text.scene.fields.find(({ key }) => key === 'stage')
  for (const one of stage?.options ?? []) {
    if (one.value === 'customer' || one.value === 'other') continue
    for (const name of [one.value, one.label.en, ...(one.also ?? [])].map((word) => word.toLowerCase().replace(/y$/, 'ie'))) {
      const end = at + name.length + 1
      if (text.low.startsWith(`${name}s`, at) && text.isEdge(end))
        return clause(end, { kind: 'text', field: 'stage', how: 'is', values: [one.label.en] })
    }
  }
  return undefined
}

const SUM = '((?:[$€£¥] ?)?\\d[\\d.,]*(?: \\d{3})*(?: ?(?:k|mn?|bn?|thousand|million|billion|千|万|亿)(?![a-z]))?)(?![\\d])'
type Edge = 'above' | 'from' | 'below' | 'to' | 'not' | 'is'
const EDGES: readonly [RegExp, Edge][] = [
  [
    /(?:(?:is|are|of|was) )?(?:>=|≥|at least|no less than|not less than|from|min(?:imum)?)|(?:大于等于|不少于|不低于|至少|起码)/y,
    'from',
  ],
  [
    /(?:(?:is|are|of|was) )?(?:<=|≤|at most|up to|no more than|not more than|max(?:imum)?)|(?:小于等于|不超过|不多于|不高于|至多|最多)/y,
    'to',
  ],
  [
    /(?:(?:is|are|of|was) )?(?:>|over|more than|above|greater than|larger than|bigger than|exceeding|exceeds|after)|(?:大于|超过|多于|高于|晚于)/y,
    'above',
  ],
  [
    /(?:(?:is|are|of|was) )?(?:<|under|less than|below|fewer than|smaller than|before)|(?:小于|少于|低于|不到|不足|早于)/y,
    'below',
  ],
  [/(?:is not|are not|isn't|not|!=|<>|≠)|(?:不是|不等于|不为)/y, 'not'],
  [/(?:is|are|=|==|:|exactly|in)|(?:是|为|等于)/y, 'is'],
]

/** A sum that stands by itself, as `over 50k` or `10k to 50k`; a bare one only where it is `said` what it is. */
export function numberAt(text: Text, field: FilterField, from: number, said: boolean): Clause | undefined {
  const found = numbered(text, field, from)
  const [one] = found?.conditions ?? []
  const isBare = one?.kind === 'number' && one.min === one.max
  return found && (said || !isBare) ? found : undefined
}

function numbered(text: Text, field: FilterField, from: number): Clause | undefined {
  const at = text.skip(from)
  const range = text.match(
    new RegExp(`(?:is |are )?(?:between|from|在|从)? ?${SUM} ?(?:and|to|-|–|到|至|和|~) ?${SUM}(?:之间)?`, 'y'),
    at,
  )
  const [low, high] = [numberIn(range?.[1]), numberIn(range?.[2])]
  if (range && low !== undefined && high !== undefined)
    return clause(unitEnd(text, field, at + range[0].length), {
      kind: 'number',
      field: field.key,
      min: Math.min(low, high),
      max: Math.max(low, high),
    })
  const edge = edgeAt(text.low, at)
  const number = text.match(new RegExp(SUM, 'y'), text.skip(at + edge.length))
  const value = numberIn(number?.[1])
  if (!number || value === undefined) return undefined
  const start = text.skip(at + edge.length) + number[0].length
  return behind(text, field, start, value, edge.kind)
}

function edgeAt(low: string, at: number): { kind: Edge; length: number } {
  for (const [pattern, kind] of EDGES) {
    pattern.lastIndex = at
    const found = pattern.exec(low)
    if (found) return { kind, length: found[0].length }
  }
  return { kind: 'is', length: 0 }
}

/** What may stand behind a number: its unit, and 以上. */
function behind(text: Text, field: FilterField, end: number, value: number, edge: Edge): Clause {
  const unit = unitEnd(text, field, end)
  const more = text.match(
    / ?(?:\+|or more|and more|and above|or above|及?以上|or less|or fewer|and below|or below|及?以下|以内)/y,
    unit,
  )
  const kind = more ? (/\+|more|above|上/.test(more[0]) ? 'from' : 'to') : edge
  return clause(unit + (more?.[0].length ?? 0), ofNumber(field, value, kind))
}

function unitEnd(text: Text, field: FilterField, end: number): number {
  for (const unit of field.units ?? []) {
    const at = text.skip(end)
    if (text.low.startsWith(unit, at) && text.isEdge(at + unit.length)) return at + unit.length
  }
  return end
}

function ofNumber({ key: field }: FilterField, value: number, edge: Edge): Condition {
  const kind = 'number' as const
  if (edge === 'above') return { kind, field, min: value, strict: true }
  if (edge === 'below') return { kind, field, max: value, strict: true }
  if (edge === 'from') return { kind, field, min: value }
  if (edge === 'to') return { kind, field, max: value }
  return { kind, field, min: value, max: value, ...(edge === 'not' && { not: true as const }) }
}

const numberIn = (typed: string | undefined) => (typed ? readNumber(typed.replace(/[.,]+$/, '')) : undefined)

const RANGED = new RegExp(
  `(?:(?:with|having|has|have) )?(?:between |from |在|从)?${SUM} ?(?:and|to|-|–|到|至|和|~) ?${SUM} ?`,
  'y',
)

/** `between 50 and 200 employees`, 50到200人. */
function ranged(text: Text, at: number): Clause | undefined {
  RANGED.lastIndex = at
  const found = RANGED.exec(text.low)
  const [low, high] = [numberIn(found?.[1]), numberIn(found?.[2])]
  const named = found && countedAt(text, at + found[0].length)
  if (!named || low === undefined || high === undefined) return undefined
  const [min, max] = [Math.min(low, high), Math.max(low, high)]
  return clause(named.end, { kind: 'number', field: named.field.key, min, max })
}

/** What is counted, by its name or its unit. */
function countedAt(text: Text, start: number): { field: FilterField; end: number } | undefined {
  const named = fieldAt(text, start)
  if (named?.field.type === 'number') return named
  const field = text.scene.fields.find((one) => one.type === 'number' && unitEnd(text, one, start) > start)
  return field && { field, end: unitEnd(text, field, start) }
}

const COUNTED = new RegExp(
  `(?:(?:with|having|has|have) )?(?:(>=|≥|at least|>|over|more than|above|<=|≤|at most|up to|<|under|less than|fewer than|below|超过|至少|不少于|不到|少于|大于|小于) ?)?${SUM} ?(\\+)?(?:个|名|位)?(?:以上的?)? ?`,
  'y',
)

/** `more than 100 employees`, `100+ employees`, 100人以上. */
export const counted: Rule = (text, at) => {
  const range = ranged(text, at)
  if (range) return range
  COUNTED.lastIndex = at
  const found = COUNTED.exec(text.low)
  const value = numberIn(found?.[2])
  const named = found && countedAt(text, at + found[0].length)
  if (!named || value === undefined) return undefined
  const edge: Edge = found[3] || /以上/.test(found[0]) ? 'from' : found[1] ? edgeAt(found[1], 0).kind : 'is'
  return behind(text, { ...named.field, units: [] }, named.end, value, edge)
}

function dated(text: Text, field: FilterField, from: number): Clause | undefined {
  const not = text.match(/ ?(?:is not|not|不在|不是)/y, from)
  const lead = text.match(/ ?(?:is|date|日期|是|为|在)?/y, from + (not?.[0].length ?? 0))
  const days = daysAt(text, from + (not?.[0].length ?? 0) + (lead?.[0].length ?? 0), 'future') ?? daysAt(text, from, 'future')
  if (!days) return undefined
  const span = days.isLength
    ? {
        from: { by: 0, unit: 'day' as const },
        until: days.span.from && 'by' in days.span.from ? { ...days.span.from, by: -days.span.from.by } : undefined,
      }
    : days.span
  return clause(days.end, { kind: 'date', field: field.key, span, ...(not && { not: true }) })
}

const YES_NO = / ?(?:is|=|:|是|为)? ?(?:(yes|true|on|set|是)|(no|false|off|not set|否|不是))/y

function yesNo(text: Text, field: FilterField, end: number): Clause {
  const said = text.match(YES_NO, end)
  return clause(end + (said?.[0].length ?? 0), { kind: 'yes', field: field.key, ...(said?.[2] && { not: true }) })
}

/** `not newsletter`, for a field that is yes or no. */
export const notYes: Rule = (text, at) => {
  const not = text.match(/(?:not|isn't|aren't) |非|不/y, at)
  const named = not && fieldAt(text, at + not[0].length)
  return named?.field.type === 'yesno' ? clause(named.end, { kind: 'yes', field: named.field.key, not: true }) : undefined
}
