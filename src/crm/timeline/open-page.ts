import { z } from 'zod'
import { card } from '../../bot/card.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { byRef } from '../customers/customers.ts'
import { doorFor, throughDoor } from '../doors/doors.ts'
import { worldOf } from '../finding/scene.ts'
import { KINDS } from './asked.ts'
import { timelinePage } from './page.ts'
import { partsOf } from './page-asked.ts'
import { wantedOf } from './timeline.ts'
import { say } from './words.ts'

/** A link to the timeline in the browser, for the asker alone. */
export const openTimeline = operation({
  name: 'timeline page',
  summary: { en: 'Open a timeline in the browser', zh: '在浏览器中打开时间线' },
  examples: [],
  group: 'records',
  allow: 'reader',
  effect: 'write',
  hidden: true,
  input: z.object({
    customer: field.hidden(60),
    kind: field.hidden(20).optional(),
    by: field.hidden(60).optional(),
    when: field.hidden(80).optional(),
    only: field.hidden(300).optional(),
  }),
  handle: async (context, { customer: ref, kind, ...given }) => {
    const customer = await byRef(context, ref)
    const known = KINDS.find((one) => one === kind) ?? (kind === 'all' ? 'all' : undefined)
    const wanted = await wantedOf(context, { customer: ref, ...given, ...(known && { kind: known }) }, await worldOf(context))
    const link = await doorFor(context, timelinePage, partsOf({ customer: ref, ...wanted }))
    const through = throughDoor(context, link, say(context.locale).openPage)
    return card({ ...through, lines: [say(context.locale).pageReady(customer.name), ...through.lines] })
  },
})
