import { z } from 'zod'
import { card } from '../../bot/card.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { PARTS, partOfDay, theDay } from './day.ts'
import { allOpen } from './listed.ts'
import { say } from './words.ts'

export const today = operation({
  name: 'today',
  zh: '今天',
  summary: { en: 'Your day: overdue, due, coming up, who is going cold', zh: '您的一天：逾期、今天、接下来和久未联系的客户' },
  examples: ['today'],
  group: 'daily',
  allow: 'reader',
  effect: 'read',
  /** One part of the day, unfolded. */
  input: z.object({ part: field.hidden(10).optional(), page: field.page().optional() }),
  line: () => ({}),
  handle: async (context, { part: asked, page = 1 }) => {
    const part = PARTS.find((one) => one === asked)
    const unfolded = part && (await partOfDay(context, part, page))
    return unfolded ?? (await theDay(context)) ?? card({ lines: [say(context.locale).clear] })
  },
})

export const tasksList = operation({
  name: 'tasks',
  zh: '任务',
  also: ['待办'],
  summary: { en: 'All your open tasks', zh: '您的全部待办' },
  examples: ['tasks'],
  group: 'daily',
  allow: 'reader',
  effect: 'read',
  input: z.object({ page: field.page().optional() }),
  line: () => ({}),
  handle: async (context, { page = 1 }) => (await allOpen(context, page)) ?? card({ lines: [say(context.locale).none] }),
})
