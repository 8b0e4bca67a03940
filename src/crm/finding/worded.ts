import { type Sql, sql, verbatim } from '../../database/index.ts'
import type { Row } from './conditions.ts'
import type { FoundNoun } from './filter.ts'

/** The columns whose words the index of a noun's records knows: `companies_words`, `contacts_words`. */
const WORDED: Record<FoundNoun, readonly string[]> = {
  company: ['city', 'country', 'industry'],
  contact: ['city', 'country', 'title'],
  deal: [],
}

export const isWorded = (noun: FoundNoun, column: string): boolean => WORDED[noun].includes(column)

const HAN_RUNS = /\p{Script=Han}+/gu

/**
 * In SQL, whether the words of a value stand in those columns at all: it finds the few rows that are worth a comparison. It must read like the index does. Of a value with Chinese
 * in it only that is asked: other letters beside it may be a part of a word.
 */
export function amongWords(of: Row, noun: FoundNoun, value: string): Sql {
  const said = WORDED[noun].map((name) => `coalesce(${of}."${name}", '')`).join(` || ' ' || `)
  return sql`${verbatim(`words_said(${said})`)} @> words_said(${value.match(HAN_RUNS)?.join(' ') ?? value})`
}
