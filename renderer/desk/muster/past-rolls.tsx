import { Button } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PastRoll } from '../../../preload/muster-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Empty } from '../parts/empty.tsx';
import { Lines } from '../parts/lines.tsx';
import { Chip } from '../parts/tone.tsx';

interface PastRollsProps {
  readonly past: readonly PastRoll[];
  readonly onOpen: (musterId: string) => void;
}

export function PastRolls({ past, onOpen }: PastRollsProps): ReactNode {
  const { say, status, time } = useDesk();
  return (
    <section className="muster-past" aria-label={say('muster.past')}>
      <h2>{say('muster.past')}</h2>
      {past.length === 0 && (
        <Empty
          icon={<IconClipboardList stroke={1.5} />}
          title={say('muster.pastNone')}
          next={say('muster.pastNoneNext')}
        />
      )}
      <ul>
        {past.map(({ musterId, kind, startedAtMs, tookMs, counts, endedBy }) => (
          <li key={musterId} className="muster-old">
            <Lines
              first={`${say(`muster.kind.${kind}`)}, ${time.moment(startedAtMs, status.nowMs)}`}
              second={
                <>
                  {say('muster.took', { duration: time.duration(tookMs) })}
                  {endedBy !== undefined && (
                    <>
                      {' · '}
                      <bdi>{endedBy}</bdi>
                    </>
                  )}
                </>
              }
            />
            <Chip tone={counts.accounted === counts.total ? 'ok' : 'bad'}>
              {say('muster.accountedOf', { accounted: counts.accounted, total: counts.total })}
            </Chip>
            <Button variant="default" onClick={() => onOpen(musterId)}>
              {say('muster.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
