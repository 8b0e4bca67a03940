import { choose } from './customers/choose.ts'
import type { CustomerIndex } from './customers/customer-index.ts'
import { typedAt } from './customers/mention.ts'
import { mentionsIn } from './customers/mentions.ts'
import { impossibleIn } from './dates/impossible.ts'
import { repeatEnd, timesIn, whenOf } from './dates/when.ts'
import { sceneOf } from './scene.ts'
import type { Moment, TaskWords } from './types.ts'

const MEMBER = /^\s*(<@[^>\s]{1,40}>|@\S{1,60})\s*[:,]?\s*|\bfor (<@[^>\s]{1,40}>|@\S{1,60})(?=\s|$)/

/** `remind me to …`: whom, when it is the one who types, and the small words after it. */
const ME = /^(?:me\b[\s:,]*|我(?![们司方的])[\s：，,]*)/i
const LEADS_IN = /^(?:to|that|about)\s+/i

/** A task as typed: customer, time, what is to be done and for whom, in any order. */
export function understandTask(typed: string, at: Moment & { customers: CustomerIndex }): TaskWords {
  const member = MEMBER.exec(typed)
  const text = member
    ? `${typed.slice(0, member.index)} ${typed.slice(member.index + member[0].length)}`.trim()
    : typed.trim().replace(ME, '')
  const scene = sceneOf(text, at.customers)
  const mentions = mentionsIn(scene)
  const span = timesIn(scene.line, at.zone, mentions)[0]
  const { match, by } = choose(at.customers, mentions)
  const opening = by.find((one) => one.start === 0 && !one.owner)
  const without = (cuts: readonly Place[]) => {
    let what = text
    for (const cut of cuts.toSorted((a, b) => b.start - a.start))
      what = `${what.slice(0, scene.line.at(cut.start))} ${what.slice(scene.line.at(cut.end - 1) + 1)}`
    return tidy(tidy(what).replace(LEADS_IN, ''))
  }
  const ends = span && repeatEnd(scene.line, span, at.zone)
  const wrong = impossibleIn(scene.line.read, mentions)
  const said = [...(span ? [span] : []), ...(ends ? [ends] : [])]
  const time = wrong ? withPlace(said, wrong) : said
  return {
    customer: match,
    ...(span && !wrong && { when: whenOf(scene.line, span, at, 'future', ends) }),
    what:
      without([...time, ...(opening ? [opening] : [])]) ||
      without(time) ||
      (time.length ? '' : typedAt(scene.line, 0, scene.line.read.length).trim()),
    ...(time.length && {
      time: inOrder(time)
        .map((one) => typedAt(scene.line, one.start, one.end).trim())
        .join(' '),
    }),
    ...(wrong && { impossible: typedAt(scene.line, wrong.start, wrong.end) }),
    ...(member && { forMember: (member[1] ?? member[2])! }),
  }
}

const inOrder = (places: readonly Place[]) => places.toSorted((a, b) => a.start - b.start)

type Place = { start: number; end: number }

/** Places in a text with one more, which takes in those that it overlaps. */
function withPlace(places: readonly Place[], { start, end }: Place): Place[] {
  const overlap = places.filter((one) => one.start < end && one.end > start)
  const whole = {
    start: Math.min(start, ...overlap.map((one) => one.start)),
    end: Math.max(end, ...overlap.map((one) => one.end)),
  }
  return [...places.filter((one) => !overlap.includes(one)), whole]
}

/** Words left over after others were taken out: no doubled spaces, no stray marks at the ends. */
export const tidy = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:!?，。；：！？])/g, '$1')
    .replace(/^[\s,.;:\-–—，。；：、]+|[\s,;:\-–—，；：、]+$/g, '')
    .trim()
