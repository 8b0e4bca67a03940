import * as chrono from 'chrono-node'
import { Temporal } from 'temporal-polyfill'
import { customerIndex, understand } from '../src/understanding/index.ts'
import { measure, shown } from './measure.ts'

const CUSTOMERS = 25_000
const TIMES = 2_000
const FIRST = [
  'Wei',
  'Laura',
  'Tom',
  'Priya',
  'Will',
  'Grace',
  'Daniel',
  'Nadia',
  'Anna',
  'Jonas',
  'Tobias',
  'Jack',
  'Lucy',
  'April',
  'Mark',
]
const TRADES = ['Logistics', 'Foods', 'Software', 'Partners', 'Traders']
const SYLLABLES =
  'ba be bi bo ca ce co da de di do el en er fa fi ga ge go ha he ho in ja jo ka ke ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si ta te ti to va ve vi wa ya zi ston ford berg mann wick ley hurst ski vich oux'.split(
    ' ',
  )

/** As varied as names are: some fifty thousand different words of four to twelve letters, the same in every run. */
function name(n: number): string {
  let seed = Math.imul(n + 1, 2654435761) >>> 0
  let word = ''
  for (let left = 2 + (seed % 3); left > 0; left--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    word += SYLLABLES[(seed >>> 8) % SYLLABLES.length]
  }
  return word
}

const slipIn = (word: string) => `${word.slice(0, 2)}${word.slice(3)}`

/** A known company, a slip in its name, a known person, a name nobody knows, first names of thousands, Chinese: other ones in every line. */
const LINES: ((n: number) => string)[] = [
  (n) => `called ${name(n * 35)}, left voicemail for Laura, call back tomorrow 10am`,
  (n) => `${slipIn(name(n * 5 + 4000))}: spoke to Wei, wants a quote, $12k, demo next Tuesday at 3`,
  (n) => `spoke to Priya ${name(n * 3)} yesterday afternoon, good fit, send the contract by Friday`,
  (n) => `called ${name(n * 7 + 1_000_000)} ${name(n + 2_000_000)}, no answer, try again Monday`,
  (n) => `met with Tom and ${name(n * 11 + 3_000_000)}, want 20 seats`,
  () => '拜访了锦程物流，李娜说预算30万，下周二跟进',
]

/** A line understood among 100,000 known customers, as a ratio to one bare `chrono.parse` of the same line in the same run; and the index's memory. */
export async function benchUnderstanding(): Promise<void> {
  const before = memory()
  const customers = customerIndex(
    Array.from({ length: CUSTOMERS }, (_, n) => ({
      id: `c${n}`,
      name: `${name(n * 5)} ${TRADES[n % TRADES.length]} Ltd`,
      contacts: [0, 1, 2].map((at) => ({ id: `p${n}-${at}`, name: `${FIRST[(n + at * 7) % FIRST.length]} ${name(n * 3 + at)}` })),
    })),
  )
  const used = memory() - before
  const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
  const line = (n: number) => LINES[n % LINES.length]!(n)
  const bare = await measure(TIMES, 1, async (n) => chrono.parse(line(n), new Date(now.epochMilliseconds)))
  const none = customerIndex([])
  const alone = await measure(TIMES, 1, async (n) => understand(line(n), { now, zone: 'Europe/Berlin', customers: none }))
  const own = await measure(TIMES, 1, async (n) => understand(line(n), { now, zone: 'Europe/Berlin', customers }))
  console.log(
    `understand among ${CUSTOMERS * 4} customers: ${shown(own)}; among none: ${shown(alone)}; chrono.parse alone: ${shown(bare)}; ratio of p50: ${(own.p50 / bare.p50).toFixed(1)}; ours beyond chrono's: ${(own.p50 - bare.p50).toFixed(2)} ms; the index takes ${Math.round(used / 2 ** 20)} MiB`,
  )
}

function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
