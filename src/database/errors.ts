/**
 * What is wrong:
 * `in use` another bot holds the folder; `unwritable` the folder cannot be used; `full` no space is left; `version` the data is of another
 * PostgreSQL; `unsupported` the server's programs do not run on this machine; `damaged` the server does not start; `unreachable` nobody
 * answers at the address; `refused` the server answers and does not let us in; `migration` the tables are not what this program needs.
 */
export type DatabaseFault =
  | 'in use'
  | 'unwritable'
  | 'full'
  | 'version'
  | 'unsupported'
  | 'damaged'
  | 'unreachable'
  | 'refused'
  | 'migration'

/** The database cannot be used. The message is for whoever runs the bot and says what to do; it holds no password. */
export class DatabaseError extends Error {
  readonly fault: DatabaseFault

  constructor(fault: DatabaseFault, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DatabaseError'
    this.fault = fault
  }
}

/** The code of a system or PostgreSQL error (ENOENT, 57P03), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** What a thrown value says, in one line at least. Connection attempts to several addresses hide their message one level down. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && !error.message) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
