import { IconCalendarEvent } from '@tabler/icons-react';
import { useCallback, type ReactNode } from 'react';
import type { EventHead } from '../../../preload/person-views.ts';
import { useDesk } from '../data/desk.tsx';
import type { PageProps } from '../frame/page.ts';
import { Empty } from '../parts/empty.tsx';
import { Lines } from '../parts/lines.tsx';
import { Unfolding } from '../parts/unfolding.tsx';
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
  return (
    <Unfolding
      head={
        <>
          <Lines first={<bdi>{event.name}</bdi>} second={<bdi>{event.clientName}</bdi>} />
          <TimeSpan of={event} />
          {event.status === 'to_be_confirmed' ? (
            <Chip tone="warn">{say('events.states.to_be_confirmed')}</Chip>
          ) : (
            <InCount of={event} />
          )}
        </>
      }
    >
      {(isOpen) => isOpen && <EventDetail bookingId={event.bookingId} chosen={chosen} onChoose={onChoose} />}
    </Unfolding>
  );
}
