import { call, either, email, every, inbound, meeting, message, money, of, on, todo, visit } from '../english/cast.ts'
import type { Case } from '../score.ts'
import type { Row } from './cast.ts'

/** Customers of more trades, many of whose names are everyday words. */
export const NAMESAKES: Case['known'] = [
  { company: '新民印刷有限公司', contacts: ['马超', '高兴'] },
  { company: '春风旅行社', contacts: ['谢婷'] },
  { company: '八方货运', contacts: ['方正', '石磊'] },
  { company: '周末影院', contacts: ['常乐'] },
  { company: '七星电器', contacts: ['白洁', '万全'] },
  { company: '一品茶业', contacts: ['叶青'] },
  { company: 'Northwind Traders', contacts: ['Amy Liu', 'Tom Becker'] },
  { company: '海天律师事务所', contacts: ['温馨'] },
  { company: '海天调味品', contacts: ['罗成'] },
  { company: '新月酒店', contacts: ['安静', '马丽'] },
  { company: '康泰医院', contacts: ['欧阳雪', '关键'] },
]
const M = of('新民印刷有限公司', '马超')
const GX = of('新民印刷有限公司', '高兴')
const X = of('春风旅行社', '谢婷')
const F = of('八方货运', '方正')
const SL = of('八方货运', '石磊')
const CL = of('周末影院', '常乐')
const B = of('七星电器', '白洁')
const WQ = of('七星电器', '万全')
const Y = of('一品茶业', '叶青')
const AMY = of('Northwind Traders', 'Amy Liu')
const TOM = of('Northwind Traders', 'Tom Becker')
const WX = of('海天律师事务所', '温馨')
const LC = of('海天调味品', '罗成')
const AJ = of('新月酒店', '安静')
const ML = of('新月酒店', '马丽')
const OY = of('康泰医院', '欧阳雪')
const GJ = of('康泰医院', '关键')

