import { Temporal } from 'temporal-polyfill'
import { customerIndex } from './customers/customer-index.ts'
import { understand } from './understand.ts'

const LINES = [
  'called Acme, left voicemail for Wei, call back tomorrow 10am, $12k',
  '昨天拜访了锦程物流，李娜说预算30万，下周二跟进',
]

/** Makes what the first line in each language would have to wait for: the tables of words, the patterns, the time zones. */
export function warmUp(): void {
  const customers = customerIndex([{ id: 'acme', name: 'Acme Corp', contacts: [{ id: 'wei', name: 'Wei Zhang' }] }])
  for (const line of LINES) understand(line, { now: Temporal.Instant.fromEpochMilliseconds(0), zone: 'UTC', customers })
}
