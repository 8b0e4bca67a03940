import { TITLE, TRADE_WORD } from './han-names.ts'
import { type Mention, type Scene, typedAt } from './mention.ts'
import { chineseSuffixes } from './normalize.ts'

const SURNAME =
  '(?:欧阳|上官|司马|诸葛|司徒|皇甫|慕容|令狐|夏侯|[王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆农司卓古])'
const NOT_PERSON =
  /^(?:周[一二三四五六日末天]|方[案便式法面]|万[元一]|金额|高[兴级层]|安[排装全]|包[括装]|成[本交立]|路上|常[规常]|马上|白天|单[子位独]|程序|于是|和[我他她]|向[我他她]|时[间候]|温[和暖]|石[油材]|江[苏西]|广[东西告州]|陕西|贵[司公方州]|贺[卡]|项目|顾[客问]|文[件化档]|金[融属]|孔子|全[部年天]|黄[金色]|白[酒色]|陈[述列]|毛[利病]|章程|童[装]|花[费]|云[南]|龙[头])/
/** What may stand after a name. */
const AFTER =
  '(?=$|[\\s,，。.;；:：!！?？、()（）/-]|的|说|来|打|发|没|不|未|占|聊|沟|谈|通|见|开|吃|喝|取|改|推|延|要|想|问|让|约|回|接|在|已|今|明|昨|上|下|周|后|前|微|短|邮|电|视|会|表|确|同|答|拒|催|给|跟|和|与|去|介|提|希|觉|有|很|对|非|正|再|那|了|过|签|付|订|对|爽|临|手|忙|出|休|请|安|又|也|还|都|刚|两|三|一|每|介绍|做)'
const LEAD =
  '(?:新客户|新线索|潜在客户|给|跟|和|与|同|对|向|找|约了?|拜访了?|联系了?|联系上了?|致电|打给|电话|回访了?|走访了?|见到?了?|去了?|到了?|客户|线索|新增|认识了|发给|发邮件给|寄给|微信|邮件|短信|拜会了?|收到|接到|来自|^|[\\s,，。;；:：、(（])'
const STEM = '[\\p{Script=Han}A-Za-z0-9·]'
const NOT_IN_NAME =
  /(?:给|打|电话|邮件|微信|拜访|联系|来电|昨|今天|明天|后天|前天|上周|下周|上午|下午|聊|发|说|开会|会议|见|没|不|已|了|的|跟|我|他|她|他们|新客户|新线索|潜在客户|和|约|去|每|回访|跟进|要|请|想|还|再|提醒|准备|收到|接到|年|月|号|点|前台|秘书|助理|留言|占线|号码|报价|合同|订单|预算|客户|语音|视频|演示|吃饭|安排|项目|方案|确认|签约|对方|需求|需要|线索)/
const COMPANY = new RegExp(`${LEAD}(${STEM}{1,10}?${TRADE_WORD}(?:${TRADE_WORD})?(?:${chineseSuffixes.join('|')})?)(?!员)`, 'gu')
const PERSON = new RegExp(`${LEAD}(${SURNAME}[\\p{Script=Han}]{1,2}?)(?:${TITLE})?${AFTER}`, 'gu')
const TITLED = new RegExp(`(${SURNAME}${TITLE})${AFTER}`, 'gu')
const LEADING = new RegExp(
  `^\\s*(?:新客户|新线索|客户)?\\s*(${STEM}{2,8})(?=$|[\\s,，:：]|\\s?[-—–]|来电|打来|打电话来|没人接|没接|占线|打错|号码|语音|取消|改期|发来|没来|爽约)`,
  'u',
)
const AFTER_VERB =
  /(?:拜访了?|打给|致电|联系了?|回访了?|走访了?|新客户|新线索)(\p{Script=Han}{2,6})(?=$|[\s,，。:：]|没人接|没接|占线|,)/gu

const clash = (mentions: readonly Mention[], start: number, end: number): boolean =>
  mentions.some((one) => start < one.end && end > one.start)

/** Chinese names nobody knows, where a customer stands: companies by their trade, people by family name and title. */
export function unknownHan({ line, tokens }: Scene, known: readonly Mention[], nameOnly: boolean): Mention[] {
  if (!tokens.some(({ han }) => han)) return []
  const found: Mention[] = []
  const note = (kind: Mention['kind'], start: number, name: string): void => {
    const end = start + name.length
    if (
      clash([...known, ...found], start, end) ||
      known.some((one) => one.kind === kind && one.start < start && kind === 'company')
    )
      return
    found.push({ kind, start, end, ids: [], typed: typedAt(line, start, end), whole: false })
  }
  const each = (pattern: RegExp, kind: Mention['kind'], limit = 8): void => {
    let count = 0
    for (const match of line.read.matchAll(pattern)) {
      const name = match[1]!
      const start = match.index + match[0].indexOf(name, match[0].length - name.length < 0 ? 0 : 0)
      if (count++ >= limit) return
      if (kind === 'person' ? !NOT_PERSON.test(name) : !NOT_IN_NAME.test(name))
        note(kind, kind === 'person' ? match.index + match[0].lastIndexOf(name) : start, name)
    }
  }
  if (nameOnly && !known.length) {
    const whole = line.read.trim()
    const person =
      new RegExp(`^${SURNAME}(?:${TITLE}|\\p{Script=Han}{1,2})$`, 'u').test(whole) && !new RegExp(`${TRADE_WORD}$`).test(whole)
    note(person ? 'person' : 'company', line.read.indexOf(whole), whole)
    return found
  }
  each(COMPANY, 'company')
  each(TITLED, 'person')
  each(PERSON, 'person')
  if (!known.length && !found.length) leading(line.read, note)
  return found
}

function leading(read: string, note: (kind: Mention['kind'], start: number, name: string) => void): void {
  const match = LEADING.exec(read)
  if (match && !NOT_IN_NAME.test(match[1]!) && /\p{Script=Han}/u.test(match[1]!))
    note('company', match[0].lastIndexOf(match[1]!), match[1]!)
  else {
    const one = [...read.matchAll(AFTER_VERB)].find(([, name]) => !NOT_IN_NAME.test(name!))
    if (one) note('company', one.index + one[0].length - one[1]!.length, one[1]!)
  }
}
