import { adjoins, type Token } from '../text/tokens.ts'
import { isGivenName, isIndustry, isOrdinary } from '../text/words.ts'
import { anotherEnd } from './company-names.ts'
import { abbreviationStands, isLatinTalk } from './han-standing.ts'
import { type Mention, type Scene, typedAt } from './mention.ts'
import { isSuffix } from './normalize.ts'
import { GIVING } from './standing-words.ts'
import { titledAt } from './titled.ts'
import { nearestGuesses } from './typos.ts'
import { isAfterUnknown, isFirm, isFromSomewhere, isLoose, isWeak, kindOf } from './unknown-kinds.ts'
import { announced, chineseRun, labelAt } from './unknown-labels.ts'
import { type Place, placeOf } from './unknown-place.ts'
import { type Run, runFrom } from './unknown-runs.ts'
import { ROLE } from './unknown-words.ts'

const LONGEST_NAME = 80
const MEAL = /\b(?:lunch|coffee|dinner|breakfast|drinks?|beers?|brunch)\b/

type Found = Mention & { tokens: number }

/** Where an unknown name may begin, with what leads to it and what was named before. */
interface Start {
  at: number
  token: Token
  place: Place
  lead: Token | undefined
  previous: Mention | undefined
  before: readonly Mention[]
  /** In brackets behind a person: their company. */
  bracketed: boolean
  /** Joined to the name before it: `Bruno from Marigold`. */
  joined: boolean
  nameOnly: boolean
}

/** A name nobody knows, or a mistyped one, that begins at a word of the line where a customer stands. */
export function unknownAt(scene: Scene, at: number, before: readonly Mention[], nameOnly: boolean): Found | undefined {
  const place = nameOnly && at === 0 ? 'line' : placeOf(scene, at)
  if (!place) return undefined
  const titled = titledAt(scene, at)
  if (titled) return titled
  if (isChineseTalk(scene, at, nameOnly)) return undefined
  const start = startOf(scene, at, place, before, nameOnly)
  const run = runAt(scene, start)
  return run && mentionOf(scene, start, run)
}

function isChineseTalk(scene: Scene, at: number, nameOnly: boolean): boolean {
  const { line, tokens } = scene
  const { word, start, end } = tokens[at]!
  if ((tokens[at + 1]?.han || tokens[at - 1]?.han) && isLatinTalk(word)) return true
  return !nameOnly && isAbbreviation(scene, at) && !abbreviationStands(line.read, start, end)
}

function startOf({ line, tokens }: Scene, at: number, place: Place, before: readonly Mention[], nameOnly: boolean): Start {
  const [lead, token] = [tokens[at - 1], tokens[at]!]
  const previous = before.filter((one) => one.end <= token.start).at(-1)
  const bracketed = previous?.kind === 'person' && /^ \($/.test(line.read.slice(previous.end, token.start))
  const linked = !!previous && !!lead && /^(?:from|at|@|of|w\/|with|over)$/.test(lead.word) && lead.start - previous.end <= 2
  return { at, token, place, lead, previous, before, bracketed, joined: bracketed || linked, nameOnly }
}

/** The words of the name, when a name can stand there at all. */
function runAt(scene: Scene, start: Start): (Run & { labelled: boolean }) | undefined {
  const { line, tokens } = scene
  const { at, token, place, lead, previous, bracketed, joined, nameOnly } = start
  const labelled = place === 'line' && !nameOnly ? (announced(scene, at) ?? labelAt(scene, at)) : undefined
  const chinese = nameOnly ? undefined : chineseRun(scene, at)
  const run =
    nameOnly && place === 'line'
      ? { end: tokens.length, words: tokens.slice(at).map(({ word }) => word) }
      : (labelled ?? chinese ?? runFrom(scene, at, (place === 'verb' || joined) && !GIVING.test(lead?.word ?? '')))
  if (!run) return undefined
  if (!token.capital && !labelled && !nameOnly && isLoose(scene, at, run, place, joined)) return undefined
  const ofPerson = token.capital && isAfterUnknown(line, token, previous) && isFirm(run)
  if (place === 'clause' && !ofPerson && !bracketed && !chinese && !isNewPerson(start)) return undefined
  const oneWord =
    token.capital && isOrdinary(token.word) && run.end - at < 2 && !(isGivenName(token.word) && isFromSomewhere(scene, run))
  if (place === 'line' && !labelled && !chinese && !nameOnly && oneWord) return undefined
  if (lead?.word === 'at' && !joined && place === 'preposition' && previous) return undefined
  if (joined && previous?.kind === 'person' && lead?.word === 'at' && MEAL.test(line.read.slice(0, token.start))) return undefined
  return { ...run, labelled: !!labelled }
}

/** At the beginning of a clause: `owner Beto Cruz`, `Bruno wants …`. */
const isNewPerson = ({ token, lead }: Start): boolean =>
  token.capital && (ROLE.test(lead?.word ?? '') || isGivenName(token.word)) && !isOrdinary(token.word)

function mentionOf(scene: Scene, start: Start, found: Run & { labelled: boolean }): Found | undefined {
  const { line, tokens, index } = scene
  const { at, token, place, lead, previous, joined } = start
  const run = { ...found, end: beforePerson(scene, at, found) }
  const last = tokens[run.end - 1]!
  if (last.end - token.start > LONGEST_NAME) return undefined
  const given = place === 'preposition' || GIVING.test(lead?.word ?? '')
  const mention = {
    start: token.start,
    end: last.end,
    typed: typedAt(line, token.start, last.end),
    whole: false,
    owner: last.possessive,
    tokens: run.end - at,
    weak: given && !joined && !found.labelled && isWeak(scene, at, run, start.before),
  }
  const near = nearestGuesses(
    index,
    run.words.slice(0, run.end - at).filter((word, i) => i === 0 || !isSuffix(word)),
  )
  if (near.length) return { ...mention, weak: false, kind: near[0]!.kind, ids: near.map(({ id }) => id) }
  const another = run.end === anotherEnd(scene, at)
  const firm = run.words.length > 1 && run.words.some((word) => isIndustry(word) || isSuffix(word))
  if (run.english && !another && !firm) return undefined
  const kind = another ? 'company' : isFromSomewhere(scene, run) ? 'person' : kindOf(run, lead, joined, previous, place)
  return { ...mention, kind, ids: [] }
}

/** In a Chinese line: one short word in capitals. */
function isAbbreviation({ line, tokens }: Scene, at: number): boolean {
  const [before, { start, end }, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]]
  if (!before?.han && !next?.han) return false
  return !(next?.capital && adjoins(line, tokens[at], next)) && /^[A-Z]{2,5}$/.test(typedAt(line, start, end))
}

/** Where a mistyped company ends and its known person begins (`Pacfic Rim Foods David`). */
function beforePerson({ index }: Scene, at: number, { end, words }: Run): number {
  for (let length = words.length - 1; length > 0; length--) {
    if (!index.peopleByWord.has(words[length]!)) continue
    const near = nearestGuesses(index, words.slice(0, length))
    if (near.length && near.every(({ kind }) => kind === 'company')) return at + length
  }
  return end
}
