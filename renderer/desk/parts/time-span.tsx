import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Lines } from './lines.tsx';

interface TimeSpanProps {
  readonly of: { readonly startsAtMs: number; readonly endsAtMs: number };
}

/** 06:00–14:00, read from the left in every language as clocks are; the day below it when that is not today. */
export function TimeSpan({ of: { startsAtMs, endsAtMs } }: TimeSpanProps): ReactNode {
  const { time, status } = useDesk();
  const from = time.time(startsAtMs);
  const isToday = time.moment(startsAtMs, status.nowMs) === from;
  return (
    <Lines
      first={
        <bdi className="number" dir="ltr">
          {from}–{time.time(endsAtMs)}
        </bdi>
      }
      second={isToday ? undefined : time.day(startsAtMs)}
    />
  );
}
