import { both, prepared, type Statement, type Transaction, verbatim } from '../../database/index.ts'
import {
  type CustomerIndex,
  customerIndex,
  type KnownCompany,
  type KnownContact,
  lookupKeys,
  normalizeName,
} from '../../understanding/index.ts'
import { companySeen, contactSeen, type Eyes, nameSeen, type Viewer } from '../visibility.ts'

/** Where customers are looked for, and by whom: one workspace's, of those whom somebody sees. */
export interface Scope extends Viewer {
  db: Transaction
  workspace: { id: string }
}

export interface LookupOptions {
  /** Names that are merely similar (trigrams) come along, for slips of the keyboard: the dearer question. */
  slips?: boolean
  /** Companies alone. */
  only?: 'company'
}

interface Row {
  kind: 'company' | 'contact'
  id: string
  name: string
  aliases: string[] | null
  companyId: string | null
}

/**
 * Words that so many names carry, or so many lines, that they find nobody: the other words of the name do.
 * A name of such words alone is found as a whole.
 */
const WEAK = new Set(
  (
    'corp corporation inc incorporated llc ltd limited llp lp plc co company gmbh ag kg se sa sas sarl srl spa bv nv ab as oy aps pty pte pvt ' +
    'the and of at to for with a an i we us our my me he she they them his her their it is was on in by from about as re not no so but or'
  ).split(' '),
)

/** Of each word so many names come, shortest first: more than this share a word only in a list nobody could choose from. */
const MOST_OF_A_WORD = 30
/** Of each misspelt phrase so many, most similar first. */
const MOST_SIMILAR = 30
/** How much of a misspelt word's trigrams a name must hold. */
const LEAST_SIMILAR = 0.33
const MOST_PHRASES = 16
const MOST_PAIRS = 200

/**
 * An index over just the customers that a text can mean, fetched in one query: understanding decides on it as it would on all of them.
 * Names come by each single word, by each two words that stand together (`Wei Zhang` among a thousand named Wei), whole, and
 * people also by the companies found.
 */
export async function lookup(scope: Scope, text: string, options: LookupOptions = {}): Promise<CustomerIndex> {
  const { values, isEmpty } = question(scope, text, options)
  return isEmpty ? customerIndex([]) : indexOf(await prepared<Row>(scope.db, statement(scope, options), values), text)
}

/** The same, and the answer to another question, in one trip. */
export async function lookupBeside<T extends object>(
  scope: Scope,
  text: string,
  other: Statement,
): Promise<[CustomerIndex, T[]]> {
  const { values } = question(scope, text, {})
  const [found, others] = await both<Row, T>(scope.db, { text: statement(scope, {}), values }, other)
  return [indexOf(found, text), others]
}

function question(scope: Scope, text: string, options: LookupOptions): { values: unknown[]; isEmpty: boolean } {
  const { tokens, phrases } = lookupKeys(text)
  const strong = tokens.filter((token) => !WEAK.has(token))
  const spaced = tokens.filter((token) => !/\p{Script=Han}/u.test(token))
  const pairs = spaced
    .slice(1, MOST_PAIRS)
    .map((token, at) => [spaced[at]!, token] as const)
    .filter((pair) => pair.some((token) => !WEAK.has(token)))
  const values = [
    scope.workspace.id,
    strong,
    pairs.map(([first]) => first),
    pairs.map(([, second]) => second),
    [...new Set([...phrases, ...tokens])],
    tokens,
    options.slips ? phrases.filter((phrase) => !WEAK.has(phrase)).slice(0, MOST_PHRASES) : [],
    ...(scope.sees === 'all' ? [] : [[...scope.sees]]),
  ]
  return { values, isEmpty: tokens.length === 0 && phrases.length === 0 }
}

type Table = 'companies' | 'contacts'
/** What is looked for, and whether it is for somebody who does not see all. */
type Wanted = LookupOptions & { some?: boolean }

const SOME: Eyes = { me: verbatim('NULL::uuid'), sees: verbatim('(SELECT sees FROM given)::uuid[]') }
const seen = (table: Table) => (table === 'companies' ? companySeen(SOME, 'x') : contactSeen(SOME, 'x')).text
const standing = (table: Table, { some }: Wanted) =>
  `${table} x WHERE x."workspaceId" = $1::uuid AND x."archivedAt" IS NULL${some ? seen(table) : ''}`

/**
 * The names that carry one word, companies and people alike, read off in order of their length: of a first name that thousands have, only the first few
 * are read, of whom one sees. A word that has as many is `common`.
 */
const byWord = ({ only, some }: Wanted) => `
  worded AS MATERIALIZED (SELECT w.word, k.kind, f.id FROM given, unnest(given.words) w(word), (VALUES ('company')${only ? '' : `, ('contact')`}) k(kind)
    CROSS JOIN LATERAL (SELECT n.id FROM name_words n WHERE n."workspaceId" = $1::uuid AND n.word = w.word AND n.kind = k.kind${some ? nameSeen(SOME, 'n').text : ''}
      ORDER BY n.length, n.id LIMIT ${MOST_OF_A_WORD}) f),
  common AS MATERIALIZED (SELECT word, kind FROM worded GROUP BY word, kind HAVING count(*) = ${MOST_OF_A_WORD}),`

