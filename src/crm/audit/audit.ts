import { type Button, button } from '../../bot/card.ts'
import type { Context, Place } from '../../bot/context.ts'
import { insert } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'
import { refreshAbout } from '../messages/messages.ts'
import { FOUND_BY } from '../names.ts'
import { say } from './words.ts'

export const NOUNS = [
  'company',
  'contact',
  'activity',
  'task',
  'member',
  'workspace',
  'installation',
  'message',
  'channel',
  'cadence',
] as const
export type Noun = (typeof NOUNS)[number]

/** A row as it stood: values as JSON has them (instants and decimals as text). */
export type Snapshot = Record<string, unknown>

export interface Change {
  noun: Noun
  /** The row's id; an installation goes by its workspace's. */
  id: string
  /** The whole row before; null when it was made by this change. */
  before: object | null
  after: object | null
}

/** A change as it is kept. */
export interface Kept {
  id: string
  requestId: string
  memberId: string | null
  operation: string
  noun: Noun
  entityId: string
  before: Snapshot | null
  after: Snapshot | null
  undoneAt: Date | null
}

type Recording = Pick<Context, 'db' | 'now' | 'requestId' | 'operation'> & {
  changed?: Set<string>
  workspace: { id: string }
  me: { id: string } | null
  place?: Place
}

/** Writes down what was changed, by whom, from what to what, in the transaction that changes it. `me` is null when nobody asked for it. */
export async function record(recording: Recording, change: Change): Promise<void> {
  const { db, workspace, me, requestId, operation, now, changed } = recording
  changed?.add(change.noun)
  await insert(db, 'changes', {
    workspaceId: workspace.id,
    id: newId(now),
    requestId,
    memberId: me?.id ?? null,
    operation,
    noun: change.noun,
    entityId: change.id,
    before: change.before,
    after: change.after,
    at: asDate(now),
  })
  // Nothing was said yet of what is new.
  if (change.before && change.noun === 'task') await refreshAbout(recording, change.id)
}

/** What JSON makes of a row: the form in which rows are kept and compared. */
export const snapshotOf = (row: object): Snapshot => JSON.parse(JSON.stringify(row)) as Snapshot

/** Takes back exactly what this request has changed, for the card that answers it. */
export const undoButton = (context: Pick<Context, 'locale' | 'requestId'>): Button =>
  button(say(context.locale).undo, 'undo', { request: context.requestId })

/** Takes back what several requests have changed. */
export const undoAllButton = ({ locale }: Pick<Context, 'locale'>, requests: readonly string[]): Button =>
  button(say(locale).undo, 'undo', { request: requests.join(' ') })

/** What moves people and teams about, or is no wish of anybody's, is not taken back. */
export const NEVER_TAKEN_BACK = ['undo', 'join', 'tour', 'settings link', 'settings calendar', 'admin undelivered']

/** The newest request of mine that changed something and still stands. */
export async function lastRequestOf({
  db,
  workspace,
  me,
}: Pick<Context, 'db' | 'workspace' | 'me'>): Promise<string | undefined> {
  const last = await db.change.findFirst({
    where: { workspaceId: workspace.id, memberId: me.id, undoneAt: null, operation: { notIn: NEVER_TAKEN_BACK } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { requestId: true },
  })
  return last?.requestId
}

/** All that these requests changed, in the order it was done. */
export async function changesOf({ db, workspace }: Pick<Context, 'db' | 'workspace'>, requestIds: string[]): Promise<Kept[]> {
  const found = await db.change.findMany({
    where: { workspaceId: workspace.id, requestId: { in: requestIds }, operation: { notIn: NEVER_TAKEN_BACK } },
    orderBy: { id: 'asc' },
  })
  return found as unknown as Kept[]
}

/** Marks changes as taken back; false when somebody else was quicker. Who comes second waits here for the first. */
export async function markUndone(
  { db, workspace, now }: Pick<Context, 'db' | 'workspace' | 'now'>,
  changes: Kept[],
): Promise<boolean> {
  const { count } = await db.change.updateMany({
    where: { workspaceId: workspace.id, id: { in: changes.map((one) => one.id) }, undoneAt: null },
    data: { undoneAt: asDate(now) },
  })
  return count === changes.length
}

/** The names of the columns in which two snapshots differ, but for those that time alone moves. */
export const changedColumns = (a: Snapshot, b: Snapshot): string[] =>
  Object.keys({ ...a, ...b }).filter(
    (name) => !MOVED_BY_TIME.has(name) && JSON.stringify(a[name] ?? null) !== JSON.stringify(b[name] ?? null),
  )

// A message that went out in the meantime does not stand in the way of taking back what it was about; nor does what a name is found by, made anew.
const MOVED_BY_TIME = new Set([...FOUND_BY, 'updatedAt', 'remindedAt', 'tourStep', 'digestDay', 'refusedAt', 'escalatedFor'])
