import type { Context } from '../../bot/context.ts'
import { activitiesById, type NamedActivity, sayAmount, sayPeople, sayWhat } from '../activities/activities.ts'
import { editedOf } from '../activities/wordings.ts'
import type { Kept } from '../audit/audit.ts'
import { differencesOf } from '../audit/differences.ts'
import { namesIn } from '../audit/names.ts'
import { sayChange } from '../audit/said.ts'
import { namesOf } from '../members/members.ts'
import type { Happened } from './happened.ts'
import { say } from './words.ts'

/** Something that happened, in words. */
export interface Told extends Happened {
  /** `Call, connected`; `Done: send the quote`; `Change of Acme Corp`. */
  title: string
  /** The note, or what was changed from what to what. */
  text: string
  /** Who was there, or who did it. */
  who: string
  who2?: string
  activity?: NamedActivity
  isEdited: boolean
}

/** Puts into words what happened; what is gone in the meantime is not among it. */
export async function told(context: Context, happened: readonly Happened[]): Promise<Told[]> {
  const ids = (source: Happened['source']) => happened.flatMap((one) => (one.source === source ? [one.id] : []))
  const [activities, edited, changes, members] = await Promise.all([
    activitiesById(context, ids('activity')),
    editedOf(context, ids('activity')),
    changesOf(context, [...ids('change'), ...ids('deal')]),
    namesOf(
      context,
      happened.flatMap(({ memberId }) => (memberId ? [memberId] : [])),
    ),
  ])
  const names = changes.size ? await namesIn(context, [...changes.values()]) : new Map<string, string>()
  const found: Told[] = []
  for (const one of happened) {
    const who = members.get(one.memberId ?? '') ?? ''
    const activity = activities.get(one.id)
    const change = changes.get(one.id)
    if (activity) found.push(ofActivity(context, one, activity, edited.has(one.id)))
    else if (change) {
      const differences = await differencesOf(context, change, names)
      if (differences.length || !change.before)
        found.push({
          ...one,
          title: sayChange(change, names, context.locale),
          text: change.before ? differences.join('\n') : '',
          who,
          isEdited: false,
        })
    } else if (one.source === 'task')
      found.push({ ...one, title: say(context.locale).done(one.what ?? ''), text: '', who, isEdited: false })
    else if (one.source === 'file')
      found.push({ ...one, title: say(context.locale).file(one.what ?? ''), text: '', who, isEdited: false })
  }
  return found
}

function ofActivity({ locale }: Context, one: Happened, activity: NamedActivity, isEdited: boolean): Told {
  const amount = activity.amount ? sayAmount({ value: activity.amount, currency: activity.currency }, locale) : ''
  return {
    ...one,
    title: [sayWhat(activity, locale), amount].filter(Boolean).join(' · '),
    text: activity.note,
    who: activity.memberName,
    who2: sayPeople(activity, locale),
    activity,
    isEdited,
  }
}

async function changesOf({ db, workspace }: Context, ids: readonly string[]): Promise<Map<string, Kept>> {
  if (!ids.length) return new Map()
  const found = await db.change.findMany({ where: { workspaceId: workspace.id, id: { in: [...ids] } } })
  return new Map(found.map((one) => [one.id, one as unknown as Kept]))
}
