import { beforeEach, describe, expect, test } from 'vitest'
import { logActivity } from '../../../src/crm/activities/activities.ts'
import { theCustomer } from '../../../src/crm/customers/customers.ts'
import { completeTask, createTask } from '../../../src/crm/tasks/tasks.ts'
import { freshDatabase } from '../../support/database.ts'
import { aWorkspace, buttonOf, cardOf, refusal, said, type World } from './world.ts'

const database = await freshDatabase()
const db = database.prisma
let ana: World

beforeEach(async () => {
  ana = await aWorkspace(database)
  await ana.type('add company Acme Corp acme.com')
  await ana.type('add contact Wei Zhang at Acme Corp wei@acme.com')
})

const customer = (typed: string) => theCustomer(ana.context(), typed, { operation: 'test', input: {}, field: 'customer' })
const company = () =>
  db.company.findFirstOrThrow({ where: { workspaceId: ana.caller.workspace.id, name: { startsWith: 'Acme' } } })
const contact = () => db.contact.findFirstOrThrow({ where: { workspaceId: ana.caller.workspace.id } })
const changes = () => db.change.findMany({ where: { workspaceId: ana.caller.workspace.id, operation: 'edit' } })

describe('edit', () => {
  test('changes only the facts that are named, and says so', async () => {
    const reply = await ana.type('edit acme corp phone=+1 415 555 0100, industry=Metal works city=Austin')
    expect(said(reply)).toContain('Changed Acme Corp')
    expect(said(reply)).toContain('phone: +14155550100\nindustry: Metal works\ncity: Austin')
    expect(await company()).toMatchObject({
      phones: ['+14155550100'],
      industry: 'Metal works',
      city: 'Austin',
      domains: ['acme.com'],
    })
    expect(await changes()).toHaveLength(1)
  })

  test('is taken back by its button', async () => {
    const before = await company()
    const reply = await ana.type('edit acme corp name=Acme Holding employees=2,800')
    expect((await company()).searchName).toBe('acme holding')
    await ana.run(buttonOf(reply, 'Undo'))
    const { updatedAt: _, ...after } = await company()
    expect(before).toMatchObject(after)
  })

  test('a new name is found at once, the old one no more', async () => {
    await ana.type('edit wei zhang name=Wei Huang')
    expect((await customer('huang')).contactName).toBe('Wei Huang')
    await expect(customer('zhang')).rejects.toThrow()
  })

  test('a dash clears', async () => {
    await ana.type('edit acme corp domain=-')
    expect((await company()).domains).toEqual([])
  })

  test('an unknown field is answered with those there are, and nothing is changed', async () => {
    expect(await refusal(ana.type('edit acme corp colour=red phone=+1 415 555 0100'))).toContain(
      "I don't know the field “colour”. Fields are: name, domain, email, phone, industry",
    )
    expect((await company()).phones).toEqual([])
    expect(await refusal(ana.type('edit wei zhang industry=x'))).toContain('Fields are: name, title, email, phone, company')
  })

  test('a value that cannot be read is told, with how to type it', async () => {
    expect(await refusal(ana.type('edit acme corp email=nowhere'))).toContain('wei@acme.com')
    expect(await refusal(ana.type('edit acme corp employees=many'))).toContain('Employees')
    expect(await refusal(ana.type('edit acme corp phone=12'))).toContain('+1 415 555 0100')
  })

  test('a number or an address typed behind the name needs no sign of equality', async () => {
    expect(said(await ana.type('edit acme corp phone +49 30 1234567'))).toContain('+49301234567')
    expect(said(await ana.type('edit acme corp hello@acme.example'))).toContain('hello@acme.example')
  })

  test('with a customer alone the form opens with all that stands', async () => {
    const form = await ana.type('edit acme corp')
    if (form.kind !== 'form') throw new Error(said(form))
    expect(Object.fromEntries(form.fields.map((one) => [one.name, one.value]))).toEqual({
      name: 'Acme Corp',
      email: undefined,
      phone: undefined,
      details: 'domain=acme.com',
    })
    expect(form.hidden).toMatchObject({ whole: 'yes', customer: (await customer('acme corp')).ref })
  })

  test('what is emptied in the form is taken out, the name stays', async () => {
    const form = await ana.type('edit wei zhang')
    if (form.kind !== 'form') throw new Error(said(form))
    await ana.run({ operation: 'edit', input: { ...form.hidden, name: 'Wei Zhang', details: 'title=CTO' } })
    expect(await contact()).toMatchObject({ name: 'Wei Zhang', title: 'CTO', emails: [], companyId: null })
  })

  test('a form sent back as it was changes nothing', async () => {
    const form = await ana.type('edit acme corp')
    if (form.kind !== 'form') throw new Error(said(form))
    const values = Object.fromEntries(form.fields.flatMap((one) => (one.value ? [[one.name, one.value]] : [])))
    expect(said(await ana.run({ operation: 'edit', input: { ...form.hidden, ...values } }))).toContain('Nothing was changed')
    expect(await changes()).toEqual([])
  })

  test('moves a person to another company, and asks which when two fit', async () => {
    await ana.type('add company Globex North')
    await ana.type('add company Globex South')
    const asked = await ana.type('edit wei zhang company=globex')
    expect(said(asked)).toContain('[Globex North] [Globex South]')
    await ana.run(buttonOf(asked, 'Globex South'))
    expect((await customer('wei')).name).toBe('Wei Zhang (Globex South)')
  })

  test('a company cannot take the name of another', async () => {
    await ana.type('add company Globex')
    expect(await refusal(ana.type('edit acme corp name=GLOBEX'))).toContain('Globex stands already')
  })
})

