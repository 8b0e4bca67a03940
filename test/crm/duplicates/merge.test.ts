import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { cardOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  await ana.say('help')
})

const add = async (...lines: string[]) => {
  for (const line of lines) {
    const answer = cardOf(await ana.command(line))
    const anyway = answer.buttons?.find(({ label }) => /anyway|another/i.test(label))
    if (anyway) await ana.press(answer, anyway.label)
  }
}

describe('merging', () => {
  test('shows what stays field by field, takes all along, still finds the old name, and parts again', async () => {
    await add(
      'add company Acme Corp acme.com city=Boston',
      'add company Akme Incorporated city=Berlin, industry=Tools, phone=+1 415 555 0100',
      'add contact Wei Zhang at Akme Incorporated',
      'log Akme Incorporated: spoke about the offer, call back tomorrow 10am',
    )
    const asked = cardOf(await ana.command('merge Akme Incorporated into Acme Corp'))
    expect(said({ kind: 'card', card: asked, replaces: false })).toMatchInlineSnapshot(`
      "Merge Akme Incorporated into Acme Corp?
      Comes along: 1 activity, 1 task, 1 contact. Nothing of either is lost.
      Name: Acme Corp
      instead of Akme Incorporated
      Phone: +14155550100
      Industry: Tools
      City: Boston
      instead of Berlin
      “Akme Incorporated” will still find it. Undo parts the two again.
      [Merge] [The other way round] [Not the same] [Cancel]
      <Name: Akme Incorporated> <City: Berlin>"
    `)
    const other = cardOf(await ana.press(asked, 'City: Berlin'))
    expect(other.items?.map(({ text, detail }) => `${text} ${detail ?? ''}`.trim())).toContain('City: Berlin instead of Boston')
    const done = cardOf(await ana.press(other, 'Merge'))
    expect(said({ kind: 'card', card: done, replaces: false })).toMatchInlineSnapshot(`
      "Merged Akme Incorporated into Acme Corp
      Came along: 1 activity, 1 task, 1 contact.
      [Show] [More duplicates] [Undo]"
    `)
    expect(said(await ana.command('show Akme Incorporated'))).toMatchInlineSnapshot(`
      "Acme Corp
      Website: acme.com
      Phone: +14155550100
      Industry: Tools
      City: Berlin
      Owner: Ana
      Also known as: Akme Incorporated
      Contacts: Wei Zhang
      Last contact: just now, Tue 24 Nov, 10:00 · Call, connected · by Ana · Akme Incorporated: spoke about the offer, call back tomorrow 10am
      Open tasks: call back · Acme Corp · Wed 25 Nov, 10:00 (tomorrow)
      [Log] [Remind me] [Timeline] [Edit] [Deals] [Change owner] [Add contact]
      <Akme Incorporated>"
    `)
    expect(said(await ana.command('last Wei Zhang'))).toContain('Acme Corp')
    expect(said(await ana.press(done, 'Undo'))).toMatchInlineSnapshot(`
      "Taken back: Merge of Akme Incorporated into Acme Corp
      [Redo]"
    `)
    expect(said(await ana.command('show Akme Incorporated'))).toMatchInlineSnapshot(`
      "Akme Incorporated
      Phone: +14155550100
      Industry: Tools
      City: Berlin
      Owner: Ana
      Contacts: Wei Zhang
      Last contact: just now, Tue 24 Nov, 10:00 · Call, connected · by Ana · Akme Incorporated: spoke about the offer, call back tomorrow 10am
      Open tasks: call back · Akme Incorporated · Wed 25 Nov, 10:00 (tomorrow)
      [Log] [Remind me] [Timeline] [Edit] [Deals] [Change owner] [Add contact]"
    `)
    expect(said(await ana.command('show Acme Corp'))).not.toContain('Tools')
    expect(said(await ana.command('redo'))).toMatchInlineSnapshot(`
      "Done again: Merge of Akme Incorporated into Acme Corp
      [Undo]"
    `)
    expect(said(await ana.command('show Akme Incorporated'))).toContain('Wei Zhang')
    expect(house.faults).toEqual([])
  })

  test('people: the name alone still finds them, and who took part stands there once', async () => {
    await add(
      'add company Globex',
      'add contact Robert Miller at Globex bob@globex.com',
      'add contact Bob Miller at Globex +1 415 555 0111',
      'log met Robert Miller and Bob Miller of Globex, good fit',
    )
    const done = cardOf(await ana.press(cardOf(await ana.command('merge Bob Miller into Robert Miller')), 'Merge'))
    expect(done.title).toBe('Merged Bob Miller into Robert Miller')
    expect(said(await ana.command('last Bob Miller'))).toContain('Robert Miller')
    expect(said(await ana.command('show Robert Miller'))).toContain('+14155550111')
    expect(house.faults).toEqual([])
  })
})

/** Presses “Merge” on what the command shows. */
const merges = async (line: string, who = ana) => cardOf(await who.press(cardOf(await who.command(line)), 'Merge'))
const idOf = async (name: string) => (await house.database.prisma.company.findFirstOrThrow({ where: { name } })).id

