import type { Condition, Filter, FoundNoun } from '../filter.ts'
import { contacted, contactedHan, made, madeHan } from './contact-rules.ts'
import { dealDays, dealLate, dealNoun, dealSort, dealsWith, saysDeals, worth } from './deal-rules.ts'
import { compared, counted, given, notYes, staged } from './field-rules.ts'
import { atCompany, bareSegment, called, newOnes, noun, owner, place, segment, sort, tag, tasks } from './record-rules.ts'
import { type Rule, type Scene, Text } from './scan.ts'

const RULES: readonly Rule[] = [
  bareSegment,
  noun,
  sort,
  owner,
  place,
  segment,
  tag,
  tasks,
  contacted,
  contactedHan,
  made,
  madeHan,
  given,
  compared,
  counted,
  notYes,
  atCompany,
  called,
  newOnes,
  staged,
]

/** Of deals the same, but for what only customers are. */
const DEAL_RULES: readonly Rule[] = [
  ...[dealNoun, dealSort, dealDays, dealLate, worth, dealsWith],
  ...RULES.filter((one) => ![noun, atCompany, newOnes, staged, counted, bareSegment].includes(one)),
]

/** A filter as it was understood from words. */
export interface Read {
  filter: Filter
  /** `companies`, `my contacts`: without, the words may as well be a name. */
  namesNoun: boolean
  /** What was not understood, as typed. */
  unread: string[]
}

/** Words that hold clauses together and say nothing. */
const FILLER =
  /(?:and|but|that|who|which|whose|where|with|are|is|were|was|have|has|been|also|then|please|all|any|the|of|list|show|find|me|get|give|i|并且|而且|且|但是?|同时|以及|请|帮我|给我|列出|所有的?|全部的?|那些|的|和|且|也|又|,|;|、|。|；)(?: |(?=\p{Script=Han})|$|(?<=[,;、。；\p{Script=Han}]))/uy
const HAN = /\p{Script=Han}/u
/** Words in front of what is looked for: `Berlin software companies`; more are a sentence. */
const MOST_KIND_WORDS = 4
const OR = /(?:,? ?or |\/ ?|或者?)/y

/** What a filter's words say. Pure: the scene holds all that they may name. */
export function readFilter(typed: string, scene: Scene): Read {
  const isDeals = saysDeals(typed)
  // By one word each noun has a field of its own: what is looked for says which is meant.
  const fields = scene.fields.filter(({ stands }) => (isDeals ? stands.deal : (stands.company ?? stands.contact)))
  const text = new Text(typed, { ...scene, fields }, isDeals ? DEAL_RULES : RULES)
  const reading = new Reading(text)
  let at = text.skip(0)
  while (at < text.low.length) at = text.skip(reading.step(at))
  return reading.done()
}

class Reading {
  readonly #text: Text
  #noun: FoundNoun | undefined
  #namesNoun = false
  #sort: Filter['sort']
  readonly #all: Condition[][] = []
  #or = false
  /** Words that nothing was made of yet. */
  #rest: { start: number; end: number; afterNoun: boolean } | undefined
  #lastWasNoun = false
  readonly #unread: string[] = []

  constructor(text: Text) {
    this.#text = text
  }

  /** Reads on from a place; gives the next. */
  step(at: number): number {
    const text = this.#text
    const clause = text.clauseAt(at)
    if (clause) {
      const isNoun = Boolean(clause.noun ?? clause.isAnyNoun)
      this.#settle(isNoun ? clause.noun : undefined, isNoun)
      if (clause.unknown) this.#unread.push(clause.unknown)
      if (isNoun) this.#name(clause.noun)
      if (clause.sort) this.#sort = clause.sort
      if (clause.conditions?.length) this.#add(clause.conditions)
      this.#lastWasNoun = isNoun && !clause.conditions?.length
      return clause.end
    }
    const or = this.#all.length && !this.#rest ? (text.match(OR, at) ?? matchEnd(OR, text.low, at)) : undefined
    if (or && text.clauseAt(text.skip(at + or[0].length))) {
      this.#or = true
      return at + or[0].length
    }
    const filler = this.#rest ? undefined : matchEnd(FILLER, text.low, at)
    if (filler) return at + Math.max(1, filler[0].length)
    const end = text.next(at)
    if (this.#rest) this.#rest.end = end
    else this.#rest = { start: at, end, afterNoun: this.#lastWasNoun }
    return end
  }

  #name(noun: FoundNoun | undefined): void {
    this.#namesNoun = true
    if (noun) this.#noun = noun
  }

  #add(conditions: Condition[]): void {
    const last = this.#all.at(-1)
    if (this.#or && last && conditions.length === 1) last.push(conditions[0]!)
    else this.#all.push(...conditions.map((one) => [one]))
    this.#or = false
  }

  /** Words beside what is looked for are a name, a tag, a trade or a place; other ones were not understood. */
  #settle(noun?: FoundNoun, beforeNoun = false): void {
    const rest = this.#rest
    this.#rest = undefined
    if (!rest) return
    const words = this.#text.text
      .slice(rest.start, rest.end)
      .replace(/(?:^| )(?:and|with|的|,|;)+$/u, '')
      .replace(/^["']|["']$/g, '')
      .trim()
    if (!words) return
    const isKind = beforeNoun && (HAN.test(words) || (!this.#namesNoun && words.split(' ').length <= MOST_KIND_WORDS))
    if ((rest.afterNoun || isKind) && isName(words)) {
      if (beforeNoun && noun === 'contact' && HAN.test(words)) this.#add([{ kind: 'at', values: [words.replace(/的$/, '')] }])
      else for (const part of this.#ours(words).split('的').filter(Boolean)) this.#addWords(part)
    } else this.#unread.push(words)
  }

  /** `my vip customers`: whose they are is said in front of the words. */
  #ours(words: string): string {
    const [lead = '', mine] = /^(?:(?:all|the|of) )*(?:(my)|our)? ?/i.exec(words) ?? []
    if (mine) this.#add([{ kind: 'owner', members: ['me'] }])
    return words.slice(lead.length)
  }

  /** `Berlin or Hamburg`, 上海或杭州: one of them at least. */
  #addWords(part: string): void {
    const ways = part.split(/ or |或者?|、/).flatMap((one) => one.trim() || [])
    if (ways.length) this.#all.push(ways.map((text) => ({ kind: 'words', text })))
    this.#or = false
  }

  done(): Read {
    this.#settle()
    return {
      filter: { ...(this.#noun && { noun: this.#noun }), all: this.#all, ...(this.#sort && { sort: this.#sort }) },
      namesNoun: this.#namesNoun,
      unread: this.#unread,
    }
  }
}

const matchEnd = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** Letters and digits, and what stands in names; no comparison. */
const isName = (words: string) => /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .&'’\-/+()]*$/u.test(words) && words.split(' ').length <= 6
