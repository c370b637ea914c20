import { Button } from '@mantine/core';
import { useCallback, type ReactNode } from 'react';
import type { RefusedConnection } from '../../../preload/worker-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Strip } from '../parts/strip.tsx';
import { reasonOf } from '../tray/tray-words.ts';

/** What central would not do: it is undone here, and says why until somebody puts it away, here or in the tray. */
export function RefusedNotices(): ReactNode {
  const { bridge, say } = useDesk();
  const refused = useAnswer(useCallback(() => bridge.getRefusedConnections(), [bridge]));
  const putAway = ({ eventId, seq }: RefusedConnection): void => {
    // Where it can't be written down the notice stays, and says so by that.
    bridge.clearTray({ eventId, seq, outcome: 'seen', reason: say('workers.read') }).catch(() => undefined);
  };
  if (!refused || refused.length === 0) return null;
  return (
    <ul className="refused-notices">
      {refused.map((one) => {
        const { why, next } = reasonOf(one.code, say);
        const { name, clientName: client } = one;
        return (
          <li key={one.eventId}>
            <div role="alert">
              <Strip
                tone="bad"
                title={`${say(one.what === 'added' ? 'workers.refusedAdded' : 'workers.refusedDeleted', { name, client })}.`}
              >
                {why}. {next}
              </Strip>
            </div>
            <Button
              variant="default"
              className="card-action"
              aria-label={say('workers.dismissOf', { name })}
              onClick={() => putAway(one)}
            >
              {say('workers.dismiss')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
