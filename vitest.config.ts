import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**'],
          // Most of the time they wait for a browser: two at once, also where there are but two cores.
          maxWorkers: 2,
          // Many of them drive a real browser, several at once, on machines as small as two cores.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // They wait for browsers, collectors and processes most of the time.
          maxWorkers: 2,
        },
      },
    ],
  },
})
