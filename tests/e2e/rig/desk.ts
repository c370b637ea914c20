import type { Page } from 'playwright';

interface Bridge {
  readonly [call: string]: (ask?: unknown) => Promise<unknown>;
}

/** What a button on the desk would do. */
export const ask = <T>(desk: Page, call: string, payload?: unknown): Promise<T> =>
  desk.evaluate(
    ([name, given]) => (globalThis as unknown as { gatehouse: Bridge }).gatehouse[name as string]?.(given),
    [call, payload],
  ) as Promise<T>;
