import { shortened } from '../../bot/action.ts'
import type { SealedCard } from '../../bot/sealed.ts'
import type { Transaction } from '../../database/index.ts'
import { quoted, type Table, type TextColumn } from './tables.ts'
import { ERASED, strikerFor, type Traces, wideFor } from './traces.ts'

type Within = { db: Transaction; workspaceId: string }
type Row = Record<string, unknown>

/** What others are called is theirs, even when somebody who is erased was called so too; and what a trigger keeps follows from it. */
const NOT_THEIRS: Readonly<Record<string, readonly string[]>> = {
  companies: ['name', 'searchName', 'nameTokens'],
  contacts: ['name', 'searchName', 'nameTokens'],
  members: ['name'],
  name_words: ['word'],
}

/** What stands in the place of an answer or a message that named them. */
const NOTHING = { kind: 'card', lines: [ERASED] } as const
const ANSWER = JSON.stringify({ kind: 'card', card: NOTHING })
/**
 * What is kept for a while only, and shows what stood elsewhere: where it names them, or their record, all of it is about them. What of it shows that goes,
 * before the rest is looked through.
 */
const FOR_A_WHILE: Readonly<Record<string, string | undefined>> = {
  answered_requests: `UPDATE answered_requests SET reply = '${ANSWER}'`,
  messages: 'UPDATE messages SET shown = NULL',
  parked_inputs: 'DELETE FROM parked_inputs',
  imports: undefined,
}

/** Ids, instants and hashes: digits in them are no number of anybody's. */
const NO_TEXT =
  /^(?:[a-z]+:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?$|^[0-9a-f]{64}$/i
/** Rows read at once. */
const BATCH = 500

/** Strikes a person out of every text of a workspace, in whatever table; `id` is their record's. How many rows were struck, by table. */
export async function strikeEverywhere(
  within: Within,
  tables: readonly Table[],
  traces: Traces,
  id: string,
): Promise<Record<string, number>> {
  const named = wideFor(traces)
  const struck: Record<string, number> = {}
  for (const table of tables) {
    const texts = table.texts.filter(({ name }) => !table.key.includes(name) && !NOT_THEIRS[table.name]?.includes(name))
    if (!texts.length) continue
    const isForAWhile = table.name in FOR_A_WHILE
    const wide = [...(named ? [named] : []), ...(isForAWhile ? [id, shortened(id)] : [])].join('|')
    if (!wide) continue
    const holds = texts.map(({ name, type }) => `${quoted(name)}${type === 'text' ? '' : '::text'} ~ $2`).join(' OR ')
    const keys = await within.db.$queryRawUnsafe<Row[]>(
      `SELECT ${keyAsText(table)} FROM ${quoted(table.name)} WHERE "workspaceId" = $1::uuid AND (${holds})`,
      within.workspaceId,
      wide,
    )
    const shows = FOR_A_WHILE[table.name]
    if (shows) await withoutShown(within, table, shows, keys)
    const count = await strikeRows(within, table, texts, keys, strikerFor(traces, { close: isForAWhile }))
    if (count) struck[table.name] = count
  }
  return struck
}

async function withoutShown({ db, workspaceId }: Within, { key }: Table, change: string, keys: readonly Row[]): Promise<void> {
  const id = key.find((name) => name !== 'workspaceId')!
  await db.$executeRawUnsafe(
    `${change} WHERE "workspaceId" = $1::uuid AND ${quoted(id)}::text = ANY($2::text[])`,
    workspaceId,
    keys.map((row) => row[id]),
  )
}

/** What a platform itself keeps of messages: one that names somebody, or their record, comes back as nothing. */
export function strikeShown(traces: Traces, id: string): (card: SealedCard) => SealedCard {
  const names = new RegExp([wideFor(traces), id, shortened(id)].filter(Boolean).join('|'))
  return (card) => (names.test(JSON.stringify(card)) ? { ...NOTHING, lines: [...NOTHING.lines] } : card)
}

/** Strikes what was written about a person with them, each of their names alone too: the given rows of a table. */
export async function strikeClose(
  within: Within,
  table: Table | undefined,
  columns: readonly string[],
  where: string,
  values: readonly unknown[],
  traces: Traces,
): Promise<number> {
  const texts = table?.texts.filter(({ name }) => columns.includes(name)) ?? []
  if (!table || !texts.length) return 0
  const keys = await within.db.$queryRawUnsafe<Row[]>(
    `SELECT ${keyAsText(table)} FROM ${quoted(table.name)} WHERE "workspaceId" = $1::uuid AND (${where})`,
    within.workspaceId,
    ...values,
  )
  return strikeRows(within, table, texts, keys, strikerFor(traces, { close: true }))
}

const keyAsText = ({ key }: Table) => key.map((name) => `${quoted(name)}::text`).join(', ')

async function strikeRows(
  { db }: Within,
  table: Table,
  texts: readonly TextColumn[],
  keys: readonly Row[],
  strike: (text: string) => string,
): Promise<number> {
  let count = 0
  const isKey = table.key.map((name, at) => `${quoted(name)}::text = ANY($${at + 1}::text[])`).join(' AND ')
  for (let from = 0; from < keys.length; from += BATCH) {
    const some = keys.slice(from, from + BATCH)
    // Each part of the key for itself finds some rows too many where a key has several parts: they are looked through as well.
    const found = await db.$queryRawUnsafe<Row[]>(
      `SELECT ${keyAsText(table)}, ${texts.map(({ name }) => `to_jsonb(${quoted(name)}) AS ${quoted(`= ${name}`)}`).join(', ')}
       FROM ${quoted(table.name)} WHERE ${isKey}`,
      ...table.key.map((name) => some.map((row) => row[name])),
    )
    for (const row of found) if (await strikeRow(db, table, texts, row, strike)) count++
  }
  return count
}

async function strikeRow(
  db: Transaction,
  table: Table,
  texts: readonly TextColumn[],
  row: Row,
  strike: (text: string) => string,
): Promise<boolean> {
  const changed = texts.flatMap(({ name, type }) => {
    const before = row[`= ${name}`]
    const after = struckIn(before, strike)
    return JSON.stringify(after) === JSON.stringify(before) ? [] : [{ name, type, after }]
  })
  if (!changed.length) return false
  const set = changed.map(({ name, type }, at) => {
    const value = `$${table.key.length + at + 1}`
    if (type === 'json') return `${quoted(name)} = ${value}::jsonb`
    return `${quoted(name)} = ${value}${type === 'texts' ? '::text[]' : '::text'}`
  })
  await db.$executeRawUnsafe(
    `UPDATE ${quoted(table.name)} SET ${set.join(', ')} WHERE ${table.key.map((name, at) => `${quoted(name)}::text = $${at + 1}`).join(' AND ')}`,
    ...table.key.map((name) => row[name]),
    ...changed.map(({ type, after }) => (type === 'json' ? JSON.stringify(after) : after)),
  )
  return true
}

/** A value without the person: of a list goes what is nothing but them, of an object what is kept under their name. */
function struckIn(value: unknown, strike: (text: string) => string): unknown {
  if (typeof value === 'string') return NO_TEXT.test(value) ? value : strike(value)
  if (Array.isArray(value))
    return value.map((one) => struckIn(one, strike)).filter((one, at) => one !== ERASED || value[at] === ERASED)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (strike(key) === key ? [[key, struckIn(one, strike)]] : [])),
  )
}