const isCommon = (word: string, kind: string) =>
  `(${word} <> ALL (given.words) OR EXISTS (SELECT FROM common WHERE common.kind = '${kind}' AND common.word = ${word}))`

// Two words are asked for together only where each alone gave but some of its names. ORDER BY before LIMIT keeps PostgreSQL on the index: it would
// scan the table for the first ones otherwise.
const named = (kind: 'company' | 'contact', wanted: Wanted) => {
  const table = kind === 'company' ? 'companies' : 'contacts'
  return `SELECT id FROM worded WHERE kind = '${kind}'
  UNION SELECT f.id FROM (SELECT one, two FROM given, unnest(given.firsts, given.seconds) pair(one, two)
      WHERE ${isCommon('one', kind)} AND ${isCommon('two', kind)}) pair CROSS JOIN LATERAL
    (SELECT x.id FROM ${standing(table, wanted)} AND x."nameTokens" @> ARRAY[pair.one, pair.two]
      ORDER BY length(x."searchName"), x.id LIMIT ${MOST_OF_A_WORD}) f
  UNION SELECT x.id FROM ${standing(table, wanted)} AND x."searchName" = ANY((SELECT phrases FROM given)::text[])
  ${wanted.slips ? similar(table, wanted) : ''}`
}

// Two letters swapped in a word of six leave three of its seven trigrams: PostgreSQL's own threshold is too high for that. It is lowered for
// this transaction alone; nothing of what that answers is put behind each word, which makes sure that it comes first.
const similar = (table: Table, wanted: Wanted) => `
  UNION SELECT f.id FROM (SELECT word || left(threshold.set_config, 0) AS word FROM given, unnest(given.misspelt) word, threshold) phrase CROSS JOIN LATERAL
    (SELECT x.id FROM ${standing(table, wanted)} AND x."searchName" %> phrase.word
      ORDER BY x."searchName" <->> phrase.word, x.id LIMIT ${MOST_SIMILAR}) f`
const threshold = `threshold AS MATERIALIZED (SELECT set_config('pg_trgm.word_similarity_threshold', '${LEAST_SIMILAR}', true)),`

// What is looked for stands in a table of one row, so that PostgreSQL plans this once and not for each name anew: planning takes longer than finding.
const given = ({
  some,
}: Wanted) => `given AS MATERIALIZED (SELECT $2::text[] AS words, $3::text[] AS firsts, $4::text[] AS seconds, $5::text[] AS phrases, $6::text[] AS tokens,
  $7::text[] AS misspelt${some ? ', $8::uuid[] AS sees' : ''}),`

// Arrays of ids, not joins: PostgreSQL cannot know how few they are, and would read the whole table for a join.
const statementFor = (wanted: Wanted) => `
  WITH ${given(wanted)} ${byWord(wanted)} ${wanted.slips ? threshold : ''} company_ids AS (${named('company', wanted)}),
  people AS (${wanted.only ? `SELECT NULL::uuid AS id, '' AS name, NULL::text[] AS aliases, NULL::uuid AS "companyId" WHERE FALSE` : people(wanted)})
  SELECT 'company' AS kind, x.id, x.name, x.aliases, NULL::uuid AS "companyId" FROM ${standing('companies', wanted)}
    AND x.id = ANY(ARRAY(SELECT id FROM company_ids UNION SELECT "companyId" FROM people WHERE "companyId" IS NOT NULL))
  UNION ALL SELECT 'contact', p.id, p.name, p.aliases, p."companyId" FROM people p`

const statements = new Map<string, string>()
function statement({ sees }: Viewer, { slips, only }: LookupOptions): string {
  const some = sees !== 'all'
  const key = `${slips} ${only} ${some}`
  const text = statements.get(key) ?? statementFor({ slips, only, some })
  statements.set(key, text)
  return text
}

const people = (wanted: Wanted) => `
  SELECT x.id, x.name, x.aliases, x."companyId" FROM ${standing('contacts', wanted)} AND x.id = ANY(ARRAY(${named('contact', wanted)}
    UNION SELECT x.id FROM ${standing('contacts', wanted)} AND x."companyId" = ANY(ARRAY(SELECT id FROM company_ids))
      ${wanted.slips ? '' : 'AND x."nameTokens" && (SELECT tokens FROM given)'}))`

function indexOf(found: Row[], text: string): CustomerIndex {
  const companies = new Map<string, KnownCompany & { contacts: KnownContact[] }>()
  for (const { kind, id, name, aliases } of found)
    if (kind === 'company') companies.set(id, { id, name, aliases: aliases ?? [], contacts: [] })
  const loose: KnownContact[] = []
  for (const { kind, id, name, aliases, companyId } of found) {
    if (kind !== 'contact') continue
    const people = companyId ? companies.get(companyId)?.contacts : undefined
    const called = calledIn(text, name, aliases ?? [])
    ;(people ?? loose).push({ id, name, ...(called && { called }) })
  }
  return customerIndex([...companies.values()], loose)
}

/** Of the names of somebody who was merged with others, the one that a text calls them by, unless it is their own. */
function calledIn(text: string, name: string, aliases: readonly string[]): string | undefined {
  if (!aliases.length) return undefined
  const typed = normalizeName(text)
  const stands = (one: string) =>
    normalizeName(one)
      .split(' ')
      .every((word) => typed.includes(word))
  return stands(name) ? undefined : aliases.find(stands)
}
