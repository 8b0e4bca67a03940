import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { customerIndex, understand } from '../../src/understanding/index.ts'

const customers = customerIndex([{ id: '1', name: 'Acme Corp', aliases: [], contacts: [] }])
const followUp = (line: string, now: string) =>
  understand(line, { now: Temporal.Instant.from(now), zone: 'Europe/Berlin', customers }).facts.followUp?.at

/** The end of a day or a week that is over is no time for something to be done; what is to be done is not lost for it. */
test.each([
  ['called Acme, send the contract by EOD', '2026-11-26T16:59+01:00', '2026-11-26T17:00'],
  ['called Acme, send the contract by EOD', '2026-11-26T17:00+01:00', '2026-11-27T17:00'],
  ['spoke to Acme, send them the contract by COB', '2026-11-27T20:24+01:00', '2026-11-28T17:00'],
  ['visited Acme, send the contract by EOW', '2026-11-27T16:30+01:00', '2026-11-27T17:00'],
  ['visited Acme, send the contract by EOW', '2026-11-27T20:24+01:00', '2026-12-04T17:00'],
  ['visited Acme, send the contract by end of the week', '2026-11-28T10:00+01:00', '2026-12-04T17:00'],
  ['visited Acme, send the contract by EOW', '2026-11-30T09:00+01:00', '2026-12-04T17:00'],
  ['拜访了Acme，下班前发合同', '2026-11-26T18:30+01:00', '2026-11-27T17:00'],
])('%s, said at %s', (line, now, at) => {
  expect(followUp(line, now)).toBe(at)
})
