/** Chinese names of currencies, each a pattern; of two that begin alike the longer comes first. */
const NAMES: Record<string, string> = {
  USD: '美元|美金|美刀|刀',
  EUR: '欧元|欧(?![洲盟美式])',
  GBP: '英镑|镑',
  JPY: '日[元币圆]',
  KRW: '韩[元币圆]',
  HKD: '港[元币圆纸]',
  TWD: '新?台币|台圆',
  NZD: '新西兰[元币]|纽[元币]',
  SGD: '新加坡[元币]|新[币元]|坡币',
  MYR: '(?:马来西亚)?令吉|林吉特|马币',
  THB: '泰[铢株币]',
  IDR: '印尼[盾币]|印尼卢比|印度尼西亚盾',
  VND: '越南?盾',
  PKR: '巴基斯坦卢比',
  INR: '(?:印度)?卢比',
  PHP: '菲律宾比索|菲币',
  MXN: '(?:墨西哥)?比索',
  RUB: '(?:俄罗斯)?卢布',
  CHF: '瑞士法郎|瑞郎|法郎',
  AUD: '澳大利亚元|澳洲?元|澳币',
  CAD: '加拿大元|加[元币]',
  MOP: '澳门[元币]|葡币',
  AED: '(?:阿联酋)?迪拉姆',
  SAR: '(?:沙特)?里亚尔',
  BRL: '(?:巴西)?雷亚尔',
  ZAR: '(?:南非)?兰特',
  TRY: '(?:土耳其)?里拉',
  SEK: '瑞典克朗',
  NOK: '挪威克朗',
  DKK: '丹麦克朗',
  CZK: '捷克克朗',
  PLN: '兹罗提',
  HUF: '福林',
  UAH: '格里夫纳',
  KZT: '坚戈',
  NGN: '奈拉',
  KES: '肯尼亚先令',
  EGP: '埃及镑',
  ILS: '新?谢克尔',
  MMK: '缅[币元]',
  CNY: '元人民币|人民币',
}
/** What a sum in yuan ends with; before a sum these are no currency. */
const YUAN = '块钱|块(?![屏板地牌表砖玻])|元|圆'

const foreign = Object.values(NAMES)
  .flatMap((names) => names.split(/\|(?![^(]*\))/))
  .sort((a, b) => b.length - a.length)

/** A Chinese name of a currency after a sum, and one that may stand before it. */
export const ZH_CURRENCY = [...foreign, YUAN].join('|')
export const ZH_CURRENCY_BEFORE = foreign.filter((name) => !/^(?:刀|镑|欧|元)/.test(name)).join('|')

const CODES = Object.entries(NAMES).map(([code, names]) => [new RegExp(`^(?:${names})$`), code] as const)

/** The ISO code of a currency by its Chinese name. */
export const zhCurrency = (name: string): string | undefined =>
  CODES.find(([pattern]) => pattern.test(name))?.[1] ?? (/^[块元圆]/.test(name) ? 'CNY' : undefined)
