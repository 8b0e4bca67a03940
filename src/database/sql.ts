import { Prisma } from './generated/client.ts'

/** A piece of SQL with its values apart, to be put together inside `$queryRaw`: values never become part of the text. */
export const { sql } = Prisma
export type Sql = Prisma.Sql
