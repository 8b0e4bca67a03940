import { findTimes } from '../dates/find.ts'
import { LAST_TRADE } from './han-another.ts'
import { TITLE } from './han-names.ts'
import { AFTER_NAME } from './han-standing.ts'
import { opensTalk } from './han-talk.ts'
import { TRADE_WORD } from './han-trades.ts'
import { type Mention, type Scene, typedAt } from './mention.ts'
import { chineseSuffixes } from './normalize.ts'
import { NOT_PERSON, SURNAME } from './surnames.ts'

const LEAD =
  '(?:新客户|新线索|潜在客户|意向客户|老客户|客户|线索|给|跟进了?|跟|和|与|同|(?<!对|绝)对(?!方)|向|找|约了?|拜访了?|联系上?了?|致电|打给|打|电话|回访了?|走访了?|见到?了?|遇到了?|碰到了?|去了?一?[趟次]?|到了?|[今昨前后明]天|上午|下午|中午|早上|晚上|昨晚|今早|刚才|刚刚|新增|认识了|发给|寄给|微信|邮件|短信|拜会了?|收到|接到|来自|请了?|帮|陪|替|催|问|让|通知|提醒|告诉|的|是|叫|联系人|对接人|负责人|采购|财务|老板|经理|总监|主管|^|[\\s,，。;；:：、(（])'
const STEM = '[\\p{Script=Han}a-z0-9·]'
const NOT_IN_NAME =
  /^(?:前|后|进|在|去|到|趟|次|下|遍|从|把|将|被|让|吃|喝|个|些|家|一|两|几|刚|新|老(?:客|板|总|师|同|朋|用|厂|店)|带|陪)|(?:给|打|电话|邮件|微信|拜访|联系|来电|昨|今天|明天|后天|前天|上周|下周|上午|下午|聊|发(?:了|给|邮|来|送|过|微|短|的)|说|开会|会议|见[了到面过]|没|不|已|了|的|跟|我|他|她|新客户|新线索|潜在客户|约|去|每|回访|跟进|要|请|想[要问买约]|还|再|提醒|准备|收到|接到|[今明去前\d]年|个月|\d+[月号点]|前台|秘书|助理|留言|占线|号码|报价|合同|订单|预算|客户|语音|视频|演示|吃饭|安排|项目|方案|确认|签约|对方|需求|需要|线索|这|那|哪|找|问|催|帮|陪|介绍|参观|考察|参加|出席|负责|关于|产品|培训|喝|记得|记着|别忘|打算|计划|尽快|继续|考虑|总(?:装|喝|吃|看)|经理|先生|女士|主任|老板|和.*和|公司.+公司|分公司|[,，。;；:：])/
/** A word of the trade with the kind of house it is: 养殖场, 房产中介. */
const TRADES = `${TRADE_WORD}(?:${TRADE_WORD})?(?:中介|[店厂行馆社院所坊铺站场城])?`
const COMPANY = new RegExp(
  `${LEAD}(${STEM}{1,10}?${TRADES}(?:${chineseSuffixes.join('|')})?)(?!员|部|经理|总监|的?(?:方案|价格|费用|报价|设备))`,
  'gu',
)
const PERSON = new RegExp(`${LEAD}(${SURNAME}[\\p{Script=Han}]{1,2}?)(?:${TITLE})?${AFTER_NAME}`, 'gu')
const COLLEAGUE = new RegExp(
  `^(${SURNAME}\\p{Script=Han}{1,2}?)(?:${TITLE})?(?:来电|来信|来访|来了|来[我找问谈]|打来|打电话|打错|电话|手机|发来|发邮件|发微信|发了|微信|短信|邮件|没[接来人回]|不接|未接|无人|关机|占线|忙线|空号|说|表示|反馈|回[复电]|约我|找我|联系我|[聊谈]了|要求|希望|想|问|催|同意|答应|爽约|取消|改[期到约])`,
  'u',
)
const TITLED = new RegExp(`(${SURNAME}${TITLE})(?!作|程|期|厂|资|结|共|额|量|价|部|监会|事会)`, 'gu')
const NICK = new RegExp(`(?:${LEAD}|[天午晚早])([小老]${SURNAME})(?!板|师|客|时|组|区|家|乡|外)${AFTER_NAME}`, 'gu')
const LABELLED = /(?:新客户|新线索|潜在客户|意向客户)\s*[:：]?\s*(\p{Script=Han}{2,8})(?=[\s,，])/gu
/** Things that an abbreviation names: 催QBR材料. */
const THING = /^[a-z\d]{1,5}(?:材料|资料|设备|软件|数据|服务|设计|工程|包装|系统)$/
const CALLED =
  '(?:来电|来信|打来|打电话来|打了?个?电话|没人接|没接|不接|未接|关机|空号|占线|忙线|打错|号码|语音|取消|改期|推迟|发来|没来|爽约|放鸽子|电话|前台|采购|财务|那边|老板|的(?:老[板总]|老板娘|采购|财务|负责人|店长|前台)|说|表示|要求|想要)'
