import { type CustomerIndex, chineseSuffixAt, surnameOf } from './customer-index.ts'
import { anotherHan, headsOf } from './han-another.ts'
import { AFTER_NAME, isAdverb, isEveryday, isLongerGiven, stands } from './han-standing.ts'
import type { Mention, Scene } from './mention.ts'
import { typedAt } from './mention.ts'
import { normalizeName } from './normalize.ts'
import { COMPOUND_SURNAMES } from './surnames.ts'

/** Titles that follow a family name, the longest first. */
export const TITLE =
  '(?:副?总经理|副总|副董事长|董事长|副?总裁|副?总监|总工|项目经理|采购经理|销售经理|副?经理|副?主任|副?主管|副?处长|副?部长|副?科长|副?局长|副?院长|副?校长|副?厂长|副?店长|副?行长|副?所长|副?会长|(?:[园站组班馆校社村镇县市店厂院处科局行所会部队]|护士)长(?![期久远大短途达度效线假高])|(?:设计|摄影|营养|培训|理财|美容|发型|化妆|造型|规划|咨询|药剂?|厨|技|架构|分析)师|老师|教授|博士|大夫|医生|律师|护士|教练|主编|编辑|导演|专员|干事|委员|顾问|代表|先生|女士|小姐|太太|老板|老总|师傅|秘书|助理|工程师|会计|书记|队长|董|总|工|姐|哥|叔|阿姨)'
const TITLE_AT = new RegExp(`^${TITLE}`)

const PLACE =
  '(?:中国|北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|成都|武汉|西安|长沙|青岛|宁波|厦门|福州|济南|郑州|合肥|大连|沈阳|东莞|佛山|无锡|昆明|浙江|江苏|广东|福建|山东|四川|湖北|湖南|河南|河北|香港|澳门|台湾|海南|云南|贵州|江西|安徽|陕西|山西|吉林|辽宁|新加坡|华东|华南|华北|东方|全国|国际|中华)'
const PLACES = new RegExp(`^${PLACE}$`)
const TIME_WORDS =
  /^(?:[一二三四五六七八九十]月|周[一二三四五六日末]|[今明昨前后]天|每[天日周月年]|[上下]周|[上下中正]午|[早晚]上|凌晨|傍晚|星期|礼拜|周末|月[初中底]|年[初中底]|未来|现在|最近|春节|国庆|中秋|元旦|五一|十一)/

/** Known companies and people with Chinese names in a line. */
export function hanMentions(scene: Scene): Mention[] {
  const { line, index } = scene
  const found: Mention[] = []
  const { read } = line
  for (let at = 0; at < read.length; at++) {
    if (!mayBegin(read, at)) continue
    const company = companyHere(scene, at, found)
    const person = /\p{Script=Han}/u.test(read[at]!) ? personHere(scene, at, found) : undefined
    const best = person && (!company || person.end - person.start > company.end - company.start) ? person : company
    if (!best) continue
    found.push(best)
    at = best.end - 1
  }
  return index.people.length || index.companies.length ? found : []
}

/** Where known Chinese names stand in a text, by their letters alone. */
export function hanPlaces(text: string, index: CustomerIndex): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  for (let at = 0; at + 2 <= text.length; at++) {
    const names = index.companiesByHan.get(text.slice(at, at + 2))
    const company = names ? Math.max(...names.map(({ words }) => shared(text, at, words[0]!))) : 0
    const person = [4, 3, 2].find((length) => index.peopleByWord.has(text.slice(at, at + length))) ?? 0
    const length = Math.max(company, person)
    if (length >= 2) places.push({ start: at, end: at + length })
  }
  return places
}

/** A Chinese name begins with a Chinese character, or with letters or digits of its own (ABC科技, 3M中国). */
const mayBegin = (read: string, at: number): boolean =>
  /\p{Script=Han}/u.test(read[at]!) || (/[a-z\d]/.test(read[at]!) && !/[a-z\d]/.test(read[at - 1] ?? ''))

function shared(read: string, at: number, name: string): number {
  let length = 0
  while (length < name.length && read[at + length]?.toLowerCase() === name[length]) length++
  return length
}

function companyHere({ line, index }: Scene, at: number, found: readonly Mention[]): Mention | undefined {
  const { read } = line
  const names = index.companiesByHan.get(read.slice(at, at + 2))
  if (!names) return undefined
  const fits = names
    .map(({ company, words, alias }) => ({ company, length: headIn(read, at, words[0]!), core: words[0]!, alias }))
    .filter(({ alias, core, length }) => !alias || core.length === length)
  const longest = Math.max(0, ...fits.map(({ length }) => length))
  if (longest < 2) return undefined
  let best = fits.filter(({ length }) => length === longest)
  const end = at + longest
  const suffix = chineseSuffixAt(read.slice(end, end + 10))
  const complete = best.filter(({ core, length }) => core.length === length)
  const part = read.slice(at, end)
  if (!complete.length && (!standsAlone(read, at, part) || !/\p{Script=Han}/u.test(part))) return undefined
  if (!suffix) {
    const isPerson = (place: number): boolean => beforePerson({ line, index }, place)
    const another = anotherHan(read, at, end, { complete: complete.length > 0 && longest > 2, isPerson })
    if (another) return { kind: 'company', start: at, end: another, ids: [], typed: typedAt(line, at, another), whole: false }
  }
  const isWord = part.length === 2 || isEveryday(part) || (part.length === 3 && TIME_WORDS.test(part))
  if (!complete.length && isWord && !stands(read, at, end, found) && !beforePerson({ line, index }, end)) return undefined
  const full = read.slice(at, end) + suffix
  const exact = best.filter(({ company }) => normalizeName(index.companies[company]!.name).replaceAll(' ', '') === full)
  if (exact.length) best = exact
  else if (suffix && complete.length && /有限|股份|集团/.test(suffix)) best = complete
  return {
    kind: 'company',
    start: at,
    end: end + suffix.length,
    ids: [...new Set(best.map(({ company }) => company))],
    typed: typedAt(line, at, end + suffix.length),
    whole: exact.length > 0 || complete.length > 0,
  }
}

