import { rows, sql } from '../../database/index.ts'
import { normalizeName } from '../../understanding/index.ts'
import { nameSeen } from '../visibility.ts'
import type { Scope } from './lookup.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** A shorter word is one slip from too many others; a longer one keeps enough of its trigrams to be found by them. */
const WORD = /^[a-z]{5,14}$/

/** Every word that one slip of the keyboard leads to: two letters swapped, one wrong, missing or too many. */
function slipsOf(word: string): string[] {
  const cuts = Array.from({ length: word.length + 1 }, (_, at) => [word.slice(0, at), word.slice(at)] as const)
  const words = cuts.flatMap(([head, tail]) => [
    head + tail.slice(1),
    ...(tail.length > 1 ? [head + tail[1] + tail[0] + tail.slice(2)] : []),
    ...[...LETTERS].flatMap((letter) => [head + letter + tail, ...(tail ? [head + letter + tail.slice(1)] : [])]),
  ])
  return [...new Set(words)].filter((one) => one !== word && one.length >= 4)
}

/**
 * References of those one of whose names' words is one slip from a typed one, the shortest names first: by the words' own index, as a short word that
 * is mistyped in its middle keeps too few trigrams.
 */
export async function oneSlipOff(scope: Scope, typed: string, most: number): Promise<string[]> {
  const word = normalizeName(typed)
  if (!WORD.test(word)) return []
  const { text, values } =
    sql`SELECT f.kind || ':' || f.id AS ref FROM unnest(${slipsOf(word)}::text[]) w(word), (VALUES ('company'), ('contact')) k(kind)
    CROSS JOIN LATERAL (SELECT n.kind, n.id, n.length FROM name_words n WHERE n."workspaceId" = ${scope.workspace.id}::uuid AND n.word = w.word AND n.kind = k.kind${nameSeen(scope, 'n')}
      ORDER BY n.length, n.id LIMIT ${most}::int) f
    GROUP BY f.kind, f.id ORDER BY min(f.length), f.id LIMIT ${most}::int`
  return (await rows<{ ref: string }>(scope.db, text, values)).map(({ ref }) => ref)
}