describe('what stands in the way', () => {
  test('itself, two kinds, somebody else’s', async () => {
    await add('add company Soylent', 'add contact Thorn at Soylent')
    expect(said(await ana.command('merge Soylent into Soylent'))).toContain('nothing to merge')
    expect(said(await ana.command('merge Soylent into Thorn'))).toContain('two of a kind')
    const cleo = house.person('Cleo')
    await cleo.say('help')
    await cleo.command('add company Soylent Green')
    expect(said(await cleo.command('merge Soylent Green into Soylent'))).toContain('belongs to somebody else')
  })

  test('what was changed since the preview is shown again; what was logged since stays with the one that stayed', async () => {
    await add('add company Pied Piper', 'add company Hooli XYZ', 'log Hooli XYZ: spoke about music')
    const asked = cardOf(await ana.command('merge Hooli XYZ into Pied Piper'))
    house.clock.pass({ seconds: 1 })
    await ana.command('edit Pied Piper city=Palo Alto')
    const again = cardOf(await ana.press(asked, 'Merge'))
    expect(again.lines?.[0]).toContain('changed meanwhile')
    const done = cardOf(await ana.press(again, 'Merge'))
    const old = await idOf('Hooli XYZ')
    await ana.ask({ kind: 'options', operation: 'log', values: { line: 'asked for a discount', customer: `company:${old}` } })
    expect(said(await ana.command('timeline Pied Piper'))).toContain('asked for a discount')
    expect(said(await ana.press(done, 'Undo'))).toContain('Taken back: Merge of Hooli XYZ')
    expect(said(await ana.command('timeline Pied Piper'))).toContain('asked for a discount')
    expect(said(await ana.command('timeline Hooli XYZ'))).toContain('spoke about music')
    expect(said(await ana.command('timeline Hooli XYZ'))).not.toContain('discount')
  })

  test('a chain leads to its end, and is taken back from its end', async () => {
    await add('add company Alpha One', 'add company Beta Two', 'add company Gamma Three', 'log Alpha One: spoke about alphabets')
    const one = await merges('merge Alpha One into Beta Two')
    const two = await merges('merge Beta Two into Gamma Three')
    expect(said(await ana.command(`timeline company:${await idOf('Alpha One')}`))).toContain('alphabets')
    expect(said(await ana.press(one, 'Undo'))).toContain('cannot')
    await ana.press(two, 'Undo')
    expect(said(await ana.press(one, 'Undo', 'undo one'))).toContain('Taken back')
    expect(said(await ana.command('timeline Alpha One'))).toContain('alphabets')
  })

  test('into its own daughter or parent: no company stands above itself', async () => {
    await add('add company Top Corp', 'add company Mid Corp parent=Top Corp', 'add company Low Corp parent=Mid Corp')
    await merges('merge Top Corp into Low Corp')
    const parents = await house.database.prisma.company.findMany({
      where: { name: { in: ['Mid Corp', 'Low Corp'] } },
      orderBy: { name: 'desc' },
    })
    expect(parents.map(({ parentId }) => parentId)).toEqual([await idOf('Low Corp'), null])
  })

  test('two who merge the same at once: one does, the other is told', async () => {
    await add('add company Twin A', 'add company Twin B', 'log Twin A: spoke', 'log Twin B: spoke')
    const [there, back] = [
      cardOf(await ana.command('merge Twin A into Twin B')),
      cardOf(await ana.command('merge Twin B into Twin A')),
    ]
    const answers = await Promise.all([ana.press(there, 'Merge'), ana.press(back, 'Merge')])
    const texts = answers.map(said)
    expect(texts.filter((text) => text.startsWith('Merged'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes('nothing to merge'))).toHaveLength(1)
    expect(await house.database.prisma.company.count({ where: { name: { startsWith: 'Twin' }, archivedAt: null } })).toBe(1)
  })

  test('what is logged while it is merged goes along', async () => {
    await add('add company Busy One', 'add company Quiet Two')
    const asked = cardOf(await ana.command('merge Busy One into Quiet Two'))
    const lines = Array.from({ length: 8 }, (_, n) => ana.command(`log Busy One: spoke about item ${n}`))
    const [done] = await Promise.all([ana.press(asked, 'Merge'), ...lines])
    expect(said(done!)).toContain('Quiet Two')
    const left = await house.database.prisma.activity.count({ where: { companyId: await idOf('Busy One') } })
    expect(left).toBe(0)
    expect(house.faults).toEqual([])
  })
})

test('thousands of activities move in as few statements as a few do, and back', async () => {
  await add('add company Vast Holding', 'add company Vaster Group', 'log Vast Holding: spoke')
  const { pool } = house.database
  const [from, into] = [await idOf('Vast Holding'), await idOf('Vaster Group')]
  await pool.query(
    `INSERT INTO activities ("workspaceId", id, "companyId", "otherContactIds", "memberId", kind, "occurredAt", zone, note, "updatedAt")
      SELECT a."workspaceId", gen_random_uuid(), a."companyId", '{}', a."memberId", 'note', now(), 'UTC', 'number ' || n, now()
      FROM activities a, generate_series(1, 3000) n WHERE a."companyId" = $1`,
    [from],
  )
  const count = (id: string) => house.database.prisma.activity.count({ where: { companyId: id } })
  const asked = cardOf(await ana.command('merge Vast Holding into Vaster Group'))
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const done = cardOf(await ana.press(asked, 'Merge'))
  const statements = query.mock.calls.length
  query.mockRestore()
  expect(done.lines?.join()).toContain('3,001 activities')
  expect(statements).toBeLessThan(45)
  expect([await count(from), await count(into)]).toEqual([0, 3_001])
  await ana.press(done, 'Undo')
  expect([await count(from), await count(into)]).toEqual([3_001, 0])
}, 120_000)
