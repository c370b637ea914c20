import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import type { CheckOutBatchView, CheckOutManyAsk } from '../../../preload/checkout-views.ts';
import { useDesk } from '../data/desk.tsx';

/** While something runs, its progress is asked for this often. */
const LOOK_MS = 200;
const RUNS: ReadonlySet<CheckOutBatchView['state']> = new Set(['running', 'stopping', 'undoing']);

export interface UsedBatch {
  readonly batch: CheckOutBatchView | undefined;
  /** Whether it has begun. */
  readonly start: (ask: CheckOutManyAsk) => Promise<boolean>;
  readonly stop: () => void;
  readonly undo: () => void;
  readonly close: () => void;
}

/** The latest bulk checkout, until its notice is closed. */
export function useBatch(): UsedBatch {
  const { bridge, say } = useDesk();
  const [batch, setBatch] = useState<CheckOutBatchView>();
  const [closed, setClosed] = useState<string>();
  const look = useCallback(() => {
    bridge.getCheckOutBatch().then(
      (found) => found && setBatch(found),
      () => undefined,
    );
  }, [bridge]);
  const runs = batch !== undefined && RUNS.has(batch.state);
  useEffect(() => {
    look();
    if (!runs) return undefined;
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [look, runs]);
  const tell = (message: string): void => void notifications.show({ message, color: 'refused' });
  return {
    batch: batch?.batchId === closed ? undefined : batch,
    async start(ask) {
      const answer = await bridge.checkOutMany(ask).catch(() => undefined);
      if (!answer) tell(say('app.notSaved'));
      else if (answer.result !== 'started') tell(say(`checkout.${answer.result}`));
      look();
      return answer?.result === 'started';
    },
    stop() {
      if (batch) bridge.stopCheckOut({ batchId: batch.batchId }).then(look, () => tell(say('app.notSaved')));
    },
    undo() {
      if (!batch) return;
      bridge.undoCheckOut({ batchId: batch.batchId }).then(
        ({ result }) => {
          if (result === 'late') tell(say('checkout.late'));
          look();
        },
        () => tell(say('app.notSaved')),
      );
    },
    close: () => setClosed(batch?.batchId),
  };
}
