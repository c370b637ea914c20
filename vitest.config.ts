import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;

/**
 * Three projects: `unit` needs nothing but Node (and socat for a serial line); `postgres` runs central on a PostgreSQL server that it
 * starts for itself; `e2e` drives the real app on a display, one file at a time. `npm test` prepares what the last two need; `npx
 * vitest run --project unit` needs no preparation.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/central/postgres/**'],
          testTimeout: 20_000,
          /** Outside Electron its package answers with a path, and would first try to download what the path leads to. */
          env: { ELECTRON_OVERRIDE_DIST_PATH: 'not-run-in-unit-tests' },
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['tests/central/postgres/**/*.test.ts'],
          globalSetup: ['tests/central/postgres/cluster.ts'],
          testTimeout: 20_000,
          hookTimeout: MINUTE_MS,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 2 * MINUTE_MS,
          hookTimeout: 2 * MINUTE_MS,
        },
      },
    ],
  },
});
