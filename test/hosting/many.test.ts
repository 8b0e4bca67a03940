import { afterAll, expect, test, vi } from 'vitest'
import { createDelivery } from '../../src/delivery/delivery.ts'
import { quiet } from '../support/quiet.ts'
import { wordsOf } from '../support/slack/fake.ts'
import { hostedHouse } from '../support/slack/hosted.ts'
import { ask, courierInto, crossed, each, fingerprints, inSlack, type Office, officeOf } from './office.ts'

const OFFICES = 200
const AT_ONCE = 8
// Seconds on a machine that is free; one that is busy must not make it fail.
vi.setConfig({ testTimeout: 300_000 })

const many = await hostedHouse()
const { house, slack, adapter } = many
const offices = Array.from({ length: OFFICES }, (_, n) => officeOf(n, n % 2 ? 'discord' : 'slack'))
const neighbour = ({ n }: Office) => offices[(n + 2) % OFFICES]!
const inTheirs = offices.filter(({ platform }) => platform === 'slack')
const delivery = createDelivery({
  database: house.database,
  registry: house.bot.registry,
  house: house.house,
  couriers: new Map([
    ['slack', adapter.courier],
    ['discord', courierInto(offices)],
  ]),
  log: quiet,
  wait: async () => undefined,
  jitter: () => 0,
})
afterAll(() => many.close())

const workspaceOf = async ({ platform, team }: Office) => {
  const where = { platform_teamId: { platform, teamId: team } }
  return (await house.database.prisma.installation.findUniqueOrThrow({ where })).workspaceId
}
const allCrossed = () => offices.filter((one) => crossed(one).length).map((one) => [one.name, crossed(one)])

test('two hundred teams on one bot: nothing of one is heard, found, pressed or sent in another', async () => {
  // Slack teams let the bot in by HTTP; a Discord server has it from its first request on.
  await each(inTheirs, AT_ONCE, async ({ team, user, name }) => {
    slack.tenants.add(team, `Office ${name}`)
    slack.person(user, `Ann ${name}`, { team })
    expect((await many.install(team, user)).status).toBe(200)
  })

  // Everybody has a customer called Acme and a person called Wei.
  await each(offices, AT_ONCE, async (office) => {
    const { name, secret, platform } = office
    if (platform === 'slack') await inSlack(many, office, `add company Acme ${name}`)
    else await ask(many, office, `add company Acme ${name}`)
    await ask(many, office, `add contact Wei ${name} at Acme ${name}`)
    await ask(many, office, `log Acme ${name}: spoke to Wei, ${secret} is the price, call back tomorrow 11am`)
    await ask(many, office, `remind Acme ${name} in 2 hours send ${secret}`)
  })
  expect(await house.database.prisma.workspace.count()).toBe(OFFICES)

  // Whatever is asked is answered from one's own.
  await each(offices, AT_ONCE, async (office) => {
    const { platform, team, user, name, secret, heard } = office
    const last = await ask(many, office, 'last Acme')
    expect(last).toContain(secret)
    for (const line of ['find Acme', 'find Wei', 'show Wei', 'today', 'tasks', 'settings', 'contacts of Acme'])
      await ask(many, office, line)
    if (platform === 'slack') await inSlack(many, office, 'last Acme')
    const place = { platform, team, user, kind: 'direct' as const }
    const profile = async () => ({ name: `Ann ${name}` })
    for (const typed of ['Acme', 'Marqo', 'Wei']) {
      const found = await house.bot.suggest({ place, operation: 'last', field: 'customer', typed, profile })
      expect(found.length).toBeGreaterThan(0)
      heard.push(JSON.stringify(found))
    }
  })
  expect(allCrossed()).toEqual([])

  // Everything else that the registry can be asked for, of one's own and by a neighbour's name, by some of them.
  const reads = house.bot.registry.operations.filter((op) => op.effect === 'read' && !op.hidden)
  expect(reads.map(({ name }) => name)).toEqual(expect.arrayContaining(['history', 'find', 'timeline', 'duplicates', 'today']))
  await each(
    offices.filter(({ n }) => n % 20 < 2),
    AT_ONCE,
    async (office) => {
      const { name: theirs } = neighbour(office)
      const asking = { ...office, tokens: [] }
      for (const { name } of reads) {
        await ask(many, asking, { kind: 'line', text: `${name} Acme` })
        const heard: string[] = []
        await ask(many, asking, { kind: 'line', text: `${name} ${theirs}` }, heard)
        const rest = heard.map((text) => text.replaceAll(new RegExp(theirs, 'gi'), ''))
        expect([name, crossed({ ...office, heard: rest })]).toEqual([name, []])
      }
    },
  )
  expect(allCrossed()).toEqual([])

  // Asked for by name, what is another's is not there: nothing comes back but the words that were typed.
  await each(offices, AT_ONCE, async (office) => {
    const other = neighbour(office)
    for (const line of [`last Acme ${other.name}`, `find ${other.secret}`, `show Wei ${other.name}`]) {
      const heard: string[] = []
      await ask(many, office, line, heard)
      const typed = line.split(' ').at(-1)!
      const rest = heard.map((text) => text.replaceAll(typed, ''))
      expect(crossed({ ...office, heard: rest })).toEqual([])
    }
  })
})

