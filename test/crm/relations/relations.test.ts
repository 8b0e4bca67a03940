import { beforeAll, expect, test } from 'vitest'
import { relationIn } from '../../../src/crm/relations/kinds.ts'
import { cardOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

test.each([
  ['Wei Zhang works with Li Na', { from: 'Wei Zhang', kind: 'worksWith', to: 'Li Na' }],
  ['Laura Bennett manages Wei Zhang', { from: 'Wei Zhang', kind: 'reportsTo', to: 'Laura Bennett' }],
  ['Wei Zhang was referred by Tom', { from: 'Tom', kind: 'refersTo', to: 'Wei Zhang' }],
  ['Wei Zhang refers to Tom', { from: 'Wei Zhang', kind: 'refersTo', to: 'Tom' }],
  ['王伟 同事 李娜', { from: '王伟', kind: 'worksWith', to: '李娜' }],
  ['王伟 上级是 李娜', { from: '王伟', kind: 'reportsTo', to: '李娜' }],
  ['王伟 向 李娜 汇报', { from: '王伟', kind: 'reportsTo', to: '李娜' }],
  ['王伟向李娜汇报工作', { from: '王伟', kind: 'reportsTo', to: '李娜' }],
  ['李娜是王伟的上级', { from: '王伟', kind: 'reportsTo', to: '李娜' }],
  ['李娜 管理 王伟', { from: '王伟', kind: 'reportsTo', to: '李娜' }],
  ['王伟由李娜推荐', { from: '李娜', kind: 'refersTo', to: '王伟' }],
  ['王伟和李娜是同事', { from: '王伟', kind: 'worksWith', to: '李娜' }],
  ['Laura leads Wei', { from: 'Wei', kind: 'reportsTo', to: 'Laura' }],
  ['Laura is Wei’s boss', { from: 'Wei', kind: 'reportsTo', to: 'Laura' }],
  ["Wei's boss is Laura", { from: 'Wei', kind: 'reportsTo', to: 'Laura' }],
])('“%s”', (line, want) => expect(relationIn(line)).toEqual(want))

test('no relation is named', () => expect(relationIn('Wei Zhang')).toBeUndefined())

let house: TestHouse
let ana: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  await ana.say('help')
  await ana.command('add company Acme Corp')
  for (const name of ['Wei Zhang', 'Laura Bennett', 'Tom Miller']) await ana.command(`add contact ${name} at Acme Corp`)
})

test('people stand to each other in both directions, each said properly', async () => {
  expect(said(await ana.command('relate Wei Zhang reports to Laura Bennett'))).toContain('Wei Zhang reports to Laura Bennett')
  expect(said(await ana.command('show wei zhang'))).toContain('Relations: reports to Laura Bennett (Acme Corp)')
  expect(said(await ana.command('show laura bennett'))).toContain('Relations: manages Wei Zhang (Acme Corp)')
  expect(said(await ana.command('relate laura manages wei'))).toContain('stands already')
  await ana.command('relate wei works with tom')
  expect(said(await ana.command('relate tom works with wei'))).toContain('stands already')
})

test('in Chinese too, each said properly on the cards of both', async () => {
  const mei = house.person('Mei', { profile: { locale: 'zh-CN' } })
  await mei.say('帮助')
  await mei.command('add company 锦程物流')
  for (const name of ['王伟', '李娜']) await mei.command(`add contact ${name} at 锦程物流`)
  expect(said(await mei.command('关系 王伟 向 李娜 汇报'))).toContain('王伟 下属于 李娜')
  expect(said(await mei.command('show 李娜'))).toContain('管理 王伟')
  expect(said(await mei.command('show 王伟'))).toContain('下属于 李娜')
  expect(said(await ana.command('show 李娜'))).toContain('manages 王伟')
  expect(said(await mei.command('关系 李娜是王伟的上级'))).toContain('已经记录过了')
  expect(said(await mei.command('解除关系 王伟 的上级是 李娜'))).toContain('已解除')
  expect(said(await mei.command('show 李娜'))).not.toContain('王伟 (')
})

test('is taken back, taken away, and there again', async () => {
  const made = await ana.command('relate Tom knows Laura')
  await ana.press(cardOf(made), 'Undo')
  expect(said(await ana.command('show tom'))).not.toContain('knows')
  const gone = await ana.command('unrelate Wei Zhang reports to Laura')
  expect(said(gone)).toContain('No longer: Wei Zhang reports to Laura Bennett')
  expect(said(await ana.command('show laura'))).not.toContain('manages')
  await ana.press(cardOf(gone), 'Undo')
  expect(said(await ana.command('show laura'))).toContain('manages')
  expect(said(await ana.command('unrelate tom knows laura'))).toContain('does not stand')
})

test('a company, one person twice, nobody known', async () => {
  expect(said(await ana.command('relate Acme Corp works with Tom'))).toContain('is a company')
  expect(said(await ana.command('relate Tom works with Tom Miller'))).toContain('Name two')
  expect(said(await ana.command('relate Tom works with Zorbatron'))).toContain("I don't know Zorbatron")
  expect((await ana.command('relate Tom')).kind).toBe('form')
  expect(house.faults).toEqual([])
})
