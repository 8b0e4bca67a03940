import { CommanderError } from 'commander'
import { ConfigError } from '../config.ts'
import { DatabaseError } from '../database/index.ts'

/** Something to mend, in words. */
export class PlainError extends Error {}

/** Runs a command: what people can mend (errors of the kinds in `also`, too) is told them in words, with exit code 1; anything else is a fault. */
export async function plainly(
  stderr: NodeJS.WritableStream,
  work: () => Promise<unknown>,
  also: readonly (new (...given: never[]) => Error)[] = [],
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (![PlainError, ConfigError, DatabaseError, CommanderError, ...also].some((kind) => error instanceof kind)) throw error
    stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
}
