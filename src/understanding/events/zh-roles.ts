import type { Moment } from '../types.ts'
import { type Contact, callOutcome } from './contact.ts'
import { leanOf } from './lean.ts'
import type { Part, Role } from './roles.ts'
import { NO_MEETING } from './zh-outcome.ts'
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
  /** Whether the clause before asked for something. */
  asked: boolean
  told: boolean
  /** A meeting was missed, moved or canceled just before. */
  changed: boolean
  /** The clause before is of what they did or said. */
  theirs: boolean
  /** The next clause says how it went. */
  nextHappened: boolean
  /** A time alone follows that may be one to come. */
  timeFollows: boolean
  /** A time to come alone stood just before. */
  timeBefore: boolean
  /** The next clause says that what this one names was missed, moved or canceled. */
  nextChanged: boolean
}

export function aroundOf(before: readonly Part[], next: Unread | undefined, at: Moment): Around {
  const text = next?.text ?? ''
  const last = before.at(-1)
  const spoken =
    !!next &&
    (THEY_SAY.test(text) ||
      ((statesOutcome(text) || ZH_DONE.test(text) || ZH_THEIR_HEAD.test(text)) && text.search(ZH_TO_DO) < 0))
  return {
    asked: !!last && ASKING.test(last.text),
    told: before.some(({ role, contacts }) => role === 'past' && contacts.length > 0),
    changed: !!last?.changed,
    theirs: !!last && (last.contacts.some(({ inbound }) => inbound) || (last.role === 'info' && ZH_THEIR_HEAD.test(last.text))),
    nextHappened: spoken || !!next?.changed,
    timeFollows: !!next?.times.length && isBare(text) && next.times.some((time) => !time.vague && leanOf(time, at) !== 'past'),
    timeBefore: last?.role === 'time' && last.times.some((time) => leanOf(time, at) === 'future'),
    nextChanged: !!next?.changed && !next.contacts.some(({ kind, bare }) => !bare && (kind === 'meeting' || kind === 'visit')),
  }
}

/** A question or a wish, and the answer that is then ours to give. */
const ASKING = /问|咨询|打听|想知道|想了解|索要|[\ue000\ue001]要(?!求)/
const ANSWER = /^[^\p{L}\p{N}\ue000-\ue001]*(?:前|之前|尽快|当面|再|书面|一并|\s|,)*答复(?!我|了|说)/u

/** What was said at a contact, whatever it was. */
const THEY_SAY =
  /^[^\p{L}\p{N}\ue000-\ue002]*(?:[他她]们?|对方|客户|[\ue000\ue001]+)(?:还|也|就)?(?:说|表示|觉得|同意|答应|拒绝|反馈|嫌|问)/u

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

/** Names and times, and nothing said of them. */
const isBare = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text.replace(/[\ue000-\ue003]+/g, '').replace(/的|在|于|[跟和与](?=$)|(?<!\ue002)给(?=$)/g, ''))

