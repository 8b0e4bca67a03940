import { Prisma } from './generated/client.ts'

/** A piece of SQL with its values apart, to be put together inside `$queryRaw`: values never become part of the text. */
export const { sql } = Prisma
/** A piece that says nothing. */
export const nothing = Prisma.empty
/** SQL of our own as it stands: the name of an alias, the number of a parameter. Never what was typed. */
export const verbatim = Prisma.raw
export type Sql = Prisma.Sql
