import { beforeAll, describe, expect, test } from 'vitest'
import { cardOf, type Person, rapport, said, type TestHouse, textOf } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
let bo: Person

const names = (text: string) =>
  [
    ...text.matchAll(
      /^(?:\d+\. )?((?:Acme|Globex|Initech|In Berlin|Open Tasks|Wei|Laura|Tom|锦程|王伟)[^\n·|]*?)(?:, [A-Z][^\n]*)?$/gm,
    ),
  ].map((found) => found[1])
/** The names of those that a filter finds. */
const found = async (line: string, who = ana) => names(said(await who.say(line))).sort()

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  bo = house.person('Bo')
  await ana.say('help')
  await bo.say('help')
  for (const line of [
    'add company Acme Corp acme.com industry=Software, city=Berlin, country=Germany, employees=250, tags=vip, phone=+1 415 555 0100',
    'add company Globex industry=Chemistry, city=Lyon, country=FR, employees=40',
    'add company In Berlin AG city=Ulm, country=Germany',
    'add company Open Tasks GmbH',
    'add contact Wei Zhang at Acme Corp wei@acme.com',
    'add contact Laura Bennett at Globex +49 30 901820',
  ])
    await ana.say(line)
  await bo.say('add company Initech industry=Software, city=Hamburg, country=Germany, employees=1200')
  await bo.say('add company 锦程物流有限公司 city=上海')
  await bo.say('add contact 王伟 at 锦程物流有限公司')
  await ana.say('log called Wei Zhang, talked about pricing and the 价格表, left voicemail')
  await ana.say('log met Globex on 1 September, discussed the priced offers')
  await ana.say('remind Globex tomorrow 9am send the samples')
})

describe('filters in words', () => {
  test.each([
    ['find companies in Berlin', ['Acme Corp']],
    ['find companies in Germany', ['Acme Corp', 'In Berlin AG', 'Initech']],
    ['find companies in 法国', ['Globex']],
    ['find companies not in Germany', ['Globex', 'Open Tasks GmbH', '锦程物流有限公司']],
    ['find contacts in Berlin', ['Wei Zhang (Acme Corp)']],
    ['find companies industry software employees > 300', ['Initech']],
    ['find companies industry software owned by me', ['Acme Corp']],
    ['find companies owned by Bo', ['Initech', '锦程物流有限公司']],
    ['find companies tagged vip', ['Acme Corp']],
    ['find companies tagged vip or in Lyon', ['Acme Corp', 'Globex']],
    ['find companies with open tasks', ['Globex']],
    ['find companies not contacted for 60 days owned by me', ['Globex', 'In Berlin AG', 'Open Tasks GmbH']],
    ['find companies last contacted before 1 October', ['Globex']],
    ['find companies called this week', ['Acme Corp']],
    ['find companies met before October by me', ['Globex']],
    ['find companies never contacted owned by me', ['In Berlin AG', 'Open Tasks GmbH']],
    ['find contacts with no phone', ['Wei Zhang (Acme Corp)', '王伟 (锦程物流有限公司)']],
    ['find contacts at Globex', ['Laura Bennett (Globex)']],
    ['find companies created this month by Bo', ['Initech', '锦程物流有限公司']],
    ['find companies domain acme.com', ['Acme Corp']],
    ['find companies software', ['Acme Corp', 'Initech']],
    ['find companies phone 0100', ['Acme Corp']],
    ['find vip customers', ['Acme Corp']],
    ['find my Berlin software companies', ['Acme Corp']],
    ['find Hamburg or Lyon companies', ['Globex', 'Initech']],
    ["find Bo's companies in Germany", ['Initech']],
    ['find companies I met before October', ['Globex']],
    ['find companies Bo met before October', []],
    ['find companies nobody has contacted for 60 days owned by me', ['Globex', 'In Berlin AG', 'Open Tasks GmbH']],
    ['找 上海的公司', ['锦程物流有限公司']],
    ['找 我半年没联系的公司 我负责的', ['In Berlin AG', 'Open Tasks GmbH']],
    ['找 在上海的公司', ['锦程物流有限公司']],
    ['找 没有负责人的公司', []],
    ['查找 60天没联系 我负责的 公司', ['Globex', 'In Berlin AG', 'Open Tasks GmbH']],
  ])('%s', async (line, expected) => {
    expect(await found(line)).toEqual(expected)
  })
})

