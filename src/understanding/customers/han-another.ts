import { opensTalk } from './han-talk.ts'
import { DOING_TRADES, HOUSE, MORE_TRADES, TRADE_WORD } from './han-trades.ts'
import { chineseSuffixes } from './normalize.ts'
import { NOT_PERSON, SURNAME } from './surnames.ts'

const ANY_TRADE = `(?:${MORE_TRADES}|${DOING_TRADES}|${TRADE_WORD})`
const SUFFIX = `(?:${chineseSuffixes.join('|')})`
const TRADES = new RegExp(`^(${ANY_TRADE}{1,3}${HOUSE}?)${SUFFIX}?`)
export const LAST_TRADE = new RegExp(`${ANY_TRADE}${HOUSE}?$`)
const A_HOUSE = new RegExp(`${HOUSE}$`)
const DOING = new RegExp(`^(?:${DOING_TRADES})$`)
const TITLED = new RegExp(
  `^的?(?:${SURNAME}(?:总|董|工|经理|主任|老板|老师|博士|先生|女士|小姐|太太|姐|哥|.长)|[小老]${SURNAME})`,
  'u',
)

const BY_SURNAME = new RegExp(`^${SURNAME}`, 'u')
/** Family names that begin more companies' words than names of two characters: 艾维, 万向. */
const BRAND = /^[艾安万金石方华康文包成司盛卓古龙花乐童舒景雷凌蓝路海温高向易鲁齐]/

/** Departments that are trades as well: `蓝海物流部`, `蓝海设计师`. */
const DEPARTMENT = /^(?:部|处|科|组|员|师|经理|总监|主管|主任|专员|负责)/
/** What is done or said by a customer: the words before it are who did it. */
const THEIR_DOING =
  /^(?:来电|来信|来访|来了|来[我找问谈]|打来|打电话|打错|电话|发来|发邮件|发微信|没[接来人回]|无人|不接|未接|关机|占线|忙线|空号|号码|说|表示|反馈|回[复电]|约我|约了|找我|联系我|[聊谈]了|要求|希望|催|[：:]|的(?:人|老[板总]|前台|负责|采购|财务|法人))/
/** Words before a customer to whom something is done: what follows may be the doing. */
const TO_CUSTOMER = /(?:[去到在给帮替为]|[去到]了|过去)$/

/** What is done at a customer's place: `明天去蓝海培训`. */
const DONE_THERE = /^(?:安装|培训|维修|修理|检修|检测|检验|保养|养护|勘察|勘测|测量|评估|摄影|招聘|体检|回收|推广|演出|辅导)/

/** How many of its first characters stand for a company's name, the fewest first: its leading words, 上海宏远 and 宏远 but never 宏远建. */
export function headsOf(core: string): number[] {
  const heads = [core.length]
  let stem = core
  for (let trade = LAST_TRADE.exec(stem); trade && trade.index >= 2; trade = LAST_TRADE.exec(stem)) {
    stem = stem.slice(0, trade.index)
    heads.push(stem.length)
  }
  if (A_HOUSE.test(core) && LAST_TRADE.test(core.slice(0, -1))) heads.push(core.length - 1)
  if (stem.length === 3 && /[大小总商工农医理]$/.test(stem)) heads.push(2)
  for (let length = stem.length - 2; length >= 2; length--) heads.push(length)
  return heads.sort((a, b) => a - b)
}

export interface Known {
  /** The whole of a known name stands there, not only its first words. */
  complete: boolean
  /** Whether somebody known, or somebody with a title, is named at a place. */
  isPerson: (at: number) => boolean
}

/**
 * Where a name ends that begins as a known company's does and goes on otherwise: 蓝海安保, where 蓝海酒店 is known. Undefined where the
 * known one is meant: before a mark, what is done, or somebody or something of theirs.
 */
export function anotherHan(read: string, start: number, end: number, { complete, isPerson }: Known): number | undefined {
  const rest = read.slice(end, end + 20)
  if (!/^\p{Script=Han}/u.test(rest) || isPerson(end)) return undefined
  const trade = TRADES.exec(rest)
  if (trade) return isTheirs(read.slice(0, start), trade, rest) ? undefined : end + trade[0].length
  if (opensTalk(rest) || TITLED.test(rest) || complete) return undefined
  for (let length = 1; length <= 5; length++) {
    const after = rest.slice(length)
    if (!opensTalk(after) && !TITLED.test(after) && !isPerson(end + length)) continue
    return isWord(rest.slice(0, length), after) ? end + length : undefined
  }
  return undefined
}

/** Whether a trade is what the line does or a department there, and no part of the name. */
function isTheirs(before: string, [whole, trade]: RegExpExecArray, rest: string): boolean {
  const after = rest.slice(whole.length)
  if (DEPARTMENT.test(after)) return true
  if (THEIR_DOING.test(after) || TITLED.test(after)) return false
  if (TO_CUSTOMER.test(before) && DONE_THERE.test(rest)) return true
  return DOING.test(trade!) && whole === trade && !/^(?:$|[\s,，。;；])/.test(after)
}

/** Whether the characters up to what goes on make one more word of a name, rather than somebody or a doing. */
function isWord(word: string, after: string): boolean {
  if (A_HOUSE.test(word)) return word.length > 1 || !/[厂店业]/.test(word)
  if (word.length === 1) return THEIR_DOING.test(after)
  if (/^[了过着到完好]/.test(after) || /(?:[员长师工]|经理|导游|主管|组长|领班|店主)$/.test(word)) return false
  const person = word.length < 4 && !NOT_PERSON.test(word) && BY_SURNAME.test(word)
  return !person || (word.length === 2 && BRAND.test(word))
}
