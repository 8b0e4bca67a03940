import { benchSlack } from './slack.ts'
import { benchUnderstanding } from './understanding.ts'

/** Measurements, not tests: each is a ratio to the bare thing, taken in the same run on the same machine. */
await benchUnderstanding()
await benchSlack()
process.exit(0)