test('what was understood is said back, and what was not is named', async () => {
  const text = said(await ana.say('find companies tagged vip in Berlin > 3'))
  expect(text).toContain('Understood: companies · tagged vip · in Berlin (city or country)')
  expect(text).toContain('Not understood, and so left out: “> 3”')
  expect(text).not.toContain('Save as segment')
})

test('words before what is looked for that no customer has are looked for in notes', async () => {
  const text = said(await ana.say('find pricing customers'))
  expect(text).toContain('Understood: companies and contacts · “pricing” in name, trade, place or tag')
  await ana.say('log called Wei Zhang, a price list for wholesale customers')
  expect(said(await ana.say('find wholesale customers'))).toContain('a price list for wholesale customers')
})

describe('a name that looks like a filter is still a name', () => {
  test.each([
    ['find in berlin ag', 'In Berlin AG'],
    ['find In Berlin', 'In Berlin AG'],
    ['find open tasks gmbh', 'Open Tasks GmbH'],
    ['find Open Tasks', 'Open Tasks GmbH'],
  ])('%s', async (line, name) => {
    const text = said(await ana.say(line))
    expect(text).toContain(`Company · ${name}`)
    expect(text).not.toContain('Understood')
  })

  test('and the filter is one press away', async () => {
    const card = cardOf(await ana.say('find In Berlin'))
    expect(said(await ana.press(card, 'Read it as a filter'))).toContain('Understood: companies and contacts · in Berlin')
  })
})

describe('words', () => {
  test.each([
    ['find 0100', 'Acme Corp'],
    ['find 1820', 'Laura Bennett (Globex)'],
    ['find wei@', 'Wei Zhang (Acme Corp)'],
    ['find vip', 'Acme Corp'],
    ['find #vip', 'Acme Corp'],
    ['find wang wei', '王伟 (锦程物流有限公司)'],
    ['find initec', 'Initech'],
  ])('%s', async (line, name) => {
    expect(said(await ana.say(line))).toContain(name)
  })

  test.each([
    'find price',
    'find pricing',
    'find prices',
    'find 价格',
    'find 价格表',
    'find 表',
    'find pricing 价格表',
    'find voicem',
  ])('a note by %s', async (line) => {
    expect(said(await ana.say(line))).toContain('talked about pricing and the 价格表')
  })

  test.each(['find 格价', 'find xylophone', 'find 价表'])('no note by %s', async (line) => {
    expect(said(await ana.say(line))).toContain('Nothing fits')
  })
})

describe('whatever is typed finds the right thing, or says what to type', () => {
  test.each([
    ['555', 'Company · Acme Corp'],
    ['０１００', 'Company · Acme Corp'],
    ['010', 'Company · Acme Corp'],
    ['030 901820', 'Contact · Laura Bennett'],
    ['12', 'type at least three digits'],
    ['w', 'Contact · Wei Zhang'],
    ['%', 'no letter and no digit'],
    ['_', 'no letter and no digit'],
    ['\\', 'no letter and no digit'],
    ['"', 'no letter and no digit'],
    ['。。。', 'no letter and no digit'],
    ['🎉', 'no letter and no digit'],
    ['x'.repeat(2000), 'too long: at most 500 characters'],
    ['wangwei', 'Contact · 王伟'],
    ['jin cheng wuliu', 'Company · 锦程物流有限公司'],
    ['Ｇlobex', 'Company · Globex'],
    ['Gllobex', 'Company · Globex'],
    ['Inietch', 'Nothing fits just so. Is it one of these?\nCompany · Initech'],
    ['Laura Benet', 'Contact · Laura Bennett'],
    ['wei@ac', 'Contact · Wei Zhang'],
    ['acme.com', 'Company · Acme Corp'],
    ['acme', 'Company · Acme Corp'],
  ])('%s', async (typed, answer) => {
    const text = said(await ana.say(`find ${typed}`))
    expect(text.replaceAll(/\n+(?:\d+\. )?/g, '\n')).toContain(answer)
  })

  test('and in Chinese', async () => {
    await house.database.prisma.member.updateMany({ where: { name: 'Bo' }, data: { locale: 'zh' } })
    house.clock.pass({ minutes: 1 })
    expect(said(await bo.say('找 ？！'))).toContain('其中没有文字或数字')
    expect(said(await bo.say('找 12'))).toContain('至少输入三位数字')
    expect(said(await bo.say('找 Inietch'))).toContain('是不是这些')
    await house.database.prisma.member.updateMany({ where: { name: 'Bo' }, data: { locale: 'en' } })
    house.clock.pass({ minutes: 1 })
  })
})

