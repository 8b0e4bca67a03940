/** What reps write, in both languages: the first words stand in every other note, the last in few. */
const ENGLISH = (
  'call offer price meeting quote contract budget demo team decision delivery sample order invoice list product discount renewal seats pilot feedback ' +
  'proposal schedule deadline warehouse shipment supplier payment terms legal review procurement integration training rollout migration support ' +
  'license reseller catalogue brochure visit lunch conference roadmap feature security audit compliance forecast quarter'
).split(' ')
const CHINESE =
  '报价 合同 预算 样品 交货 付款 折扣 价格表 下周 跟进 决定 采购 会议 演示 培训 发票 客户 产品 库存 物流 续约 试用 反馈 方案 审批 合作 仓库 供应商 技术 参数 质量 售后'.split(
    ' ',
  )
const SYLLABLES = 'bacedifoguhajekilomunaperisotuvawexiyoza'
const HAN = '天地人和春夏秋冬东西南北金木水火土山川河海云雨雷电风光明华安平福寿康宁泰丰盛昌隆兴旺达通顺利源流长'

const common = (words: readonly string[]) =>
  `(ARRAY[${words.map((word) => `'${word}'`).join(',')}])[1 + floor(${words.length} * power(random(), 3) + 0 * g)::int]`
const syllable = `substr('${SYLLABLES}', 1 + 2 * floor(${SYLLABLES.length / 2} * random() + 0 * g)::int, 2)`
const character = `substr('${HAN}', 1 + floor(${HAN.length} * random() + 0 * g)::int, 1)`

/** In SQL, the note of activity `n`; of one in a hundred thousand it is `zyzzyva` and 鹦鹉螺. */
export const NOTE_SQL = `CASE WHEN random() < 0.00001 THEN 'zyzzyva 鹦鹉螺'
  WHEN random() < 0.6 THEN 'spoke about the ' || (SELECT string_agg(CASE WHEN random() < 0.6 THEN ${common(ENGLISH)} ELSE ${syllable} || ${syllable} || ${syllable} END, ' ')
    FROM generate_series(1, 8) g WHERE n > 0)
  ELSE '今天和客户谈了' || (SELECT string_agg(CASE WHEN random() < 0.6 THEN ${common(CHINESE)} ELSE ${character} || ${character} END, '，') FROM generate_series(1, 8) g WHERE n > 0) END`
