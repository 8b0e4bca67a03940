/** Things that can stand at an address, of those that are verbs too: `offer at https://…` is no order to offer something. */
const THINGS =
  'offer|quote|quotation|invoice|order|contract|plan|price|bill|draft|brief|spec|recap|demo|call|meeting|report|request|post|pitch|file|log|study|intro|update|share|print|form|design|text|message|e-?mail|chat|list|design|map|next steps?|action items?'
/** Of those, the ones that nobody would do to an address either. */
const BARE = 'offer|quote|quotation|invoice|contract|plan|price|bill|draft|brief|spec|recap|next steps?|action items?'
const OF = '(?:(?:the|our|my|their|his|her|new|final|latest|first|updated|revised|signed|full) )*'
const AT =
  '(?:(?: (?:is|are|was|now|also|stands|sits|lives|kept|stored|saved|online|attached|here|below|at|in|on|under|via)|[:=]|\\s?(?:->|→|—|-(?= )))\\s?)+'
const EN_AT = new RegExp(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*${OF}(?:(?:${THINGS})${AT}|(?:${BARE}) |see (?:also |it |here |under )?)\\s*\\ue003`,
  'u',
)
const EN_ALONE = new RegExp(`^[^\\p{L}\\p{N}\\ue000-\\ue003]*${OF}(?:${THINGS})(?:${AT})?[^\\p{L}\\p{N}\\ue000-\\ue003]*$`, 'u')

const ZH_THINGS =
  '(?:报价|合同|订单|发票|方案|计划|演示|资料|文件|文档|附件|纪要|样品|图纸|清单|链接|地址|网址|[\\p{Script=Han}]{0,6}(?:单|表|书|稿|案|纪要|文档|文件|链接|资料|报告|记录|PPT|ppt))'
/** What is to be done with a thing, before its name: 发方案, but not 发票. */
const ZH_DOING =
  '(?!发(?!票)|[再请先要去帮把将给]|送|寄|写|改|修|交|做|提|回|补|传|看|读|审|签|查|核|确认|准备|整理|更新|提醒|安排|打印|填|拟|起草|催|约)'
const WHERE = '(?:在|见|参见|详见|请见|如下|位于|[放存传]在|[是为])'
const ZH_AT = new RegExp(`${WHERE}[ :]*\\ue003`, 'u')
const ZH_BARE = new RegExp(`^[^\\p{L}\\p{N}\\ue000-\\ue003]*${ZH_DOING}${ZH_THINGS}[ :]*\\ue003`, 'u')
const ZH_ALONE = new RegExp(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*${ZH_DOING}${ZH_THINGS}${WHERE}?[^\\p{L}\\p{N}\\ue000-\\ue003]*$`,
  'u',
)

const HAN = /\p{Script=Han}/u
const OPENS_WITH_LINK = /^[^\p{L}\p{N}\ue000-\ue003]*\ue003/u

/** Whether a clause (marked) only says at which address something stands; `next` is the text of the clause behind it, where the address may follow. */
export function saysWhere(text: string, next: string): boolean {
  const chinese = HAN.test(text)
  if (OPENS_WITH_LINK.test(next)) return (chinese ? ZH_ALONE : EN_ALONE).test(text)
  return chinese ? ZH_AT.test(text) || ZH_BARE.test(text) : EN_AT.test(text)
}