/** Lines about them. */
export const MORE_LINES: Record<string, Row[]> = {
  'customers whose names are everyday words': [
    ['高兴接了电话，同意加印', GX, call('connected')],
    ['很高兴跟谢婷谈成了', X, call('connected')],
    ['安静来电，问早餐价格', AJ, call('connected'), inbound],
    ['关键没接，下午再打', GJ, call('no_answer'), todo('2026-11-26T14:00', '再打')],
    ['关键是价格，叶青嫌贵', Y],
    ['万全说方案可以', WQ],
    ['方正发来微信，要改合同', F, message, inbound],
    ['温馨提醒：周一给罗成发货', LC, todo('2026-11-30', '发货')],
    ['周末给马丽打电话', ML, todo('2026-11-28', '打电话')],
    ['周末影院常乐来电，订20张椅子', CL, call('connected'), inbound],
    ['周末去拜访周末影院', of('周末影院'), todo('2026-11-28', '拜访')],
    ['海天来电', either('海天律师事务所', '海天调味品'), call(), inbound],
    ['海天的罗成没接', LC, call('no_answer')],
    ['海天食品厂来电，问价', of('海天食品厂'), call('connected'), inbound],
    ['马总来电催稿', either('马丽 (新月酒店)', '马超 (新民印刷有限公司)'), call('connected'), inbound],
    ['新民的马总没接电话', M, call('no_answer')],
    ['欧阳主任约我下周三上午9点去医院', OY, todo('2026-12-02T09:00', '医院')],
    ['康泰的关院长说要等招标', GJ],
    ['给小谢发了微信', X, message],
    ['叶姐让我寄两盒样茶', Y, todo(undefined, '样茶')],
    ['跟石师傅电话确认了卸货时间', SL, call('connected')],
    ['白老师介绍了个新客户', B],
    ['新客户：恒温冷库 蔡总，想看方案', of('恒温冷库', '蔡总')],
    ['七星瓢虫童装店来电问灯具', of('七星瓢虫童装店'), call('connected'), inbound],
    ['春风得意楼的秦总订了3万的货', of('春风得意楼', '秦总'), money(30000)],
  ],
  'more calls': [
    ['打电话给叶青，语音信箱', Y, call('left_voicemail')],
    ['打了两遍谢婷都没接，给她发了短信', X, call('no_answer')],
    ['电话给方正，他在开车，约好五点再打', F, call('connected'), todo('2026-11-25T17:00', '打')],
    ['致电马丽，占线，过十分钟再拨', ML, call('busy'), todo('2026-11-25T15:10', '拨')],
    ['石磊手机打不通，打到公司前台留了言', SL, call('left_live_message')],
    ['罗成回电了，说订单没问题', LC, call('connected'), inbound],
    ['跟常乐打了半小时电话', CL, call('connected')],
    ['马超来电，未接到', M, call(), inbound],
    ['上午十点跟温馨通了个话', WX, call('connected'), on('2026-11-25T10:00')],
    ['刚给白洁拨过去，提示空号', B, call('wrong_number')],
    ['给高兴打电话，对方说打错了', GX, call('wrong_number')],
    ['欧阳雪挂了我电话', OY, call('no_answer')],
  ],
  'messages and mails': [
    ['微信跟叶青确认了下周二送货', Y, message, todo('2026-12-01', '送货')],
    ['谢婷在群里问团价', X, message, inbound],
    ['给石磊发了报价邮件，还没回', SL, email],
    ['罗成邮件回复同意条款', LC, email, inbound],
    ['领英上加了Tom', TOM, message],
    ['Amy发WhatsApp说货到了', AMY, message, inbound],
    ['短信通知马丽周六装修', ML, message],
    ['收到温馨的律师函邮件', WX, email, inbound],
    ['邮件给常乐发了片单', CL, email],
    ['昨天下午给方正发过短信', F, message, on('2026-11-24T14:00')],
  ],
  'more meetings and visits': [
    ['昨天跟马超在新民印刷开了会', M, meeting('completed'), on('2026-11-24')],
    ['和谢婷喝了下午茶', X, meeting('completed')],
    ['上周三去康泰医院拜访了欧阳雪', OY, visit(), on('2026-11-18')],
    ['今天上午在一品茶业见了叶青', Y, on('2026-11-25T09:00'), meeting('completed')],
    ['明天下午两点半跟石磊视频会', SL, todo('2026-11-26T14:30', '视频')],
    ['常乐爽约了，没来看样', CL, meeting('no_show')],
    ['罗成放了我鸽子', LC, meeting('no_show')],
    ['下周一上午十点去新月酒店给马丽做演示', ML, todo('2026-11-30T10:00', '演示')],
    ['温馨取消了周五的面谈', WX, meeting('canceled')],
    ['白洁把拜访推迟到12月2号', B, visit('rescheduled'), todo('2026-12-02', '拜访')],
    ['跟Tom lunch，聊得不错', TOM, meeting('completed')],
    ['和Amy喝coffee谈了续约', AMY, meeting('completed')],
  ],
  'what is to be done, of more trades': [
    ['周五之前把样稿发给马超', M, todo('2026-11-27', '样稿')],
    ['月底催石磊结运费', SL, todo('2026-11-30', '催')],
    ['年前给所有客户寄台历', todo(undefined, '台历')],
    ['三天后问叶青收到茶没', Y, todo('2026-11-28', '问')],
    ['明天上班前给谢婷发行程', X, todo('2026-11-26', '行程')],
    ['下个月5号给常乐对账', CL, todo('2026-12-05', '对账')],
    ['这个月底前跟温馨签服务合同', WX, todo('2026-11-30', '合同')],
    ['12月第一周拜访康泰医院', of('康泰医院'), todo('2026-12-01', '拜访')],
    ['圣诞节前给Amy寄礼物', AMY, todo(undefined, '礼物')],
    ['后天傍晚去接罗成', LC, todo('2026-11-27T18:00', '接')],
    ['下周找个时间跟白洁聊聊', B, todo('2026-11-30', '聊')],
    ['周四或周五给方正答复', F, todo('2026-11-26', '答复')],
    ['晚上八点半给马丽发链接', ML, todo('2026-11-25T20:30', '链接')],
    ['今晚给谢婷打个电话', X, todo('2026-11-25T18:00', '打')],
    ['本周内给叶青寄发票', Y, todo('2026-11-25', '发票')],
    ['五点前回复石磊', SL, todo('2026-11-25T17:00', '回复')],
    ['中午12点提醒我给高兴打款', GX, todo('2026-11-26T12:00', '打款')],
    ['每天早上给马丽报房态', ML, todo('2026-11-26T09:00', '房态'), every('FREQ=DAILY')],
    ['每周五下班前给罗成发周报', LC, todo('2026-11-27T17:00', '周报'), every('FREQ=WEEKLY;BYDAY=FR')],
    ['从下周一起每周一给石磊排班表', SL, todo('2026-11-30', '排班表'), every('FREQ=WEEKLY;BYDAY=MO')],
    ['双周周五跟Tom开例会', TOM, todo('2026-11-27', '例会'), every('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR')],
    ['每个工作日下午4点给方正发车辆位置', F, todo('2026-11-25T16:00', '车辆'), every('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')],
  ],
  'of the customer alone': [
    ['马超嫌纸太薄', M],
    ['谢婷下周去欧洲', X],
    ['叶青想要200克的包装', Y],
    ['石磊问油价补贴', SL],
    ['罗成说明年预算砍了一半', LC],
    ['欧阳雪升副院长了', OY],
    ['方正他们周三盘点', F],
    ['常乐的影院元旦开业', CL],
    ['Amy老公是做外贸的', AMY],
    ['白洁那边上个月换了采购', B],
    ['竞品给马丽报了8折', ML],
    ['整理了客户名单'],
  ],
  'told without a mark': [
    [
      '早上给谢婷打电话她说团期改到12月20号让我重新报价我说明天给',
      X,
      call('connected'),
      on('2026-11-25T09:00'),
      todo('2026-11-26', '给'),
    ],
    ['刚从新月酒店出来马丽带我看了客房要换200套床品报价周五前给', ML, visit(), todo('2026-11-27', '报价')],
    ['石磊微信问运费我回了他说再看看', SL, message, inbound],
    ['打给罗成没人接打给他助理说他出国了下周回来', LC, call('no_answer')],
    ['叶青说茶样不错先订5万的货后天签合同', Y, money(50000), todo('2026-11-27', '签合同')],
  ],
}
