import { N } from './marks.ts'

/** A pattern in which `N` is a customer's name and `T` a time. */
export const zh = (source: string, flags = 'u'): RegExp =>
  new RegExp(source.replace(/(?<![{\\])N/g, N).replace(/(?<![{\\])T/g, '\\ue002+'), flags)

/** Chat of any make. */
export const CHAT =
  '(?:企业微信|企微|微信|短信|钉钉|飞书|领英|私信|微博|短消息|消息|信息|站内信|抖音|小红书|旺旺|(?<![a-z])(?:whats ?app|linkedin|qq|telegram|line|sms|wechat|imessage|messenger|viber|slack)(?![a-z]))'
export const MAIL = '(?:电子邮件|邮件|电邮|邮箱|伊妹儿|(?<![a-z])(?:e-?mail|mail)(?![a-z]))'
/** Somebody of theirs who is no name. */
export const ROLE =
  '(?:前台|护士|实习生|值班|助理|助手|秘书|同事|家人|接线员|文员|保安|总机|行政|人事|下属|手下|员工|店员|店长|客服|太太|老婆|爱人|丈夫|老公|妻子|儿子|女儿|家属|司机|门卫|会计|出纳|(?:采购|财务|法务|技术)(?!交流|对接会|洽谈|澄清|评审|培训|协议)|工程师|负责人|老板娘?|老总|运营|市场|主管|总监|经理|部门|团队)(?:部门?|经理|总监|主管|的人|那边|小姐|小妹|姑娘|先生|女士)?'
/** Words between a doer and the verb. */
export const ADV =
  '(?:T|今天|今早|刚才|刚刚|刚|主动|又|也|先|已经|已|还|终于|突然|忽然|才|就|再次|专门|特意|一直|都|果然|直接|临时|后来|自己|亲自|,?\\s?){0,4}'
/** The customer as the one who does: no preposition or verb before it whose object it is. */
export const WHO = `(?:(?<![给跟和与向对同约找为替打让请陪帮催问到见系访知诉信醒邀谢去自叫拉带等\\ue000\\ue001])(?:N|他们?|她们?|对方|客户|人家)(?:的?${ROLE})?(?:那边|那里|方面)?)`
const US = '(?:我们|我司|咱们|我)'
export const TO_US = `(?:给|跟|向|对|找|和)${US}`
const MEASURE = '(?:[一两二三四五六七八九十几\\d]{0,3}[个通次条封段张句份顿场遍下])?'
/** 了, 过, 完 with a count: 了两个. */
export const DONE = `(?:了|过|完|出)?(?:N|他们?|她们?|对方)?${MEASURE}`
const BY_VIDEO =
  '(?:腾讯会议|视频会议|视频会|视频电话|视频通话|视频演示|视频|线上会议?|线上|远程会议|远程|(?:微信|企微|钉钉|飞书)(?:视频会议|视频|会议)|电话会议?|zoom|teams|webex|google meet|skype|facetime)'
const MEAL =
  '(?:工作餐|商务餐|便饭|饭局|午餐|晚餐|早餐|午饭|晚饭|早饭|早茶|下午茶|饭|火锅|烧烤|夜宵|宵夜|咖啡|奶茶|茶|酒|lunch|dinner|coffee|brunch)'

export { BY_VIDEO, MEAL, MEASURE, US }
/** Names of meetings, for what is said of them. */
export const MEET = `(?:${BY_VIDEO}|demo|meeting|mtg|演示|展示|会议|会谈|会面|面谈|见面|碰面|碰头会?|约见|培训|沟通会|对接会|交流会|研讨会|洽谈会?|(?:技术|商务|方案|产品|需求|业务|项目)(?:交流|对接|洽谈|澄清)|路演|答辩|宣讲|讲解|签约仪式|例会|周会|月会|早会|评审会|评审|启动会|复盘会|复盘|聚餐|饭局|午餐|晚餐|午饭|晚饭|饭|咖啡|茶|下午茶|面试|(?<=[的个场次这那和])会)`
