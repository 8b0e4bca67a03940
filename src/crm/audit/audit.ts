import { type Button, button } from '../../bot/card.ts'
import type { Context, Place } from '../../bot/context.ts'
import { insert } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'
import { refreshAbout } from '../messages/messages.ts'
import { aboutOf } from './about.ts'
import { sourceOf } from './source.ts'
import { say } from './words.ts'

export const NOUNS = [
  'company',
  'contact',
  'activity',
  'task',
  'deal',
  'member',
  'workspace',
  'installation',
  'message',
  'channel',
  'cadence',
  'team',
  'field',
  'relation',
  'attachment',
  'event',
  'segment',
  'distinction',
  'merge',
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
  /** The change that this one takes back, or does again. */
  undoes?: string
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
  at: Date
  undoneAt: Date | null
  undoes: string | null
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
    ...aboutOf(change),
    ...sourceOf(recording),
    undoes: change.undoes ?? null,
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

/**
 * What changed no record is written down all the same: a file that was handed out, say. `facts` are said by `history all`.
 * @public
 */
export const recordEvent = (
  recording: Recording,
  what: string,
  facts: Record<string, string | number | null> = {},
): Promise<void> => record(recording, { noun: 'event', id: newId(recording.now), before: null, after: { what, ...facts } })
