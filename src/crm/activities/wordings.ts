import type { Context } from '../../bot/context.ts'
import { rows } from '../../database/index.ts'

type Reader = Pick<Context, 'db' | 'workspace' | 'me'>

/** An earlier wording of a note. */
interface Wording {
  note: string
  /** When it was replaced, and by whom. */
  at: Date
  memberName: string | null
}

/** In SQL, a change `h` of the note of an activity that stands; what was private then only for its author ($3). */
const REWORDED = `h."workspaceId" = $1::uuid AND h."entityId" = ANY($2::uuid[]) AND h.noun = 'activity' AND h.before IS NOT NULL
  AND h.before->>'note' IS DISTINCT FROM h.after->>'note' AND h."undoneAt" IS NULL AND h.operation NOT IN ('undo', 'redo')
  AND (h.before->>'private' IS DISTINCT FROM 'true' OR h.before->>'memberId' = $3::text)`

const MOST = 10

/** The earlier wordings of a note, the newest first. */
export const wordingsOf = ({ db, workspace, me }: Reader, id: string): Promise<Wording[]> =>
  rows<Wording>(
    db,
    `SELECT h.before->>'note' AS note, h.at, m.name AS "memberName" FROM changes h
      LEFT JOIN members m ON m."workspaceId" = h."workspaceId" AND m.id = h."memberId"
      WHERE ${REWORDED} ORDER BY h.at DESC, h.id DESC LIMIT ${MOST}`,
    [workspace.id, [id], me.id],
  )

/** Of which activities there are earlier wordings to read. */
export async function editedOf({ db, workspace, me }: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const found = await rows<{ id: string }>(db, `SELECT DISTINCT h."entityId"::text AS id FROM changes h WHERE ${REWORDED}`, [
    workspace.id,
    ids,
    me.id,
  ])
  return new Set(found.map(({ id }) => id))
}
