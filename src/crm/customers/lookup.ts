import { prepared, type Transaction } from '../../database/index.ts'
import { type CustomerIndex, customerIndex, type KnownCompany, type KnownContact, lookupKeys } from '../../understanding/index.ts'

/** Where customers are looked for: one workspace's. */
export interface Scope {
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
  const { tokens, phrases } = lookupKeys(text)
  if (tokens.length === 0 && phrases.length === 0) return customerIndex([])
  const strong = tokens.filter((token) => !WEAK.has(token))
  const spaced = tokens.filter((token) => !/\p{Script=Han}/u.test(token))
  const pairs = spaced.slice(1, MOST_PAIRS).map((token, at) => [spaced[at]!, token] as const)
  const found = await prepared<Row>(scope.db, statement(options), [
    scope.workspace.id,
    strong,
    pairs.map(([first]) => first),
    pairs.map(([, second]) => second),
    [...new Set([...phrases, ...tokens])],
    tokens,
    options.slips ? phrases.filter((phrase) => !WEAK.has(phrase)).slice(0, MOST_PHRASES) : [],
  ])
  return indexOf(found)
}

const standing = (table: string) => `${table} x WHERE x."workspaceId" = $1::uuid AND x."archivedAt" IS NULL`

/** The names that carry one word are read off in order of their length, so that of a first name that thousands have only the first few are read. */
const byWord = (kind: 'company' | 'contact') => `
  SELECT f.id FROM given, unnest(given.words) w(word) CROSS JOIN LATERAL
    (SELECT n.id FROM name_words n WHERE n."workspaceId" = $1::uuid AND n.word = w.word AND n.kind = '${kind}'
      ORDER BY n.length, n.id LIMIT ${MOST_OF_A_WORD}) f`

// ORDER BY before LIMIT keeps PostgreSQL on the index: it would scan the table for the first ones otherwise.
const named = (kind: 'company' | 'contact', slips: boolean | undefined) => {
  const table = kind === 'company' ? 'companies' : 'contacts'
  return `${byWord(kind)}
  UNION SELECT f.id FROM given, unnest(given.firsts, given.seconds) pair(one, two) CROSS JOIN LATERAL
    (SELECT x.id FROM ${standing(table)} AND x."nameTokens" @> ARRAY[pair.one, pair.two]
      ORDER BY length(x."searchName"), x.id LIMIT ${MOST_OF_A_WORD}) f
  UNION SELECT x.id FROM ${standing(table)} AND x."searchName" = ANY((SELECT phrases FROM given)::text[])
  ${slips ? similar(table) : ''}`
}

// Two letters swapped in a word of six leave three of its seven trigrams: PostgreSQL's own threshold is too high for that. It is lowered for
// this transaction alone; nothing of what that answers is put behind each word, which makes sure that it comes first.
const similar = (table: string) => `
  UNION SELECT f.id FROM (SELECT word || left(threshold.set_config, 0) AS word FROM given, unnest(given.misspelt) word, threshold) phrase CROSS JOIN LATERAL
    (SELECT x.id FROM ${standing(table)} AND x."searchName" %> phrase.word
      ORDER BY x."searchName" <->> phrase.word, x.id LIMIT ${MOST_SIMILAR}) f`
const threshold = `threshold AS MATERIALIZED (SELECT set_config('pg_trgm.word_similarity_threshold', '${LEAST_SIMILAR}', true)),`

// What is looked for stands in a table of one row, so that PostgreSQL plans this once and not for each name anew: planning takes longer than finding.
const given = `given AS MATERIALIZED (SELECT $2::text[] AS words, $3::text[] AS firsts, $4::text[] AS seconds, $5::text[] AS phrases, $6::text[] AS tokens,
  $7::text[] AS misspelt),`

// Arrays of ids, not joins: PostgreSQL cannot know how few they are, and would read the whole table for a join.
const statement = ({ slips, only }: LookupOptions) => `
  WITH ${given} ${slips ? threshold : ''} company_ids AS (${named('company', slips)}),
  people AS (${only ? `SELECT NULL::uuid AS id, '' AS name, NULL::uuid AS "companyId" WHERE FALSE` : people(slips)})
  SELECT 'company' AS kind, x.id, x.name, x.aliases, NULL::uuid AS "companyId" FROM ${standing('companies')}
    AND x.id = ANY(ARRAY(SELECT id FROM company_ids UNION SELECT "companyId" FROM people WHERE "companyId" IS NOT NULL))
  UNION ALL SELECT 'contact', p.id, p.name, NULL, p."companyId" FROM people p`

const people = (slips: boolean | undefined) => `
  SELECT x.id, x.name, x."companyId" FROM ${standing('contacts')} AND x.id = ANY(ARRAY(${named('contact', slips)}
    UNION SELECT x.id FROM ${standing('contacts')} AND x."companyId" = ANY(ARRAY(SELECT id FROM company_ids))
      ${slips ? '' : 'AND x."nameTokens" && (SELECT tokens FROM given)'}))`

function indexOf(found: Row[]): CustomerIndex {
  const companies = new Map<string, KnownCompany & { contacts: KnownContact[] }>()
  for (const { kind, id, name, aliases } of found)
    if (kind === 'company') companies.set(id, { id, name, aliases: aliases ?? [], contacts: [] })
  const loose: KnownContact[] = []
  for (const { kind, id, name, companyId } of found) {
    if (kind !== 'contact') continue
    const people = companyId ? companies.get(companyId)?.contacts : undefined
    ;(people ?? loose).push({ id, name })
  }
  return customerIndex([...companies.values()], loose)
}
