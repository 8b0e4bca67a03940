import type { Condition, Span, Way } from '../filter.ts'
import { daysAt } from './days.ts'
import type { Clause, Rule, Text } from './scan.ts'
import { membersAt } from './values.ts'

type Contacted = Extract<Condition, { kind: 'contacted' }>

const VERBS: Record<string, Way | undefined> = {
  call: 'call',
  phone: 'call',
  rung: 'call',
  rang: 'call',
  email: 'email',
  mail: 'email',
  met: 'meeting',
  meet: 'meeting',
  seen: 'meeting',
  visit: 'visit',
  message: 'message',
  text: 'message',
  通话: 'call',
  打电话: 'call',
  致电: 'call',
  电话: 'call',
  拜访: 'visit',
  走访: 'visit',
  上门: 'visit',
  见面: 'meeting',
  见: 'meeting',
  会面: 'meeting',
  开会: 'meeting',
  会议: 'meeting',
  邮件: 'email',
  发邮件: 'email',
  发消息: 'message',
  消息: 'message',
}
const wayOf = (verb: string): Way | undefined => {
  const found = Object.keys(VERBS).find((stem) => verb.replace('-', '').startsWith(stem))
  return found ? VERBS[found] : undefined
}

const BE = '(?:(?:have|has|had|were|was|are|is|i|we) )?'
const NOT = "(?:not|never|haven't|hasn't|weren't|wasn't|aren't|isn't|have not|has not|didn't|did not|un)"
const PAST =
  '(contacted|called|phoned|rung|e-?mailed|mailed|met|seen|visited|messaged|texted|reached|touched|spoken (?:to|with)|talked (?:to|with))'
const VERB = new RegExp(`${BE}(?:(${NOT}) ?(?:yet )?(?:been )?(?:last )?)?(?:been )?${PAST}(?: with)?`, 'y')
const LAST_VERB = new RegExp(`${BE}(?:been )?last(?:ly)? ${PAST}`, 'y')
const THING = '(contact|calls?|meetings?|e-?mails?|visits?|messages?|activity|activities)'
const NONE = new RegExp(`(?:with(?:out| no)|has no|have no|had no|no|not any)(?: any)? ${THING}`, 'y')
const SOME = new RegExp(`(?:with|have|has|had) (?:an? |any )?${THING}`, 'y')
const LAST = new RegExp(`(?:with )?(?:the |whose )?last ${THING}(?: was| is| date)?`, 'y')
const SILENT = /(?:silent|quiet|untouched|uncontacted|inactive|neglected)(?= (?:for|since|in|over|more))/y
const NEVER = /^never|un/

const ever: Span = {}

/** `not contacted for 60 days`, `last contacted before March`, `called this week by Ana`. */
export const contacted: Rule = (text, at) => {
  const last = text.match(LAST_VERB, at) ?? text.match(LAST, at)
  if (last) return lastOf(text, at + last[0].length, wayOf(last[1]!))
  const verb = text.match(VERB, at)
  if (verb)
    return said(text, at + verb[0].length, { way: wayOf(verb[2]!), not: Boolean(verb[1]), never: NEVER.test(verb[1] ?? '') })
  const none = text.match(NONE, at)
  // “without e-mail” is about the address, unless it says when.
  const mayBeAddress = /^e?-?mail|^message/.test(none?.[1] ?? '')
  if (none) return said(text, at + none[0].length, { way: wayOf(none[1]!), not: true, never: true, bare: !mayBeAddress })
  const some = text.match(SOME, at)
  // “with calls” needs a time or a person: else it is a field's business.
  if (some) return said(text, at + some[0].length, { way: wayOf(some[1]!), not: false, never: false, bare: false })
  const silent = text.match(SILENT, at)
  return silent && said(text, at + silent[0].length, { way: undefined, not: true, never: false, bare: false })
}

interface Told {
  way: Way | undefined
  not: boolean
  never: boolean
  /** May stand without a time and a person. Default: may. */
  bare?: boolean
}

/** What follows: by whom and when, in either order. */
function said(text: Text, from: number, { way, not, never, bare = true }: Told): Clause | undefined {
  let end = from
  let by: string[] | undefined
  let span: Span | undefined
  for (let more = true; more; ) {
    more = false
    const who = !by && text.match(/ by /y, end)
    const members = who ? membersAt(text, end + who[0].length) : undefined
    if (members) {
      by = members.members
      end = members.end
      more = true
    }
    const days = span ? undefined : daysAt(text, end)
    if (days) {
      span = days.span
      end = days.end
      more = true
    }
  }
  if (!bare && !by && !span) return undefined
  // “not contacted for 60 days” and “not contacted in 60 days” are one.
  const condition: Contacted = {
    kind: 'contacted',
    span: span ?? ever,
    ...(way && { way }),
    ...(by && { by }),
    ...((not || never) && { not: true }),
  }
  return { end, conditions: [condition] }
}

