import { afterAll, describe, expect, test, vi } from 'vitest'
import { mayDo } from '../../src/bot/context.ts'
import type { MemberPage, Parts } from '../../src/bot/page.ts'
import { doorsOver } from '../support/doors/world.ts'
import { said } from '../support/rapport.ts'
import { forbidden, tellsNothing } from './leaks.ts'
import { ASKERS, type Asker, marks, OWNERS, type Owner, VISIBILITIES, type World, world } from './world.ts'

// Seconds on a machine that is free; one that is busy must not make it fail.
vi.setConfig({ testTimeout: 300_000 })

const made = await world()
const { house, registry } = made
const doors = await doorsOver(house)
afterAll(() => doors.http.stop())

const written = (asked: object) => Buffer.from(JSON.stringify(asked)).toString('base64url')

interface Way {
  parts: (world: World, owner: Owner) => Parts
  forms?: Record<string, string>[]
}

/** How each page is asked for somebody's records, and what is sent into it. A page that is not here fails the test below: say how it is asked. */
const PAGES: Record<string, Way> = {
  'timeline/:asked': { parts: ({ records }, owner) => ({ asked: written({ customer: `contact:${records[owner].contact}` }) }) },
  'export/:kind/:format/:filter/:since': {
    parts: () => ({ kind: 'all', format: 'any', filter: '-', since: '-' }),
    forms: ['companies', 'contacts', 'activities', 'tasks'].map((kind) => ({ kind, format: 'jsonl' })),
  },
  'person/:id': {
    parts: ({ records }, owner) => ({ id: records[owner].contact }),
    forms: [{ format: 'json' }, { format: 'csv' }],
  },
  'audit/:asked': { parts: () => ({ asked: written({ format: 'jsonl' }) }) },
  import: { parts: () => ({}) },
  'import/:id': { parts: () => ({ id: 'import:zz' }) },
  'import/:id/faults': { parts: () => ({ id: 'import:zz' }) },
}

test('every page is asked here', () => {
  expect(Object.keys(PAGES).toSorted()).toEqual(registry.memberPages.map(({ path }) => path).toSorted())
})

/** A page as somebody sees it who comes in by a link of their own; and what its forms give. */
async function visit(asker: Asker, page: MemberPage, owner: Owner) {
  const { parts, forms = [] } = PAGES[page.path]!
  const visitor = await doors.entered(await doors.linkFor(asker, page, parts(made, owner)))
  const first = await visitor.get(visitor.at)
  const seen = [{ status: first.status, text: await first.text() }]
  if (first.ok)
    for (const form of forms) {
      const answer = await visitor.post(visitor.at, { once: crypto.randomUUID(), ...form })
      seen.push({ status: answer.status, text: await answer.text() })
    }
  return seen
}

/** A page that is of nobody's records in particular is asked once. */
const ownersOf = (page: MemberPage): readonly Owner[] => {
  const asked = new Map(OWNERS.map((owner) => [JSON.stringify(PAGES[page.path]!.parts(made, owner)), owner]))
  return [...asked.values()]
}

describe.each(VISIBILITIES)('visibility %s', (visibility) => {
  test.each(Object.keys(ASKERS) as Asker[])(
    'pages tell %s nothing that is not seen, and open to their role alone',
    async (asker) => {
      await made.choose(visibility)
      for (const page of registry.memberPages)
        for (const owner of ownersOf(page)) {
          const where = `${visibility} ${asker} ${page.path} of ${owner}`
          for (const { status, text } of await visit(asker, page, owner)) {
            expect(status === 403, where).toBe(!mayDo({ role: ASKERS[asker] }, page))
            expect(status, where).toBeLessThan(500)
            tellsNothing(text, forbidden(visibility, asker), where)
          }
        }
    },
  )
})

const timeline = registry.memberPages.find(({ path }) => path.startsWith('timeline'))!
const [rita, ana] = [house.person('Rita'), house.person('Ana')]
const later = () => house.clock.pass({ seconds: 30 })

test('a visit that has begun ends with the right to what it shows', async () => {
  await made.choose('team')
  const { note } = marks('tom')
  const visitor = await doors.entered(await doors.linkFor('rita', timeline, PAGES[timeline.path]!.parts(made, 'tom')))
  const shows = async () => (await (await visitor.get(visitor.at)).text()).includes(note)
  expect(await shows()).toBe(true)
  await made.choose('own')
  expect(await shows()).toBe(false)
  await made.choose('team')
  expect(await shows()).toBe(true)
  await ana.say('team Berlin - Rita')
  later()
  expect(await shows()).toBe(false)
  await ana.say('team Berlin + Rita')
  later()
  expect(await shows()).toBe(true)
  const unused = await doors.linkFor('rita', timeline, PAGES[timeline.path]!.parts(made, 'tom'))
  await ana.say('settings deactivate Rita')
  expect((await visitor.get(visitor.at)).status).toBe(401)
  expect((await doors.browser().knock(unused)).status).not.toBe(303)
  await ana.say('settings activate Rita')
})

test('a calendar names nobody who is not seen, from the moment on, and ends with its member', async () => {
  await made.choose('all')
  const { company } = marks('tom')
  await rita.ask({
    kind: 'options',
    operation: 'remind',
    values: { customer: `company:${made.records.tom.company}`, when: 'tomorrow 9am', what: 'zz visit' },
  })
  const address = /calendar\/(\S+\.ics)/.exec(said(await rita.say('settings calendar')))![1]!
  const page = registry.pages.find(({ name }) => name === 'calendar')!
  const shown = async () =>
    (
      await page.show(
        { db: house.database.prisma, transaction: house.house.transaction, now: house.clock.now() },
        { file: address },
      )
    )?.body
  expect(await shown()).toContain(company)
  for (const visibility of VISIBILITIES) {
    await made.choose(visibility)
    tellsNothing(await shown(), forbidden(visibility, 'rita'), `${visibility} calendar`)
    expect(await shown()).toContain('zz visit')
  }
  expect(await shown()).not.toContain(company)
  await ana.say('settings deactivate Rita')
  expect(await shown()).toBeUndefined()
})

test('no page ended in a fault', () => {
  expect(house.faults).toEqual([])
  expect(doors.logged.filter((one) => JSON.stringify(one).includes('page failed'))).toEqual([])
})
