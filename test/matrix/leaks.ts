import { expect } from 'vitest'
import { sql, type Transaction } from '../../src/database/index.ts'
import { type Asker, marks, OWNERS, type Owner, SEES, type Visibility, type World } from './world.ts'

/** The words that somebody must never be told: of what they do not see, and of others' private notes. */
export function forbidden(visibility: Visibility, asker: Asker, typed = ''): string[] {
  const seen = SEES[visibility][asker]
  return OWNERS.flatMap((owner) => {
    const { secret, ...rest } = marks(owner)
    const words = seen.includes(owner) ? [] : Object.values(rest)
    return owner === asker ? words : [...words, secret]
  }).filter((word) => !typed.toLowerCase().includes(word.toLowerCase()))
}

/** Fails when an answer, whatever it is, tells a word that it must not. Of what the person typed themselves it may. */
export function tellsNothing(answer: unknown, words: readonly string[], where: string): void {
  const text = JSON.stringify(answer ?? '').toLowerCase()
  const told = words.filter((word) => text.includes(word.toLowerCase()))
  expect(told, `${where} tells of what is not seen: ${text.slice(0, 1500)}`).toEqual([])
}

/** Everything that stands of an owner's records, as one short text: another when any of it is another. */
export async function printOf(tx: Transaction, { records }: World, owners: readonly Owner[]): Promise<string> {
  const all = owners.map((one) => records[one])
  const of = (...keys: ('company' | 'contact' | 'activity' | 'secret' | 'task' | 'deal')[]) =>
    all.flatMap((one) => keys.map((key) => one[key]))
  const [found] = await tx.$queryRaw<{ print: string }[]>`SELECT md5(string_agg(row, '|' ORDER BY row)) AS print FROM (
    SELECT x::text AS row FROM companies x WHERE id = ANY(${of('company')}::uuid[])
    UNION ALL SELECT x::text FROM contacts x WHERE id = ANY(${of('contact')}::uuid[])
    UNION ALL SELECT x::text FROM activities x WHERE id = ANY(${of('activity', 'secret')}::uuid[])
    UNION ALL SELECT x::text FROM deals x WHERE id = ANY(${of('deal')}::uuid[])
    UNION ALL SELECT x::text FROM tasks x WHERE id = ANY(${of('task')}::uuid[])) all_rows`
  return found?.print ?? ''
}

/** How much stands in the five tables: for who may change none of it. */
export async function countOf(tx: Transaction): Promise<string> {
  const [found] = await tx.$queryRaw<{ print: string }[]>`${sql`SELECT md5(string_agg(row, '|' ORDER BY row)) AS print FROM (
    SELECT x::text AS row FROM companies x UNION ALL SELECT x::text FROM contacts x UNION ALL SELECT x::text FROM activities x UNION ALL SELECT x::text FROM tasks x UNION ALL SELECT x::text FROM deals x) r`}`
  return found?.print ?? ''
}
