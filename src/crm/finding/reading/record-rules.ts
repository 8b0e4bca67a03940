import type { Condition } from '../filter.ts'
import { daysAt } from './days.ts'
import type { Clause, Rule, Text } from './scan.ts'
import { subjectAt } from './subject.ts'
import { membersAt, valuesAt } from './values.ts'

const clause = (end: number, ...conditions: Condition[]): Clause => ({ end, conditions })
const negated = (not: unknown) => (not ? { not: true as const } : {})

const NOBODYS =
  /(?:(?:with(?:out| no)|having no|has no|have no|no)(?: an?| any)? owners?|unowned|ownerless|owned by (?:nobody|no one|noone)|nobody owns|owner ?(?:is |: ?|= ?)?(?:nobody|no one|none|empty|not set|missing)|unassigned|没有负责人|无负责人|没人负责|无人负责|未分配|负责人(?:是|为)?(?:空|无)|负责人未(?:设置|填写))(?:的)?/y
const ANYBODYS =
  /(?:with (?:an )?owner|owned by (?:anybody|anyone|somebody|someone)|has (?:an )?owner|assigned(?! to)|有负责人|有人负责|已分配)(?= |$|的)/y
const OWNED =
  /(?:(?:that |who |which )?(?:is |are )?(not |isn't |aren't )?(?:owned by|belonging to|assigned to|belong to|looked after by)|(?:owner|account manager) ?(?:is |: ?|= ?|are )?(not |!= ?)?|(?:负责人|客户经理) ?(?:是|为|:|=)? ?(不是|不为|非)?) ?/y
const MINE =
  /(?:(?:that|who|which) )?(?:is |are )?(not |isn't |aren't )?(?:of )?(?:mine|my own)|(?:不是|非)?(?:由)?(?:我负责|归我|我名下)(?:的)?/y
const OWNS =
  /(don't |doesn't |do not |does not )?(?:owns?|manages?|looks? after|handles?|(?:am|is|are) responsible for|takes? care of)/y
