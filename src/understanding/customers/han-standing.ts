/** What may stand after a name. */
export const AFTER_NAME =
  '(?=$|[\\s,，.。;；:：!！?？、()（）/-]|[的说来打发没不未占聊沟谈通见开吃喝取改推延要想问让约回接在已今昨上下周后前微短邮电视会表确同答拒催给跟和与去介提希觉有很对非正再那了过签付订爽临手忙出休请安又也还都刚两三一每做把带送寄加转拜访到请线钉飞企语先留关挂空号见陪参提考嫌喜满点手占爽听]|明[天早晚日年])'

/** Words after which a customer stands in a Chinese line, as they end. */
const LEADS =
  '(?:[给跟和与同向找约见访系电拜催问让请陪帮替为叫等问对打拨把被由比]|联系上|联络|完成|推进|落实|处理|解决|整理|准备|讨论|确认|分析|收回|签下?|拿下|安排|搞定|汇报|介绍|约好|收|盯|回访|走访|通知|告诉|提醒|邀请|感谢|客户|线索|去|到|自|从|在|是|的|[、/@（(]|(?:邮件|微信|短信|钉钉|飞书|电话|email)|(?:打|发|寄|送|回|拨|交|转|留|抄送|报价|演示)(?:给|到)?|[给见访系电找约打拨去到聊拜过催问请等陪送带邀会]了|[一了][下次趟]|接到|收到|见到|遇到|碰到|联系到|认识了?)'
const LEAD_END = new RegExp(`${LEADS}\\s*$`, 'u')
/** Ends of words about time: a name may follow. */
const TIME_END = /(?:[天午晚早晨夜刚又也先]|[\d一二三四五六七八九十两半刻]点?|[号日周]|刚才|已经|小时前|分钟前|今早)$/u
const STRONG =
  /^(?:来电|来信|来访|来了|来[我找问谈]|打来|打电话|打过|打给我|打了|电话[没不打]|电话|手机|说|表示|反馈|回复|回[电信邮微了]|没[接来到回人]|不接|未接|关机|占线|忙线|发[来邮微了短我]|微信|短信|邮件|钉钉|飞书|whatsapp|linkedin|email|约我|爽约|取消|改[期到约]|推迟|找我|主动|联系我|要求|想[要问约换]|要[我求加降看资]|希望|觉得|同意|确认|答应|那边|爽|放鸽|让我|催|离职|出差|签[了约]|付了|下单)/u

/** Whether Chinese words that may be everyday ones stand where a customer stands. */
export function stands(read: string, start: number, end: number, named: readonly { end: number }[]): boolean {
  const before = read.slice(Math.max(0, start - 8), start)
  if (/^$|[\s,，.。;；:：!！?？—–-]$/.test(before) || named.some((one) => one.end === start)) return true
  return LEAD_END.test(before) || TIME_END.test(before) || STRONG.test(read.slice(end, end + 8))
}

/** Characters of which given names are made and little else. */
const GIVEN =
  '芳芬芹芸花华丽娟娜婷玲琴红霞敏静怡欣佳琪瑶萍莉雪颖慧洁岚薇兰凤英玉珍珠云燕明强伟军杰磊涛鹏飞龙勇毅俊峰辉平东海波斌宇浩然轩博文武成志国建民林森辰阳生祥福贵春秋冬青松柏梅雅倩茜蓉菲璐琳瑾瑜妍妮娅媛嫣婕婉晴晶晨晓曦月星雯霖露馨香悦思梦诗涵桐彤丹琦珊珂瑞宁安康健坤乾仁义智忠孝勤荣昌盛兴旺良德山川江洋源泉清润泽洪亮光耀灿炎焕烨鑫铭锋钢银宝根柱栋梁胜凯旋超群雄豪帅帆航远翔腾骏驰竹菊莲荷蕾蓓苗芝芙'
const LONGER_GIVEN = new RegExp(
  `^(?:[${GIVEN}]|明(?!说))(?:来电|打来|打了?个?电话|发来|没[接来]|不接|未接|无人|关机|占线|说|表示|反馈|找我|联系我|[发聊谈见]了|微信|短信|$|[,，。;；:：\\s])`,
  'u',
)

