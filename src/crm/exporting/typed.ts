import { type Format, KINDS, type Kind } from './wish.ts'

/** What was typed of an export: what, in which format (any, when none was said), since when, and the words of a filter. */
export interface Typed {
  /** `found`: what the filter finds, which names no kind: a segment. */
  kind: Kind | 'all' | 'found'
  format: Format | 'any'
  /** As typed. */
  since?: string
  /** As typed, with the word for what is wanted: `companies in Berlin`. */
  filter?: string
}

const NAMES: Readonly<Record<Kind | 'all', RegExp>> = {
  companies: /^(?:compan(?:y|ies)|accounts?|organi[sz]ations?|公司|企业)$/i,
  contacts: /^(?:contacts?|people|persons?|联系人)$/i,
  deals: /^(?:deals?|opportunit(?:y|ies)|商机)$/i,
  activities: /^(?:activit(?:y|ies)|notes?|calls?|meetings?|log|活动|记录)$/i,
  tasks: /^(?:tasks?|to-?dos?|待办|任务)$/i,
  all: /^(?:all|everything|全部|所有)$/i,
}
const FORMAT: readonly [Format, RegExp][] = [
  ['vcf3', /(?:^|\s)(?:as\s+|in\s+)?v?cards? ?3(?:\.0)?(?=\s|$)/i],
  ['csv', /(?:^|\s)(?:as\s+|in\s+|to\s+)?(?:csv|excel|spreadsheet|表格)(?=\s|$)/i],
  ['jsonl', /(?:^|\s)(?:as\s+|in\s+|to\s+)?(?:jsonl|ndjson|json(?:[ -]?lines?)?)(?=\s|$)/i],
  ['vcf', /(?:^|\s)(?:as\s+|in\s+|to\s+)?(?:v-?cards?|vcf|名片)(?:\s?4(?:\.0)?)?(?=\s|$)/i],
]
const SINCE = /(?:^|\s)(?:changed\s+)?since\s+(\S.*)$|(?:^|\s)自\s*(\S+?)\s*(?:以来|起)/i
const PERSON = /^(?:person|somebody|someone|个人|人员)(?:\s+|:|：)(.+)$/is

/** The person of whom everything is wanted: `person Wei Zhang`. */
export const personTyped = (text: string): string | undefined => PERSON.exec(text.trim())?.[1]?.trim()

/** `contacts csv`, `companies in Berlin`, `activities since 1 Oct as json`, a segment's name, `all`, nothing at all. */
export function typedExport(text: string): Typed {
  let rest = text.trim()
  const found = FORMAT.find(([, pattern]) => pattern.test(rest))
  if (found) rest = rest.replace(found[1], ' ').trim()
  const format = found?.[0] ?? 'any'
  const since = SINCE.exec(rest)
  if (since) rest = rest.replace(SINCE, ' ').trim()
  const typedSince = since?.[1] ?? since?.[2]
  const bare = rest.replace(/^(?:all|my|our|the|所有|全部)\s+(?=\S)/i, '').trim()
  const kind =
    rest === ''
      ? 'all'
      : [...KINDS, 'all' as const].find((one) => NAMES[one].test(rest) || (NAMES[one].test(bare) && !/^my\s/i.test(rest)))
  if (kind) return { kind, format, ...(typedSince && { since: typedSince }) }
  const words = rest.split(/\s+/)
  // A Chinese filter says what it finds at its end.
  const named = KINDS.find(
    (one) =>
      words.some((word) => NAMES[one].test(word)) ||
      (one === 'contacts' ? /联系人/ : one === 'companies' ? /公司|企业/ : one === 'deals' ? /商机/ : /^$/).test(rest),
  )
  return { kind: named ?? 'found', format, filter: rest, ...(typedSince && { since: typedSince }) }
}
