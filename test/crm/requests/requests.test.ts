import { beforeEach, expect, it } from 'vitest'
import type { Caller } from '../../../src/bot/context.ts'
import type { SealedAnswer } from '../../../src/bot/house.ts'
import { cleanOnce, once, park, unpark } from '../../../src/crm/requests/requests.ts'
import type { Transaction } from '../../../src/database/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { asking, worldOver } from '../members/world.ts'

const { prisma: db } = await freshDatabase()
const world = worldOver(db)
let ana: Caller
let stranger: Caller
let n = 0
let id = ''
beforeEach(async () => {
  ana = await world.identify(asking({ team: 'T1' }))
  stranger = await world.identify(asking({ team: 'T2' }))
  id = `request ${++n}`
})
const at = new Date('2026-03-10T09:00:00Z')
const answer = (line: string): SealedAnswer => ({ kind: 'card', card: { kind: 'card', lines: [line] }, replaces: false })
const write = (who: Caller, line: string, meanwhile: (tx: Transaction) => Promise<unknown> = async () => {}) =>
  once(db, who, { id, operation: 'log', at }, async (tx) => {
    await meanwhile(tx)
    return answer(line)
  })

it('answers a retry as it answered the first', async () => {
  expect(await write(ana, 'first')).toEqual(answer('first'))
  expect(await write(ana, 'second')).toEqual(answer('first'))
})

it('lets a retry wait for the first, which is still at work', async () => {
  const claimed = gate()
  const done = gate()
  const first = write(ana, 'first', async (tx) => {
    await tx.workspace.findMany()
    claimed.open()
    return done.opened
  })
  await claimed.opened
  let finished = false
  const second = write(ana, 'second').finally(() => {
    finished = true
  })
  await waiting()
  expect(finished).toBe(false)
  done.open()
  expect(await Promise.all([first, second])).toEqual([answer('first'), answer('first')])
})

it('does the work once when two come at the same moment and only add rows', async () => {
  const line = (tx: Transaction, what: string) => park(tx, ana, { operation: 'log', input: { line: `${id} ${what}` } }, at)
  const both = await Promise.all(['one', 'two'].map((what) => write(ana, what, (tx) => line(tx, what))))
  expect(both[0]).toEqual(both[1])
  const said = both[0]?.kind === 'card' ? both[0].card.lines?.[0] : undefined
  const parked = await db.parkedInput.findMany({ where: { workspaceId: ana.workspace.id, operation: 'log' } })
  expect(parked.map(({ input }) => input)).toContainEqual({ line: `${id} ${said}` })
  expect(parked.filter(({ input }) => JSON.stringify(input).includes(id))).toHaveLength(1)
})

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

/** Until PostgreSQL says that a statement waits for another's transaction. */
async function waiting() {
  for (;;) {
    const found = await db.$queryRaw<object[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'transactionid'`
    if (found.length) return
  }
}

it('lets a retry do the work when the first failed', async () => {
  await expect(write(ana, 'first', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await write(ana, 'second')).toEqual(answer('second'))
})

it('knows another workspace’s requests and inputs for another’s', async () => {
  await write(ana, 'first')
  expect(await write(stranger, 'theirs')).toEqual(answer('theirs'))
  const action = { operation: 'log', input: { line: '王伟 👋', page: 2, add: true } }
  const parked = await park(db, ana, action, at)
  expect(await unpark(db, ana, parked)).toEqual(action)
  expect(await unpark(db, stranger, parked)).toBeUndefined()
  expect(await unpark(db, ana, 'made up')).toBeUndefined()
})

it('clears away answers after 7 days and parked inputs after 90', async () => {
  await write(ana, 'first')
  const parked = await park(db, ana, { operation: 'log', input: {} }, at)
  const start = world.clock.now()
  await cleanOnce(db, start.add({ hours: 24 * 7 }))
  expect(await write(ana, 'again')).toEqual(answer('first'))
  expect(await cleanOnce(db, start.add({ hours: 24 * 7 + 1 }))).toBeGreaterThan(0)
  expect(await write(ana, 'again')).toEqual(answer('again'))
  await cleanOnce(db, start.add({ hours: 24 * 89 }))
  expect(await unpark(db, ana, parked)).toBeDefined()
  await cleanOnce(db, start.add({ hours: 24 * 91 }))
  expect(await unpark(db, ana, parked)).toBeUndefined()
  expect(await cleanOnce(db, start.add({ hours: 24 * 91 }))).toBe(0)
})