const LEADING = new RegExp(`^\\s*(?:新客户|新线索|客户)?\\s*(${STEM}{2,8}?)(?=$|[\\s,，:：]|\\s?[-—–]|${CALLED})`, 'u')
const AFTER_VERB =
  /(?:拜访了?|打给|致电|联系上?了?|回访了?|走访了?|去了?一?趟|新客户|新线索|给|跟|和)(\p{Script=Han}{2,6}?)(?=$|[\s,，。:：]|没人接|没接|占线|打了?个?电话|打电话|发了?封?邮件|发了?条?(?:短信|微信)|的(?:人|采购|财务|老板|负责人))/gu
/** After these an unknown company may stand before a person: 恒达的王磊, 给恒达王总. */
const BEFORE_OWNER =
  /(?:^|[\s,，。;；:：给跟和与同找约打请发寄拨陪帮替催问]|[今昨前后明]天|[上下中]午|[早晚]上|昨晚|今早|刚才|刚刚|打给|致电|[见访系了到趟自]了?|客户)$/u
const NOT_OWNER =
  /^(?:[一两二三四五六七八九十几好多]{1,2}[下次趟封条个点些遍]|新来|刚才|刚刚|昨天|对方|那边|集团|总部|财务|采购|技术|市场|销售|同事|老板|主管|负责人|我们|他们|你们|公司|部门|感谢|通知|祝贺|麻烦|陪同|接待|告知|答应|答复|催促|询问|请示|会见|拜见|致谢|联系|致电|去电|回电|抄送|转发|回复|约见|宴请|拜访|邀请|顺便|一起|然后|之前|上次|最近|今早|今晚|早上|晚上|中午|上午|下午|凌晨|刚跟|又跟|再跟|以及|还有|包括|另外|听说|据说|后来|老总|隔壁|北京|上海|广州|深圳|杭州|成都|武汉|南京|重庆|天津|苏州|香港|美国|日本|德国|英国)|[给跟约见打请让找聊说去来问催发]|一[下次趟]$|[了过着和与同对向为帮陪替被把由]$|周[一二三四五六日末]|星期|原定|本来|一起/u

const clash = (mentions: readonly Mention[], start: number, end: number): boolean =>
  mentions.some((one) => start < one.end && end > one.start)

type Note = (kind: Mention['kind'], start: number, name: string) => void

/** Chinese names nobody knows, where a customer stands: companies by their trade, people by family name and title. */
export function unknownHan(scene: Scene, known: readonly Mention[], nameOnly: boolean): Mention[] {
  const { line, tokens } = scene
  if (!tokens.some(({ han }) => han)) return []
  const found: Mention[] = []
  const { read } = line
  const note: Note = (kind, start, name) => {
    const end = start + name.length
    if (clash([...known, ...found], start, end) || isTime(read, start, end)) return
    if (kind === 'company' && known.some((one) => one.kind === kind && one.start < start)) return
    found.push({ kind, start, end, ids: [], typed: typedAt(line, start, end), whole: false })
  }
  if (nameOnly && !known.length) {
    wholeName(read, note)
    return found
  }
  each(
    read,
    COMPANY,
    (name) => !NOT_IN_NAME.test(name) && !(THING.test(name) && known.some(({ ids }) => ids.length)),
    (start, name) => note('company', start, name),
  )
  each(
    read,
    TITLED,
    () => true,
    (start, name) => note('person', start, name),
  )
  each(
    read,
    NICK,
    () => true,
    (start, name) => note('person', start, name),
  )
  each(
    read,
    PERSON,
    (name) => !NOT_PERSON.test(name),
    (start, name) => note('person', start, name),
  )
  colleagues(read, known, note)
  if (![...known, ...found].some(({ kind }) => kind === 'company'))
    each(
      read,
      LABELLED,
      (name) => !NOT_IN_NAME.test(name) && !NO_COMPANY.test(name),
      (start, name) => note('company', start, name),
    )
  owner(read, [...known, ...found], note)
  if (!known.length && !found.length) leading(read, note)
  return found
}

