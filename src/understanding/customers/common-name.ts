import { isGivenName, isOrdinary, isTrade } from '../text/words.ts'
import { isChinese, isSuffix, normalizeName, wordsOf } from './normalize.ts'
import { isDateWord } from './standing-words.ts'

const HAN_COMMON =
  /^(?:(?:[我你您他她它咱]们?的?|对方|客户|公司|老板|老总|领导|前台|秘书|助理|经理|总经理|主任|主管|财务|采购|销售|同事|朋友|老客户|新客户|那边|这边|大家|某人|有人|没人|电话|邮件|微信|短信|会议|合同|报价|订单|项目|今天|明天|后天|昨天|上午|下午|晚上|(?:下|上|这|本)?(?:周|星期|礼拜)[一二三四五六日天末]?|.月|[上下]个月)+|.)$/u

/** Whether a text is nothing that one customer alone could be called: everyday words, a date, a role, a first name. */
export function isCommonName(text: string): boolean {
  const words = wordsOf(text)
  if (isChinese(text)) return HAN_COMMON.test(normalizeName(text).replaceAll(' ', ''))
  const [only, more] = words
  if (!only) return true
  if (!more) return isOrdinary(only) || isDateWord(only) || isGivenName(only) || isSuffix(only)
  return words.every(
    (word) => isTrade(word) || isDateWord(word) || isSuffix(word) || /^(?:the|a|an|of|and|at|to|\d+)$/.test(word),
  )
}
