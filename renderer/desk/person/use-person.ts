import { useCallback } from 'react';
import type { Person } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';

export type PersonView =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'known'; readonly person: Person };

/** One person's card, read again whenever some list changes. */
export function usePerson(workerId: string | undefined): PersonView {
  const { bridge } = useDesk();
  const read = useAnswer(
    useCallback(
      async () => (workerId === undefined ? undefined : { workerId, person: await bridge.getPerson({ workerId }) }),
      [bridge, workerId],
    ),
  );
  if (workerId === undefined) return { kind: 'none' };
  if (read?.workerId !== workerId) return { kind: 'reading' };
  return read.person ? { kind: 'known', person: read.person } : { kind: 'gone' };
}
