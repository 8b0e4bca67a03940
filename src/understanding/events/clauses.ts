import type { TimeSpan } from '../dates/span.ts'
import { contactsIn } from './contact.ts'
import { ARRANGED, GERUND_FIRST, IMPERATIVE, THEIR_DOING, THEIR_STATE, THEIR_SUBJECT, TO_DO } from './plan-words.ts'
import { zhRunOn } from './zh-clauses.ts'

/** A stretch of the reading that says one thing. */
export interface Clause {
  start: number
  end: number
}

const BREAK =
  /[!?;。!?;\n]+|\.{2,}|\.(?=\s|$|\p{Script=Han})|(?<![\d\ue001]),|(?<=\d),(?!\d{3})|(?<=\ue001),(?! ?\ue001)|(?<!\b(?:to-?do|to do|next steps?|next|action|action items?|reminder|follow[- ]?up|f\/u|plan|task|re|fyi|ps) ?|跟进 ?|待办 ?|下一步 ?|后续 ?|提醒 ?|行动项? ?|任务 ?|计划 ?):(?=\s|$|[\p{Script=Han}\ue000-\ue003])|\s[-–—]+\s|[–—]|→|->|[()]|\s\/\s|\s{2,}|(?<=[\p{Script=Han}])\s(?=[\p{Script=Han}\ue000-\ue003])|(?<=[\ue000-\ue003])\s(?=\p{Script=Han})/gu
const JOIN = /\s(?:and then|and|then|but|so|&|plus|also)\s(?=(\S.*))/g
const PAST_VERB =
  /^(?:i |we |he |she |they |then |also |just )*(?:called|rang|emailed|e-mailed|texted|messaged|left|sent|spoke|talked|met|visited|got|had|told|asked|said|will|need|must|should|did|wants|agreed|they|she|he|we|i|it|demo'?e?d|whatsapp'?e?d|no answer|booked|scheduled|set up|no|vm|lvm)\b/
const MOST = 60

/** Cuts a marked reading into clauses: at marks, at `and` before another doing, and where a run-on line turns to what is to be done. */
export function clausesOf(marked: string, times: readonly TimeSpan[]): Clause[] {
  const cuts = new Set<number>()
  for (const match of marked.matchAll(BREAK)) {
    cuts.add(match.index)
    cuts.add(match.index + match[0].length)
  }
  for (const match of marked.matchAll(JOIN)) {
    const right = match[1]!.slice(0, 80)
    const left =
      marked
        .slice(Math.max(0, match.index - 80), match.index)
        .split(BREAK)
        .at(-1) ?? ''
    const plans = IMPERATIVE.test(right) || GERUND_FIRST.test(right) || TO_DO.test(right.slice(0, 24))
    if (PAST_VERB.test(right) || (plans && !(IMPERATIVE.test(left) || TO_DO.test(left)))) cuts.add(match.index)
  }
  const whole = headed(marked, between(cuts, marked))
  return whole
    .slice(0, MOST)
    .flatMap((clause) =>
      HAN.test(marked.slice(clause.start, clause.end)) ? zhRunOn(marked, clause, times) : runOn(marked, clause),
    )
}

/** A time alone at the head of a line belongs to what follows it: `mondays 9am: call with Mia`. */
function headed(marked: string, clauses: Clause[]): Clause[] {
  const [first, second] = clauses
  const alone =
    first && second && !/[\p{L}\p{N}\ue000\ue001]/u.test(marked.slice(first.start, first.end).replace(/\b(?:on|at|by)\b/g, ''))
  if (!alone || !/^[\s:,–—-]*$/.test(marked.slice(first.end, second.start))) return clauses
  return [{ start: first.start, end: second.end }, ...clauses.slice(2)]
}

function between(cuts: ReadonlySet<number>, marked: string): Clause[] {
  const places = [0, ...[...cuts].sort((a, b) => a - b), marked.length]
  const clauses: Clause[] = []
  for (let i = 0; i + 1 < places.length; i++) {
    const clause = { start: places[i]!, end: places[i + 1]! }
    if (/[\p{L}\p{N}\ue000-\ue003]/u.test(marked.slice(clause.start, clause.end))) clauses.push(clause)
  }
  return clauses
}

const TURN = new RegExp(
  `(?<=[\\s\\p{Script=Han}\\ue000-\\ue003])(?:${TO_DO.source}|(?:send|sending|try again|email (?:him|her|them)|call (?:him|her|them|again|back)|text (?:him|her|them)|meeting again|demo (?=\\ue002)|next (?:call|meeting|visit|demo) (?=\\ue002)))`,
  'gu',
)
/** Words of ours that no customer's doing goes on with: `they need board approval call her back Monday`. */
const OURS =
  /(?<= )(?:(?:call|ring|text|e-?mail|ping|send|remind|chase|try) (?:him|her|them|back|again|[\ue000\ue001])|cb\b|c\/b|f\/u|fu |follow(?:ing)? up|circle back|touch base|(?:so )?(?:i|we) (?:will|need to|should|have to|must|can|could)\b|i'?ll |we'll )/g
const HELD =
  /(?:\bto|\bus|\bme|n'?t|\bwho|\bcustomer|\bclient|(?:[\ue000\ue001]|\b(?:he|she|they|it)) (?:will|would)|'ll|'s|\b(?:a|an|the|our|my|his|her|their|for|no|good|great|about|re|of|quick|w\/|with|asked|wants|said)) ?$/
/** After a pronoun only a word of what they do is held: `she will call`, but `she loved it follow up thursday`. */
const HELD_PRONOUN = /\b(?:he|she|they|it) ?$/
const NOT_HELD = /^(?:f\/u|fu\b|fup|follow|cb\b|c\/b|call ?back|remind|touch base|circle|check|send|email|call|text|try|next)/
const HAN = /\p{Script=Han}/u

function isHeld(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return HELD.test(before) || (HELD_PRONOUN.test(before) && !NOT_HELD.test(text.slice(at)))
}

/** A clause that first tells of a contact or of the customer and then, without any mark, of what is to be done. */
function runOn(marked: string, clause: Clause): Clause[] {
  const told = contactsIn(marked, clause.start, clause.end)[0]
  const text = marked.slice(clause.start, clause.end)
  if (!told && !THEIR_DOING.test(text) && !THEIR_STATE.test(text) && !THEIR_SUBJECT.test(text)) return [clause]
  const turn = [...text.matchAll(told ? TURN : OURS)]
    .map((match) => match.index)
    .find(
      (at) => at >= (told ? told.end - clause.start : 4) && !isHeld(text, at) && !(told?.noun && ARRANGED.test(text.slice(at))),
    )
  if (!turn) return [clause]
  const cut = clause.start + turn
  return [
    { start: clause.start, end: cut },
    { start: cut, end: clause.end },
  ]
}