/** Whether one more character before what a customer does belongs to the given name: 李梅芳来电, where 李梅 is known. */
export const isLongerGiven = (rest: string): boolean => LONGER_GIVEN.test(rest)

/** Latin words of Chinese business talk that name no customer. */
const LATIN_TALK =
  /^(?:po|pi|nda|sow|poc|mou|loi|rfq|rfp|ppt|pdf|sku|oa|erp|crm|saas|api|app|kpi|roi|vip|hr|it|cto|ceo|cfo|coo|cio|vp|md|pm|qa|bd|gm|ai|usb|ok|demo|quote|wechat|whatsapp|linkedin|zoom|teams|slack|line|qq|vm|lvm|eod|eow|asap|fyi|q[1-4]|(?:rmb|usd|eur|gbp|cny|hkd|sgd|jpy|chf|aud|cad|twd|krw)\d*|boss|sales|team|leader|owner|buyer|deal|case|excel|word|bug|datasheet|brochure|catalog|sample|invoice|call|email|mail|meeting|visit|note|todo|update|follow|followup|voicemail|sms|reminder|contract|proposal|pricing|price|license|report|order|budget|po\d*|moq|sla|eta|etd|fob|cif|ddp|oem|odm|ip|ui|vat|awb|coa|msds|iso|ce|fda|sop|faq|url|id|tds|logo|offer|feedback|schedule|issue|spec|specs|trial|pilot|renewal|discount|seats?|users?|msa|dpa|jd|bp|kol|koc|cpo|cmo|cso|evp|svp|avp|ts|gmv|arr|mrr|ltv|nps|okr|mvp|sdk|plc|cad|bom|led|lcd|gps|wifi|vpn|pc|ipad|pos|wms|tms|mes|bi|b2b|b2c|to[bc]|lc|tt|bl|hs|exw|cfr|pod|pol|ppm|sn)$/

export const isLatinTalk = (word: string): boolean => LATIN_TALK.test(word)

const PLAIN_LEAD =
  /(?:新客户|新线索|客户|线索|拜访了?|走访了?|回访了?|致电|打给|联系上?了?|约了?|见了|找|去|到|趟|(?:^|[\s,，。;；:：天午早晚刚才])[跟和与同]|来自)\s*$/u
const PLAIN_DOING =
  /^(?:来[电信访我找问谈]|打[来给了电]|电话[没不打]|说|表示|反馈|回复|没[接人]|不接|占线|约我|爽约|找我|主动|联系我|要[求我]|想|希望|觉得|答应|那边|让我|催|[聊谈]|沟通|的?(?:公司|集团|老板|前台|采购|财务|总部))/u
const PAPER_DOING = /^(?:已|发|签|改|盖|审|批|草|初|终|版|模|条|文|协|合|还|没|写|出|寄|收|确|定|更|拟|提|准|给|先|待)/u

/** Whether an abbreviation in capitals that nobody knows can be nothing but a customer: 拜访EKG, 给EKG打电话, EKG来电; not 发PI, 3个VP. */
export function abbreviationStands(read: string, start: number, end: number): boolean {
  const before = read.slice(Math.max(0, start - 8), start)
  const after = read.slice(end, end + 8).trimStart()
  if (PLAIN_DOING.test(after) || PLAIN_LEAD.test(before)) return true
  if (/给\s*$/.test(before)) return /^(?:打|发|寄|回|演示|报|做|送|介绍|留)/.test(after)
  return /^\s*$/.test(before) && read.length > end && !PAPER_DOING.test(after)
}

/** Whether a name in Latin letters that nobody knows may begin in a Chinese line: after a lead, or before what a customer does. */
export function latinStands(read: string, start: number, end: number): boolean {
  if (LATIN_TALK.test(read.slice(start, end))) return false
  const before = read.slice(Math.max(0, start - 8), start).trimEnd()
  return /^$|[,，.。;；:：!！?？—–-]$/.test(before) || LEAD_END.test(before) || STRONG.test(read.slice(end, end + 9).trimStart())
}

