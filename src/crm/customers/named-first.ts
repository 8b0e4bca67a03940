import type { Context } from '../../bot/context.ts'
import { normalizeName, resolveCustomer } from '../../understanding/index.ts'
import { indexFor, isRef } from './customers.ts'

const SIGN = /^(.*?\S)\s*(?:[:：]|\s(?=#))\s*(\S.*)$/su
/** So many words are tried for a customer's name. */
const LONGEST_NAME = 8

/** A customer's name, and the words behind it. */
export interface NamedFirst {
  customer: string
  rest: string
}

/**
 * Cuts `acme corp vip, berlin` where the customer's name ends: the longest beginning whose every word stands in the name of somebody known; a colon or `#`
 * cuts for sure. Nobody known: the first word is the name.
 */
export async function namedFirst(context: Context, line: string): Promise<NamedFirst> {
  const [, before, behind] = SIGN.exec(line) ?? []
  if (before && behind) return { customer: before, rest: behind }
  const words = line.trim().split(/\s+/)
  const [first = ''] = words
  if (isRef(first) || words.length < 2) return { customer: first, rest: words.slice(1).join(' ') }
  const known = await indexFor(context, line)
  for (let length = Math.min(words.length, LONGEST_NAME); length > 0; length--) {
    const typed = words.slice(0, length).join(' ')
    const match = resolveCustomer(typed, known)
    const candidates = match.status === 'known' ? [match] : match.status === 'ambiguous' ? match.candidates : []
    const named = candidates.some(({ company, contact }) => {
      const name = normalizeName([company?.name, contact?.name].filter(Boolean).join(' '))
      return words.slice(0, length).every((word) => {
        const wanted = normalizeName(word).split(/\s+/)
        return wanted.every((one) => one && name.includes(one))
      })
    })
    if (named) return { customer: typed.replace(/[,，]$/, ''), rest: words.slice(length).join(' ') }
  }
  return { customer: first, rest: words.slice(1).join(' ') }
}

/** A typed line as its form shows it: the customer, and the rest under the name of the input it goes into. */
export async function asCut(
  context: Context,
  { line }: Record<string, unknown>,
  field: string,
): Promise<Record<string, { value: string }>> {
  if (typeof line !== 'string') return {}
  const { customer, rest } = await namedFirst(context, line)
  return { customer: { value: customer }, ...(rest && { [field]: { value: rest } }) }
}
