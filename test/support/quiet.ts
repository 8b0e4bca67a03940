import type { Log } from '../../src/database/log.ts'

const nothing = () => undefined

/** A log that nobody reads. */
export const quiet: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing }
