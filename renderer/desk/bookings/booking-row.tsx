import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BookingRow as Row } from '../../../preload/booking-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Lines } from '../parts/lines.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';

const TONE: Readonly<Record<Row['status'], Tone>> = {
  to_be_confirmed: 'warn',
  confirmed: 'ok',
  cancelled: 'bad',
  completed: 'left',
};

/** Where an event stands; beside it, whether central knows yet. */
export function BookingState({ of: { status, waiting } }: { readonly of: Pick<Row, 'status' | 'waiting'> }): ReactNode {
  const { say } = useDesk();
  return (
    <span className="booking-state">
      <Chip tone={TONE[status]}>{say(`events.states.${status}`)}</Chip>
      {waiting && <Chip tone="idle">{say('wishes.waiting')}</Chip>}
    </span>
  );
}

interface SpanOfDaysProps {
  readonly of: { readonly startsAtMs: number; readonly endsAtMs: number };
}

/** Thu 12 Mar 2026, 08:00–18:00; with the other day where it ends on another. */
export function SpanOfDays({ of: { startsAtMs, endsAtMs } }: SpanOfDaysProps): ReactNode {
  const { time } = useDesk();
  const [from, to] = [time.date(startsAtMs), time.date(endsAtMs)];
  return (
    <>
      <bdi>{from}</bdi>{' '}
      <bdi className="number" dir="ltr">
        {time.time(startsAtMs)}
        {from === to && `–${time.time(endsAtMs)}`}
      </bdi>
      {from !== to && (
        <>
          {' – '}
          <bdi>{to}</bdi>{' '}
          <bdi className="number" dir="ltr">
            {time.time(endsAtMs)}
          </bdi>
        </>
      )}
    </>
  );
}

/** 08:00–18:00, and below it the day, or both days. */
function TimesAndDays({ of: { startsAtMs, endsAtMs } }: SpanOfDaysProps): ReactNode {
  const { time } = useDesk();
  const days = [...new Set([time.date(startsAtMs), time.date(endsAtMs)])];
  return (
    <Lines
      first={
        <bdi className="number" dir="ltr">
          {time.time(startsAtMs)}–{time.time(endsAtMs)}
        </bdi>
      }
      second={days.join(' – ')}
    />
  );
}

export function BookingRow({ row, onOpen }: { readonly row: Row; readonly onOpen: () => void }): ReactNode {
  const { say } = useDesk();
  const leader = row.teamLeader === undefined ? undefined : say('bookings.leader', { name: row.teamLeader.name });
  return (
    <li className="crew">
      <button type="button" className="crew-head booking-row" onClick={onOpen}>
        <Lines
          first={<bdi>{row.name}</bdi>}
          second={<bdi>{[row.clientName, leader].filter(Boolean).join(' · ')}</bdi>}
        />
        <TimesAndDays of={row} />
        <BookingState of={row} />
        <IconChevronRight className="crew-arrow" size={20} aria-hidden="true" />
      </button>
    </li>
  );
}
