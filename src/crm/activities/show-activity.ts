import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAmount, sayOccurred, sayPeople, sayWhat, theActivity } from './activities.ts'
import { say } from './vocabulary.ts'
import { editedOf } from './wordings.ts'
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
    const activity = await theActivity(context, id)
    const isEdited = (await editedOf(context, [id])).has(id)
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