/** The same where a word stands that may be an everyday one: the start of the line alone says nothing. */
export function latinNameStands(read: string, start: number, end: number): boolean {
  if (LATIN_TALK.test(read.slice(start, end))) return false
  return LEAD_END.test(read.slice(Math.max(0, start - 8), start)) || STRONG.test(read.slice(end, end + 9).trimStart())
}

/** Everyday words that are also names; anything else of a known person's two characters is a name wherever it stands. */
const WORDS = new Set(
  (
    '安静 安宁 安全 安心 安康 白露 白天 白云 白雪 常年 常青 成功 成就 成立 成长 程序 池塘 初夏 丁香 冬至 东方 东风 杜鹃 方便 方程 方法 方圆 方向 丰收 丰富 甘心 甘露 ' +
    '高峰 高度 高速 高尚 高山 高明 高兴 高原 关键 关心 关注 古今 海洋 海鸥 何必 何况 和平 和气 和谐 花生 华夏 黄河 黄昏 黄金 吉祥 季节 纪念 纪实 江河 江湖 江山 江南 金星 金秋 金属 经典 ' +
    '经理 康复 康宁 蓝天 乐观 乐意 雷雨 黎明 李子 立春 立秋 凌晨 林业 龙井 路人 路程 罗盘 马达 马力 马路 马上 满意 毛衣 梅花 美丽 明白 明天 明月 牛奶 平安 平常 平静 平凡 ' +
    '齐全 千里 千金 秋月 秋天 全面 任务 任意 荣誉 石头 石油 时光 时间 时刻 水平 孙子 陶瓷 田野 童话 童年 万里 万千 万一 汪洋 王国 王子 微笑 温柔 温暖 温馨 文化 文明 文静 文章 武术 ' +
    '夏天 夏至 向上 向阳 项目 肖像 谢谢 新年 新春 幸福 许多 许诺 许可 严格 严肃 阳光 杨柳 叶子 易经 应该 永远 于是 余晖 余地 喻示 元旦 元宵 远方 云南 云海 展望 张开 张力 章程 钟点 钟情 周到 ' +
    '周末 周年 周期 周全 周转 朱砂 祝福 祝贺 庄园 庄严 卓越 宗旨 春天 春节 端午 重阳 清明 中秋 国庆 建国 建设 建业 解放 胜利 和睦 志成 海天 海蓝 长城 长江 长征 长青 未来 希望 梦想 ' +
    '光明 光辉 光华 自强 自立 正直 正好 正义 友谊 友好 团结 奋斗 进步 思考 思念 思源 启明 启航 远航 领航 精益 精诚 同心 同步 智慧 创新 开心 开源 乐天 天天 星期 星辰 新星 红星 宏图 北方 南方 ' +
    '西部 东部 中部 西南 西北 东南 东北 绿洲 绿地 海外 海关 国际 国家 世纪 时代 时尚 大众 大地 万科 万达 万象 百姓 百年 百事 家家 家园 优先 优势 优质 永恒 永久 永新 全球 全国 环球 环境 ' +
    '鼎盛 昌盛 兴盛 兴隆 兴业 恒久 恒心 长久 长远 深度 深远 深海 高新 金融 标准 标杆 领先 先锋 先进 前沿 前程 前景 蓝图 蓝海 红海 风云 风华 风范 明星 明珠 明亮 亮点 小米 苹果 联想 网易 百度 美团 ' +
    '京东 顺丰 中通 圆通 申通 格力 万全 美的 长安 吉利 奇瑞 理想 问界 华为 红旗 大众 现代 通用 丰田 本田 福特'
  ).split(' '),
)
export const isEveryday = (name: string): boolean => WORDS.has(name)

/** 成功约到, 关键是, 温馨提醒: how something was brought about, what matters, at the start of it. */
export const isAdverb = (read: string, start: number, end: number): boolean =>
  /(?:^|[\s,，。;；:：])$/.test(read.slice(0, start)) &&
  /^(?:(?:关键|希望|标准|优势|成功|方法|理想)是|..(?:约[到上]|联系[到上]|[拿签续拍谈]下|[谈办交续]成|[见要加接打]到|[见加打续]上|打通|说服|搞定|[收催追要]回|争取|挽[回留]|推[荐进]|交付|上线|中标|入围|在于|提[醒示]))/u.test(
    read.slice(end - 2, end + 4),
  )
