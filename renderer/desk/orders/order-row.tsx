import { IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OrderRow } from '../../../preload/order-views.ts';
import { formatDate, formatTime } from '../../shared/format.ts';
import { useDesk } from '../data/desk.tsx';
import { Lines } from '../parts/lines.tsx';
import { Unfolding } from '../parts/unfolding.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';

const DAY_MS = 24 * 3_600_000;
const TONES: Readonly<Record<OrderRow['status'], Tone>> = {
  submitted: 'idle',
  open: 'warn',
  filled: 'ok',
  cancelled: 'bad',
};

/** One order; opened, everybody who is placed on it, and the notes. */
export function OrderRowView({ order }: { readonly order: OrderRow }): ReactNode {
  const { say } = useDesk();
  const { wanted, taken } = order;
  return (
    <Unfolding
      headClass="crew-head order-head"
      head={
        <>
          <Lines
            first={<bdi>{order.title}</bdi>}
            second={
              <>
                <bdi>{order.clientName}</bdi> · <bdi>{order.locationName}</bdi>
                {order.skill !== undefined && (
                  <>
                    {' · '}
                    <bdi>{order.skill}</bdi>
                  </>
                )}
              </>
            }
          />
          <Times of={order} timeZone={order.timeZone} />
          <span className="number">{say('orders.taken', { taken, wanted })}</span>
          <Lines
            first={<Chip tone={TONES[order.status]}>{say(`orders.statuses.${order.status}`)}</Chip>}
            second={
              order.waiting && (
                <>
                  <IconClock size={14} aria-hidden="true" /> {say('orders.waiting')}
                </>
              )
            }
          />
        </>
      }
    >
      {() => (
        <>
          {order.notes !== undefined && (
            <p className="crew-leader">
              <bdi>{order.notes}</bdi>
            </p>
          )}
          {order.placements.length === 0 && <p className="crew-none soft">{say('orders.nobody')}</p>}
          <ul className="crew-members">
            {order.placements.map((placement) => (
              <li key={placement.placementId} className="member order-placement">
                <span className="lines-first">
                  <bdi>{placement.name}</bdi>
                </span>
                <Times of={placement} timeZone={order.timeZone} />
                <Chip tone={placement.status === 'confirmed' ? 'ok' : 'idle'}>{say(`orders.${placement.status}`)}</Chip>
              </li>
            ))}
          </ul>
        </>
      )}
    </Unfolding>
  );
}

interface TimesProps {
  readonly of: { readonly startsAtMs: number; readonly endsAtMs: number };
  readonly timeZone: string;
}

/** By the place's own clock: 06:00–14:00, and the days below it. */
function Times({ of: { startsAtMs, endsAtMs }, timeZone }: TimesProps): ReactNode {
  const { language } = useDesk();
  const [from, to] = [formatDate(startsAtMs, timeZone, language), formatDate(endsAtMs, timeZone, language)];
  // A night's work is known by the day on which it begins.
  const isShift = endsAtMs - startsAtMs <= DAY_MS;
  return (
    <Lines
      first={
        <bdi className="number" dir="ltr">
          {formatTime(startsAtMs, timeZone)}–{formatTime(endsAtMs, timeZone)}
        </bdi>
      }
      second={<span>{isShift ? from : `${from} – ${to}`}</span>}
    />
  );
}
