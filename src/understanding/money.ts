import { CURRENCY_CODE, isCurrencyCode } from './text/currency-codes.ts'
import { ZH_CURRENCY, ZH_CURRENCY_BEFORE, zhCurrency } from './text/currency-names.ts'
import { chineseNumber, EN_NUMBER_WORDS, englishNumber, ZH_NUMBER_CHARS } from './text/numbers.ts'
import type { Amount } from './types.ts'

export interface Money extends Amount {
  start: number
  end: number
}

const SIGNS: Record<string, string> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  s$: 'SGD',
  hk$: 'HKD',
  nz$: 'NZD',
  r$: 'BRL',
  '₹': 'INR',
  '₩': 'KRW',
  'cn¥': 'CNY',
  'rmb¥': 'CNY',
  'jp¥': 'JPY',
  nt$: 'TWD',
  '₽': 'RUB',
  '₺': 'TRY',
  '฿': 'THB',
  '₫': 'VND',
  '₪': 'ILS',
}
const ISO = CURRENCY_CODE
const NAMES: [RegExp, string][] = [
  [/^(?:us dollars?|u\.s\. dollars?|dollars?|bucks)$/, 'USD'],
  [/^(?:euros?)$/, 'EUR'],
  [/^(?:pounds?(?: sterling)?|quid|sterling)$/, 'GBP'],
  [/^(?:yuan|renminbi|kuai)$/, 'CNY'],
  [/^(?:swiss )?francs?$/, 'CHF'],
  [/^(?:japanese )?yen$/, 'JPY'],
  [/^(?:australian|aussie) dollars?$/, 'AUD'],
  [/^canadian dollars?$/, 'CAD'],
  [/^singapore dollars?$/, 'SGD'],
  [/^hong kong dollars?$/, 'HKD'],
  [/^(?:indian )?rupees?$/, 'INR'],
  [/^new zealand dollars?$/, 'NZD'],
  [/^(?:brazilian )?reais$/, 'BRL'],
  [/^(?:south african )?rand$/, 'ZAR'],
  [/^kenyan shillings?$|^shillings?$/, 'KES'],
  [/^naira$/, 'NGN'],
  [/^(?:uae )?dirhams?$/, 'AED'],
  [/^baht$/, 'THB'],
  [/^philippine pesos?$/, 'PHP'],
  [/^(?:mexican )?pesos?$/, 'MXN'],
  [/^swedish (?:kronor|krona|crowns?)$|^kronor$/, 'SEK'],
  [/^norwegian (?:kroner|krone)$/, 'NOK'],
  [/^danish (?:kroner|krone)$/, 'DKK'],
  [/^(?:polish )?zloty(?:ch|s)?$/, 'PLN'],
  [/^(?:turkish )?lira$/, 'TRY'],
  [/^korean won$/, 'KRW'],
  [/^ringgit$/, 'MYR'],
  [/^rupiah$/, 'IDR'],
  [/^(?:vietnamese )?dong$/, 'VND'],
  [/^shekels?$/, 'ILS'],
  [/^(?:saudi )?riyals?$/, 'SAR'],
  [/^r[ou]+bles?$/, 'RUB'],
  [/^(?:czech )?(?:koruna|crowns)$/, 'CZK'],
  [/^forints?$/, 'HUF'],
  [/^cedis?$/, 'GHS'],
]
const EN_NAME =
  '(?:us |u\\.s\\. |australian |aussie |canadian |singapore |hong kong |new zealand )?dollars?|bucks|euros?|pounds?(?: sterling)?|quid|yuan|renminbi|(?:swiss )?francs?|(?:japanese )?yen|(?:indian )?rupees?|(?:brazilian )?reais|(?:south african )?rand|(?:kenyan )?shillings?|naira|(?:uae )?dirhams?|baht|(?:mexican |philippine )?pesos?|(?:swedish )?kronor|swedish (?:krona|crowns?)|(?:norwegian|danish) kroner?|(?:polish )?zloty(?:ch|s)?|(?:turkish )?lira|korean won|ringgit|rupiah|(?:vietnamese )?dong|shekels?|(?:saudi )?riyals?|rou?bles?|(?:czech )?(?:koruna|crowns)|forints?|cedis?'
const SIGN = '(?:us|au?|ca?|s|hk|nz|r|nt)?\\$|(?:cn|rmb|jp)?[¥￥]|[€£₹₩₽₺฿₫₪]'
const NUMBER = '(\\d{1,3}(?:[, ]\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?|\\d+(?:\\.\\d+)?|\\d+,\\d{1,2})'
const SCALE = '(?: ?(k|mm|mio|mil|million|mln|m|thousand|grand|bn|billion|b|百万|千万|千|万亿|万|亿|w))?'
const TAIL = '(?![a-z0-9])'
const ZH_PIECE = `(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:[百千十]\\d?){0,2}|[${ZH_NUMBER_CHARS}]{1,10}(?:点[零一二三四五六七八九]+)?)`
const ZH_BIG = '个?(?:万亿|万|亿|w(?![a-z]))'
/** A sum in Chinese figures, digits or both: 一百二十万, 3万5, 12万8千. */
const ZH_SUM = `(${ZH_PIECE}(?:${ZH_BIG}(?:${ZH_PIECE})?){0,3})`

