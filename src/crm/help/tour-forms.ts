import { z } from 'zod'
import { button } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import type { TheRegistry } from './help.ts'
import { showStep } from './tour.ts'
import { say } from './words.ts'

const hidden = { hidden: true, examples: [], group: 'you', allow: 'anyone', effect: 'write' } as const

/** Runs another operation as if it had been asked for itself; what it refuses or asks back is answered as always. */
const runs = (registry: TheRegistry, name: string, context: Context, input: Record<string, unknown>) => {
  const op = registry().find(name)!
  return op.handle({ ...context, operation: name }, op.input.parse(input))
}

/** Zone and morning hour, changed within the tour: the answer is its next step. */
export const tourSettings = (registry: TheRegistry) =>
  operation({
    ...hidden,
    name: 'tour settings',
    summary: { en: 'Your time', zh: '您的时间' },
    input: z.object({
      zone: field.text({ en: 'Time zone', zh: '时区' }, { hint: { en: 'A large city near you', zh: '附近的大城市' }, max: 100 }),
      morning: field.text(
        { en: 'Morning', zh: '早上' },
        { hint: { en: 'When a task with a day but no time is said', zh: '只有日期的任务在这时提醒' }, max: 20 },
      ),
    }),
    prefill: async ({ me }) => ({ zone: { value: me.timeZone }, morning: { value: me.morningAt } }),
    handle: async (context, given) => {
      const reply = await runs(registry, 'settings', context, given)
      const next = await showStep(context, 3)
      return reply.kind === 'card' ? { ...next, lines: [...(reply.lines ?? []), ...(next.lines ?? [])] } : next
    },
  })

/** A first line, really logged, with its customer added when nobody knows it; the answer leads on to the tour's end. */
export const tourLog = (registry: TheRegistry) =>
  operation({
    ...hidden,
    allow: 'rep',
    name: 'tour log',
    summary: { en: 'Your first call', zh: '第一次记录' },
    input: z.object({ line: field.lines({ en: 'What happened', zh: '发生了什么' }) }),
    handle: async (context, { line }) => {
      const reply = await runs(registry, 'log', context, { line, add: 'company' })
      if (reply.kind === 'form') return reply
      const on = button(say(context.locale).goOn, 'tour', { step: 4 }, { style: 'primary' })
      return { ...reply, buttons: [on, ...(reply.buttons ?? [])] }
    },
  })
