import { beforeAll, describe, expect, test } from 'vitest'
import { cardOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  await ana.say('help')
})

/** Adds, whatever is asked. */
const add = async (...lines: string[]) => {
  for (const line of lines) {
    const answer = cardOf(await ana.command(line))
    const anyway = answer.buttons?.find(({ label }) => /^Add (?:it anyway|another)/.test(label))
    if (anyway) await ana.press(answer, anyway.label)
  }
}
const looked = async () => {
  while (await house.database.prisma.duplicateMark.count()) await house.delivery.tick()
}

describe('while adding', () => {
  test('who is likely here is shown with score and reasons; the one that stands takes what was typed', async () => {
    await add('add company Northwind Traders')
    const asked = cardOf(await ana.command('add company Northwnd Traders northwind.com city=Berlin'))
    expect(said({ kind: 'card', card: asked, replaces: false })).toMatchInlineSnapshot(`
      "Northwnd Traders is perhaps here already. Nothing is added yet.
      Northwind Traders
      68 of 100 · names one slip apart
      [Add it anyway] [Cancel]"
    `)
    const used = cardOf(await ana.press(asked, 'It is Northwind Traders'))
    expect(said({ kind: 'card', card: used, replaces: false })).toMatchInlineSnapshot(`
      "Northwind Traders it is
      Website: northwind.com
      City: Berlin
      [Show] [Undo]"
    `)
    const again = cardOf(await ana.command('add company Northwnd Traders'))
    expect(said(await ana.press(again, 'Cancel'))).toContain('Northwnd Traders')
    expect(said(await ana.press(again, 'Add it anyway'))).toContain('Added Northwnd Traders')
  })

  test('a person by address and by sound; a log line; an edit', async () => {
    await add('add company 锦程物流', 'add contact 王伟 at 锦程物流 wang@jc.cn')
    expect(said(await ana.command('add contact Wang Wei at 锦程物流'))).toContain(
      'names that sound the same, at the same company',
    )
    expect(said(await ana.command('add contact Mr. W wang@jc.cn'))).toContain('the same e-mail')
    await add('add company Initech Software initech.com')
    expect(said(await ana.say('log Initek Software: spoke about the offer'))).toMatchInlineSnapshot(`
      "Logged: call with Initech Software
      Initek Software: spoke about the offer
      Outcome: Call, connected
      [Edit] [Undo]"
    `)
    await add('add company Hooli')
    const edit = cardOf(await ana.command('edit Hooli domain=initech.com, name=Initech Software Ltd'))
    expect(said({ kind: 'card', card: edit, replaces: false })).toMatchInlineSnapshot(`
      "With that, Hooli looks like another customer. Nothing is changed yet.
      Initech Software
      94 of 100 · the same website, the same name but for the legal form
      [Change it anyway] [Cancel]"
    `)
    expect(said(await ana.press(edit, 'Change it anyway'))).toContain('Changed Hooli')
  })

  test('a word mistyped anywhere finds the one that stands; parted or joined words too', async () => {
    await add('add company Zanterbelt Group', 'add company Blue Quokka Labs', 'add company Redwombat')
    for (const typed of [
      'Zxnterbelt',
      'Zatnerbelt',
      'Zantrebelt',
      'Zanterebelt',
      'Zantebelt',
      'Zanterblt',
      'Zanterbetl',
      'Zanterbelr',
    ])
      expect([typed, said(await ana.command(`add company ${typed} Group`))]).toEqual([
        typed,
        expect.stringContaining('Zanterbelt Group\n68 of 100'),
      ])
    expect(said(await ana.command('add company Bluequokka Labs'))).toContain('Blue Quokka Labs')
    expect(said(await ana.command('add company Red Wombat'))).toContain('Redwombat')
  })

  test.each(['own', 'team'] as const)(
    'where each sees %s, an address or number that another has is warned of, and not whose it is',
    async (visibility) => {
      const { prisma } = house.database
      const [bo, cleo] = [house.person(`Bo ${visibility}`), house.person(`Cleo ${visibility}`)]
      for (const one of [bo, cleo]) await one.say('help')
      await prisma.member.updateMany({ where: { name: { endsWith: visibility } }, data: { role: 'rep' } })
      const mark = visibility === 'own' ? 'Quux' : 'Plugh'
      await bo.command(`add contact Secret ${mark} secret@${mark}.example +1 415 555 0${visibility === 'own' ? '188' : '189'}`)
      await cleo.command(`add contact Open ${mark}son`)
      await prisma.workspace.updateMany({ data: { visibility } })
      house.clock.pass({ seconds: 60 })
      const { id } = await prisma.contact.findFirstOrThrow({ where: { name: `Open ${mark}son` } })
      const adds = (detail: string) =>
        cleo.ask({ kind: 'options', operation: 'add detail', values: { customer: `contact:${id}`, detail } })
      const asked = cardOf(await adds(`secret@${mark.toLowerCase()}.example`))
      const text = said({ kind: 'card', card: asked, replaces: false })
      expect(text).toContain(`With that, Open ${mark}son looks like a customer whom somebody else here looks after`)
      expect(text).not.toMatch(/Secret|Bo |of 100|Merge|It is/)
      expect(JSON.stringify(asked)).not.toMatch(/Secret/)
      const person = said(await cleo.command(`add contact Other Body secret@${mark.toLowerCase()}.example`))
      const company = said(await cleo.command(`add contact Secrt ${mark} secret@${mark.toLowerCase()}.example`))
      for (const one of [person, company]) {
        expect(one).toContain('is looked after by somebody else here')
        expect(one).not.toMatch(/Secret |of 100|It is/)
      }
      expect(said(await cleo.press(asked, 'Change it anyway'))).toContain('secret@')
      await prisma.workspace.updateMany({ data: { visibility: 'all' } })
      house.clock.pass({ seconds: 60 })
      expect(house.faults).toEqual([])
    },
  )

  test('of what one does not see it is said only that there is one', async () => {
    const bo = house.person('Bo')
    await bo.say('help')
    await bo.command('add company Vandelay Industries vandelay.com +1 415 555 0177')
    await house.database.prisma.workspace.updateMany({ data: { visibility: 'own' } })
    house.clock.pass({ seconds: 60 })
    const cleo = house.person('Cleo')
    await cleo.say('help')
    const asked = said(await cleo.command('add company Vandeley Industries'))
    expect(asked).toContain('is looked after by somebody else here')
    expect(asked).not.toMatch(/Vandelay|Bo|vandelay\.com|of 100/)
    expect(said(await cleo.command('add company Latex Works vandelay.com'))).not.toMatch(/Vandelay|Bo\b/)
    await looked()
    expect(said(await cleo.command('duplicates'))).not.toContain('Vandelay')
    await house.database.prisma.workspace.updateMany({ data: { visibility: 'all' } })
    house.clock.pass({ seconds: 60 })
    expect(house.faults).toEqual([])
  })
})

