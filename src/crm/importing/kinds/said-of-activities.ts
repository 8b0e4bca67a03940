import { type Kind, type Outcome, outcomesOf } from '../../activities/vocabulary.ts'
import type { Values } from './activity-row.ts'

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['call', /\b(?:phone|calls?|called|anruf|telefonat)\b|电话|通话|来电/i],
  ['email', /\be-?mails?\b|邮件/i],
  ['visit', /\b(?:visit|site visit|besuch)\b|拜访|走访/i],
  ['meeting', /\b(?:meetings?|event|appointment|demo|lunch|dinner|conference|webinar|termin|besprechung)\b|会议|会面|演示/i],
  ['message', /\b(?:message|sms|text|whatsapp|linkedin|wechat|chat|letter|fax)\b|消息|短信|微信/i],
  ['note', /\b(?:notes?|comment)\b|备注|笔记|跟进/i],
]
/** By the headers of a file that holds one kind only. */
const BY_HEADERS: readonly (readonly [Kind, RegExp])[] = [
  ['call', /^(?:hs )?call (?:title|body|notes|outcome|duration|start time|id|owner|purpose|disposition|direction)/],
  ['email', /^(?:hs )?email (?:subject|body|text|direction)/],
  [
    'meeting',
    /^(?:hs )?meeting (?:title|name|body|outcome|start time|owner)|^(?:start|end)datetime$|^event (?:id|title|name|owner)$|^host$/,
  ],
  ['note', /^(?:hs )?note (?:body|title|content|id|owner)$/],
]

/** What kind of activity a row is: by its type, by what all rows of the file are, by how its subject begins; else a note, which claims no contact. */
export function kindIn(values: Values, subject: string, headers: readonly string[]): Kind {
  const typed = values['activity type']
  const said = typed && KINDS.find(([, words]) => words.test(typed))?.[0]
  if (said) return said
  const ofFile = BY_HEADERS.find(([, header]) => headers.some((one) => header.test(one)))?.[0]
  if (ofFile && !typed) return ofFile
  const begin = subject.slice(0, 24)
  return KINDS.find(([kind, words]) => kind !== 'note' && words.exec(begin)?.index === 0)?.[0] ?? 'note'
}

/** HubSpot's own ids of how a call went. */
const DISPOSITIONS: Readonly<Record<string, Outcome>> = {
  'f240bbac-87c9-4f6e-bf70-924b57d47db7': 'connected',
  '9d9162e7-6cf3-4944-bf63-4dff82258764': 'busy',
  'a4c4c377-d246-4b32-a13b-75a56a4cd0ff': 'left_live_message',
  'b2cf5968-551e-4856-9783-52b3da59a7d0': 'left_voicemail',
  '73a0d17f-1163-4015-bdd5-ec830791da20': 'no_answer',
  '17b47fee-58de-441e-a44c-c6300d46f273': 'wrong_number',
}
/** The more special first: “not answered” is no answer. */
const OUTCOMES: readonly (readonly [Outcome, RegExp])[] = [
  ['no_answer', /no.?answer|not? (?:answered|reached)|unanswered|missed|no.?response|未接|无人接听/i],
  ['left_voicemail', /voice ?mail|answering machine|语音/i],
  ['left_live_message', /live message|left (?:a )?message|转告/i],
  ['wrong_number', /wrong|号码错误|空号/i],
  ['busy', /\bbusy\b|占线/i],
  ['no_show', /no.?show|未到/i],
  ['rescheduled', /re-?scheduled?|改期/i],
  ['canceled', /cancell?ed|取消/i],
  ['connected', /connect|answered|reached|spoke|interested|success|接通/i],
  ['completed', /complete|held|took place|attended|done|已完成/i],
]

/** How it went; what is said of that in other words goes into the note. */
export function outcomeIn(kind: Kind, values: Values): { outcome?: Outcome; unread?: string } {
  const typed = values.outcome?.trim() || (/missed/i.test(values.direction ?? '') ? 'missed' : '')
  if (!typed) return {}
  const possible = outcomesOf(kind)
  const found =
    DISPOSITIONS[typed.toLowerCase()] ?? OUTCOMES.find(([one, words]) => possible.includes(one) && words.test(typed))?.[0]
  return found && possible.includes(found) ? { outcome: found } : { unread: typed }
}

export const directionIn = ({ direction = '' }: Values): 'inbound' | undefined =>
  /inbound|incoming|received|missed|呼入|来电/i.test(direction) ? 'inbound' : undefined

/** Whole minutes, of `0:12:30`, `12:30` (hours first), `12`, `90 s`. */
export function minutesIn(values: Values): number | undefined {
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(values.duration?.trim() ?? '')
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60
    : (amount(values.duration) ?? scaled(values['duration seconds'], 60) ?? scaled(values['duration milliseconds'], 60_000))
  return minutes === undefined || minutes > 60 * 24 * 30 ? undefined : Math.round(minutes)
}

const amount = (typed = '') => {
  const found = /^(\d+(?:\.\d+)?)\s*(s|sec|seconds?|h|hours?|m|min|minutes?|分钟|分|小时|秒)?\.?$/i.exec(typed.trim())
  if (!found) return undefined
  return /^(?:s|秒)/i.test(found[2] ?? '')
    ? Number(found[1]) / 60
    : /^(?:h|小时)/i.test(found[2] ?? '')
      ? Number(found[1]) * 60
      : Number(found[1])
}
const scaled = (typed: string | undefined, by: number) =>
  typed && /^\d+(?:\.\d+)?$/.test(typed.trim()) ? Number(typed) / by : undefined
