import type { Condition, Span, Way } from '../filter.ts'
import { daysAt } from './days.ts'
import type { Clause, Rule, Text } from './scan.ts'
import { type Subject, subjectAt } from './subject.ts'
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

const BE = '(?:(?:have|has|had|were|was|are|is) )?'
const NOT = "(?:not|never|haven't|hasn't|hadn't|weren't|wasn't|aren't|isn't|have not|has not|un)"
const PAST =
  '(contacted|called|phoned|rung|rang|e-?mailed|mailed|met|seen|saw|visited|messaged|texted|reached|touched|spoken (?:to|with)|spoke (?:to|with)|talked (?:to|with)|followed up(?: with)?|heard from|in touch with)'
const VERB = new RegExp(`${BE}(?:(${NOT}) ?(?:yet )?(?:been )?(?:last )?)?(?:been )?${PAST}(?: with)?`, 'y')
// “Do not contact” is a field; who does not do it stands in front.
const DID_NOT =
  /(didn't|did not) (?:yet )?(contact|call|phone|ring|e-?mail|mail|meet|see|visit|message|text|reach|talk (?:to|with)|speak (?:to|with)|follow up(?: with)?|hear from)/y
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
  const who = subjectAt(text, at)
  const from = who?.end ?? at
  const verb = text.match(VERB, from) ?? text.match(DID_NOT, from)
  if (verb) {
    const not = Boolean(verb[1]) !== Boolean(who?.isNobody)
    return said(text, from + verb[0].length, { way: wayOf(verb[2]!), not, never: NEVER.test(verb[1] ?? ''), by: who?.by })
  }
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
  /** Who did it, where that stood in front. */
  by?: Subject['by']
}

/** What follows: by whom and when, in either order. */
function said(text: Text, from: number, { way, not, never, bare = true, by: subject }: Told): Clause | undefined {
  let end = from
  let by = subject
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

const HAN_VERB = '(联系|联络|跟进|接触|沟通|打[过了]?电话|通[过了]?电话|通话|致电|拜访|走访|上门|见面|会面|开会|发邮件|发消息)'
const HAN_SAID = new RegExp(
  `(?:都|也|就|再)?(从未|从来?没有?|一直没有?|没有?|未曾?|尚未|还没有?|无)?(?:被|人)?${HAN_VERB}(?:过|了)?(?:的)?`,
  'y',
)
/** When, and by whom, in either order: 60天, 本周由Ana, 我三个月. */
function hanLead(text: Text, at: number) {
  const days = (from: number) => (text.isHan(from) || /\d/.test(text.low[from] ?? '') ? daysAt(text, from) : undefined)
  const whoAt = (from: number) => membersAt(text, from + (text.match(/由|被/y, from)?.[0].length ?? 0))
  const first = days(at)
  const by = whoAt(first?.end ?? at)
  const when = first ?? (by && days(text.skip(by.end)))
  return { days: when, by, start: text.skip(Math.max(at, first?.end ?? at, by?.end ?? at, when?.end ?? at)) }
}

const HAN_LAST = /(?:最近|最后|上次|上一次)(?:一次)?(?:联系|联络)(?:时间)?(?:是|为)?/y

/** 60天没联系, 本周由Ana联系过, 从未拜访, 最近联系早于3月1日. */
export const contactedHan: Rule = (text, at) => {
  const last = text.match(HAN_LAST, at)
  const lastly = last && lastOf(text, at + last[0].length, undefined)
  if (lastly) return lastly
  const { days, by, start } = hanLead(text, at)
  const verb = text.match(HAN_SAID, start)
  if (!verb || (!days && !by && !verb[1])) return undefined
  const span = days ? days.span : ever
  const way = wayOf(verb[2]!.replace(/[过了]/, ''))
  return {
    end: start + verb[0].length - (verb[0].endsWith('的') ? 1 : 0),
    conditions: [
      { kind: 'contacted', span, ...(way && { way }), ...(by && { by: by.members }), ...(verb[1] && { not: true as const }) },
    ],
  }
}

const MADE =
  /(?:(?:were|was|are|is|have been|has been) )?(not |haven't |hasn't )?(?:newly |first )?(created|added|entered|imported|new|changed|updated|edited|modified)/y
const HAN_MADE = /(?:新近?)?(创建|新建|新增|添加|录入|加入|导入|修改|更新|改动|新)(?:过|了)?(?:的|于)?/y
const isChange = (word: string) => /^(?:changed|updated|edited|modified)|修改|更新|改动/.test(word)

/** `created this month by Ana`, `new this week`, `not changed since March`. */
export const made: Rule = (text, at) => {
  const who = subjectAt(text, at)
  const from = who?.end ?? at
  const verb = text.match(MADE, from)
  if (!verb || (who && verb[2] === 'new')) return undefined
  const what = isChange(verb[2]!) ? 'changed' : 'created'
  const not = Boolean(verb[1]) !== Boolean(who?.isNobody)
  const clause = said(text, from + verb[0].length, { way: undefined, not, never: false, bare: false, by: who?.by })
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
  const { days, by, start } = hanLead(text, at)
  const verb = text.match(HAN_MADE, start)
  if (!verb) return undefined
  const behind = days ? undefined : daysAt(text, start + verb[0].length)
  const when = days ?? behind
  if (!when && !by) return undefined
  const what = isChange(verb[1]!) ? 'changed' : 'created'
  const end = behind?.end ?? start + verb[0].length - (verb[0].endsWith('的') ? 1 : 0)
  return { end, conditions: [{ kind: 'made', what, span: when?.span ?? ever, ...(by && { by: by.members }) }] }
}
