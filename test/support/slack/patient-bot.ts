import { Temporal } from 'temporal-polyfill'
import { readConfig } from '../../../src/config.ts'
import { start } from '../../../src/main.ts'
import { quiet } from '../quiet.ts'

// The whole bot in a process of its own, which acknowledges no event before it was dealt with, however long that takes: a test that kills it in
// between does so before the acknowledgement on any machine.
const config = readConfig(process.env)
const patient = config.slack && { ...config.slack, acknowledgeWithin: 600_000 }
const { url } = await start({ ...config, slack: patient }, { log: quiet, now: () => Temporal.Now.instant() })
console.log(`${url}/readyz`)
