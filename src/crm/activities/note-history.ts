import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAgo } from '../../understanding/index.ts'
import { sayWhat, shortened, theActivity } from './activities.ts'
import { say } from './vocabulary.ts'
import { wordingsOf } from './wordings.ts'

/** How a note read before it was changed: the newest wording first, and who changed it. */
export const noteHistory = operation({
  name: 'note history',
  summary: { en: 'How a note read before', zh: '查看备注以前的内容' },
  examples: [],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  hidden: true,
  input: z.object({ activity: field.id() }),
  handle: async (context, { activity: id }) => {
    const { locale } = context
    const words = say(locale)
    // Who may not see it any more is told nothing of what it was.
    const activity = await theActivity(context, id)
    const before = await wordingsOf(context, id)
    const ago = (at: Date) => sayAgo(Temporal.Instant.fromEpochMilliseconds(at.getTime()), context, locale)
    return card({
      title: words.historyOf(sayWhat(activity, locale)),
      lines: [activity.note, ...(before.length ? [] : [words.neverEdited])],
      items: before.map(({ note, at, memberName }) => ({
        text: shortened(note, 500),
        detail: words.untilChanged(ago(at), memberName ?? ''),
      })),
      buttons: [button(words.show, 'activity', { activity: id })],
    })
  },
})
