import { useCallback } from 'react';
import type { PassView } from '../../../preload/pass-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';

/** The passes of this gate, read again whenever something changes; undefined: not here yet. */
export function usePasses(): readonly PassView[] | undefined {
  const { bridge } = useDesk();
  return useAnswer(useCallback(() => bridge.getPasses(), [bridge]));
}
