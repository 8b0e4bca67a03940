import { beforeAll, describe, expect, test } from 'vitest'
import { cardOf, formOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
let bo: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  bo = house.person('Bo')
  await ana.say('help')
  await bo.say('help')
  await ana.command('add company Acme Corp acme.com')
  await ana.command('add contact Wei Zhang at Acme Corp')
})

const values = () => house.database.prisma.customValue.findMany({ orderBy: { fieldId: 'asc' } })

describe('fields of an admin’s own', () => {
  test('are defined in the chat, by an admin alone, and then typed like any other', async () => {
    expect(said(await bo.command('field add company seats number'))).toContain('admin')
    const made = await ana.command('field add company seats number')
    expect(said(made)).toContain('New field of companies: seats')
    expect(said(await bo.command('edit acme corp seats=40'))).toContain('seats: 40')
    expect(said(await bo.command('show acme corp'))).toContain('seats: 40')
    expect(await values()).toMatchObject([{ noun: 'company', text: null }])
    expect(Number((await values())[0]?.number)).toBe(40)
  })

  test('a wrong value is told with what to type, and nothing is changed', async () => {
    expect(said(await ana.command('edit acme corp seats=many'))).toContain('no number for “seats”')
    expect(said(await ana.command('show acme corp'))).toContain('seats: 40')
  })

  test('a name of several words is typed as it is called, in quotation marks, or with underscores', async () => {
    const made = await ana.command('field add contact "Preferred language" choice English, 中文 help: for letters')
    expect(said(made)).toContain('Choice: English, 中文 · for letters')
    for (const [typed, want] of [
      ['edit wei zhang preferred language=中文', '中文'],
      ['edit wei zhang "Preferred language"=english', 'English'],
      ['edit wei zhang title=CTO preferred_language=中文', '中文'],
    ] as const)
      expect(said(await ana.command(typed))).toContain(`preferred_language: ${want}`)
    expect(said(await ana.command('edit wei zhang preferred language=Klingon'))).toContain('Choose one of: English, 中文')
    expect(said(await ana.command('show wei'))).toContain('Preferred language: 中文')
  })

  test('every type keeps what was typed, and says it', async () => {
    for (const line of ['budget money', 'renewal date', 'signed yes/no', 'engineer member', 'contract link', 'notes text'])
      expect(said(await ana.command(`field add company ${line}`))).toContain('New field')
    const changed = await ana.command(
      'edit acme corp budget=12,000 EUR renewal=31 December 2026 signed=yes engineer=Bo contract=drive.example.com/a?x=1 notes=see the file',
    )
    expect(said(changed)).toContain('budget: €12,000')
    const shown = said(await ana.command('show acme corp'))
    for (const one of [
      'renewal: 31 Dec 2026',
      'signed: yes',
      'engineer: Bo',
      'contract: https://drive.example.com/a?x=1',
      'notes: see the file',
    ])
      expect(shown).toContain(one)
    for (const [typed, fault] of [
      ['budget=lots', 'no sum for “budget”'],
      ['renewal=someday', 'no day for “renewal”'],
      ['signed=perhaps', 'neither yes nor no'],
      ['engineer=Zorro', 'Zorro'],
      ['contract=javascript:alert(1)', 'no link for “contract”'],
    ] as const)
      expect(said(await ana.command(`edit acme corp ${typed}`))).toContain(fault)
    const kept = await values()
    expect(
      kept
        .find(({ date }) => date)
        ?.date?.toISOString()
        .slice(0, 10),
    ).toBe('2026-12-31')
    expect(kept.find(({ text }) => text === 'EUR')?.number?.toString()).toBe('12000')
  })

  test('the form of all facts comes back as it was sent', async () => {
    const form = formOf(await ana.command('edit acme corp'))
    const details = form.fields.find(({ name }) => name === 'details')?.value ?? ''
    expect(said(await ana.submit(form))).toContain('Nothing was changed')
    // What only looks like a fact stays part of the words.
    const changed = await ana.submit(form, { details: details.replace('see the file', 'see a=b for more') })
    expect(said(changed)).toContain('notes: see a=b for more')
    expect(said(await ana.submit(formOf(await ana.command('edit acme corp'))))).toContain('Nothing was changed')
  })

  test('a form of their own shows each as what it is', async () => {
    const card = cardOf(await ana.command('show wei zhang'))
    const form = formOf(await ana.press(card, 'More fields'))
    expect(form.fields).toMatchObject([{ label: 'Preferred language', widget: 'choice', value: '中文', hint: 'for letters' }])
    const changed = await ana.submit(form, { [form.fields[0]!.name]: 'English' })
    expect(said(changed)).toContain('preferred_language: English')
    expect(said(await ana.press(cardOf(changed), 'Undo'))).toContain('Taken back')
    expect(said(await ana.command('show wei zhang'))).toContain('Preferred language: 中文')
  })

  test('of several pages the next is one press away', async () => {
    const first = formOf(await ana.press(cardOf(await ana.command('show acme corp')), 'More fields'))
    expect(first.fields.map(({ label }) => label)).toEqual(['seats', 'budget', 'renewal', 'signed', 'engineer'])
    const same = await ana.submit(first)
    expect(said(same)).toContain('Nothing was changed')
    expect(formOf(await ana.press(cardOf(same), 'More')).fields.map(({ label }) => label)).toEqual(['contract', 'notes'])
    const wrong = await ana.submit(first, { [first.fields[0]!.name]: 'x' })
    expect(wrong.kind).toBe('faults')
  })

  test('what must be filled in is asked for when a record is added in the chat', async () => {
    await ana.command('field add company "Customer number" text required')
    const form = formOf(await bo.command('add company Globex globex.com'))
    expect(form.notice).toContain('Customer number')
    expect(form.fields.map(({ label }) => label)).toContain('Customer number')
    const own = form.fields.find(({ label }) => label === 'Customer number')!
    expect(own.required).toBe(true)
    const added = await bo.submit(form, { [own.name]: 'K-17' })
    expect(said(added)).toContain('Customer number: K-17')
    expect(said(added)).toContain('globex.com')
    expect(said(await bo.command('add company Initech customer number=K-18'))).toContain('Added Initech')
    expect(said(await bo.command('add company Umbrella customer_number=-'))).toContain('Added Umbrella')
    expect(said(await bo.command('show umbrella'))).toContain('Still missing: Customer number')
  })

  test('logging with somebody new is not held up, and what is missing is said on their card', async () => {
    const asked = cardOf(await bo.say('log called Hooli Systems, no answer'))
    expect(said(await bo.press(asked, 'Add Hooli Systems and log'))).toContain('Logged')
    expect(said(await bo.command('show hooli systems'))).toContain('Still missing: Customer number')
  })

  test('a default stands in every new record, and gives way to what is typed', async () => {
    await ana.command('field add contact Newsletter yes/no default yes')
    expect(said(await bo.command('add contact Laura Bennett at Acme Corp'))).toContain('Newsletter: yes')
    expect(said(await bo.command('add contact Tom Miller at Acme Corp newsletter=no'))).toContain('Newsletter: no')
  })

  test('a field is renamed, its choices change, its place, and it goes out of use', async () => {
    expect(said(await ana.command('field change company seats name=Licences'))).toContain('Changed the field Licences')
    expect(said(await ana.command('edit acme corp licences=41'))).toContain('licences: 41')
    const fewer = await ana.command('field change contact preferred language options=English, Deutsch')
    expect(said(fewer)).toContain('One record still says: 中文')
    await ana.command('field move company notes 1')
    const list = said(await ana.command('fields company'))
    expect(list.indexOf('notes (notes=)')).toBeLessThan(list.indexOf('Licences (licences=)'))
    const gone = await ana.command('field archive company licences')
    expect(said(gone)).toContain('is out of use')
    expect(said(await ana.command('show acme corp'))).not.toContain('Licences')
    await ana.press(cardOf(gone), 'Undo')
    expect(said(await ana.command('show acme corp'))).toContain('Licences: 41')
  })

  test('names that stand, types that there are not, and choices without any are refused', async () => {
    for (const [line, fault] of [
      ['field add company phone text', 'every record has already'],
      ['field add company notes text', 'already'],
      ['field add company tier choice', 'needs what to choose from'],
      ['field add company ??? text', 'begins with a letter'],
      ['field add company level number default many', 'no number'],
      ['field archive company nothing', 'There are: '],
    ] as const)
      expect(said(await ana.command(line))).toContain(fault)
    const form = formOf(await ana.command('field add ticket size number'))
    expect(said(await ana.submit(form, { noun: 'ticket', label: 'size', type: 'number' }))).toContain('has no fields')
  })

  test('in Chinese as well', async () => {
    const li = house.person('Li', { profile: { locale: 'zh-CN' }, team: 'another' })
    await li.say('帮助')
    expect(said(await li.command('新增字段 公司 席位数 数字'))).toContain('公司的新字段：席位数')
    await li.command('新增公司 锦程物流')
    expect(said(await li.command('修改 锦程物流 席位数=40'))).toContain('席位数: 40')
    expect(said(await li.command('查看 锦程物流'))).toContain('席位数: 40')
    expect(said(await li.command('字段'))).toContain('席位数')
    expect(said(await li.command('修改 锦程物流 seats=1'))).toContain('没有“seats”这个字段')
  })

  test('nothing of another workspace', async () => {
    const eve = house.person('Eve', { team: 'rivals' })
    await eve.say('help')
    expect(said(await eve.command('fields company'))).toContain('no field of your own yet')
  })

  test('no fault was logged', () => expect(house.faults).toEqual([]))
})
