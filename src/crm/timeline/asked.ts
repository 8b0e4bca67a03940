import { z } from 'zod'
import { spanSchema } from '../finding/filter.ts'
import { daysAt } from '../finding/reading/days.ts'
import { type Rule, type Scene, Text } from '../finding/reading/scan.ts'
import { membersAt } from '../finding/reading/values.ts'

/** What a timeline can be narrowed to, in the order it is offered. */
export const KINDS = ['call', 'meeting', 'email', 'message', 'visit', 'note', 'task', 'deal', 'change', 'file'] as const
export type TimelineKind = (typeof KINDS)[number]

/** What of a customer's time is wanted. */
export const wantedSchema = z.object({
  kinds: z.array(z.enum(KINDS)).optional(),
  /** A member's id, or `me`. */
  by: z.array(z.union([z.literal('me'), z.uuid()])).optional(),
  span: spanSchema.optional(),
})
export type Wanted = z.infer<typeof wantedSchema>

const WORDS: readonly [RegExp, readonly TimelineKind[]][] = [
  [/(?:phone )?calls?|通话|电话/y, ['call']],
  [/meetings?|会议|见面/y, ['meeting']],
  [/e-?mails?|邮件/y, ['email']],
  [/messages?|消息/y, ['message']],
  [/visits?|拜访/y, ['visit']],
  [/notes?|备注|笔记/y, ['note']],
  [/(?:done )?(?:tasks?|to-?dos?)|任务|待办/y, ['task']],
  [/deals?|opportunit(?:y|ies)|商机/y, ['deal']],
  [/changes?|edits?|改动|变更|修改/y, ['change']],
  [/files?|links?|attachments?|文件|附件/y, ['file']],
  [/contacts?|activities|activity|往来|联系|记录/y, ['call', 'meeting', 'email', 'message', 'visit']],
]
const LINK = /(?:,|and|or|、|和|或|的|only|just|只看|仅) ?/y

interface Said extends Wanted {
  end: number
}

/** What stands at a place: kinds, a person, a time. */
function saidAt(text: Text, at: number): Said | undefined {
  for (const [pattern, kinds] of WORDS) {
    const found = text.match(pattern, at)
    if (found) return { kinds: [...kinds], end: at + found[0].length }
  }
  const lead = text.match(/(?:by|from|of|with|由) ?/y, at) ?? (text.low[at] === '@' ? { 0: '' } : undefined)
  const who = lead && membersAt(text, at + lead[0].length)
  if (who) return { by: who.members, end: who.end }
  const days = daysAt(text, at)
  return days && { span: days.span, end: days.end }
}

const NO_RULES: readonly Rule[] = []

/** A line behind `timeline`, parted: whose, and what of it. As much of its end as can be read so is; the rest is the customer. */
export function readTimeline(line: string, scene: Scene): { customer: string; wanted: Wanted } {
  const text = new Text(line, scene, NO_RULES)
  for (let from = text.skip(text.next(0)); from < text.low.length; from = text.skip(text.next(from))) {
    const wanted = wantedFrom(text, from)
    if (wanted) return { customer: text.text.slice(0, from).replace(/[\s,的：:]+$/u, ''), wanted }
  }
  return { customer: line, wanted: {} }
}

/** All of the rest as what is wanted, or nothing. */
export function wantedFrom(text: Text, from: number): Wanted | undefined {
  const wanted: Wanted = {}
  let at = from
  while (at < text.low.length) {
    const said = text.isEdge(at) ? saidAt(text, at) : undefined
    const link = said ? undefined : text.match(LINK, at)
    if (!said && !(link && at > from)) return undefined
    if (said?.kinds) wanted.kinds = [...new Set([...(wanted.kinds ?? []), ...said.kinds])]
    if (said?.by) wanted.by = said.by
    if (said?.span) wanted.span = said.span
    at = text.skip(said ? said.end : at + link![0].length)
  }
  return wanted
}

export const textOf = (line: string, scene: Scene) => new Text(line, scene, NO_RULES)
