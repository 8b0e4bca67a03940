import { beforeEach, describe, expect, test } from 'vitest'
import { readContactLine } from '../../../src/crm/contacts/read-line.ts'
import { freshDatabase } from '../../support/database.ts'
import { aWorkspace, buttonOf, cardOf, refusal, said, type World } from '../customers/world.ts'

test.each([
  ['Wei Zhang', { name: 'Wei Zhang' }],
  [
    'Wei Zhang at Acme wei@acme.com +1 415 555 0100',
    { name: 'Wei Zhang', company: 'Acme', email: 'wei@acme.com', phone: '+1 415 555 0100' },
  ],
  ['Laura Bennett, CFO at Acme Corp', { name: 'Laura Bennett', title: 'CFO', company: 'Acme Corp' }],
  [
    'Laura Bennett at Acme Corp, CFO, laura@acme.com',
    { name: 'Laura Bennett', title: 'CFO', company: 'Acme Corp', email: 'laura@acme.com' },
  ],
  ['Wei Zhang (Acme Corp) title=Head of Sales', { name: 'Wei Zhang', company: 'Acme Corp', title: 'Head of Sales' }],
  ['王伟，锦程物流，13800138000', { name: '王伟', company: '锦程物流', phone: '13800138000' }],
  ['锦程物流的李娜', { name: '李娜', company: '锦程物流' }],
  ['Tom company=Acme Labs phone=415 555 0100', { name: 'Tom', company: 'Acme Labs', phone: '415 555 0100' }],
  ['Nat Atkins', { name: 'Nat Atkins' }],
  ['Tom shoe=43', { name: 'Tom', details: 'shoe=43' }],
])('the line “%s”', (line, want) => expect(readContactLine(line)).toEqual(want))

const database = await freshDatabase()
const db = database.prisma
let ana: World

beforeEach(async () => {
  ana = await aWorkspace(database)
  await ana.type('add company Acme Corp')
})

const contacts = () =>
  db.contact.findMany({ where: { workspaceId: ana.caller.workspace.id }, include: { company: true }, orderBy: { id: 'asc' } })

describe('add contact', () => {
  test('at a known company, by a part of its name', async () => {
    const reply = await ana.type('add contact Wei Zhang at acme WEI@acme.com +1 415 555 0100')
    expect(said(reply)).toContain('Added Wei Zhang (Acme Corp)\nE-mail: wei@acme.com\nPhone: +14155550100')
    expect(await contacts()).toMatchObject([{ name: 'Wei Zhang', emails: ['wei@acme.com'], company: { name: 'Acme Corp' } }])
    await ana.run(buttonOf(reply, 'Undo'))
    expect((await contacts())[0]?.archivedAt).not.toBeNull()
  })

  test('an unknown company is offered, and made with the person', async () => {
    const asked = await ana.type('add contact Jim Beam at Globex, CFO')
    expect(said(asked)).toContain("I don't know Globex")
    expect(await contacts()).toEqual([])
    const reply = await ana.run(buttonOf(asked, 'Add Globex and go on'))
    expect(said(reply)).toContain('Added Jim Beam (Globex)\nTitle: CFO')
    await ana.run(buttonOf(reply, 'Undo'))
    expect(await db.company.count({ where: { workspaceId: ana.caller.workspace.id, name: 'Globex', archivedAt: null } })).toBe(0)
  })

  test('two companies that fit are asked about', async () => {
    await ana.type('add company Acme Labs')
    const asked = await ana.type('add contact Tom at Acme')
    expect(said(asked)).toContain('[Acme Corp] [Acme Labs]')
    await ana.run(buttonOf(asked, 'Acme Labs'))
    expect(await contacts()).toMatchObject([{ name: 'Tom', company: { name: 'Acme Labs' } }])
  })

  test('a person is no company: the company they are at is taken', async () => {
    await ana.type('add contact Wei Zhang at Acme')
    const { ref } = { ref: `contact:${(await contacts())[0]?.id}` }
    await ana.run({ operation: 'add contact', input: { name: 'Laura', company: ref } })
    expect((await contacts())[1]).toMatchObject({ name: 'Laura', company: { name: 'Acme Corp' } })
  })

  test('the same name at the same company is asked about, elsewhere it is another person', async () => {
    await ana.type('add contact Wei Zhang at Acme')
    const asked = await ana.type('add contact wei zhang at Acme')
    expect(said(asked)).toContain('Wei Zhang (Acme Corp) stands already')
    await ana.type('add contact Wei Zhang')
    expect(await contacts()).toHaveLength(2)
    await ana.run(buttonOf(asked, 'Add another of that name'))
    expect(await contacts()).toHaveLength(3)
  })

  test('what cannot be read is told', async () => {
    expect(await refusal(ana.type('add contact Wei shoe=43'))).toContain('“shoe”')
    expect(await refusal(ana.type('add contact ???'))).toContain('needs a name')
    expect(await refusal(ana.type('add contact Wei email=nowhere'))).toContain('no e-mail address')
    expect(await contacts()).toEqual([])
  })

  test('hostile names stay data', async () => {
    const name = "<!channel> '; DROP TABLE contacts; -- 🙂"
    // What turns the direction of the text around is not seen, and so does not stay.
    const typed = name.replace('🙂', '\u202E🙂')
    expect(cardOf(await ana.run({ operation: 'add contact', input: { name: typed } })).title).toBe(`Added ${name}`)
    expect(await contacts()).toMatchObject([{ name }])
  })
})
