import { benchSlack } from './slack.ts'

/** Measurements, not tests: each is a ratio to the bare thing, taken in the same run on the same machine. */
await benchSlack()
process.exit(0)
