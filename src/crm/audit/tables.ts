import type { Transaction } from '../../database/index.ts'
import type { Kept, Noun } from './audit.ts'

/** The nouns whose rows can be put back; an event changed none, and what a merge moved is put back by the set. */
export type Recorded = Exclude<Noun, 'event' | 'merge'>

/** The part of a Prisma delegate that taking back needs; the same for every table. */
export interface Rows {
  findMany: (args: { where: object }) => Promise<object[]>
  update: (args: { where: object; data: object }) => Promise<unknown>
  create: (args: { data: object }) => Promise<unknown>
}

const TABLES: Record<Recorded, (db: Transaction) => unknown> = {
  company: (db) => db.company,
  contact: (db) => db.contact,
  activity: (db) => db.activity,
  task: (db) => db.task,
  deal: (db) => db.deal,
  member: (db) => db.member,
  workspace: (db) => db.workspace,
  installation: (db) => db.installation,
  message: (db) => db.message,
  channel: (db) => db.channel,
  cadence: (db) => db.cadence,
  team: (db) => db.team,
  segment: (db) => db.segment,
  distinction: (db) => db.distinction,
  field: (db) => db.customField,
  relation: (db) => db.relation,
  attachment: (db) => db.attachment,
}

export const tableOf = (db: Transaction, noun: Noun): Rows => TABLES[noun as Recorded](db) as Rows

/** Where the row of a change stands. */
export function keyOf(workspaceId: string, change: Pick<Kept, 'noun' | 'entityId' | 'before' | 'after'>): object {
  const row = change.after ?? change.before ?? {}
  if (change.noun === 'installation') return { workspaceId, platform_teamId: { platform: row.platform, teamId: row.teamId } }
  if (change.noun === 'workspace') return { id: workspaceId }
  return { workspaceId_id: { workspaceId, id: change.entityId } }
}

/** The name under which a row is kept in mind: an installation and its workspace go by the same id. */
export function nameOfRow({ noun, entityId, before, after }: Pick<Kept, 'noun' | 'entityId' | 'before' | 'after'>): string {
  const row = after ?? before ?? {}
  return noun === 'installation' ? `${noun} ${row.platform} ${row.teamId}` : `${noun} ${entityId}`
}

/** The rows of changes, all of one noun. */
export const whereOf = (workspaceId: string, noun: Noun, changes: readonly Kept[]): object => {
  if (noun === 'workspace') return { id: workspaceId }
  if (noun === 'installation') return { workspaceId }
  return { workspaceId, id: { in: [...new Set(changes.map(({ entityId }) => entityId))] } }
}