const POSSESSIVE = /(?:'s?|的) ?(?=[\p{L}\p{N}])/uy
const HAN_OWNS = /(?:不是|非)?(?:由|归)?/y

/** `owned by Ana or me`, `without owner`, `not owned by Bo`, 我负责的, 没有负责人. */
export const owner: Rule = (text, at) => {
  const nobody = text.match(NOBODYS, at)
  if (nobody) return clause(at + nobody[0].length, { kind: 'owner', members: [] })
  const anybody = text.match(ANYBODYS, at)
  if (anybody) return clause(at + anybody[0].length, { kind: 'owner', members: [], not: true })
  const mine = text.match(MINE, at)
  if (mine)
    return clause(at + mine[0].length, { kind: 'owner', members: ['me'], ...negated(mine[1] ?? /^(?:不是|非)/.test(mine[0])) })
  const owned = text.match(OWNED, at)
  if (owned) {
    const from = at + owned[0].length
    const who = membersAt(text, from)
    if (who) return clause(who.end, { kind: 'owner', members: who.members, ...negated(owned[1] ?? owned[2] ?? owned[3]) })
    const end = text.next(text.skip(from))
    return from < text.low.length && /\bby\b|\bto\b|owner.*[:=]|is|是|为/.test(owned[0])
      ? { end, unknown: text.text.slice(at, end) }
      : undefined
  }
  return hanOwner(text, at) ?? owns(text, at) ?? possessive(text, at)
}

/** `I own`, `Bo looks after`, `nobody owns`. */
function owns(text: Text, at: number): Clause | undefined {
  const who = subjectAt(text, at)
  const verb = who && text.match(OWNS, who.end)
  if (!verb || !(who.by || who.isNobody)) return undefined
  return clause(who.end + verb[0].length, { kind: 'owner', members: who.by ?? [], ...negated(verb[1]) })
}

/** `Bo's customers`, 李娜的客户. */
function possessive(text: Text, at: number): Clause | undefined {
  const who = membersAt(text, at)
  if (!who || who.members.includes('me')) return undefined
  POSSESSIVE.lastIndex = who.end
  const of = POSSESSIVE.exec(text.low)
  return of ? clause(who.end + of[0].length, { kind: 'owner', members: who.members }) : undefined
}

/** Ana负责的, 由Ana负责. */
function hanOwner(text: Text, at: number): Clause | undefined {
  const lead = text.match(HAN_OWNS, at)?.[0] ?? ''
  const who = membersAt(text, at + lead.length)
  const verb = who && text.match(/ ?(?:所)?(?:负责|跟进|名下)(?:的)?/y, who.end)
  if (!who || !verb || /跟进/.test(verb[0])) return undefined
  return clause(who.end + verb[0].length, { kind: 'owner', members: who.members, ...negated(/^(?:不是|非)/.test(lead)) })
}

const PLACE =
  /(?:(?:that |who |which )?(?:is |are )?(not |isn't |aren't )?(?:based |located |living |situated |headquartered )?(?:in|from|within)|(outside)(?: of)?) (?:the )?|(不|没有?)?(?:在|位于|来自|坐落于)/y

/** `in Berlin or Hamburg`, `not in Germany`, 在柏林, 不在德国; a segment by its name. */
export const place: Rule = (text, at) => {
  const lead = text.match(PLACE, at)
  if (!lead) return undefined
  const not = negated(lead[1] ?? lead[2] ?? lead[3])
  const from = at + lead[0].length
  const segment = segmentNamed(text, from)
  if (segment) return clause(segment.end, { kind: 'segment', id: segment.id, ...not })
  const industry = /((?:(?! (?:industry|sector|business)\b).){1,60}) (?:industry|sector|business)/y
  const trade = text.match(industry, from)
  if (trade && text.scene.fields.some(({ key }) => key === 'industry') && !/ (?:and|in|not|with|without) /.test(trade[1]!))
    return clause(from + trade[0].length, { kind: 'text', field: 'industry', how: 'is', values: [trade[1]!], ...not })
  const found = valuesAt(text, from, { and: true })
  return found && clause(found.end, { kind: 'place', values: found.values, ...not })
}

const IN_SEGMENT =
  /(?:(?:that |who |which )?(?:is |are )?(not )?(?:in|of|from|on) )?(?:the )?(?:segment|list)[: ]? ?|(不|没有?)?(?:在|属于)?(?:分组|细分|客群|名单|segment )[: ]? ?/y

/** `segment Key accounts`, `not in segment VIP`. */
export const segment: Rule = (text, at) => {
  const lead = text.match(IN_SEGMENT, at)
  if (!lead) return undefined
  const from = at + lead[0].length
  const found = segmentNamed(text, from)
  if (found) return clause(found.end, { kind: 'segment', id: found.id, ...negated(lead[1] ?? lead[2]) })
  const end = text.next(text.skip(from))
  return end > from ? { end, unknown: text.text.slice(at, end) } : undefined
}

export function segmentNamed(text: Text, from: number): { id: string; end: number } | undefined {
  const at = text.low[from] === '"' ? from + 1 : from
  const found = text.scene.segments
    .map(({ id, name }) => ({ id, name: name.toLowerCase() }))
    .filter(({ name }) => text.low.startsWith(name, at) && text.isEdge(at + name.length))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (!found) return undefined
  const end = at + found.name.length
  return { id: found.id, end: text.low[end] === '"' ? end + 1 : end }
}

const NO_TAGS =
  /(?:untagged|not tagged(?= *$)|(?:with(?:out| no)|has no|have no|no)(?: any)? tags?|没有?标签|无标签|未打标签)(?:的)?/y
const ANY_TAGS = /(?:with (?:any )?tags|tagged|有标签)(?:的)?(?= *$)/y
const TAGGED =
  /(?:that |who |which )?(?:is |are )?(not )?tagged(?: as| with)? (not )?|(with(?:out| no) |not )?(?:with )?(?:the )?tags? ?(?:is |are |: ?|= ?)?(not |!= ?)?|(?:#)|(没有?|不带|未打|无|不是)?(?:带有?|有|打了?|贴了?)?(?:标签|标记)(?:是|为|:|=)?(不是|不为|非)?|(不带|没有?[打带贴]?|未[打贴]|带有?|打了?|贴了?)(?=[^的 ]{1,30}标签)/y

/** `tagged vip or gold`, `not tagged churn`, `#vip`, `without tags`, 标签vip, 带vip标签. */
export const tag: Rule = (text, at) => {
  const none = text.match(NO_TAGS, at)
  if (none && !valuesAfterTag(text, at + none[0].length))
    return clause(at + none[0].length, { kind: 'tag', values: [], not: true })
  const any = text.match(ANY_TAGS, at)
  if (any) return clause(at + any[0].length, { kind: 'tag', values: [] })
  TAGGED.lastIndex = at
  const lead = TAGGED.exec(text.low)
  if (!lead) return undefined
  const before = lead[7]
  const found = before ? hanTags(text, at + lead[0].length) : valuesAt(text, at + lead[0].length, { and: true })
  if (!found) return undefined
  const not =
    lead[1] ?? lead[2] ?? lead[3] ?? lead[4] ?? lead[5] ?? lead[6] ?? (before && /不|没/.test(before) ? before : undefined)
  const values = found.values.map((value) => value.replace(/^#/, ''))
  return clause(found.end, { kind: 'tag', values, ...(found.every && { every: true }), ...negated(not) })
}

/** The tags that stand before the word for them: 带vip或重点标签. */
function hanTags(text: Text, from: number): { values: string[]; every?: true; end: number } | undefined {
  const named = text.match(/([^的 ]{1,30}?)标签(?:的)?/y, from)
  const values = named?.[1]?.split(/或者?|和|、|,/).filter(Boolean)
  return named && values?.length
    ? { values, end: from + named[0].length, ...(/和/.test(named[1]!) && { every: true as const }) }
    : undefined
}

const valuesAfterTag = (text: Text, at: number) =>
  text.low[at] === ' ' && !/ (?:and|or|but|,)/y.test(text.low.slice(at, at + 5)) && valuesAt(text, at)

const TASKS =
  /(with(?:out| no)|has no|have no|having no|with|has|have|having|no) (?:any |an? )?(?:(open|overdue|pending|unfinished|due|late) )?(?:tasks?|to-?dos?|reminders?|follow-?ups?)|()(open|overdue) tasks?/y
const HAN_TASKS =
  /(没有|无|不带|有|带)(?:任何)?(逾期|过期|未完成|打开|待办)?(?:的)?(?:任务|待办(?:事项)?|提醒)|()(逾期)(?:的)?(?:任务|待办)/y

/** `with open tasks`, `without tasks`, `with overdue tasks`, 有待办, 没有逾期任务. */
export const tasks: Rule = (text, at) => {
  const found = text.match(TASKS, at) ?? text.match(HAN_TASKS, at)
  if (!found) return undefined
  const late = /overdue|late|逾期|过期/.test(found[2] ?? found[4] ?? '')
  return clause(at + found[0].length, {
    kind: 'tasks',
    which: late ? 'overdue' : 'open',
    ...negated(/no|out|没有|无|不/.test(found[1] ?? '')),
  })
}

const AT =
  /(?:who |that )?(?:(?:work|works|working|employed) (?:at|for|with)|at|of|from company|company ?(?:is |: ?|= ?)) ?|公司(?:是|为|:|=)/y

/** `contacts at Acme`. */
export const atCompany: Rule = (text, at) => {
  const lead = text.match(AT, at)
  const found = lead && valuesAt(text, at + lead[0].length)
  return found ? clause(found.end, { kind: 'at', values: found.values }) : undefined
}

const NOUN =
  /(?:(?:all|any|every|the|of) )*(my |our )?(?:(?:all|the) )?(?:(companies|company|accounts?|firms?|organi[sz]ations?|businesses)|(contacts?|people|persons?)|(customers?|clients?))/y
const HAN_NOUN =
  /(?:所有的?|全部的?|全体)?(我的|我们的)?(?:(公司|企业|单位)|(联系人|人员|(?<=的)人)|(客户))(?:里面?的?|当?中的?)?/y

const NEW = /(?:all )?(?:new|newly added|recent) /y

/** `new companies this week`. */
export const newOnes: Rule = (text, at) => {
  const lead = text.match(NEW, at)
  const found = lead && noun(text, at + lead[0].length)
  const days = found && daysAt(text, found.end)
  return days
    ? { ...found, end: days.end, conditions: [...(found.conditions ?? []), { kind: 'made', what: 'created', span: days.span }] }
    : undefined
}

/** What is looked for: `my contacts`, 所有公司. A Chinese one stands first, last or after 的: it may be a part of a name. */
export const noun: Rule = (text, at) => {
  const found = text.match(NOUN, at) ?? hanNoun(text, at)
  if (!found) return undefined
  const mine = /my|我的/.test(found[1] ?? '')
  return {
    end: at + found[0].length,
    ...(found[2] ? { noun: 'company' as const } : found[3] ? { noun: 'contact' as const } : { isAnyNoun: true }),
    ...(mine && { conditions: [{ kind: 'owner', members: ['me'] }] }),
  }
}

function hanNoun(text: Text, at: number): RegExpExecArray | undefined {
  const found = text.match(HAN_NOUN, at)
  if (!found) return undefined
  const before = text.low[at - 1]
  const after = text.low[at + found[0].length]
  const stands = at === 0 || before === ' ' || before === '的' || before === ','
  return stands || after === undefined || after === ' ' ? found : undefined
}

const SORT =
  /(?:and )?(?:sort(?:ed)?|order(?:ed)?) by (?:(?:the )?(name|last contact(?:ed)?|contact|created|creation(?: date)?|date|age)) ?(desc(?:ending)?|asc(?:ending)?|newest first|oldest first|backwards)?|(newest|oldest|latest) first|按(名称|姓名|名字|最近联系(?:时间)?|创建(?:时间)?)(?:排序)?(降序|升序|倒序)?(?:排序|排列)?/y

/** `sorted by last contact`, `newest first`, 按名称. */
export const sort: Rule = (text, at) => {
  const found = text.match(SORT, at)
  if (!found) return undefined
  const [, by = '', way = '', first = '', han = '', hanWay = ''] = found
  const kind = /contact|联系/.test(by + han) ? 'last' : /name|名/.test(by + han) ? 'name' : 'created'
  const down = /^(?:desc|newest|back)|降序|倒序/.test(way + hanWay) || /newest|latest/.test(first)
  return { end: at + found[0].length, sort: { by: kind, ...(down && { down: true as const }) } }
}

/** `people called Wei`. */
export const called: Rule = (text, at) => {
  const lead = text.match(/(?:who are |that are |whose name is )?(?:called|named) /y, at)
  const found = lead && valuesAt(text, at + lead[0].length)
  return found ? clause(found.end, { kind: 'text', field: 'name', how: 'is', values: found.values }) : undefined
}

/** A segment's name alone. */
export const bareSegment: Rule = (text, at) => {
  if (at !== 0) return undefined
  const found = segmentNamed(text, at)
  return found && found.end === text.low.length ? clause(found.end, { kind: 'segment', id: found.id }) : undefined
}
