import type { Moment } from '../types.ts'
import { type Contact, callOutcome } from './contact.ts'
import { leanOf } from './lean.ts'
import type { Part, Role } from './roles.ts'
import {
  ZH_AGREED,
  ZH_BOARD,
  ZH_DONE,
  ZH_IMPERATIVE,
  ZH_SAYING,
  ZH_STATE,
  ZH_THEIR_DOING,
  ZH_THEIR_HEAD,
  ZH_TO_DO,
  ZH_TOLD_US,
  ZH_UNDONE,
} from './zh-plan.ts'

type Unread = Omit<Part, 'role'>
/** What stands around a clause: whether a contact was told of before it, and the words that follow. */
interface Around {
  told: boolean
  /** A meeting was missed, moved or canceled just before. */
  changed: boolean
  /** The next clause says how it went. */
  nextHappened: boolean
  /** The next clause says that what this one names was missed, moved or canceled. */
  nextChanged: boolean
}

export function aroundOf(before: readonly Part[], next: Unread | undefined): Around {
  const text = next?.text ?? ''
  const spoken = !!next && (statesOutcome(text) || ZH_DONE.test(text)) && text.search(ZH_TO_DO) < 0
  return {
    told: before.some(({ role, contacts }) => role === 'past' && contacts.length > 0),
    changed: !!before.at(-1)?.changed,
    nextHappened: spoken || !!next?.changed,
    nextChanged: !!next?.changed && !next.contacts.some(({ kind, bare }) => !bare && (kind === 'meeting' || kind === 'visit')),
  }
}

interface Signs {
  text: string
  ahead: boolean
  gone: boolean
  /** A time that is neither: a bare weekday or hour. */
  open: boolean
  done: boolean
  todo: number
  told?: Contact
}

/** What a Chinese clause is about. */
export function zhRole(part: Unread, at: Moment, around: Around): Role {
  const signs = signsOf(part, at)
  const { text, todo, told } = signs
  const bareWords = text.replace(/[\ue000-\ue003]+/g, '').replace(/的|在|于|[给跟和与](?=$)/g, '')
  if (!/[\p{L}\p{N}]/u.test(bareWords)) return part.times.length ? 'time' : 'name'
  if (around.changed && part.times.length && DUE.test(text)) return 'time'
  if (around.nextChanged && !part.changed && (part.contacts.length || DUE.test(text))) return 'past'
  if (ZH_UNDONE.test(text) && !signs.ahead && !statesOutcome(text)) return 'info'
  if (part.changed) return changeRole(signs)
  const says = text.search(ZH_TOLD_US)
  if (says >= 0 && !(told && told.start - part.start < says)) return 'plan'
  if (told) return toldRole(part, signs, told, around)
  const head = ZH_THEIR_HEAD.exec(text)
  if (head) return theirRole(signs, text.slice(head[0].length))
  if (todo >= 0 && !signs.gone && !(signs.done && !signs.ahead && /^[^T]*[了过](?!去)/.test(text.slice(todo)))) return 'plan'
  if (ZH_THEIR_DOING.test(text)) return 'info'
  const event = part.contacts.find(({ noun }) => noun)
  if (event) return eventRole(signs, event, part.start, around)
  if (ZH_STATE.test(text)) return 'info'
  if (ZH_IMPERATIVE.test(text)) return signs.done || (signs.gone && !signs.ahead) || isQuote(signs) ? 'info' : 'plan'
  return (signs.ahead || signs.open) && !signs.done && !signs.gone ? 'plan' : 'info'
}

function signsOf({ text, times, contacts }: Unread, at: Moment): Signs {
  const leans = times.map((time) => leanOf(time, at))
  return {
    text,
    ahead: leans.includes('future'),
    gone: leans.includes('past'),
    open: times.some((time, i) => !leans[i] && !time.vague),
    done: ZH_DONE.test(text),
    todo: text.search(ZH_TO_DO),
    told: contacts.find(({ noun }) => !noun),
  }
}

const statesOutcome = (text: string): boolean => !!callOutcome(text, 0, text.length)
const isQuote = ({ text, ahead, open }: Signs): boolean =>
  !ahead && !open && /报(?:了)?价?(?:[^,。;]{0,4})[\d一二两三四五六七八九十$¥€£]/.test(text)

/** When something had been due. */
const DUE = /^[^\p{L}]*(?:[\ue000-\ue003\s]*)(?:约的?是?|原定|原来|本来|原本|说好|约好|约了|定的?是?|应该是)/u
const PLANNED_CHANGE =
  /(?:要|想|准备|打算|可能|希望|申请|需要|记得|得|最好|考虑|不|别|是否|能否)[^,。;]{0,6}(?:取消|改|推迟|延期|提前|延后)/
function changeRole({ text }: Signs): Role {
  return PLANNED_CHANGE.test(text) && !/了/.test(text) ? 'info' : 'past'
}

function toldRole(part: Unread, signs: Signs, told: Contact, around: Around): Role {
  const { ahead, gone, open, done, todo, text } = signs
  const place = told.start - part.start
  if (todo >= 0 && todo <= place && !gone) return 'plan'
  if (ahead && !(done && !todo)) return !told.inbound || told.kind === 'meeting' || told.kind === 'visit' ? 'plan' : 'info'
  if (gone || done || told.bare || told.inbound || statesOutcome(text)) return 'past'
  if (open) return around.nextHappened ? 'past' : 'plan'
  if (around.told && told.kind !== 'message' && told.kind !== 'email') return todo >= 0 ? 'plan' : 'info'
  return 'past'
}

function theirRole(signs: Signs, rest: string): Role {
  const { text, ahead, open, gone, done } = signs
  if (gone || (!ahead && !open)) return 'info'
  if (ZH_BOARD.test(text) || ZH_THEIR_DOING.test(rest)) return 'info'
  if (ZH_AGREED.test(rest)) return 'plan'
  return !done && !ZH_SAYING.test(rest.slice(0, 2)) && ZH_IMPERATIVE.test(rest) ? 'plan' : 'info'
}

function eventRole({ text, ahead, gone, open, done }: Signs, event: Contact, start: number, around: Around): Role {
  if (ahead) return 'plan'
  if (gone) return 'past'
  if (open) return done || around.nextHappened ? 'past' : 'plan'
  const head = text.slice(0, event.start - start)
  return done || /[和跟与同给]/.test(text) || !head.replace(/[\ue000-\ue003\s,的]/g, '') ? 'past' : 'info'
}