const BEFORE = new RegExp(
  `(?<![a-z0-9])(${SIGN}|(?:${ISO})(?![a-z]))\\s?${NUMBER}${SCALE}(?![a-z0-9%])(?:\\s?(${ISO})(?![a-z]))?`,
  'g',
)
const AFTER = new RegExp(
  `(?<![a-z0-9$€£¥#]|\\d[.,])${NUMBER}${SCALE}\\s?(?:(${ISO})(?![a-z])|(${EN_NAME})(?![a-z])|(${ZH_CURRENCY})(?!素|旦|宵|老|月)|([€£¥￥$₹])(?!\\d))`,
  'g',
)
const WORDS = new RegExp(
  `(?<![a-z])(${EN_NUMBER_WORDS}|(?:half )?a (?:million|thousand|hundred(?: thousand)?|hundred grand|billion))\\s(?:(${ISO})(?![a-z])|(${EN_NAME})(?![a-z]))`,
  'g',
)
const ZH_LEFT = `(?<!\\d[.,])(?<![${ZH_NUMBER_CHARS}几a-z\\d#/-])`
const ZH_AFTER = new RegExp(`${ZH_LEFT}${ZH_SUM}(?:多|来|余)?\\s?(${ZH_CURRENCY})(?!素|旦|宵|老|月|儿)`, 'g')
/** 2块5: a digit behind is tenths. */
const ZH_YUAN = new RegExp(`${ZH_LEFT}${ZH_SUM}块(\\d(?![\\d个件台支只套箱张份])|[一二三四五六七八九](?!\\p{Script=Han}))`, 'gu')
const ZH_BEFORE_SUM = new RegExp(`(${ZH_CURRENCY_BEFORE}|(?<![a-z])(?:${ISO})|${SIGN})\\s?${ZH_SUM}(?![\\da-z.%]|,\\d)`, 'g')
const BARE = new RegExp(
  `(?<![a-z0-9#/-]|\\d[.,])${NUMBER} ?(k|mm|mio|mln|million|m|thousand|grand|bn|billion|百万|千万|万亿|万|亿|w)${TAIL}`,
  'g',
)
const BARE_WORDS = new RegExp(`(?<![a-z])(${EN_NUMBER_WORDS}|half a million|a million)${TAIL}`, 'g')
const ZH_BARE = new RegExp(`${ZH_LEFT}(${ZH_PIECE}(?:${ZH_BIG}(?:${ZH_PIECE})?){1,3})`, 'g')

const SCALES: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  m: 1e6,
  mm: 1e6,
  mio: 1e6,
  mil: 1e6,
  mln: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  百万: 1e6,
  千: 1e3,
  千万: 1e7,
  万: 1e4,
  w: 1e4,
  亿: 1e8,
  万亿: 1e12,
}
const DEAL =
  /\b(?:deals?|quotes?|quoted|quotation|orders?|ordered|worth|budgets?|budgeted|contract|proposal|price|priced|pricing|arr|mrr|acv|tcv|spend|opportunity|opp|pipeline|value[ds]?|invoice[ds]?|po|purchase|renewal|estimate|offer(?:ed)?|cost|fee|annual|sow|upsell|bid|licen[cs]e|subscription|commit(?:ted|ment)?|total|paid|pay|payment|deposit|sale|expansion|pilot|closed|signed)\b|合同|报价|订单|预算|价格|金额|成交|单子|订金|定金|尾款|回款|总价|费用|采购|项目|首付|下了?单|[订定签]了|签|货款|投入|标书|投标|中标|付款|打款|款|价|投资额|营收|续约|续费|年费|成交|押金|利润|业绩|成本|销售额|流水|标的|大单|小单|签单|签了|砍价|还价/
const NOT_MONEY =
  /^\s*[多来余]?(?:users?|seats?|people|employees|licen[cs]es|units?|pcs|pieces|customers?|sites?|stores?|followers|subscribers|sq|km|miles?|meters?|min|mins|minutes|hours?|days|weeks?|months?|years?|%|items|boxes|records|calls|emails|visitors|staff|devices|rows|contacts|locations|tons?|kg|steps|views|downloads|members|students|个|人|台|件|套|名|位|家|次|用户|席|只|箱|吨|份|粉丝|条|平|公里|张|支|辆|部|瓶|盒|批|册|颗|片|米|单(?!子|合同)|员工|客户|门店|辆车|字|度|亩|栋|户|桶|双|根|节|步|点|卷|头|只|本|瓦|伏|转|小时|天|年(?!费)|次|平米|方|学生|会员|人次|城|[千]?[瓦克升]|(?!this|is|was|has|plus|as|its|his|us|less|gross|yes|thus|versus|minus|across)[a-z]{3,}s\b)/

