import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Context } from '../../../bot/context.ts'
import { UserError } from '../../../bot/errors.ts'
import { visible } from '../../../bot/visible.ts'
import type { Database, Transaction } from '../../../database/index.ts'
import { asDate } from '../../ids.ts'
import { wakeSenders } from '../../messages/messages.ts'
import type { DateOrder } from '../dates.ts'
import type { ItemNoun } from '../kinds/kind.ts'
import type { LikelyHere } from '../records/likely.ts'
import type { NumberFormat } from '../survey.ts'
import { say } from '../words.ts'

/** The largest file that is taken in the chat and the browser, in bytes: some 200,000 rows. Larger ones are for the terminal. */
export const LARGEST = 25 * 1024 ** 2
const PIECE = 512 * 1024

export type State = 'reading' | 'unclear' | 'ready' | 'importing' | 'done' | 'failed' | 'cancelled' | 'undoing' | 'undone'

/** What was said of a file, because it does not say it itself. */
export interface Wishes {
  map?: string[]
  /** What the rows are: one of `WHATS`. */
  what?: string
  numbers?: NumberFormat
  dates?: DateOrder
  /** Who owners are that no member is called like, as `--owner-map` has them. */
  owners?: string[]
  createMissing?: boolean
}

/** What became of a file so far, as its row keeps it. */
export interface Found {
  /** What is unclear or wrong with the file as a whole, in words; and what to choose from, when that is a choice. */
  problem?: string
  choose?: { name: keyof Wishes; values: string[] }
  readAs?: string
  program?: string
  /** What the rows are. */
  what?: string
  headers?: string[]
  columns?: (string | null)[]
  samples?: string[][]
  rows?: number
  skipped?: number
  wrong?: number
  joined?: number
  /** Rows whose customer is not here. */
  missing?: number
  companies?: Counts
  contacts?: Counts
  items?: Partial<Record<ItemNoun, Counts>>
  faults?: { line: number; what: string }[]
  /** Of a preview: new records that are perhaps here already. */
  likely?: LikelyHere
  unknownOwners?: [string, number][]
  /** Taken back, and what stayed. */
  taken?: number
  stayed?: number
  stayedNames?: string[]
}
export interface Counts {
  added: number
  updated: number
  unchanged: number
}

export interface Kept {
  workspaceId: string
  id: string
  memberId: string
  file: string
  state: State | null
  options: Wishes
  found: Found
  done: number
  startedAt: Date
  finishedAt: Date | null
}

const KINDS = /\.(?:csv|tsv|txt|xlsx|xls|vcf)$/i
export const isTable = (name: string): boolean => KINDS.test(name)

/** Keeps a file to be looked through, and imported when that is wanted. Throws UserError for one that is too large or empty. Returns its id. */
export async function keepFile(context: Context, name: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const { db, workspace, me, now } = context
  const words = say(context.locale)
  const whole = await readWhole(bytes, () => new UserError(words.tooLarge(LARGEST / 1024 ** 2), { mend: false }))
  if (!whole.length) throw new UserError(words.empty, { mend: false })
  const id = `import:${randomUUID()}`
  const hash = createHash('sha256').update(whole).digest('hex')
  const file = path.basename(storable(name).replaceAll('\\', '/')).slice(-200) || 'file.csv'
  await db.import.create({
    data: {
      ...{ workspaceId: workspace.id, id, memberId: me.id, file, hash, size: whole.length },
      ...{ startedAt: asDate(now), state: 'reading', claimedUntil: asDate(now) },
    },
  })
  for (let at = 0, number = 0; at < whole.length; at += PIECE, number++)
    await db.importPiece.create({
      data: { workspaceId: workspace.id, importId: id, number, bytes: new Uint8Array(whole.subarray(at, at + PIECE)) },
    })
  await wakeSenders({ db })
  return id
}

/** PostgreSQL cannot hold NUL, nor half a character. */
export const storable = (text: string): string => visible(text.toWellFormed()).trim()

async function readWhole(bytes: AsyncIterable<Uint8Array>, tooLarge: () => Error): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > LARGEST) throw tooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** One that the asker may see: their own, or any for an admin. */
export async function keptBy(context: Pick<Context, 'db' | 'workspace' | 'me'>, id: string): Promise<Kept | undefined> {
  const found = await context.db.import.findFirst({ where: { workspaceId: context.workspace.id, id } })
  if (!found || (found.memberId !== context.me.id && context.me.role !== 'admin')) return undefined
  return asKept(found)
}

export const asKept = (row: object): Kept => {
  const kept = row as Kept
  return { ...kept, options: kept.options ?? {}, found: kept.found ?? {} }
}

/** Changes an import's state, if it is still in one of these; false when somebody was quicker. */
export async function move(
  { db, workspace, now }: { db: Transaction; workspace: { id: string }; now: Context['now'] },
  id: string,
  from: readonly State[],
  to: State,
  more: { options?: object; done?: number } = {},
): Promise<boolean> {
  const waiting = to === 'reading' || to === 'importing' || to === 'undoing'
  const { count } = await db.import.updateMany({
    where: { workspaceId: workspace.id, id, state: { in: [...from] } },
    data: { state: to, claimedUntil: waiting ? asDate(now) : null, ...more },
  })
  if (count && waiting) await wakeSenders({ db })
  return count > 0
}

/** Puts the file where it can be read, for as long as the work takes. */
export async function withFile<T>(
  db: Pick<Database, 'importPiece'>,
  { workspaceId, id, file }: Kept,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-import-'))
  try {
    const at = path.join(folder, `file${path.extname(file).slice(0, 10)}`)
    const handle = await open(at, 'w', 0o600)
    try {
      for (let number = 0; ; number++) {
        const where = { workspaceId_importId_number: { workspaceId, importId: id, number } }
        const piece = await db.importPiece.findUnique({ where })
        if (!piece) break
        await handle.write(piece.bytes)
      }
    } finally {
      await handle.close()
    }
    return await work(at)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
