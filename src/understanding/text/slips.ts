import { slipsBetween } from './distance.ts'

/** Short forms and slips of the keyboard that mean one thing alone, as they are read. */
const SHORT: Record<string, string> = {
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  tmw: 'tomorrow',
  tom: 'tom',
  tomo: 'tomorrow',
  tomoz: 'tomorrow',
  '2moro': 'tomorrow',
  '2mrw': 'tomorrow',
  tmmrw: 'tomorrow',
  tmrow: 'tomorrow',
  tmorrow: 'tomorrow',
  tomm: 'tomorrow',
  tommorow: 'tomorrow',
  tommorrow: 'tomorrow',
  tomorow: 'tomorrow',
  yday: 'yesterday',
  yest: 'yesterday',
  ystrdy: 'yesterday',
  ytd: 'ytd',
  tdy: 'today',
  tonite: 'tonight',
  nite: 'night',
  '2nite': 'tonight',
  '2day': 'today',
  nxt: 'next',
  morn: 'morning',
  mornin: 'morning',
  aftn: 'afternoon',
  aft: 'afternoon',
  evng: 'evening',
  wknd: 'weekend',
  wkly: 'weekly',
  mthly: 'monthly',
  qtrly: 'quarterly',
  b4: 'before',
  thru: 'through',
  abt: 'about',
  teh: 'the',
  adn: 'and',
  wiht: 'with',
  wtih: 'with',
  frm: 'from',
  fri: 'fri',
  tho: 'though',
  mon: 'mon',
  thr: 'thu',
  wendsday: 'wednesday',
  wensday: 'wednesday',
  firday: 'friday',
  fridya: 'friday',
  frday: 'friday',
  mondya: 'monday',
  modnay: 'monday',
  monady: 'monday',
  tuseday: 'tuesday',
  tusday: 'tuesday',
  teusday: 'tuesday',
  sunay: 'sunday',
  janury: 'january',
  ferbuary: 'february',
  mrach: 'march',
  arpil: 'april',
  agust: 'august',
  claled: 'called',
  caleld: 'called',
  calld: 'called',
  cald: 'called',
  spkoe: 'spoke',
  spoek: 'spoke',
  psoke: 'spoke',
  taled: 'talked',
  takled: 'talked',
  emialed: 'emailed',
  emailled: 'emailed',
  eamiled: 'emailed',
  emaild: 'emailed',
  vistied: 'visited',
  visted: 'visited',
  metting: 'meeting',
  meetign: 'meeting',
  meting: 'meeting',
  voicemal: 'voicemail',
  voicmail: 'voicemail',
  snet: 'sent',
  sned: 'send',
  edn: 'end',
  nxet: 'next',
  weeek: 'week',
  wek: 'week',
  wekk: 'week',
  moth: 'month',
  monht: 'month',
  monring: 'morning',
  answr: 'answer',
  anwser: 'answer',
}
for (const same of ['tom', 'ytd', 'fri', 'mon', 'tomo']) delete SHORT[same]

/** Verbs that are typed with their ending glued to a short form or set off by an apostrophe: `ok'd`, `txted`, `sms'd`. */
const VERB_ENDED: Record<string, string> = {
  ok: 'approved',
  okay: 'approved',
  okey: 'approved',
  txt: 'texted',
  text: 'texted',
  sms: 'texted',
  msg: 'messaged',
  message: 'messaged',
  mail: 'mailed',
  email: 'emailed',
  call: 'called',
  phone: 'phoned',
  ping: 'pinged',
  visit: 'visited',
  confirm: 'confirmed',
  cancel: 'canceled',
}
const ENDED = new RegExp(`^(${Object.keys(VERB_ENDED).join('|')})'?e?d$`)

/** Words that a longer mistyped word may stand for, one slip in six letters or two in nine. */
const TARGETS = (
  'tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february august september october november december ' +
  'morning afternoon evening tonight weekend quarter quarterly monthly weekly weekday called visited emailed texted talked chatted meeting voicemail ' +
  'answer follow schedule rescheduled canceled cancelled message proposal contract quote invoice reschedule postponed answered stopped'
).split(' ')
const TARGET_SET = new Set(TARGETS)

/** The same for Chinese: as many characters as were typed. */
const CHINESE: [RegExp, string][] = [
  [
    /(?<![正还都也直现存他她们方户就是人家总老实好])在(?=打|联系|约|聊|谈|跟进|沟通|拜访|确认|发一|说|议|试|回访|回电|商(?!店|场|会)|电话(?![里中上那旁])|约|寄|送|催|问|报|跟)/g,
    '再',
  ],
  [/(?<=[上下这本每]|^|[,，。\s])周[而尔]/g, '周二'],
  [/(?<=[上下这本每])周[散伞]/g, '周三'],
  [/(?<=[上下这本每])周死/g, '周四'],
  [/(?<=[上下这本每])周[午舞](?!后)/g, '周五'],
  [/(?<=[上下这本每])周[流溜]/g, '周六'],
  [/[下夏]州(?=[一二三四五六日天]|再|发|联系|见|拜访|跟进)/g, '下周'],
  [/名天/g, '明天'],
  [/明田/g, '明天'],
  [/理拜(?=[一二三四五六日天])/g, '礼拜'],
  [/跟近|根进/g, '跟进'],
  [/连系|联糸/g, '联系'],
  [/拜仿|败访/g, '拜访'],
  [/报介|抱价/g, '报价'],
  [/会义/g, '会议'],
  [/没[结借街](?=[,，。\s]|$|电话)/g, '没接'],
  [/没人[结借街]/g, '没人接'],
  [/留严|流言/g, '留言'],
  [/站线/g, '占线'],
  [/回仿/g, '回访'],
  [/和同(?=[\d，,。约])/g, '合同'],
  [/昨田/g, '昨天'],
  [/上无/g, '上午'],
  [/下无/g, '下午'],
  [/由件/g, '邮件'],
  [/短性/g, '短信'],
  [/微性/g, '微信'],
  [/[威维]信(?=上|里|聊|发|找|说|问|沟通|联系|回|没)|(?<=[发加回用])[威维]信/g, '微信'],
]

/** The word that a typed one plainly stands for, or itself. `isName` and `isWord` know words that are right as they are. */
export function readSlip(word: string, isRight: (word: string) => boolean): string {
  const stem = ENDED.exec(word)?.[1]
  if (stem && (word.includes("'") || !isRight(word))) return VERB_ENDED[stem]!
  const short = Object.hasOwn(SHORT, word) ? SHORT[word] : undefined
  if (short) return isRight(word) && word.length > 4 ? word : short
  if (word.length < 6 || word.length > 14 || TARGET_SET.has(word.replace(/s$/, '')) || isRight(word)) return word
  const most = word.length >= 9 ? 2 : 1
  const close = TARGETS.filter((target) => target[0] === word[0] && slipsBetween(word, target, most) <= most)
  return close.length === 1 ? close[0]! : word
}

export function readChineseSlips(text: string): string {
  return CHINESE.reduce((read, [slip, right]) => read.replace(slip, right), text)
}
