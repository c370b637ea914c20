import type { DeskBridge } from '../../../preload/contract.ts';
import type { DeskStatus } from '../../../preload/views.ts';
import { makeSignal, type Signal } from './signal.ts';

/** What the window knows of the gate: not heard yet, heard, or asked in vain. */
export type StatusView =
  | { readonly kind: 'waiting' }
  /** `heardAt`: this window's monotonic clock when the status came, so that the site's clock can run on between pushes. */
  | { readonly kind: 'known'; readonly status: DeskStatus; readonly heardAt: number }
  | { readonly kind: 'silent' };

export interface StatusStore {
  readonly view: Signal<StatusView>;
  /** The site's time now, in Unix milliseconds: main's clock, never this window's own. */
  readonly nowMs: () => number;
  readonly stop: () => void;
}

/** @param monotonicMs a clock that never jumps: `performance.now` in the window */
export function makeStatusStore(
  bridge: Pick<DeskBridge, 'getStatus' | 'onStatus'>,
  monotonicMs: () => number,
): StatusStore {
  const view = makeSignal<StatusView>({ kind: 'waiting' });
  const hear = (status: DeskStatus): void => view.set({ kind: 'known', status, heardAt: monotonicMs() });
  const stop = bridge.onStatus(hear);
  bridge.getStatus().then(
    (status) => {
      // A push that overtook this answer is the newer one.
      if (view.get().kind !== 'known') hear(status);
    },
    () => {
      if (view.get().kind === 'waiting') view.set({ kind: 'silent' });
    },
  );
  return {
    view,
    stop,
    nowMs() {
      const now = view.get();
      return now.kind === 'known' ? now.status.nowMs + (monotonicMs() - now.heardAt) : 0;
    },
  };
}
