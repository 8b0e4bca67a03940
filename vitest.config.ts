import { defineConfig } from 'vitest/config'

/**
 * Two kinds of tests: rules are pure and need nothing; the house runs against a real PostgreSQL
 * that `test/support/global-database.ts` starts once for the whole run.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'rules', testTimeout: 30_000, include: ['test/understanding/**/*.test.ts', 'test/bot/**/*.test.ts'] } },
      {
        test: {
          name: 'house',
          include: ['test/**/*.test.ts'],
          exclude: ['test/understanding/**', 'test/bot/**'],
          globalSetup: ['test/support/global-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