function parse(text: string): number {
  const compact = text.replace(/ /g, '')
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(compact)) return Number(compact.replaceAll('.', '').replace(',', '.'))
  if (/^\d+,\d{1,2}$/.test(compact)) return Number(compact.replace(',', '.'))
  return Number(compact.replaceAll(',', ''))
}

const times = (value: number, scale?: string): number => Number((value * (scale ? (SCALES[scale] ?? 1) : 1)).toPrecision(12))
const code = (word: string): string => {
  const iso = /^(?:rmb|cnh)$/.test(word) ? 'CNY' : isCurrencyCode(word) ? word.toUpperCase() : undefined
  return iso ?? SIGNS[word] ?? NAMES.find(([name]) => name.test(word))?.[1] ?? zhCurrency(word) ?? 'USD'
}
/** 三点五万 and 3.5万 alike; 一块 alone is `together`. */
const zhValue = (words: string): number => {
  const plain = words.replaceAll(',', '').replaceAll('个', '').replaceAll('w', '万')
  const spelt = plain.replace(/([零一二三四五六七八九十百千]+)点([零一二三四五六七八九]+)/g, (_, whole: string, part: string) =>
    String((chineseNumber(whole) ?? 0) + Number(`0.${[...part].map((char) => chineseNumber(char)).join('')}`)),
  )
  return Number((chineseNumber(spelt.replace('万亿', '亿')) ?? 0).toPrecision(12)) * (/万亿/.test(spelt) ? 1e4 : 1)
}
const enValue = (words: string): number =>
  /^half a million/.test(words) ? 5e5 : (englishNumber(words.replace(/^half /, '')) ?? 0) * (words.startsWith('half ') ? 0.5 : 1)

/** More than this nobody is paid: it is a number of another kind, or a slip. */
export const MOST_MONEY = 1e15

/** All sums of money of a reading in which names, dates and numbers of other kinds are masked. */
export function moneyIn(read: string): Money[] {
  const found: Money[] = []
  const note = (match: RegExpMatchArray, value: number, currency?: string): void => {
    const start = match.index!
    const end = start + match[0].length
    if (!(value > 0 && value <= MOST_MONEY) || found.some((one) => start < one.end && end > one.start)) return
    found.push({ value, ...(currency && { currency }), start, end })
  }
  if (/\p{Script=Han}/u.test(read)) noteChinese(read, note)
  for (const m of read.matchAll(BEFORE))
    note(m, times(parse(m[2]!), m[3]), m[4] && /[$¥￥]$/.test(m[1]!) ? code(m[4]) : code(m[1]!))
  for (const m of read.matchAll(AFTER)) note(m, times(parse(m[1]!), m[2]), code(m[3] ?? m[4] ?? m[5] ?? m[6]!))
  for (const m of read.matchAll(WORDS)) note(m, enValue(m[1]!), code(m[2] ?? m[3]!))
  for (const m of read.matchAll(BARE)) if (nearDeal(read, m)) note(m, times(parse(m[1]!), m[2]))
  for (const m of read.matchAll(BARE_WORDS))
    if (/thousand|grand|million|billion/.test(m[1]!) && nearDeal(read, m)) note(m, enValue(m[1]!))
  return found.sort((a, b) => a.start - b.start)
}

/** Sums with a Chinese number or currency: each of them whole, before any part of it is read as one. */
function noteChinese(read: string, note: (match: RegExpMatchArray, value: number, currency?: string) => void): void {
  for (const m of read.matchAll(ZH_YUAN)) note(m, zhValue(m[1]!) + (chineseNumber(m[2]!) ?? 0) / 10, 'CNY')
  for (const m of read.matchAll(ZH_BEFORE_SUM))
    if (!/^[\d.,]+$/.test(m[2]!) || /^\p{Script=Han}/u.test(m[1]!)) note(m, zhValue(m[2]!), code(m[1]!))
  for (const m of read.matchAll(ZH_AFTER)) if (!/^[一两][块刀]$/.test(m[0])) note(m, zhValue(m[1]!), code(m[2]!))
  for (const m of read.matchAll(ZH_BARE)) if (nearDeal(read, m)) note(m, zhValue(m[1]!))
}

/** A deal word in the same clause, and no counted thing right after. */
function nearDeal(read: string, match: RegExpMatchArray): boolean {
  const start = match.index!
  const end = start + match[0].length
  if (NOT_MONEY.test(read.slice(end, end + 20))) return false
  const before = read
    .slice(Math.max(0, start - 60), start)
    .split(/[.!?;。！？；\n]/)
    .at(-1)!
  const after = read.slice(end, end + 40).split(/[.!?;。！？；\n]/)[0]!
  return DEAL.test(before) || DEAL.test(after)
}
