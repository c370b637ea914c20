import { useCallback } from 'react';
import type { HoldView } from '../../../preload/act-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';

const NOBODY: readonly HoldView[] = [];

/** Who waits for a look, asked for again whenever something changed. */
export function useHolds(): readonly HoldView[] {
  const { bridge } = useDesk();
  const ask = useCallback(() => bridge.getHolds(), [bridge]);
  const holds = useAnswer(ask);
  return holds ?? NOBODY;
}
