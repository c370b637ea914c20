import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCalendarEvent, IconListSearch, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import type { BookingForm as Form, BookingView } from '../../../preload/booking-views.ts';
import { directionOf } from '../../shared/i18n.ts';
import { useDesk } from '../data/desk.tsx';
import { useLeaving } from '../data/leaving.tsx';
import { useAnswer } from '../data/use-answer.ts';
import type { PageProps } from '../frame/page.ts';
import { SearchField } from '../list/search-field.tsx';
import { Choices } from '../parts/choices.tsx';
import { Empty } from '../parts/empty.tsx';
import { BookingPage } from './booking-page.tsx';
import { BookingRow } from './booking-row.tsx';
import { RefusedWishes } from './refused-wishes.tsx';

/** With its calendar, which nobody waits for at the start of the desk. */
const BookingForm = lazy(() => import('./booking-form.tsx').then((module) => ({ default: module.BookingForm })));

type When = 'upcoming' | 'past';
type Shown =
  | { readonly kind: 'list' }
  | { readonly kind: 'event'; readonly bookingId: string }
  | {
      readonly kind: 'form';
      readonly form: Form;
      readonly purpose: 'new' | 'change' | 'again';
      readonly booking: BookingView | undefined;
    };

/** E1, E3: all events of this place, booked and past; the page of one; a new one. */
export function BookingsTab({ onChoose, onGo }: PageProps): ReactNode {
  const { bridge, say, language } = useDesk();
  const leave = useLeaving();
  const [when, setWhen] = useState<When>('upcoming');
  const [shown, setShown] = useState<Shown>({ kind: 'list' });
  const openForm = (purpose: 'new' | 'change' | 'again', booking?: BookingView): void => {
    bridge.getBookingForm().then(
      (form) => setShown({ kind: 'form', form, purpose, booking }),
      () => undefined,
    );
  };
  const openCard = (workerId: string): void => {
    onChoose(workerId);
    onGo('scheduled', { tab: 'people' });
  };
  if (shown.kind === 'list')
    return (
      <BookingList
        when={when}
        onWhen={setWhen}
        onOpen={(bookingId) => setShown({ kind: 'event', bookingId })}
        onNew={() => openForm('new')}
      />
    );
  const bookingId = shown.kind === 'event' ? shown.bookingId : shown.booking?.event.bookingId;
  const back = (): void =>
    setShown(shown.kind === 'form' && bookingId !== undefined ? { kind: 'event', bookingId } : { kind: 'list' });
  const BackIcon = directionOf(language) === 'rtl' ? IconArrowRight : IconArrowLeft;
  return (
    <div className="bookings">
      <div className="sub-head">
        <Button
          size="md"
          variant="default"
          leftSection={<BackIcon size={18} aria-hidden="true" />}
          onClick={() => leave(back)}
        >
          {say(shown.kind === 'form' && bookingId !== undefined ? 'bookings.backToEvent' : 'bookings.back')}
        </Button>
        {shown.kind === 'form' && <h2 className="list-title">{say(`bookings.titles.${shown.purpose}`)}</h2>}
      </div>
      {shown.kind === 'event' ? (
        <BookingPage
          bookingId={shown.bookingId}
          onChange={(booking) => openForm('change', booking)}
          onBookAgain={(booking) => openForm('again', booking)}
          onChoose={openCard}
        />
      ) : (
        <Suspense fallback={<span className="bone event-bone" />}>
          <BookingForm
            form={shown.form}
            purpose={shown.purpose}
            copied={shown.booking?.draft}
            onClose={back}
            onSave={async (draft) => {
              if (shown.purpose === 'change') return bridge.changeBooking({ bookingId: bookingId ?? '', draft });
              const answer = await bridge.bookEvent({
                draft,
                ...(bookingId === undefined ? {} : { bookedAgainFrom: bookingId }),
              });
              if (answer.fault === null) setWhen('upcoming');
              return answer;
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

interface BookingListProps {
  readonly when: When;
  readonly onWhen: (when: When) => void;
  readonly onOpen: (bookingId: string) => void;
  readonly onNew: () => void;
}

function BookingList({ when, onWhen, onOpen, onNew }: BookingListProps): ReactNode {
  const { bridge, say } = useDesk();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const answer = useAnswer(useCallback(() => bridge.listBookings({ when, query: wanted }), [bridge, when, wanted]));
  return (
    <div className="bookings">
      <div className="list-head">
        <SearchField value={query} onChange={setQuery} onLeave={() => undefined} />
        <Choices<When>
          label={say('bookings.which')}
          choices={[
            { value: 'upcoming', label: say('bookings.upcoming') },
            { value: 'past', label: say('bookings.past') },
          ]}
          chosen={[when]}
          onChoose={onWhen}
        />
        <Button size="md" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={onNew}>
          {say('bookings.new')}
        </Button>
      </div>
      <RefusedWishes refused={answer?.refused} />
      {answer?.events.length === 0 &&
        (wanted === '' ? (
          <Empty
            icon={<IconCalendarEvent stroke={1.5} />}
            title={say(when === 'past' ? 'bookings.nonePast' : 'bookings.none')}
            next={say(when === 'past' ? 'bookings.nonePastNext' : 'bookings.noneNext')}
          />
        ) : (
          <Empty
            icon={<IconListSearch stroke={1.5} />}
            title={say('empty.search', { query: wanted })}
            next={say('bookings.searchNext')}
          />
        ))}
      <ul className="crew-list" aria-label={say('tabs.events')}>
        {answer?.events.map((row) => (
          <BookingRow key={row.bookingId} row={row} onOpen={() => onOpen(row.bookingId)} />
        ))}
      </ul>
      {answer !== undefined && answer.total > answer.events.length && (
        <p className="soft">{say('bookings.more', { count: answer.total - answer.events.length })}</p>
      )}
    </div>
  );
}
