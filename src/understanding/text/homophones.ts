import { pinyin } from 'pinyin-pro'

/** What the words of a log line sound like when a wrong character was picked. */
const WORDS = (
  '明天 昨天 后天 前天 今天 上午 下午 中午 早上 晚上 今晚 昨晚 明早 下周 上周 礼拜 星期 月底 年底 季度 ' +
  '联系 拜访 跟进 回访 报价 会议 开会 合同 电话 邮件 短信 微信 占线 关机 空号 留言 转告 前台 信箱 语音 没人接 没接通 打错 号码 客户 方案 演示 ' +
  '推迟 取消 改期 见面 签约 付款 发票 样品 订单 预算 来电 提醒 沟通 尽快 下班 吃饭 约好 爽约 打算 准备 视频 确认 定金 尾款 万元 美元'
).split(' ')

/** Words and turns that sound like one of those and are meant as they stand. */
const MEANT = new Set(
  (
    '练习 摆放 跟紧 回放 回防 保价 保驾 回忆 会意 河童 点化 电化 有件 又见 有间 有见 威信 维新 唯心 战线 展现 好吗 好马 ' +
    '掩饰 岩石 眼时 颜石 取笑 去校 去小 减免 见免 前约 来店 来点 会点 回点 发火 嫉妒 极度 基度 及度 本州 大错 上五 下五 ' +
    '中五 早上 近天 作天 坐天 做天 时候天 兴起 性其 形期 改其 该期 盖起 号码 越好 月好 时间 世间 试卷 十件 实践 事件 石件 ' +
    '事见 时见 市见 到店 大算 大蒜 打蒜 食品 实频 定经 订金 定今 晚元 万圆 每元 客护 课户 快件 进款 今款 近款 为款 尾宽 ' +
    '新想 心想 新箱 信想 报驾 包价 抱加 言是 严实 严是 下舟 上州 拒绝 曲小 取小 去销 渠销 区校 公共 购通 够通 夏班 一吃 ' +
    '迟饭 池饭 爽月 双月 爽悦 约号 月号 雀任 却认 却任 方暗 放案 防案 方按 汇易 会宜 会一 回一 惠易 开回 开汇 开辉 开挥 ' +
    '发漂 阀票 付宽 富款 府款 签月 前月 钱约 牵约 后填 悦地 年第 年抵 月第 越低 金块 近快 尽块 今早 明找 明造 改七 盖期'
  ).split(' '),
)

const soundsOf = new Map<string, string[]>()
/** The syllables that a character may be, without tones. */
function sounds(char: string): string[] {
  const known = soundsOf.get(char)
  if (known) return known
  const heard = [
    ...new Set(pinyin(char, { toneType: 'none', type: 'array', multiple: true }).map((one) => one.replace('ü', 'v'))),
  ]
  soundsOf.set(char, heard)
  return heard
}

interface Sounded {
  word: string
  syllables: string[]
}
let byFirst: Map<string, Sounded[]> | undefined
/** Words by their first syllable, each syllable as it is read in its word. */
function words(): Map<string, Sounded[]> {
  if (byFirst) return byFirst
  byFirst = new Map()
  for (const word of WORDS) {
    MEANT.add(word)
    const syllables = pinyin(word, { toneType: 'none', type: 'array' })
    byFirst.set(syllables[0]!, [...(byFirst.get(syllables[0]!) ?? []), { word, syllables }])
  }
  return byFirst
}

/** Chinese words of a log line for what was typed in their place by the same sound (名天, 拜放); `isName` spares customers' names. */
export function mendHomophones(text: string, isName: (start: number, end: number) => boolean): string {
  let read = text
  for (let at = 0; at + 2 <= text.length; at++) {
    const word = heard(read, at)
    if (word && !isName(at, at + word.length)) read = read.slice(0, at) + word + read.slice(at + word.length)
  }
  return read
}

/** The word that the characters at a place sound like; one of them must be right, and none meant as it stands. */
function heard(text: string, at: number): string | undefined {
  if (!/\p{Script=Han}/u.test(text[at]!)) return undefined
  for (const first of sounds(text[at]!)) {
    for (const { word, syllables } of words().get(first) ?? []) {
      const typed = text.slice(at, at + word.length)
      if (typed.length < word.length || typed === word || ![...word].some((char, i) => char === typed[i])) continue
      const same = syllables.every(
        (syllable, i) => i === 0 || (/\p{Script=Han}/u.test(typed[i]!) && sounds(typed[i]!).includes(syllable)),
      )
      if (same && !isGrammar(typed, word) && !MEANT.has(typed) && !crosses(text, at, word.length)) return word
    }
  }
  return undefined
}

/** Whether what differs is a small word of grammar, which stands everywhere and for nothing else. */
const isGrammar = (typed: string, word: string): boolean =>
  [...typed].some(
    (char, i) =>
      char !== word[i] && '的了得地着过是在有我你他她它们不就也都还和与跟给把被让对从到这那个一两几为以已要又'.includes(char),
  )

/** Whether one of the characters belongs to a right word beside it. */
function crosses(text: string, at: number, length: number): boolean {
  return MEANT.has(text.slice(at - 1, at + 1)) || MEANT.has(text.slice(at + length - 1, at + length + 1))
}