test('an admin’s own fields are asked for by their names, in any unit of number', async () => {
  await ana.say('add field company Seats number')
  await ana.say('add field company Renewal date')
  await ana.say('edit acme seats=45, renewal=2027-05-01')
  await ana.say('edit globex seats=12')
  expect(await found('find companies seats > 40')).toEqual(['Acme Corp'])
  expect(await found('find companies seats <= 44.5')).toEqual(['Globex'])
  expect(await found('find companies employees > 40.5 owned by me')).toEqual(['Acme Corp'])
  expect(await found('find companies renewal before 1 June')).toEqual(['Acme Corp'])
  expect(await found('find companies with no renewal owned by me')).toEqual(['Globex', 'In Berlin AG', 'Open Tasks GmbH'])
})

test('nobody finds what they do not see', async () => {
  await house.database.prisma.workspace.updateMany({ data: { visibility: 'own' } })
  await house.database.prisma.member.updateMany({ where: { name: 'Bo' }, data: { role: 'rep' } })
  house.clock.pass({ minutes: 1 })
  expect(await found('find companies in Germany', bo)).toEqual(['Initech'])
  expect(await found('find contacts', bo)).toEqual(['王伟 (锦程物流有限公司)'])
  for (const line of ['find vip', 'find 0100', 'find wei@', 'find pricing'])
    expect(said(await bo.say(line)), line).not.toMatch(/Acme|Wei|Laura|talked about/)
  await house.database.prisma.workspace.updateMany({ data: { visibility: 'all' } })
  house.clock.pass({ minutes: 1 })
})

test('a private contact tells nobody when it was', async () => {
  await ana.say('log private: called In Berlin AG, sensitive')
  expect(await found('find companies contacted this week', bo)).toEqual(['Acme Corp'])
  expect(await found('find companies called this week')).toContain('In Berlin AG')
  expect(await found('find companies called this week', bo)).toEqual(['Acme Corp'])
})

test('results are sorted and paged', async () => {
  for (let at = 10; at < 22; at++) {
    house.clock.pass({ minutes: 1 })
    await ana.say(`add company Page ${at} city=Bern`)
  }
  const first = cardOf(await ana.say('find companies in Bern'))
  expect(textOf(first)).toMatch(/12 companies[\s\S]*Page 10[\s\S]*Page 1 of 2/)
  const second = cardOf(await ana.press(first, 'More'))
  expect(textOf(second)).toMatch(/Page 18[\s\S]*Page 2 of 2/)
  const sorted = cardOf(await ana.press(first, 'the newest first'))
  expect(textOf(sorted)).toMatch(/Page 21[\s\S]*Page 20/)
})

test('hostile text breaks nothing', async () => {
  for (const text of [
    "companies in '); DROP TABLE companies; --",
    'companies in %',
    'companies tagged \\',
    'companies name (((',
    'companies in [a-',
    'companies employees > 1e400',
    'companies phone ..',
    '"',
    "'",
    '& | !',
    'companies with',
    '价格 & :*',
  ])
    expect(said(await ana.say(`find ${text}`))).not.toContain('reference')
  expect(house.faults).toEqual([])
})
