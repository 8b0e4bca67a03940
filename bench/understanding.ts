import * as chrono from 'chrono-node'
import { Temporal } from 'temporal-polyfill'
import { customerIndex, understand } from '../src/understanding/index.ts'
import { measure, shown } from './measure.ts'

const CUSTOMERS = 25_000
const TIMES = 2_000
const LINES = [
  'called Bardel 17, left voicemail for Laura, call back tomorrow 10am',
  'Fengor 812: spoke to Wei, wants a quote, $12k, demo next Tuesday at 3',
  'met with Tom yesterday afternoon, good fit, send the contract by Friday',
  '拜访了锦程物流，李娜说预算30万，下周二跟进',
]

/** A line understood among 100,000 known customers, as a ratio to one bare `chrono.parse` of the same line in the same run; and the index's memory. */
export async function benchUnderstanding(): Promise<void> {
  const before = memory()
  const customers = customerIndex(
    Array.from({ length: CUSTOMERS }, (_, n) => ({
      id: `c${n}`,
      name: `${n % 2 ? 'Bardel' : 'Fengor'} ${n} Ltd`,
      contacts: ['Laura', 'Wei', 'Tom'].map((first, at) => ({ id: `p${n}-${at}`, name: `${first} Person${n}x${at}` })),
    })),
  )
  const used = memory() - before
  const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
  const line = (n: number) => LINES[n % LINES.length]!
  const bare = await measure(TIMES, 1, async (n) => chrono.parse(line(n), new Date(now.epochMilliseconds)))
  const own = await measure(TIMES, 1, async (n) => understand(line(n), { now, zone: 'Europe/Berlin', customers }))
  console.log(
    `understand among ${CUSTOMERS * 4} customers: ${shown(own)}; chrono.parse alone: ${shown(bare)}; ratio of p50: ${(own.p50 / bare.p50).toFixed(2)}; the index takes ${Math.round(used / 2 ** 20)} MiB`,
  )
}

function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