describe('in bulk', () => {
  test('the likest first, parted by “not the same” until one changes, which undo takes back', async () => {
    await looked()
    const list = cardOf(await ana.command('duplicates companies'))
    expect(list.items?.length).toBeGreaterThan(0)
    const first = list.items![0]!.text
    const both = said(
      await ana.ask({ kind: 'press', token: list.items![0]!.buttons!.find(({ label }) => label === 'Show both')!.token }),
    )
    expect(both).toContain('entered 24 Nov 2026')
    const token = list.items![0]!.buttons!.find(({ label }) => label === 'Not the same')!.token
    const done = cardOf(await ana.ask({ kind: 'press', token }))
    expect(said(await ana.command('duplicates companies'))).not.toContain(first)
    await ana.press(done, 'Undo')
    expect(said(await ana.command('duplicates companies'))).toContain(first)
    await ana.ask({ kind: 'press', token }, 'once more')
    const [one = ''] = first.split(' ⇄ ')
    await ana.command(`edit ${one} city=Springfield`)
    await looked()
    expect(said(await ana.command('duplicates companies'))).toContain(one)
    expect(house.faults).toEqual([])
  })

  test('thirty of one name at thirty companies are thirty people', async () => {
    const { prisma } = house.database
    const before = await prisma.duplicatePair.count({ where: { kind: 'contact' } })
    for (let n = 0; n < 30; n++)
      await add(`add company Zeta${n} ${'abcdefghijklmnopqrstuvwxyz1234'[n]}corp`, `add contact Wei Zhang at Zeta${n}`)
    await looked()
    expect(await prisma.duplicatePair.count({ where: { kind: 'contact' } })).toBe(before)
  })

  test('a page goes on where the last one ended', async () => {
    for (let n = 0; n < 4; n++) await add(`add company Omikron${n} Tools`, `add company Omikron${n} Tools Ltd`)
    await looked()
    const seen: string[] = []
    let list = cardOf(await ana.command('duplicates companies'))
    for (let page = 0; page < 10; page++) {
      seen.push(...list.items!.map(({ text }) => text))
      if (!list.buttons?.some(({ label }) => label === 'More')) break
      list = cardOf(await ana.press(list, 'More'))
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(5)
  })
})