/** `last contact before 1 March`; the last call before it: there was one, and none since. */
function lastOf(text: Text, from: number, way: Way | undefined): Clause | undefined {
  const days = daysAt(text, from)
  if (!days) return undefined
  const span = days.isLength ? { until: days.span.from } : days.span
  if (!way) return { end: days.end, conditions: [{ kind: 'last', span }] }
  const then: Contacted = { kind: 'contacted', span, way }
  return {
    end: days.end,
    conditions: span.until ? [then, { kind: 'contacted', span: { from: span.until }, way, not: true }] : [then],
  }
}

const HAN_VERB = '(联系|联络|跟进|接触|沟通|打电话|通话|致电|拜访|走访|上门|见面|会面|开会|发邮件|发消息)'
const HAN_SAID = new RegExp(
  `(?:都|也|就|再)?(从未|从没有?|没有?|未曾?|尚未|还没有?|无)?(?:被|人)?${HAN_VERB}(?:过|了)?(?:的)?`,
  'y',
)
const HAN_LAST = /(?:最近|最后|上次|上一次)(?:一次)?(?:联系|联络)(?:时间)?(?:是|为)?/y

/** 60天没联系, 本周由Ana联系过, 从未拜访, 最近联系早于3月1日. */
export const contactedHan: Rule = (text, at) => {
  const last = text.match(HAN_LAST, at)
  const lastly = last && lastOf(text, at + last[0].length, undefined)
  if (lastly) return lastly
  const days = text.isHan(at) || /\d/.test(text.low[at] ?? '') ? daysAt(text, at) : undefined
  const lead = days?.end ?? at
  const from = text.match(/由|被/y, lead)?.[0].length ?? 0
  const by = membersAt(text, lead + from)
  const start = text.skip(by?.end ?? lead)
  const verb = text.match(HAN_SAID, start)
  if (!verb || (!days && !by && !verb[1])) return undefined
  const span = days ? days.span : ever
  const way = wayOf(verb[2]!)
  return {
    end: start + verb[0].length - (verb[0].endsWith('的') ? 1 : 0),
    conditions: [
      { kind: 'contacted', span, ...(way && { way }), ...(by && { by: by.members }), ...(verb[1] && { not: true as const }) },
    ],
  }
}

const MADE =
  /(?:(?:were|was|are|is|have been|has been) )?(not )?(?:newly |first )?(created|added|entered|imported|new|changed|updated|edited|modified)/y
const HAN_MADE = /(?:新近?)?(创建|新建|新增|添加|录入|加入|导入|修改|更新|改动|新)(?:过|了)?(?:的|于)?/y
const isChange = (word: string) => /^(?:changed|updated|edited|modified)|修改|更新|改动/.test(word)

/** `created this month by Ana`, `new this week`, `not changed since March`. */
export const made: Rule = (text, at) => {
  const verb = text.match(MADE, at)
  if (!verb) return undefined
  const what = isChange(verb[2]!) ? 'changed' : 'created'
  const clause = said(text, at + verb[0].length, { way: undefined, not: Boolean(verb[1]), never: false, bare: false })
  return clause && asMade(clause, what)
}

function asMade(clause: Clause, what: 'created' | 'changed'): Clause {
  const conditions = (clause.conditions as Contacted[]).map(({ span, by, not }) => ({
    kind: 'made' as const,
    what,
    span,
    ...(by && { by }),
    ...(not && { not }),
  }))
  return { ...clause, conditions }
}

/** 本月新增, 由Ana创建, 创建于3月. */
export const madeHan: Rule = (text, at) => {
  const days = daysAt(text, at)
  const lead = days?.end ?? at
  const from = text.match(/由|被/y, lead)?.[0].length ?? 0
  const by = membersAt(text, lead + from)
  const start = text.skip(by?.end ?? lead)
  const verb = text.match(HAN_MADE, start)
  if (!verb) return undefined
  const behind = days ? undefined : daysAt(text, start + verb[0].length)
  const when = days ?? behind
  if (!when && !by) return undefined
  const what = isChange(verb[1]!) ? 'changed' : 'created'
  const end = behind?.end ?? start + verb[0].length - (verb[0].endsWith('的') ? 1 : 0)
  return { end, conditions: [{ kind: 'made', what, span: when?.span ?? ever, ...(by && { by: by.members }) }] }
}
