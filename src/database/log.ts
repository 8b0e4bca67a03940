/** The part of pino that the database needs. */
export interface Log {
  debug: (facts: object, what: string) => void
  info: (facts: object, what: string) => void
  warn: (facts: object, what: string) => void
  error: (facts: object, what: string) => void
}
