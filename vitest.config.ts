import { defineConfig } from 'vitest/config'

/**
 * Two kinds of tests: rules are pure and need nothing; the house runs against a real PostgreSQL
 * that `test/support/global-database.ts` starts once for the whole run. The files of a worker share the modules they import, for loading them takes
 * longer than most tests: a test leaves nothing behind in a module.
 */
export default defineConfig({
  test: {
    isolate: false,
    projects: [
      {
        test: {
          name: 'rules',
          isolate: false,
          testTimeout: 30_000,
          include: ['test/understanding/**/*.test.ts', 'test/bot/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'house',
          isolate: false,
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