/** How many characters of a name's leading words stand at a place. */
function headIn(read: string, at: number, core: string): number {
  const length = shared(read, at, core)
  return length === core.length ? length : (headsOf(core).findLast((head) => head <= length) ?? 0)
}

/** A known person right after: 五岳岳小川, 五岳的岳总. */
function beforePerson(scene: Pick<Scene, 'line' | 'index'>, at: number): boolean {
  const { line, index } = scene
  const from = at + (line.read[at] === '的' ? 1 : 0)
  if (index.peopleByGiven.has(line.read.slice(from, from + 2))) return true
  return [4, 3, 2].some((length) => index.peopleByWord.has(line.read.slice(from, from + length))) || !!titled(scene, from)
}

/** The first characters alone must not be a place, a time or part of a number. */
function standsAlone(read: string, at: number, part: string): boolean {
  if (part.length > 2) return true
  if (PLACES.test(part) || TIME_WORDS.test(part) || isSpan(part, read[at + part.length])) return false
  return !(/^[万亿千百元块]/.test(part) && /[\d一二两三四五六七八九十几.]$/.test(read.slice(0, at)))
}

/** 七天后, 三年内: so much time. */
const isSpan = (part: string, next = ''): boolean =>
  /^[一二两三四五六七八九十百][天年周月]$/.test(part) && /[前后内之以]/.test(next)

function personHere({ line, index }: Scene, at: number, found: readonly Mention[]): Mention | undefined {
  const { read } = line
  for (let length = 5; length >= 2; length--) {
    const ids = index.peopleByWord.get(read.slice(at, at + length))
    const name = read.slice(at, at + length)
    if (!ids || read.length < at + length) continue
    if (name.length - surnameOf(name).length === 1 && isLongerGiven(read.slice(at + length, at + length + 8))) continue
    if (isEveryday(name) && (isAdverb(read, at, at + length) || !stands(read, at, at + length, found))) continue
    const title = TITLE_AT.exec(read.slice(at + length, at + length + 5))?.[0] ?? ''
    return { kind: 'person', start: at, end: at + length + title.length, ids, typed: typedAt(line, at, at + length), whole: true }
  }
  return titled({ line, index }, at) ?? given({ line, index }, at, found)
}

/** 刘处, 王校, 孙院: an office by its first character, where a customer stands; but not 高校, 何处. */
const SHORT_TITLE = new RegExp(
  `^(?!高[校处院科局]|何处|时局|马[队导]|石[台厂]|安[院所]|[白单]处)\\p{Script=Han}[处局校院科厂所行队导律]${AFTER_NAME}`,
  'u',
)
const CALLED = new RegExp(`^${AFTER_NAME}`, 'u')

function titled({ line, index }: Pick<Scene, 'line' | 'index'>, at: number): Mention | undefined {
  const { read } = line
  const short = SHORT_TITLE.test(read.slice(at, at + 8)) && stands(read, at, at + 2, [])
  const nick = /^[小老阿](?=\p{Script=Han})/u.test(read.slice(at)) ? 1 : 0
  for (const length of [2, 1]) {
    const surname = read.slice(at + nick, at + nick + length)
    const ids = index.peopleBySurname.get(surname)
    const after = read.slice(at + nick + length, at + nick + length + 6)
    const title = TITLE_AT.exec(after)?.[0] ?? (short && length === 1 ? after[0] : undefined)
    if (length === 1 && !nick && COMPOUND_SURNAMES.includes(read.slice(at - 1, at + 1))) continue
    if (!ids || !(nick ? CALLED.test(after) : title)) continue
    if (title && /^(?:工[作厂程资业]|总[共是部结体量价额]|董事会|会计师|经理人|哥们)/.test(after)) continue
    const end = at + nick + length + (nick ? 0 : title!.length)
    return { kind: 'person', start: at, end, ids, typed: typedAt(line, at, end), whole: false }
  }
  return undefined
}

/** By the given name alone (建国 for 王建国), where a customer stands. */
function given({ line, index }: Pick<Scene, 'line' | 'index'>, at: number, found: readonly Mention[]): Mention | undefined {
  const { read } = line
  const end = at + 2
  const ids = index.peopleByGiven.get(read.slice(at, end))
  if (!ids || isAdverb(read, at, end) || !stands(read, at, end, found)) return undefined
  const title = TITLE_AT.exec(read.slice(end, end + 5))?.[0] ?? ''
  return { kind: 'person', start: at, end: end + title.length, ids, typed: typedAt(line, at, end), whole: false }
}
