import { Temporal } from 'temporal-polyfill'
import { lookForDuplicates } from '../src/crm/duplicates/look.ts'
import { inTransaction } from '../src/database/index.ts'
import { serverSeconds } from './measure.ts'
import { makeWorld } from './world.ts'

/** How long it takes to hold all of a workspace against each other, and one page of what was found. */
export async function benchDuplicates(): Promise<void> {
  const contacts = Number(process.env.CONTACTS ?? 20_000)
  const each = Number(process.env.EACH ?? 4)
  const world = await makeWorld(contacts, { each, activities: 0 })
  const { prisma, pool } = world.database
  const house = {
    db: prisma,
    now: Temporal.Now.instant(),
    transaction: (work: Parameters<typeof inTransaction>[1]) => inTransaction(prisma, work, { timeout: 60_000 }),
  }
  const took: number[] = []
  const began = performance.now()
  const before = { program: process.cpuUsage(), server: await serverSeconds(world.database) }
  for (;;) {
    const at = performance.now()
    if (!(await lookForDuplicates.run(house as never))) break
    took.push(performance.now() - at)
  }
  const { user, system } = process.cpuUsage(before.program)
  const server = (await serverSeconds(world.database)) - before.server
  took.sort((a, b) => a - b)
  const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM duplicate_pairs')
  const seconds = (performance.now() - began) / 1000
  console.log(
    `duplicates: ${contacts} contacts and ${contacts / each} companies compared in ${seconds.toFixed(1)} s, ` +
      `processor ${((user + system) / 1e6).toFixed(1)} s of this process and ${server.toFixed(1)} s of PostgreSQL, ` +
      `200 at a time: p50 ${took[Math.floor(took.length / 2)]?.toFixed(0)} ms, most ${took.at(-1)?.toFixed(0)} ms; ${rows[0]?.count} pairs`,
  )
  await world.close()
}
