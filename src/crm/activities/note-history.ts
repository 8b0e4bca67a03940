import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { rows } from '../../database/index.ts'
import { sayAgo } from '../../understanding/index.ts'
import { activityById, sayWhat, shortened } from './activities.ts'
import { say } from './vocabulary.ts'

const MOST = 10

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
    const activity = await activityById(context, id)
    if (!activity) throw new UserError(words.gone, { mend: false })
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

interface Wording {
  note: string
  /** When it was replaced, and by whom. */
  at: Date
  memberName: string | null
}

/** The earlier wordings of a note, the newest first; what was private then only for its author. */
export const wordingsOf = ({ db, workspace, me }: Pick<Context, 'db' | 'workspace' | 'me'>, id: string): Promise<Wording[]> =>
  rows<Wording>(
    db,
    `SELECT h.before->>'note' AS note, h.at, m.name AS "memberName" FROM changes h
      LEFT JOIN members m ON m."workspaceId" = h."workspaceId" AND m.id = h."memberId"
      WHERE h."workspaceId" = $1::uuid AND h."entityId" = $2::uuid AND h.noun = 'activity' AND h.before IS NOT NULL
        AND h.before->>'note' IS DISTINCT FROM h.after->>'note' AND h."undoneAt" IS NULL AND h.operation NOT IN ('undo', 'redo')
        AND (h.before->>'private' IS DISTINCT FROM 'true' OR h.before->>'memberId' = $3::text) ORDER BY h.at DESC, h.id DESC LIMIT ${MOST}`,
    [workspace.id, id, me.id],
  )
