import type { Context } from '../../bot/context.ts'
import { rows, type Sql, sql } from '../../database/index.ts'
import { type Customer, type CustomerRow, customerOfRow } from '../customers/customer.ts'
import { activitySeen, companySeen, contactSeen } from '../visibility.ts'

export interface FoundNote {
  id: string
  note: string
  private: boolean
  occurredAt: Date
  memberName: string | null
  customer: Customer | null
}

const HAN = /\p{Script=Han}+/gu
/** What parts words: nothing of it is a word. */
const SIGNS = /[^\p{L}\p{N}\p{M}@._'’\-/+#&"]+/gu

/** The words of a text, Chinese ones apart: what a note must hold. */
export interface NoteWords {
  /** As PostgreSQL reads a search: quotes keep words together. */
  english: string
  chinese: string[]
}

export function noteWords(text: string): NoteWords {
  return {
    english: text.replaceAll(HAN, ' ').replaceAll(SIGNS, ' ').trim(),
    chinese: [...new Set(text.match(HAN) ?? [])].slice(0, 10),
  }
}

/**
 * The newest activities whose notes hold all of the text's words: an English one in any of its forms, a Chinese one as it is written. When none does, those
 * with words that begin so: what is still being typed, a part of a number.
 */
export async function foundNotes(context: Context, text: string, take: number, skip: number): Promise<FoundNote[]> {
  const words = noteWords(text)
  if (take < 1 || (!words.english && !words.chinese.length)) return []
  const exact = await withWords(context, queryOf(words), words.chinese, take, skip)
  const begun = exact.length || skip ? undefined : beginningsOf(words)
  return begun ? withWords(context, begun, words.chinese, take, skip) : exact
}

/** Each two characters that stand together; one alone is the beginning of two, or the last of its words. */
const pairsOf = (word: string): string => {
  const characters = [...word]
  if (characters.length === 1) return `'${word}':*`
  return characters
    .slice(1)
    .map((character, at) => `'${characters[at]}${character}'`)
    .join(' & ')
}

const chineseOf = ({ chinese }: NoteWords): Sql | undefined =>
  chinese.length ? sql`${chinese.map(pairsOf).join(' & ')}::tsquery` : undefined

function queryOf(words: NoteWords): Sql {
  const chinese = chineseOf(words)
  const english = words.english ? sql`websearch_to_tsquery('english', ${words.english})` : undefined
  return chinese && english ? sql`(${chinese} && ${english})` : (chinese ?? english ?? sql`''::tsquery`)
}

/** Fewer letters begin too many words. */
const FEWEST = 3

function beginningsOf(words: NoteWords): Sql | undefined {
  const begun =
    words.english
      .toLowerCase()
      .match(/[\p{L}\p{N}]{1,60}/gu)
      ?.filter((word) => word.length >= FEWEST) ?? []
  if (!begun.length) return undefined
  const chinese = chineseOf(words)
  const query = sql`${begun
    .slice(0, 8)
    .map((word) => `'${word}':*`)
    .join(' & ')}::tsquery`
  return chinese ? sql`(${chinese} && ${query})` : query
}

async function withWords(
  context: Context,
  query: Sql,
  chinese: readonly string[],
  take: number,
  skip: number,
): Promise<FoundNote[]> {
  const { db, workspace } = context
  // Each two characters stand in a note, but perhaps not behind each other.
  const whole = chinese.filter((word) => [...word].length > 2).map((word) => sql` AND strpos(a.note, ${word}) > 0`)
  const { text, values } = sql`
    SELECT a.id, a.note, a.private, a."occurredAt", m.name AS "memberName", c.id AS "companyId", c.name AS "companyName", p.id AS "contactId", p.name AS "contactName"
    FROM (SELECT a.id, a.note, a.private, a."occurredAt", a."workspaceId", a."memberId", a."companyId", a."contactId" FROM activities a
      WHERE a."workspaceId" = ${workspace.id}::uuid AND a."archivedAt" IS NULL AND a.words @@ ${query}${joined(whole)}${activitySeen(context, 'a')}
      ORDER BY a."occurredAt" DESC, a.id DESC LIMIT ${take}::int OFFSET ${skip}::int) a
    LEFT JOIN members m ON m."workspaceId" = a."workspaceId" AND m.id = a."memberId"
    LEFT JOIN companies c ON c."workspaceId" = a."workspaceId" AND c.id = a."companyId" AND c."archivedAt" IS NULL${companySeen(context, 'c')}
    LEFT JOIN contacts p ON p."workspaceId" = a."workspaceId" AND p.id = a."contactId" AND p."archivedAt" IS NULL${contactSeen(context, 'p')}
    ORDER BY a."occurredAt" DESC, a.id DESC`
  const found = await rows<Omit<FoundNote, 'customer'> & CustomerRow>(db, text, values)
  return found.map((row) => ({ ...row, customer: row.companyId || row.contactId ? customerOfRow(row) : null }))
}

const joined = (parts: readonly Sql[]): Sql => parts.reduce((one, other) => sql`${one}${other}`, sql``)

/** Where in a note the words begin that were looked for, counted from 0: the first of them that stands there, in some form. */
export function placeIn(note: string, text: string): number {
  const low = note.toLowerCase()
  const words = [text.toLowerCase(), ...(text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [])]
  // `prices` is found by `pricing`: what forms have in common stands in front.
  const stems = words.flatMap((word) => (word.length > 4 ? [word, word.slice(0, Math.max(4, word.length - 3))] : [word]))
  const places = [...stems.map((word) => low.indexOf(word))].filter((at) => at >= 0)
  return places[0] ?? 0
}