/** Somebody new right behind a known company, before what they do: 东方仪表任志元没接. */
function colleagues(read: string, known: readonly Mention[], note: Note): void {
  for (const { kind, ids, end } of known) {
    if (kind !== 'company' || !ids.length) continue
    const from = end + (read[end] === '的' ? 1 : 0)
    const name = COLLEAGUE.exec(read.slice(from, from + 12))?.[1]
    if (name && !NOT_PERSON.test(name) && !opensTalk(name) && !LAST_TRADE.test(name)) note('person', from, name)
  }
}

/** Every match of a pattern, its name at the end; after a name that is none the search goes on from the next character. */
function each(
  read: string,
  pattern: RegExp,
  accepts: (name: string) => boolean,
  note: (start: number, name: string) => void,
): void {
  pattern.lastIndex = 0
  for (let tries = 0; tries < 60; tries++) {
    const match = pattern.exec(read)
    if (!match) break
    const name = match[1]!
    const start = match.index + match[0].lastIndexOf(name)
    if (accepts(name)) note(start, name)
    pattern.lastIndex = accepts(name) ? start + name.length : match.index + 1
  }
  pattern.lastIndex = 0
}

/** Whether the words are about time (季度末, 凌晨) or about the other side (对方). */
function isTime(read: string, start: number, end: number): boolean {
  if (/[对双各乙甲我他]$/.test(read.slice(0, start)) && read[start] === '方') return true
  const from = Math.max(0, start - 1)
  return findTimes(read.slice(from, end + 2), { monthFirst: true }).some(
    (time) => from + time.start < end && from + time.end > start && from + time.start <= start,
  )
}

function wholeName(read: string, note: Note): void {
  const whole = read.trim()
  const person =
    new RegExp(`^${SURNAME}(?:${TITLE}|\\p{Script=Han}{1,2})$`, 'u').test(whole) && !new RegExp(`${TRADE_WORD}$`).test(whole)
  note(person ? 'person' : 'company', read.indexOf(whole), whole)
}

function owner(read: string, named: readonly Mention[], note: Note): void {
  const first = [...named].sort((a, b) => a.start - b.start)[0]
  if (
    first?.kind !== 'person' ||
    (first.ids.length && first.whole && read[first.start - 1] !== '的') ||
    named.some(({ kind }) => kind === 'company')
  )
    return
  const end = first.start - (read[first.start - 1] === '的' ? 1 : 0)
  for (let length = 6; length >= 2; length--) {
    const start = end - length
    const name = read.slice(Math.max(0, start), end)
    const fits = start >= 0 && /^\p{Script=Han}+$/u.test(name) && BEFORE_OWNER.test(read.slice(Math.max(0, start - 4), start))
    if (
      fits &&
      !(length > 2 && /^[和跟与给同对向找约打请帮陪替]/.test(name)) &&
      !NOT_OWNER.test(name) &&
      !NOT_IN_NAME.test(name)
    ) {
      note('company', start, name)
      return
    }
  }
}

function leading(read: string, note: Note): void {
  const match = LEADING.exec(read)
  if (
    match &&
    !TOGETHER.test(match[1]!) &&
    !NOT_IN_NAME.test(match[1]!) &&
    /\p{Script=Han}/u.test(match[1]!) &&
    !NO_COMPANY.test(match[1]!)
  )
    note('company', match[0].lastIndexOf(match[1]!), match[1]!)
  else {
    const one = [...read.matchAll(AFTER_VERB)].find(([, name]) => !NOT_IN_NAME.test(name!) && !NO_COMPANY.test(name!))
    if (one) note('company', one.index + one[0].length - one[1]!.length, one[1]!)
  }
}

/** 和小燕子美甲店聊了: with whom, and no 和平饭店. */
const TOGETHER = /^(?:[跟给同与]|和(?![平美谐顺信盛泰兴丰源记]))/
/** Words that open a line or follow a verb and are no company. */
const NO_COMPANY =
  /^(?:确保|力求|为求|以防|公司|店里|厂里|拨|打|留|找|等|收|做|加|回|查|看|去|来|把|将|让|请|约|定|签|今|明|昨|后天|前天|大后|大前|上|下|本|每|周|星期|礼拜|早|晚|中午|凌晨|刚|又|先|整理|更新|内部|部门|团队|开|写|做|改|完成|处理|研究|学习|出差|休假|请假|记得|尽快|待办|提醒|备注|笔记|总结|计划|对方|他们|她们|客户|前台|采购|财务|老板|领导|同事|经理|大家|所有|全部|几家|一家|多家|两家|双方|各方|供应商|渠道|代理|市场|销售|人事|行政|技术|法务|交货|发货|付款|打款|交付|交期|货期|工期|上线|开业|到货|验收|生产|招标|投标|项目|合同|订单)|(?:们|人员|部|组|方|工作|资料|报告|名单|系统|材料)$/u
