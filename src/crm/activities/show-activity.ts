import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { activityById, sayAmount, sayOccurred, sayPeople, sayWhat } from './activities.ts'
import { wordingsOf } from './note-history.ts'
import { say } from './vocabulary.ts'
import { loggedButtons } from './write.ts'

/** One logged activity: what the Share button of a log's answer shows. */
export const showActivity = operation({
  name: 'activity',
  summary: { en: 'Show one logged activity', zh: '查看一条记录' },
  examples: [],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  hidden: true,
  input: z.object({ activity: field.id() }),
  handle: async (context, { activity: id }) => {
    const { locale } = context
    const words = say(locale)
    const activity = await activityById(context, id)
    if (!activity) throw new UserError(words.gone, { mend: false })
    const isEdited = (await wordingsOf(context, id)).length > 0
    const customer = [sayPeople(activity, locale), activity.companyName].filter(Boolean).join(locale === 'en' ? ', ' : '，')
    return card({
      title: `${sayWhat(activity, locale)} · ${customer}`,
      lines: [activity.note],
      fields: activity.amount
        ? [{ label: words.amount, value: sayAmount({ value: activity.amount, currency: activity.currency }, locale) }]
        : undefined,
      links: activity.sourceUrl ? [{ label: words.source, url: activity.sourceUrl }] : undefined,
      context: `${sayOccurred(activity, context, locale)} · ${words.by(activity.memberName)}${isEdited ? ` · ${words.edited}` : ''}`,
      buttons: [
        ...(activity.memberId === context.me.id ? loggedButtons(context, activity).slice(0, 1) : []),
        ...(isEdited ? [button(words.history, 'note history', { activity: id })] : []),
      ],
      share: activity.private ? undefined : { operation: 'activity', input: { activity: id } },
    })
  },
})
