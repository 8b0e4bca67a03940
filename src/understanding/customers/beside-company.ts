import type { Token } from '../text/tokens.ts'
import type { CustomerIndex } from './customer-index.ts'
import { type Mention, type Scene, typedAt } from './mention.ts'
import { wordsOf } from './normalize.ts'
import { isDateWord, isDoing } from './standing-words.ts'

const STATE =
  /^(?:\w+ing|out|in|on|off|ok|okay|fine|happy|keen|away|sick|back|still|interested|ready|busy|great|very|not|sure|gone|new|excited|worried|also|up|down)$/

/** People whose names are everyday words, where the line names their company: `oakridge freight peter is out`, `wattle creek, summer loves it`. */
export function besideCompany({ line, tokens, index }: Scene, found: readonly Mention[]): Mention[] {
  const companies = found.filter(({ kind, ids }) => kind === 'company' && ids.length)
  if (!companies.length) return []
  const ids = companies.flatMap((one) => one.ids)
  return tokens.flatMap((token, at) => {
    if (token.han || found.some((one) => token.start < one.end && token.end > one.start)) return []
    const people = colleagues(index, token.word, ids)
    const before = tokens[at - 1]
    const gap = before ? line.read.slice(before.end, token.start) : ''
    const next = companies.some(({ end }) => before?.end === end || before?.end === end + 2) && /^ ?$/.test(gap)
    const opens = !before || /[.!?;:\n,(—–]|(?:^| )- /.test(gap)
    const isLabel = next && /^(?: ?[:–—]| - )/.test(line.read.slice(token.end, token.end + 3))
    if (!people.length || !(next || opens) || !(isLabel || isSubject(token, tokens.slice(at + 1, at + 3)))) return []
    return [
      {
        kind: 'person' as const,
        start: token.start,
        end: token.end,
        ids: people,
        typed: typedAt(line, token.start, token.end),
        whole: false,
      },
    ]
  })
}

const colleagues = (index: CustomerIndex, word: string, companies: readonly number[]): number[] =>
  (index.peopleByWord.get(word) ?? []).filter(
    (id) => companies.includes(index.people[id]!.company) && wordsOf(index.people[id]!.name)[0] === word,
  )

function isSubject(token: Token, [verb, state]: Token[]): boolean {
  if (!verb) return !isDateWord(token.word)
  if (/^(?:is|was|s)$/.test(verb.word)) return !!state && STATE.test(state.word)
  return isDoing(verb.word) && !/^(?:at|@|of|from|with|and|no|in|out|is|just|still|not|never)$/.test(verb.word)
}
