import { IconCalendarEvent, IconChevronRight } from '@tabler/icons-react';
import { useCallback, useId, useState, type ReactNode } from 'react';
import type { EventHead } from '../../../preload/person-views.ts';
import { useDesk } from '../data/desk.tsx';
import type { PageProps } from '../frame/page.ts';
import { Empty } from '../parts/empty.tsx';
import { Lines } from '../parts/lines.tsx';
import { TimeSpan } from '../parts/time-span.tsx';
import { Chip } from '../parts/tone.tsx';
import { InCount } from './crew-row.tsx';
import { EventDetail } from './event-detail.tsx';
import { Searched } from './searched.tsx';

/** E1: booked events of today and of the next 24 h. */
export function EventsTab({ chosen, onChoose }: PageProps): ReactNode {
  const { bridge, say } = useDesk();
  return (
    <Searched
      label={say('tabs.events')}
      ask={useCallback((query: string) => bridge.listEvents({ query }), [bridge])}
      rows={({ events }) =>
        events.map((event) => <EventRow key={event.bookingId} event={event} chosen={chosen} onChoose={onChoose} />)
      }
      total={({ total }) => total}
      empty={
        <Empty icon={<IconCalendarEvent stroke={1.5} />} title={say('events.empty')} next={say('events.emptyNext')} />
      }
    />
  );
}

interface EventRowProps {
  readonly event: EventHead;
  readonly chosen: string | undefined;
  readonly onChoose: (workerId: string) => void;
}

function EventRow({ event, chosen, onChoose }: EventRowProps): ReactNode {
  const { say } = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <li className="crew">
      <button
        type="button"
        className="crew-head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <IconChevronRight className="crew-arrow" size={20} aria-hidden="true" />
        <Lines first={<bdi>{event.name}</bdi>} second={<bdi>{event.clientName}</bdi>} />
        <TimeSpan of={event} />
        {event.status === 'to_be_confirmed' ? (
          <Chip tone="warn">{say('events.states.to_be_confirmed')}</Chip>
        ) : (
          <InCount of={event} />
        )}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <EventDetail bookingId={event.bookingId} chosen={chosen} onChoose={onChoose} />}
      </div>
    </li>
  );
}
