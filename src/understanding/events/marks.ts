import type { Mention } from '../customers/mention.ts'
import type { TimeSpan } from '../dates/span.ts'

/** Marks that stand for found names, times and addresses in a reading, as long as what they stand for. */
export const COMPANY = '\ue000'
export const PERSON = '\ue001'
export const TIME = '\ue002'
export const OTHER = '\ue003'
/** A customer's name, in a pattern. */
export const N = '[\ue000\ue001]+'

export interface Span {
  start: number
  end: number
}

/** A reading in which names, times and addresses are marks, so that patterns see what kind of thing stands where. */
export function marked(read: string, mentions: readonly Mention[], times: readonly TimeSpan[], others: readonly Span[]): string {
  const spans = [
    ...mentions.map((one) => ({ start: one.start, end: one.end, mark: one.kind === 'company' ? COMPANY : PERSON })),
    ...times.map(({ start, end }) => ({ start, end, mark: TIME })),
    ...others.map(({ start, end }) => ({ start, end, mark: OTHER })),
  ].sort((a, b) => a.start - b.start)
  let out = ''
  for (const { start, end, mark } of spans) {
    if (start < out.length) continue
    out += read.slice(out.length, start) + mark.repeat(end - start)
  }
  return together(out + read.slice(out.length))
}

/** In Chinese a company with its person, people named together, and `N那边` are one customer: what joins them is marked too. */
function together(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text
  return text.replace(JOINED, (_, before: string, joint: string) => before + before.repeat(joint.length))
}
const JOINED =
  /([\ue000\ue001])((?:公司|集团|那边|那里|方面)?[的之]?[ ]?(?=[\ue000\ue001])|[和跟与及、](?=[\ue000\ue001])|(?:那边|那里|那儿|那头|方面|本人|这边))/g
