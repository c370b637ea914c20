/** Everything else has its turn before this resolves: a scan, a door, a screen. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
