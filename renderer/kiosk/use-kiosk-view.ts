import { useCallback, useEffect, useState } from 'react';
import type { KioskBridge } from '../../preload/contract.ts';
import type { KioskView } from '../../preload/views.ts';

/**
 * The view as main last told it, but for an outcome whose time is up or that was touched: that one is over here at
 * once, whenever main's word for it arrives.
 */
export function useKioskView(bridge: KioskBridge) {
  const [told, setTold] = useState<KioskView>();
  const [over, setOver] = useState<string>();

  useEffect(() => {
    let heard = false;
    const stop = bridge.onView((view) => {
      heard = true;
      setTold(view);
    });
    // News may overtake the answer; they are the newer.
    void bridge.getView().then((view) => heard || setTold(view));
    return stop;
  }, [bridge]);

  const outcome = told?.screen === 'outcome' ? told.outcome : undefined;
  const [outcomeId, showMs] = [outcome?.id, outcome?.showMs];
  useEffect(() => {
    if (outcomeId === undefined) return undefined;
    const timer = setTimeout(() => setOver(outcomeId), showMs);
    return () => clearTimeout(timer);
  }, [outcomeId, showMs]);

  const dismiss = useCallback((id: string) => setOver(id), []);
  return { view: told && withoutOutcome(told, over), dismiss };
}

/** The ready screen in place of an outcome that is over. */
export function withoutOutcome(view: KioskView, over: string | undefined): KioskView {
  if (view.screen !== 'outcome' || (view.outcome && view.outcome.id !== over)) return view;
  const { outcome: _gone, ...rest } = view;
  return { ...rest, screen: 'ready' };
}
