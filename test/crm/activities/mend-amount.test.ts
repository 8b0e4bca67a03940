import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokenOf } from '../../../src/bot/action.ts'
import { cardOf, formOf, rapport, said } from '../../support/rapport.ts'

/** The amount of what was logged stands beside its time in the form, and is mended there. */
const house = await rapport()
const { prisma: db } = house.database
const ana = house.person('Ana')
const token = (form = false) => tokenOf({ operation: 'edit activity', input: { activity: id } }, form)
let id: string

beforeAll(async () => {
  await ana.say('help')
  await ana.say('add company Acme Corp')
})
afterAll(() => expect(house.faults).toEqual([]))

const log = async (line: string) => {
  await ana.say(line)
  id = (await db.activity.findFirstOrThrow({ orderBy: { id: 'desc' } })).id
}
const stands = async () => {
  const { amount, currency, occurredAt } = await db.activity.findFirstOrThrow({ where: { id } })
  return { amount: amount && Number(amount), currency, at: occurredAt.toISOString() }
}
const shown = async () =>
  Object.fromEntries(formOf(await ana.ask({ kind: 'press', token: token(true) })).fields.map((one) => [one.name, one.value]))
const mend = async (values: Record<string, string | undefined>) => {
  const given = { ...(await shown()), ...values }
  return ana.ask({
    kind: 'submit',
    token: token(),
    values: Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as Record<string, string>,
  })
}

test('the field shows time and amount; another amount leaves the time as it stands, to the second', async () => {
  await log('log met Acme Corp, deal worth $12k')
  const before = await stands()
  const { when } = await shown()
  expect(when).toMatch(/; USD 12,000$/)
  const answer = await mend({ when: when!.replace('12,000', '120,000.50') })
  expect(await stands()).toEqual({ ...before, amount: 120_000.5 })
  expect(said(answer)).toContain('$120,000.50')
})

test.each([
  ['yesterday 3pm; 15000', 15_000, 'USD'],
  ['yesterday 3pm; CHF 900', 900, 'CHF'],
  ['yesterday 3pm €4.5k', 4_500, 'EUR'],
  ['昨天下午3点；12万元', 120_000, 'CNY'],
  ['; 30万', 300_000, null],
  ['$7k', 7_000, 'USD'],
  ['yesterday 3pm', null, null],
])('%s', async (when, amount, currency) => {
  await log('log met Acme Corp at 9 this morning, deal worth $12k')
  const before = await stands()
  await mend({ when })
  const after = await stands()
  expect(after).toMatchObject({ amount, currency })
  if (/^[;$]/.test(when)) expect(after.at).toBe(before.at)
  else expect(after.at).not.toBe(before.at)
})

test('a changed note names another amount, unless it was mended in its field too', async () => {
  await log('log met Acme Corp, deal worth $12k')
  await mend({ note: 'met Acme Corp, deal worth €9k' })
  expect(await stands()).toMatchObject({ amount: 9_000, currency: 'EUR' })
  const { when } = await shown()
  await mend({ note: 'met Acme Corp, deal worth €8k', when: when!.replace('9,000', '8,500') })
  expect(await stands()).toMatchObject({ amount: 8_500, currency: 'EUR' })
  await mend({ note: 'met Acme Corp, they pass' })
  expect(await stands()).toMatchObject({ amount: null, currency: null })
})

test('what cannot be read keeps the form and says what to type; undo brings the old amount back', async () => {
  await log('log met Acme Corp, deal worth $12k')
  const { when } = await shown()
  const refused = await mend({ when: when!.replace('USD 12,000', 'a lot') })
  expect(JSON.stringify(refused)).toContain('I cannot read the amount “a lot”.')
  await mend({ when: when!.replace('12,000', '13,000') })
  expect(await stands()).toMatchObject({ amount: 13_000 })
  expect(cardOf(await ana.say('undo')).tone).not.toBe('warning')
  expect(await stands()).toMatchObject({ amount: 12_000, currency: 'USD' })
})

test('a sum that nobody is paid is no amount, in a line as in the form; the words stay', async () => {
  await log('log Acme Corp: worth 99999999999999999999 USD, 合同9999999999999999999万元')
  expect((await stands()).amount).toBeNull()
  expect((await db.activity.findFirstOrThrow({ where: { id } })).note).toContain('99999999999999999999 USD')
  expect(said(await mend({ when: 'yesterday 3pm; 99999999999999999999' }))).toContain('99999999999999999999')
  expect((await stands()).amount).toBeNull()
})
