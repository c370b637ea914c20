/** When a central of a test starts, unless the test says otherwise. */
export const START_MS = Date.parse('2026-03-10T06:00:00.000Z');
