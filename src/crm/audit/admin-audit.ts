import { z } from 'zod'
import { card } from '../../bot/card.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { doorFor, throughDoor } from '../doors/doors.ts'
import { memberNamed } from '../members/members.ts'
import { recordEvent } from './audit.ts'
import { auditPage, partsOf } from './audit-page.ts'
import { FORMATS } from './export.ts'
import { isAll, readSpan, readTyped } from './history-asked.ts'
import { say } from './words.ts'

const FORMAT = /(?:^|\s)(csv|jsonl|json)(?=\s|$)/i
const KIND =
  /(?:^|\s)(?:of\s+)?(companies|company|contacts?|activit(?:y|ies)|tasks?|members?|roles?|events?|exports?|公司|联系人|活动|任务|成员|导出)(?=\s|$)/i
const NOUNS: readonly [RegExp, string][] = [
  [/^compan|公司/i, 'company'],
  [/^contact|联系人/i, 'contact'],
  [/^activit|活动/i, 'activity'],
  [/^task|任务/i, 'task'],
  [/^(?:member|role)|成员/i, 'member'],
  [/^(?:event|export)|导出/i, 'event'],
]

export const adminAudit = operation({
  name: 'admin audit',
  zh: '审计',
  summary: {
    en: 'All changes as a file, for an admin: who, what, when, from where, before and after',
    zh: '管理员导出全部改动：何人、何事、何时、何地、前后内容',
  },
  examples: ['admin audit', 'admin audit since 2026-11-01', 'admin audit jsonl tasks by Ana last month'],
  group: 'team',
  allow: 'admin',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Export the audit', zh: '导出审计' },
  input: z.object({
    format: field
      .choice({ en: 'Format', zh: '格式' }, FORMATS, {
        csv: { en: 'CSV', zh: 'CSV' },
        jsonl: { en: 'JSON Lines', zh: 'JSON Lines' },
      })
      .optional(),
    by: field.member({ en: 'Changed by', zh: '改动人' }).optional(),
    noun: field
      .text(
        { en: 'Kind of record', zh: '记录类型' },
        { hint: { en: 'company, contact, activity, task, member', zh: 'company、contact、activity、task、member' }, max: 40 },
      )
      .optional(),
    since: field
      .text(
        { en: 'Since', zh: '自' },
        { hint: { en: 'Monday, last month, 2026-11-01', zh: '周一、上个月、2026-11-01' }, max: 60 },
      )
      .optional(),
    until: field
      .text({ en: 'Until', zh: '至' }, { hint: { en: 'Friday, 2026-11-15', zh: '周五、2026-11-15' }, max: 60 })
      .optional(),
  }),
  line: (rest): Record<string, string> => {
    const format = FORMAT.exec(rest)?.[1]?.toLowerCase()
    const noun = KIND.exec(rest)?.[1]
    const { by, since, until } = readTyped(rest.replace(FORMAT, ' ').replace(KIND, ' '))
    return {
      ...(format && { format: format === 'csv' ? 'csv' : 'jsonl' }),
      ...(noun && { noun }),
      ...(by && !isAll(by) && { by }),
      ...(since && { since }),
      ...(until && { until }),
    }
  },
  handle: async (context, input) => {
    const words = say(context.locale)
    const { since, until } = readSpan(input, context)
    const member = input.by ? await memberNamed(context, input.by) : undefined
    const noun = input.noun ? (NOUNS.find(([word]) => word.test(input.noun!))?.[1] ?? input.noun.toLowerCase()) : undefined
    const format = input.format ?? 'csv'
    const file = {
      format,
      ...(since && { since: since.toString() }),
      ...(until && { until: until.toString() }),
      ...(member && { memberId: member.id }),
      ...(noun && { noun }),
    }
    await recordEvent(context, 'audit export', {
      format,
      noun: noun ?? null,
      of: member?.name ?? null,
      since: file.since ?? null,
      until: file.until ?? null,
    })
    const link = await doorFor(context, auditPage, partsOf(file))
    return card({ title: words.auditFile, ...throughDoor(context, link, words.download) })
  },
})