/** What a Chinese clause is about. */
export function zhRole(part: Unread, at: Moment, around: Around): Role {
  const signs = signsOf(part, at)
  const { text, todo, told } = signs
  if (isBare(text) || LABEL.test(text)) return part.times.length ? 'time' : 'name'
  if (around.asked && ANSWER.test(text)) return 'plan'
  if (around.changed && part.times.length && !signs.ahead && DUE.test(text)) return 'time'
  if (around.nextChanged && !part.changed && (part.contacts.length || DUE.test(text))) return 'past'
  if (ZH_UNDONE.test(text) && !signs.ahead && !statesOutcome(text)) return 'info'
  if (around.told && PASSED_ON.test(text)) return 'past'
  if (NO_MEETING.test(text)) return 'info'
  if (part.changed) return changeRole(signs)
  if (WAITING.test(text) || INTERNAL.test(text)) return 'info'
  const head = ZH_THEIR_HEAD.exec(text)
  const said = around.told || around.theirs ? SAID.exec(text) : null
  if ((head || said) && (ZH_BOARD.test(text) || (head && OTHERS.test(head[0]))) && !told?.inbound && !/我/.test(text))
    return signs.ahead ? 'info' : infoOr(part, told)
  const says = text.search(ZH_TOLD_US)
  if (says >= 0 && !(told && told.start - part.start < says)) return 'plan'
  if (said && !told) return theirRole(signs, text.slice(said[0].length))
  if (around.told && TOPIC.test(text)) return 'info'
  if (around.theirs && TO_US.test(text) && !signs.gone) return 'info'
  if (told && around.timeBefore && !signs.done && !signs.gone) return 'plan'
  if (told) return toldRole(part, signs, told, around)
  const event = part.contacts.find(({ noun }) => noun)
  if (event && signs.done && OF_THEM.test(text.slice(0, event.start - part.start)))
    return eventRole(signs, event, part.start, around)
  if (head) return theirRole(signs, text.slice(head[0].length).replace(/^说(?=\ue002)/, ''))
  if ((around.theirs && WISH.test(text)) || (around.told && WISH_TOLD.test(text))) return theirRole(signs, text)
  if (todo >= 0 && !signs.gone) return 'plan'
  if (WE_DO.test(text) && !signs.done && !signs.gone) return 'plan'
  if (ZH_THEIR_DOING.test(text)) return 'info'
  if (isTimedOrder(signs) && !(event && around.nextHappened)) return 'plan'
  if (event) return eventRole(signs, event, part.start, around)
  if (ZH_STATE.test(text)) return 'info'
  if (around.told && TALK.test(text) && !signs.ahead && !signs.open) return 'info'
  if (BEFORE_THEN.test(text) && !signs.gone) return 'plan'
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

/** A word before a colon that says what kind of note follows. */
const LABEL =
  /^[^\p{L}]*(?:备注|备忘录?|附注|批注|注|提醒|记录|笔记|说明|补充|小结|总结|进展|动态|情况|更新|日志|待办)[^\p{L}\p{N}]*$/u
/** Somebody who took the call will pass it on. */
const PASSED_ON = /(?:会|答应|帮忙|帮我|说|可以)[^,。;]{0,3}(?:转告|转达|带话|传话|转话|代为转)/u
const TIME_FIRST = /^[^\p{L}\p{N}\ue000-\ue002]*\ue002/u
const WE_DO =
  /^[^\p{L}\p{N}\ue000-\ue002]*(?:\ue002|,|\s|那|但|所以)*(?:我们|我(?!们)|咱们)(?!方|司|说(?!\ue002)|觉得|认为|问|告诉|没|的|还没|跟他说|也没|知道)/u
/** Waiting for them, and what goes on among ourselves, is nothing done or to do. */
const WAITING =
  /^(?!.*再)[^\p{L}\p{N}\ue000-\ue003]*(?:\ue002|在|先|就|还在|正在|,)*(?:等|等待|静候|坐等|静等|等着|等候)(?:[\ue000\ue001]+|他们?|她们?|对方|客户|那边)?的?(?:\ue002|内部|老板|领导)*(?:回|答|消息|通知|反馈|结果|确认|批|审|信|电话|决定|付款|打款)/u
const INTERNAL = /^[^\p{L}\p{N}\ue000-\ue003]*(?:\ue002|我们|咱们|先|,)*(?:内部|部门内|团队内|公司内部?|自己)/u
/** 年前把尾款收了: by then it is to be done. */
const BEFORE_THEN = /^[^\p{L}\p{N}\ue000-\ue003]*\ue002+(?:前|之前)?(?:我们?)?(?:要|得|先)*把[^,]*了$/u
/** What they said in a contact just told of. */
const SAID = /^[^\p{L}\p{N}\ue000-\ue003]*(?:也|还|,|就)*(?:说|表示|答应|同意|要求|希望|通知|告知|称|回复说|反馈)/u
/** What they wish, the subject left out after a clause of theirs. */
const WISH =
  /^[^\p{L}\p{N}\ue000-\ue003]*(?:\ue002|,|\s|也|还|说)*(?:想|希望|要求|(?:打算|计划|准备)(?!\ue002*(?:再|前)?(?:去|拜访|给|跟|和|约|上门|联系|回访|发|寄|出|报))|考虑|需要(?!尽快|给|跟|我)|说?要(?!再|给[\ue000\ue001他她]|跟进|联系|回))/u
/** The same after any contact, where it can be no wish of ours: 想给全家加保, 要给新店配花, but not 要给他发合同. */
const WISH_TOLD =
  /^[^\p{L}\p{N}\ue000-\ue003]*(?:也|还)*(?:想(?!\ue002*(?:再|跟|约|请|找|去|给[\ue000\ue001他她对客]|办法))|希望(?!\ue002*能?再)|(?:要|打算|准备|计划)给(?![\ue000-\ue002他她对客]))/u
/** What they will do for us: 晚点打给我. */
const TO_US =
  /^[^让叫请求我]*(?:打|回|发|寄|传|联系|通知|告诉|找)(?:个?电话|微信|消息|过来)*给?我们?[^\p{L}]*$|把[^让叫请我]*(?:打|汇|转|寄|送|发)过?来[^\p{L}]*$/u
/** A time that belongs to what was talked about: 聊明年的合作. */
const TOPIC = /^[^\p{L}\p{N}\ue000-\ue003]*(?:主要|重点|一起|还)?(?:聊|谈|讨论|沟通|商量|说|确认|了解|介绍|对)[了到下]*\ue002+的/u
/** What a contact was about, rather than what is to be done after it. */
const TALK =
  /^[^\p{L}\p{N}\ue000-\ue003]*(?:主要|重点|一起|就|又|还|把)?(?:提醒|告诉|通知|催|请|询问|咨询|谈|聊|讨论|沟通|确认|问|看|了解|介绍|对|说|讲|商量|过|解释|演示|测试|吃|喝)/u

/** What is done with a customer whose name opens the clause: 黄蓉下周二拜访. */
const WITH_THEM =
  /^[\ue002,\s前左右]*(?:去|再|要|继续)?(?:拜访|跟进|联系|联络|回访|回电|打|致电|电话|催|签|见|面谈|谈|聊|演示|demo|(?:技术|商务|方案|产品|需求|业务|项目)(?:交流|对接|洽谈|澄清)|对账|报价|送样|送货|发|寄|装机|安装|培训|上门|登门|约|吃饭|meeting|zoom|teams|开会|会|视频|follow|call|check|复盘|交付)/u
/** What takes two, and is to be done: 年底要谈续约. */
const BOTH_DO = /^[\ue002,\s]*(?:要|得|需要?|该)(?:谈|聊|续[签约费]|对账|拜访|回访|跟进|联系|复盘)/u
/** 王芳的演示很顺利: the customer's name before an event of ours. */
const OF_THEM = /^[^\p{L}\ue000\ue001]*[\ue000\ue001]+的$/u
/** Of theirs, but not the customer named. */
const OTHERS = /(?:他们|她们|老板|领导|老总|高层|总部|董事|财务|采购|法务|技术|部)/
/** Their own meeting is no contact of ours; a call or message is. */
const infoOr = (part: Unread, told: Contact | undefined): Role =>
  told && told.kind !== 'meeting' && (told.done || told.bare || statesOutcome(part.text)) ? 'past' : 'info'

/** A time, then what is to be done at it. */
const isTimedOrder = ({ text, ahead, open, done }: Signs): boolean =>
  TIME_FIRST.test(text) && (ahead || open) && !done && ZH_IMPERATIVE.test(text)

/** 聊 and 谈 alone say nothing of when. */
const statesOutcome = (text: string): boolean => {
  const stated = callOutcome(text, 0, text.length)
  return !!stated && stated.outcome !== 'connected'
}
const isQuote = ({ text, ahead, open }: Signs): boolean =>
  !ahead && !open && /报(?:了)?价?(?:[^,。;]{0,4})[\d一二两三四五六七八九十$¥€£]/.test(text)

/** When something had been due. */
const DUE = /^[^\p{L}]*(?:[\ue000-\ue003\s]*)(?:约的?是?|原定|原来|本来|原本|说好|约好|约了|定的?是?|应该是)/u
const PLANNED_CHANGE =
  /(?:要|想|准备|打算|可能|希望|申请|需要|记得|得|最好|考虑|不|别|是否|能否)[^,。;]{0,6}(?:取消|改|推迟|延期|提前|延后)/
/** 尽快另约: to be agreed yet. */
const ANOTHER_TIME = /^[^\p{L}]*(?:\ue002+|抓紧|随后|需要?|得|要)[^,。;了]{0,4}(?:另约|重新约|重约|改约|再约)[^了]*$/u
function changeRole({ text, todo }: Signs): Role {
  if (ANOTHER_TIME.test(text)) return 'plan'
  if (!PLANNED_CHANGE.test(text) || /了/.test(text)) return 'past'
  return todo >= 0 ? 'plan' : 'info'
}

function toldRole(part: Unread, signs: Signs, told: Contact, around: Around): Role {
  const { ahead, gone, open, done, todo, text } = signs
  const place = told.start - part.start
  if (todo >= 0 && todo <= place && !gone) return 'plan'
  const later = part.times.every(({ start }) => start >= told.end)
  if (ahead && told.inbound && later && told.kind !== 'meeting') return 'past'
  if (ahead && !(done && todo < 0)) return !told.inbound || told.kind === 'meeting' || told.kind === 'visit' ? 'plan' : 'info'
  if (gone || done || told.bare || told.inbound || statesOutcome(text)) return 'past'
  if (open) return around.nextHappened ? 'past' : 'plan'
  if (around.timeFollows) return 'plan'
  if (around.told && told.kind !== 'message' && told.kind !== 'email') return todo >= 0 ? 'plan' : 'info'
  return 'past'
}

function theirRole(signs: Signs, rest: string): Role {
  const { text, ahead, open, gone, done } = signs
  if (gone || (!ahead && !open)) return 'info'
  if (ZH_BOARD.test(text) || ZH_THEIR_DOING.test(rest)) return 'info'
  if (ZH_AGREED.test(rest) || BOTH_DO.test(rest)) return 'plan'
  return !done && !ZH_SAYING.test(rest.slice(0, 2)) && WITH_THEM.test(rest) ? 'plan' : 'info'
}

function eventRole({ text, ahead, gone, open, done }: Signs, event: Contact, start: number, around: Around): Role {
  if (ahead) return 'plan'
  if (gone) return 'past'
  if (around.timeFollows && !done) return 'plan'
  if (open) return done || around.nextHappened ? 'past' : 'plan'
  const head = text.slice(0, event.start - start)
  return done || /[和跟与同给]/.test(text) || !head.replace(/[\ue000-\ue003\s,的]/g, '') ? 'past' : 'info'
}
