import { defineConfig } from 'prisma/config'

/** For Prisma's command line alone: the bot opens its database and applies its migrations by itself. Generating needs no database. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
