import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;

/**
 * Two projects: `unit` needs nothing but Node (and socat for a serial line); `e2e` drives the real app on a display, one file at a
 * time. `npm test` prepares what e2e needs; `npx vitest run --project unit` needs no preparation.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          testTimeout: 20_000,
          /** Outside Electron its package answers with a path, and would first try to download what the path leads to. */
          env: { ELECTRON_OVERRIDE_DIST_PATH: 'not-run-in-unit-tests' },
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
