import { reading } from './activity-row.ts'
import { ACTIVITY_COLUMNS } from './columns.ts'
import type { ItemKind } from './kind.ts'

/** Calls, meetings, e-mails, notes: what was. What of it is still to come is a task. */
export const activities: ItemKind = {
  what: 'activities',
  rowsAre: { en: 'activities (calls, meetings, notes)', zh: '往来（电话、会议、备注）' },
  marks:
    'activity type, activity date, activitydate, activity id, activitydatetime, subject, due date, call duration, call outcome, call start time, call type, call title, call notes, call id, call owner, whoid, whatid, who id, what id, related to, hs timestamp, hs call body, hs call title, hs note body, hs meeting title, hs email subject, meeting name, meeting start time, note body, note content, note title, note id, activity assigned to, assigned to, done, task subtype, tasksubtype, marked as done time, due time, startdatetime, enddatetime, hs engagement type, 类型, 往来类型, 往来日期, 沟通内容',
  signs: 'date, when, time, type, kind, notes, note, outcome, duration, direction, 日期, 时间, 备注, 内容',
  columns: ACTIVITY_COLUMNS,
  needs: ['subject', 'body', 'activity type'],
  days: ['date', 'due', 'done on', 'made on'],
  numbers: [],
  bareName: 'contact',
  needsCustomer: true,
  said: reading('activity'),
}
