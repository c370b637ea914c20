import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { MarkAsk, MusterPage } from '../../../preload/muster-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';

/** The roll call that runs, or a past one; undefined until it came. */
export function useMuster(musterId: string | undefined): MusterPage | undefined {
  const { bridge } = useDesk();
  const ask = useCallback(() => bridge.getMuster(musterId === undefined ? {} : { musterId }), [bridge, musterId]);
  return useAnswer(ask);
}

export type Mark = (who: MarkAsk['person'], mark: MarkAsk['mark']) => Promise<boolean>;

/** Marks somebody and says so where it did not work; true: it is written. */
export function useMark(musterId: string): Mark {
  const { bridge, say } = useDesk();
  return async (person, mark) => {
    const answer = await bridge
      .markMuster({ musterId, person, mark, markId: crypto.randomUUID() })
      .catch(() => undefined);
    if (answer?.fault === null) return true;
    notifications.show({
      message: say(answer?.fault === 'over' ? 'muster.over' : 'muster.notMarked'),
      color: 'refused',
    });
    return false;
  };
}
