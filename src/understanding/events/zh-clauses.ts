import type { TimeSpan } from '../dates/span.ts'
import type { Clause } from './clauses.ts'
import { contactsIn } from './contact.ts'
import { ZH_IMPERATIVE, ZH_TO_DO, ZH_TOLD_US } from './zh-plan.ts'
import { ROLE, US, zh } from './zh-words.ts'

/** After these the words that follow are what is said, asked or wanted, or where something goes: no new clause. */
const HOLDS =
  /(?:[去跑到飞来]了?一?趟|[院科厂校店部局所班队馆社村]里|(?:转告|转达)(?:给)?[\ue000\ue001]+|[说讲想要望能否完应认为算备划给跟和与向对同约找让叫请催问到至在于等是从前把将被由替帮陪得去再先就还也又的后时,，\ue002]|(?<!需)求|答应|[愿同有]意|表示|知道|告诉|听说|据说|如果|因为|由于|打算|准备|定了?|好了|联系|拜访|提醒|通知|邀请|感谢|关于|(?<![了开的个场议])会|[改推挪延]|[他她]们?|对方|客户|助理|秘书|同事|采购|财务|法务|技术|老板|领导|总监|经理)\s*$/u
const HE_SAYS = zh(
  `(?:他们?|她们?|对方|客户|人家|N)(?:的?${ROLE})?(?:那边|自己|今天|T|也|还|都){0,2}(?:说|表示|觉得|认为|想|要|希望|问|让|叫|答应|同意|反馈|嫌|担心|很|还|需要|打算|比较|会|不|没|有|已|正|对)`,
  'gu',
)
const SAYS_THEN = zh(
  `(?<=\\p{Script=Han}|N|T)(?<!我|我们)(?:说|表示|答应|同意|要求|希望|通知|告知|称)(?=T|他|她|我|可以|能|再|要|也|下|就)`,
  'gu',
)
const WE = zh(`${US}(?=T|再|要|会|得|去|给|跟|把|先|就|发|答应|准备|打算|说|明|后|下|需|来|回|负责|安排)`, 'gu')
const ALSO = /(?:又|另外|然后|接着|顺便|之后|后来|随后)(?=[打给去跟和发约见问拜联])/gu
const TURN = zh(`(?:T(?:前|之前|我|我们|就|会|要|,|\\s)*)?(?:${ZH_TO_DO.source}|${ZH_TOLD_US.source})`, 'gu')
/** What is said of a thing or a person, complete in itself. */
const PREDICATE =
  /(?:[很挺太更最][^,]{1,4}|考虑|研究|满意|同意|可以|不错|没问题|问题|兴趣|供应商|批|(?<![约定说谈刚正最只商])好|高|贵|低|慢|快|多|少|行|对|错|急|忙|换|改|加|减|降|涨|签|付|定|验|等等|看看|想想|商量|决定)$/u
/** A clause of what they want, ask or say, its subject left out. */
const WEAK = /^[^\p{L}\p{N}\ue000-\ue003]*(?:要|问|嫌|想|催|附|需要|报|订|下|买|加)/u
const PUT_OFF = /(?:取消|推迟|延期|改|推|挪)了?$/u
const ITS_EVENT = /^(?:的|(?!去|再|要|我)[^,]{0,12}?(?:会|会议|行程|拜访|演示|demo|饭|午餐|晚餐|约|安排)$)/u
/** 报价周五前给: the thing stands before its time. */
const THING_FIRST =
  /(?:报价单?|合同|样品|样本|发票|方案|资料|图纸|清单|目录|单子|结果)(?=\ue002+前?我?们?(?:给|发|寄|送|出|交)[他她\ue000\ue001]*[^\p{L}]*$)/gu
const OBJECT = /(?:的事儿?|的问题|的安排|的细节|的计划|的议程)$/
const HAPPENED =
  /了(?!解)|过(?!去|来)|完(?!成)|没|不接|占线|关机|空号|来电|打来|语音|留言|转告|开会|不通|打错|[\d一二三四五六七八九十百千](?:\.\d)?(?:万|亿|千|元|块|套|台|个|k|w|美元|件|箱|份|人|吨)|¥[\d,.]+|\$[\d,.]+k?/

/** 每天给他打电话催款: what a call to come is for, unless a time of its own begins it. */
const PLANNED_CALL = /^[^\p{L}]*\ue002[^了过]{0,4}(?:给|跟|和|向|对)[^了过]{0,12}(?:电话|微信|邮件|短信)$/u
const isPurpose = (before: string, rest: string): boolean =>
  PLANNED_CALL.test(before.trimEnd()) && !/^[\ue000-\ue002我他她对客说]/.test(rest)

/** A clause without marks that tells of a contact and then turns to what was said or is to be done. */
export function zhRunOn(marked: string, clause: Clause, times: readonly TimeSpan[]): Clause[] {
  const contacts = contactsIn(marked, clause.start, clause.end)
  const told = contacts.find(({ noun }) => !noun)
  const text = marked.slice(clause.start, clause.end)
  const happened = text.search(HAPPENED)
  const from = Math.min(told ? told.end - clause.start : text.length, happened < 0 ? text.length : happened + 1)
  if (OBJECT.test(text) && !/再/.test(text)) return [clause]
  const cuts = new Set<number>()
  const cut = (at: number): void => {
    const before = text.slice(0, at)
    const open = at >= from || PREDICATE.test(before.trimEnd().slice(-6)) || /\S\s+$/.test(before)
    if (open && at > 1 && at < text.length && !HOLDS.test(before.slice(-12)) && !isPurpose(before, text.slice(at))) cuts.add(at)
  }
  for (const pattern of [HE_SAYS, SAYS_THEN, WE, ALSO, THING_FIRST, TURN])
    for (const match of text.matchAll(pattern)) cut(match.index)
  if (told?.inbound && /[说约问要]$/.test(text.slice(0, told.end - clause.start))) cuts.add(told.end - clause.start)
  const things = [...text.matchAll(THING_FIRST)].map((match) => match.index + match[0].length)
  for (const time of times) {
    const [start, end] = [time.start - clause.start, time.end - clause.start]
    if (start <= 0 || end >= text.length || things.includes(start) || time.lean === 'past') continue
    if (PUT_OFF.test(text.slice(0, start)) && ITS_EVENT.test(text.slice(end))) continue
    if (WEAK.test(text) && start > 4 && ZH_IMPERATIVE.test(text.slice(end)) && !HOLDS.test(text.slice(start - 4, start)))
      cuts.add(start)
    if (time.lean === 'future' ? !/^的/.test(text.slice(end)) : ZH_IMPERATIVE.test(text.slice(end))) cut(start)
  }
  return pieces(
    clause,
    [...cuts].sort((a, b) => a - b),
  )
}

function pieces({ start, end }: Clause, cuts: readonly number[]): Clause[] {
  const places = [start, ...cuts.map((at) => start + at), end]
  return places.slice(0, -1).map((at, i) => ({ start: at, end: places[i + 1]! }))
}
