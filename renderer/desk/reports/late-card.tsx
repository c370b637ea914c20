import { Button } from '@mantine/core';
import { IconClockExclamation, IconDoorExit } from '@tabler/icons-react';
import { useCallback, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import type { PageProps } from '../frame/page.ts';
import { useNarrowing } from '../list/narrowing.ts';

const LATE = { state: 'late' };

interface LateCardProps extends Pick<PageProps, 'onGo'> {
  /** People inside who probably went without checking out. */
  readonly overstaying: number;
}

/** B1: whom somebody has to ask about: late for today's work here, and still inside when they should be gone. Each leads to its list. */
export function LateCard({ overstaying, onGo }: LateCardProps): ReactNode {
  const { bridge, say } = useDesk();
  const [working, setWorking] = useNarrowing('working');
  const late = useAnswer(
    useCallback(
      () =>
        bridge
          .getList({ list: 'working', query: '', filters: LATE, offset: 0, limit: 1 })
          .then(({ working }) => working?.total),
      [bridge],
    ),
  );
  return (
    <section className="dash-card dash-late" aria-label={say('dashboard.late')}>
      <h2>{say('dashboard.late')}</h2>
      <p className="dash-count number">{late ?? '–'}</p>
      <Button
        className="card-action"
        variant="default"
        leftSection={<IconClockExclamation size={20} aria-hidden="true" />}
        onClick={() => {
          setWorking({ ...working, filters: LATE });
          onGo('inside', { tab: 'working' });
        }}
      >
        {say('dashboard.seeLate')}
      </Button>
      <h2>{say('dashboard.overstaying')}</h2>
      <p className="dash-count number">{overstaying}</p>
      <Button
        className="card-action"
        variant="default"
        leftSection={<IconDoorExit size={20} aria-hidden="true" />}
        onClick={() => onGo('activity', { tab: 'checkout' })}
      >
        {say('dashboard.seeOverstaying')}
      </Button>
    </section>
  );
}