describe('show', () => {
  test('a company with its facts, people, last contact and open tasks', async () => {
    await ana.type('edit acme corp industry=Metal employees=2800')
    const wei = await customer('wei')
    await logActivity(ana.context(), { ...wei, kind: 'call', outcome: 'connected', note: 'wants a quote' })
    await createTask(ana.context(), { customer: wei, ownerId: ana.caller.me.id, what: 'send the quote', at: '2026-11-26T10:00' })
    const reply = await ana.type('show acme corp')
    for (const fact of [
      'Website: acme.com',
      'Employees: 2,800',
      'Contacts: Wei Zhang',
      'Owner: Ana',
      'wants a quote',
      'send the quote',
    ])
      expect(said(reply)).toContain(fact)
    expect(said(reply)).toContain('[Log] [Remind me] [Timeline] [Edit] [Deals] [Change owner] [Add contact]')
    expect(cardOf(reply).share).toEqual({ operation: 'show', input: { customer: (await customer('acme corp')).ref } })
  })

  test('a person with the company', async () => {
    const reply = await ana.type('show wei')
    expect(said(reply)).toContain('Wei Zhang (Acme Corp)\nCompany: Acme Corp\nE-mail: wei@acme.com')
    expect(said(reply)).toContain('Last contact: none yet')
  })
})

describe('timeline', () => {
  test('newest first, notes and tasks that were done among them, in pages', async () => {
    const wei = await customer('wei')
    for (let day = 10; day < 20; day++)
      await logActivity(ana.context(), {
        ...wei,
        kind: day % 2 ? 'call' : 'note',
        note: `entry ${day}`,
        at: `2026-11-${day}T10:00`,
      })
    const task = await createTask(ana.context(), { customer: wei, ownerId: ana.caller.me.id, what: 'send the quote' })
    await completeTask(ana.context(), task)
    await createTask(ana.context(), { customer: wei, ownerId: ana.caller.me.id, what: 'still open' })
    const first = await ana.type('timeline acme corp')
    expect(cardOf(first).items?.map((one) => one.text.replace(/^.* · /, ''))).toEqual([
      'Done: send the quote',
      'Added Acme Corp',
      ...[19, 18, 17, 16, 15, 14].map((day) => `entry ${day}`),
    ])
    const second = await ana.run(buttonOf(first, 'Older'))
    expect(cardOf(second).items?.map((one) => one.text.replace(/^.* · /, ''))).toEqual([
      'entry 13',
      'entry 12',
      'entry 11',
      'entry 10',
    ])
    expect(said(second)).toContain('[Newer] [Log]')
  })

  test('of another person at the company is not theirs', async () => {
    await ana.type('add contact Laura Bennett at Acme Corp')
    await logActivity(ana.context(), { ...(await customer('wei')), kind: 'call', note: 'with Wei' })
    expect(said(await ana.type('timeline laura'))).toContain('Added Laura Bennett')
    expect(said(await ana.type('timeline laura'))).not.toContain('with Wei')
    expect(said(await ana.type('timeline acme corp'))).toContain('with Wei')
  })
})

describe('find', () => {
  test('customers by name with slips, address and number; notes by their words', async () => {
    await ana.type('edit acme corp phone=+1 415 555 0100')
    await logActivity(ana.context(), { ...(await customer('wei')), kind: 'call', note: 'He asked for the Price List, 100% sure' })
    for (const typed of ['acme', 'acme.com', '4155550100', 'acme copr'])
      expect(said(await ana.type(`find ${typed}`))).toContain('Company · Acme Corp')
    for (const typed of ['wei@acme.com', 'zhang', 'Zhnag Wei'])
      expect(said(await ana.type(`find ${typed}`))).toContain('Contact · Wei Zhang')
    for (const typed of ['price list', '100%'])
      expect(said(await ana.type(`find ${typed}`))).toContain('Note · Wei Zhang (Acme Corp) · He asked')
    expect(said(await ana.type('find 10%_'))).toContain('Nothing fits')
    expect(said(await ana.type('find nothing such'))).toContain('[Add company]')
  })

  test('in pages, customers before notes, none twice and none left out', async () => {
    for (let at = 0; at < 10; at++) await ana.type(`add company Zeta ${at}`)
    const zeta = await customer('Zeta 1')
    for (let at = 0; at < 5; at++) await logActivity(ana.context(), { ...zeta, kind: 'note', note: `zeta note ${at}` })
    const seen: string[] = []
    let page = await ana.type('find zeta')
    for (;;) {
      seen.push(...(cardOf(page).items ?? []).map((one) => one.text))
      const more = cardOf(page).buttons?.find((one) => one.label === 'More')
      if (!more) break
      page = await ana.run(more)
    }
    expect(seen).toHaveLength(15)
    expect(new Set(seen).size).toBe(15)
    expect(seen.slice(0, 10).every((one) => one.startsWith('Company'))).toBe(true)
  })

  test('nothing of another workspace', async () => {
    const other = await aWorkspace(database, { name: 'Others' })
    await other.type('add company Secretive')
    const secret = await theCustomer(other.context(), 'secretive', { operation: 'test', input: {}, field: 'customer' })
    await logActivity(other.context(), { ...secret, kind: 'note', note: 'a secret plan' })
    expect(said(await ana.type('find secretive'))).toContain('Nothing fits')
    expect(said(await ana.type('find secret plan'))).toContain('Nothing fits')
  })
})
