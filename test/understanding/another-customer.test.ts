import { describe, expect, test } from 'vitest'
import { factsOf } from './score.ts'

const factsIn = (text: string, company: string) =>
  factsOf({
    id: text,
    text,
    now: '2026-11-25T15:00:00+08:00',
    zone: 'Asia/Shanghai',
    known: [
      { company, contacts: ['秦若彤'] },
      { company: 'Acme Corp', contacts: ['Wei Zhang'] },
    ],
    want: { kind: 'note' },
  })

/** A name by its words: the leading one, and what is its trade. */
const KNOWN = (
  '宏远|建材 顺达|汽配 蓝海|酒店 金桥|印刷 启明|教育 天和|置业 绿源|农业 海川|物流 百佳|超市 九州|医药 恒信|家具 华腾|电子 鼎盛|机械 瑞丰|食品 明珠|影视 东升|化工 永兴|纺织 嘉禾|餐饮 凯旋|广告 安泰|保险 ' +
  '众诚|会计师事务所 蓝天|幼儿园 双喜|大酒店 正大|律师事务所 仁爱|中医院 四季|花卉园 三友|便利店 福满|大饭店 久和|供应链 万通|新能源 隆昌|五金行 迅捷|无人机 美佳|化妆品 星光|工作室 康宁|研究院 ' +
  '新世纪|建材 小蜜蜂|教育 金太阳|幼儿园 大自然|家具 白云山|茶叶 红蜻蜓|服饰 北极星|照明 老城门|餐饮 向日葵|保险 七彩虹|玩具 金钥匙|物业 绿巨人|健身 蓝月亮|洗涤 水立方|游泳馆 铁三角|机械 万年青|药业 好帮手|家政 ' +
  '上海宏泰|贸易 深圳锐捷|电子 北京博雅|文化 杭州西溪|旅游 苏州恒润|光电 成都天府|食品 广州南粤|汽车 武汉长丰|钢铁'
)
  .split(' ')
  .map((name) => name.split('|') as [string, string])

/** Trades of everywhere; made-up words; words that begin as a family name does. */
const OTHER_WORDS =
  '建筑 汽车 安保 石材 金属 旅行社 租赁 保洁 咨询 翻译 安防 管道 路桥 包装 电梯 通讯 会展 发电 开发 出行 打印 加油站 面馆 药房 诊所 牧场 律所 晶创 沃德 佰利 云图 智链 泰格 优品 艾维 康养 温泉酒店 花艺 童装 生物科技'.split(
    ' ',
  )

const CONTEXTS = [
  (name: string) => `${name}来电，明天回复`,
  (name: string) => `${name}没接，下午再打`,
  (name: string) => `${name}：没人接，两点再打`,
  (name: string) => `${name}的王总来电`,
  (name: string) => `约了${name}，周五上午十点`,
  (name: string) => `给${name}打电话，占线`,
  (name: string) => `刚拜访了${name}，聊得不错`,
  (name: string) => `跟${name}的采购聊了聊`,
  (name: string) => `昨天下午${name}说价格高`,
  (name: string) => `${name}，打错号码`,
  (name: string) => `明天去${name}`,
  (name: string) => `收到${name}发来的邮件`,
]

describe('Chinese', () => {
  test.each(KNOWN)('of %s%s another word makes another customer', (head, trade) => {
    const words = OTHER_WORDS.filter((word) => !trade.startsWith(word))
    const lines = words.flatMap((word) => CONTEXTS.map((line) => line(head + word)))
    expect(lines.filter((line) => factsIn(line, `${head}${trade}有限公司`).company === `${head}${trade}有限公司`)).toEqual([])
  })

  test.each(KNOWN)('%s%s is meant by its leading word, its whole name, with and without its suffix', (head, trade) => {
    const company = `${head}${trade}有限公司`
    const lines = [head, head + trade, company].flatMap((name) => CONTEXTS.map((line) => line(name)))
    expect(lines.filter((line) => factsIn(line, company).company !== company)).toEqual([])
  })

  test('what is done at a customer’s place, and their own departments, leave the customer who they are', () => {
    const lines = [
      '明天去蓝海培训',
      '去蓝海安装设备',
      '蓝海物流部没接',
      '蓝海设计师来电',
      '蓝海王强来电',
      '蓝海老王没接',
      '跟蓝海咨询了价格',
    ]
    expect(lines.filter((line) => factsIn(line, '蓝海酒店').company !== '蓝海酒店')).toEqual([])
  })
})

describe('English', () => {
  const contexts = [
    (name: string) => `${name} called us`,
    (name: string) => `spoke with ${name}`,
    (name: string) => `${name}: vm`,
    (name: string) => `${name} - no answer`,
    (name: string) => `call back ${name} tomorrow`,
    (name: string) => `emailed ${name} the deck`,
    (name: string) => `lunch with ${name} on Friday`,
    (name: string) => `Fred Nash of ${name} messaged me`,
    (name: string) => `Fred Nash from ${name} called`,
    (name: string) => `Fred Nash over at ${name} emailed us`,
    (name: string) => `${name}'s buyer texted me`,
  ]

  test.each(['Delta Airlines', 'Delta Logistics', 'Delta Foods'])('%s is not Delta Dental', (name) => {
    expect(contexts.map((line) => line(name)).filter((line) => factsIn(line, 'Delta Dental').company === 'Delta Dental')).toEqual(
      [],
    )
  })

  test.each(['Delta', 'Delta Dental', 'Delta Dental Inc'])('%s is', (name) => {
    expect(
      contexts.map((line) => line(name)).filter((line) => factsIn(line, 'Delta Dental Inc').company !== 'Delta Dental Inc'),
    ).toEqual([])
  })

  test('somebody of a company is no part of its name', () => {
    const facts = factsIn('Fred Nash of Redwood Logistics messaged me', 'Redwood Logistics LLC')
    expect(facts).toMatchObject({ company: 'Redwood Logistics LLC', contact: 'Fred Nash' })
  })
})
