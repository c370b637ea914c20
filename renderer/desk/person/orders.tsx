import type { ReactNode } from 'react';
import type { FeedRow, Person } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';
import { KindShape } from '../parts/kind.tsx';
import { Lines } from '../parts/lines.tsx';
import { TimeSpan } from '../parts/time-span.tsx';
import { useFeedWords } from '../words/feed-words.ts';
import { useTimeInside } from '../words/time-inside.ts';

export function Orders({ orders }: { readonly orders: Person['orders'] }): ReactNode {
  const { say } = useDesk();
  return (
    <section className="card-section">
      <h3>{say('card.orders')}</h3>
      {orders.length === 0 && <p className="soft">{say('empty.orders')}</p>}
      <ul className="orders">
        {orders.map((order) => (
          <li key={order.id} data-here={order.here || undefined}>
            <TimeSpan of={order} />
            <Lines
              first={
                <>
                  <bdi className="number">{order.number}</bdi> <bdi>{order.title}</bdi>
                </>
              }
              second={
                <>
                  <bdi>{order.clientName}</bdi>
                  {!order.here && <> · {say('card.orderElsewhere', { location: order.locationName })}</>}
                </>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function History({ rows }: { readonly rows: Person['history'] }): ReactNode {
  const { say, time, status } = useDesk();
  const words = useFeedWords();
  const timeInside = useTimeInside();
  const onSite = (row: FeedRow): ReactNode => {
    const duration = timeInside(row.facts);
    return duration !== undefined && <span className="soft">{say('last.onSite', { duration })}</span>;
  };
  return (
    <section className="card-section">
      <h3>{say('card.history')}</h3>
      {rows.length === 0 && <p className="soft">{say('empty.history')}</p>}
      <ol className="history">
        {rows.map((row) => (
          <li key={row.eventId}>
            <span className="kind" data-kind={row.kind}>
              <KindShape kind={row.kind} />
            </span>
            <span className="number soft">{time.moment(row.atMs, status.nowMs)}</span>
            <span>
              {words(row).what} {onSite(row)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
