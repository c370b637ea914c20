import { Button } from '@mantine/core';
import { IconCalendarPlus, IconPencil } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { BookingView, WriteFault } from '../../../preload/booking-views.ts';
import { EventBody } from '../crews/event-detail.tsx';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';
import { BookingState, SpanOfDays } from './booking-row.tsx';
import { DocumentsUp } from './documents-up.tsx';
import { faultWords } from './refused-wishes.tsx';

interface BookingPageProps {
  readonly bookingId: string;
  readonly onChange: (booking: BookingView) => void;
  readonly onBookAgain: (booking: BookingView) => void;
  readonly onChoose: (workerId: string) => void;
}

/** E1 to E3: all of one event that its client lets be seen, and what can be done about it. */
export function BookingPage({ bookingId, onChange, onBookAgain, onChoose }: BookingPageProps): ReactNode {
  const { bridge, say } = useDesk();
  const [asksToCallOff, setAsksToCallOff] = useState(false);
  const booking = useAnswer(useCallback(() => bridge.getBooking({ bookingId }), [bridge, bookingId]));
  if (booking === undefined) return <span className="bone event-bone" />;
  if (booking === null) return <p className="crew-none soft">{say('events.gone')}</p>;
  const { event } = booking;
  return (
    <article className="booking" aria-label={event.name}>
      <div className="booking-head">
        <h2>
          <bdi>{event.name}</bdi>
        </h2>
        <BookingState of={{ ...event, waiting: booking.waiting }} />
        <p className="soft">
          <bdi>{event.clientName}</bdi> · <SpanOfDays of={event} />
        </p>
      </div>
      <div className="booking-acts">
        {booking.canChange && (
          <Button
            size="md"
            variant="default"
            leftSection={<IconPencil size={18} aria-hidden="true" />}
            onClick={() => onChange(booking)}
          >
            {say('bookings.change')}
          </Button>
        )}
        {booking.canBookAgain && (
          <Button
            size="md"
            variant="default"
            leftSection={<IconCalendarPlus size={18} aria-hidden="true" />}
            onClick={() => onBookAgain(booking)}
          >
            {say('bookings.again')}
          </Button>
        )}
        {booking.canChange && (
          <Button size="md" variant="default" onClick={() => setAsksToCallOff(true)}>
            {say('bookings.callOff')}
          </Button>
        )}
      </div>
      {booking.canAddDocuments && <DocumentsUp bookingId={bookingId} />}
      <EventBody event={event} chosen={undefined} onChoose={onChoose} />
      {asksToCallOff && <CallOff bookingId={bookingId} name={event.name} onClose={() => setAsksToCallOff(false)} />}
    </article>
  );
}

interface CallOffProps {
  readonly bookingId: string;
  readonly name: string;
  readonly onClose: () => void;
}

function CallOff({ bookingId, name, onClose }: CallOffProps): ReactNode {
  const { bridge, say } = useDesk();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<WriteFault | 'unanswered' | null>(null);
  const answered = (next: WriteFault | 'unanswered' | null): void => {
    setBusy(false);
    setFault(next);
    if (next === null) onClose();
  };
  const callOff = (): void => {
    setBusy(true);
    bridge.callOffBooking({ bookingId }).then(
      (answer) => answered(answer.fault),
      () => answered('unanswered'),
    );
  };
  return (
    <Dialog title={say('bookings.callOffTitle', { name })} onClose={onClose}>
      <p className="dialog-lead">{say('bookings.callOffLead')}</p>
      {fault !== null && (
        <div role="alert">
          <Strip tone="bad" title={fault === 'unanswered' ? say('bookings.notSaved') : faultWords(say, fault)} />
        </div>
      )}
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('bookings.keep')}
        </Button>
        <Button className="card-action" loading={busy} onClick={callOff}>
          {say('bookings.callOff')}
        </Button>
      </div>
    </Dialog>
  );
}
