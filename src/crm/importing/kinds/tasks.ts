import { reading } from './activity-row.ts'
import { ACTIVITY_COLUMNS } from './columns.ts'
import type { ItemKind } from './kind.ts'

/** What is to be done. A call or a meeting among them that is done is an activity. */
export const tasks: ItemKind = {
  what: 'tasks',
  rowsAre: { en: 'tasks', zh: '任务' },
  marks:
    'task, task id, task title, task name, task owner, task status, task type, task notes, subject, due, due date, due on, deadline, status, priority, related to, closed time, reminder, hs task subject, hs task body, hs task status, hs task priority, todo, to do, 任务, 任务名称, 待办, 截止日期, 到期日',
  signs: 'notes, assigned to, owner, done, completed',
  columns: {
    ...ACTIVITY_COLUMNS,
    subject: {
      ...ACTIVITY_COLUMNS.subject,
      headers: `${ACTIVITY_COLUMNS.subject.headers}, task, todo, to do, what, 待办, 待办事项`,
    },
    due: {
      ...ACTIVITY_COLUMNS.due,
      headers: `${ACTIVITY_COLUMNS.due.headers}, date, activity date, activitydate, hs timestamp, 日期`,
    },
    date: { ...ACTIVITY_COLUMNS.date, headers: '' },
  },
  needs: ['subject'],
  days: ['due', 'done on', 'made on'],
  numbers: [],
  bareName: 'subject',
  needsCustomer: false,
  said: reading('task'),
}
