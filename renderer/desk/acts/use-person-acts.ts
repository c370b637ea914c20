import { useCallback } from 'react';
import type { PersonActs } from '../../../preload/act-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';

/** What can be done about one person, asked for again whenever something changed; undefined: not known yet, or of nobody. */
export function usePersonActs(workerId: string): PersonActs | undefined {
  const { bridge } = useDesk();
  const ask = useCallback(
    async () => ({ workerId, acts: await bridge.getPersonActs({ workerId }) }),
    [bridge, workerId],
  );
  const read = useAnswer(ask);
  return read?.workerId === workerId ? (read.acts ?? undefined) : undefined;
}