test('what was shown to one team is nothing in another: buttons, codes, ids, undo', async () => {
  const [even, odd] = [0, 1].map((half) => offices.filter(({ n }) => Math.floor(n / 2) % 2 === half)) as [Office[], Office[]]
  const before = await fingerprints(many)
  await each(even, AT_ONCE, async (office) => {
    const other = neighbour(office)
    // What a button carries in itself, whoever holds it has: pressed are those that name something kept.
    const named = other.tokens.filter((token) => crossed({ ...office, heard: [decodeURIComponent(token)] }).length === 0)
    expect(named.some((token) => token.includes('~'))).toBe(true)
    for (const token of new Set(named)) {
      await ask(many, office, { kind: 'press', token })
      await ask(many, office, { kind: 'submit', token, values: {} })
    }
  })
  // A code joins teams without customers alone, and says nothing of whose it is.
  await each(even.slice(0, 20), AT_ONCE, async (office) => {
    const other = neighbour(office)
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await ask(many, other, 'settings link', []))?.[0]
    await ask(many, office, `settings link ${code}`)
  })
  await each(even, AT_ONCE, async (office) => {
    for (let n = 0; n < 3; n++) await ask(many, office, 'undo')
  })
  const after = await fingerprints(many)
  for (const office of odd) {
    const id = await workspaceOf(office)
    expect(after.get(id)).toBe(before.get(id))
  }
  expect(allCrossed()).toEqual([])
  expect(await house.database.prisma.workspace.count()).toBe(OFFICES)
})

test('all that is owed goes to its own people, with the token of their team', async () => {
  const untouched = offices.filter(({ n }) => Math.floor(n / 2) % 2 === 1)
  const calls = slack.calls.length
  house.clock.set('2026-11-24T12:30:00+01:00')
  await delivery.tick()
  house.clock.set('2026-11-25T11:30:00+01:00')
  await delivery.tick()
  for (const office of inTheirs) office.heard.push(...slack.seenBy(office.user).map(wordsOf))
  expect(allCrossed()).toEqual([])
  for (const { name, heard, secret } of untouched)
    expect([name, heard.filter((text) => text.includes(`send ${secret}`)).length > 0]).toEqual([name, true])
  for (const { team, body, method } of slack.calls.slice(calls)) {
    const whom = String(body.channel ?? body.users ?? body.user)
    expect([method, whom, slack.teamOf(whom)]).toEqual([method, whom, team])
  }
  expect(slack.refusals).toEqual([])
  expect(slack.complaints).toEqual([])
  expect(house.faults).toEqual([])
})
