import { Button } from '@mantine/core';
import { showNotification } from '@mantine/notifications';
import { IconClipboardList, IconListSearch, IconPlus } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import { ORDER_STATES } from '../../../core/order/order.ts';
import type { OrderFilters, OrdersPage } from '../../../preload/order-views.ts';
import { Narrow } from '../activity/narrow.tsx';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { SearchField } from '../list/search-field.tsx';
import { Empty } from '../parts/empty.tsx';
import { Strip } from '../parts/strip.tsx';
import { AccessNote } from '../portal/access-note.tsx';
import { OrderForm } from './order-form.tsx';
import { OrderRowView } from './order-row.tsx';
import { useOrderFault } from './order-words.ts';

/** A search narrows down more. */
const MOST = 200;
const EVERYTHING: OrderFilters = { query: '' };

/** C2: what was ordered, who fills it, and a new order. */
export function OrdersTab(): ReactNode {
  const { bridge, say } = useDesk();
  const [filters, setFilters] = useState(EVERYTHING);
  const [isOrdering, setIsOrdering] = useState(false);
  const page = useAnswer(
    useCallback(() => bridge.listOrders({ ...filters, offset: 0, limit: MOST }), [bridge, filters]),
  );
  if (!page) return null;
  if (page.access !== 'open') return <AccessNote access={page.access} />;
  const narrow = (more: Partial<OrderFilters>): void => setFilters((known) => ({ ...known, ...more }));
  const isNarrowed = JSON.stringify(filters) !== JSON.stringify(EVERYTHING);
  return (
    <div className="crews">
      <div className="list-head checkout-head portal-head">
        <SearchField
          value={filters.query}
          placeholder={say('orders.search')}
          onChange={(query) => narrow({ query })}
          onLeave={() => undefined}
        />
        <OrderFiltersBar page={page} filters={filters} onNarrow={narrow} />
        {page.places.length > 0 && (
          <Button
            className="card-action order-new"
            leftSection={<IconPlus size={20} aria-hidden="true" />}
            onClick={() => setIsOrdering(true)}
          >
            {say('orders.new')}
          </Button>
        )}
      </div>
      <Refused of={page.refused} />
      {page.rows.length === 0 && <Nothing isNarrowed={isNarrowed} />}
      <ul className="crew-list" aria-label={say('orders.tab')}>
        {page.rows.map((order) => (
          <OrderRowView key={order.orderId} order={order} />
        ))}
      </ul>
      {page.total > page.rows.length && (
        <p className="soft">{say('crews.more', { count: page.total - page.rows.length })}</p>
      )}
      {isOrdering && (
        <OrderForm
          places={page.places}
          onClose={() => setIsOrdering(false)}
          onSent={() => {
            setIsOrdering(false);
            showNotification({ message: say('orders.sent') });
          }}
        />
      )}
    </div>
  );
}

interface FiltersProps {
  readonly page: OrdersPage;
  readonly filters: OrderFilters;
  readonly onNarrow: (more: Partial<OrderFilters>) => void;
}

function OrderFiltersBar({ page, filters, onNarrow }: FiltersProps): ReactNode {
  const { say } = useDesk();
  return (
    <>
      <Narrow
        label={say('orders.when')}
        any={say('orders.coming')}
        value={filters.past ? 'past' : undefined}
        choices={[{ id: 'past', name: say('orders.past') }]}
        onChoose={(past) => onNarrow({ past: past === 'past' ? true : undefined })}
      />
      <Narrow
        label={say('orders.status')}
        any={say('orders.everyStatus')}
        value={filters.status}
        choices={ORDER_STATES.map((id) => ({ id, name: say(`orders.statuses.${id}`) }))}
        onChoose={(status) => onNarrow({ status })}
      />
      {page.clients.length > 1 && (
        <Narrow
          label={say('orders.client')}
          any={say('orders.everyClient')}
          value={filters.clientId}
          choices={page.clients}
          onChoose={(clientId) => onNarrow({ clientId })}
        />
      )}
      {page.locations.length > 1 && (
        <Narrow
          label={say('checkout.place')}
          any={say('checkout.everyPlace')}
          value={filters.locationId}
          choices={page.locations}
          onChoose={(locationId) => onNarrow({ locationId })}
        />
      )}
    </>
  );
}

/** What the office would not take: it is no longer in the list, so it is said here. */
function Refused({ of }: { readonly of: OrdersPage['refused'] }): ReactNode {
  const { say } = useDesk();
  const faultWords = useOrderFault();
  return of.map(({ title, code }, at) => (
    <Strip key={at} tone="warn" title={say('orders.refused', { title })}>
      {faultWords(code)}
    </Strip>
  ));
}

function Nothing({ isNarrowed }: { readonly isNarrowed: boolean }): ReactNode {
  const { say } = useDesk();
  return isNarrowed ? (
    <Empty icon={<IconListSearch stroke={1.5} />} title={say('orders.none')} next={say('orders.noneNext')} />
  ) : (
    <Empty icon={<IconClipboardList stroke={1.5} />} title={say('orders.empty')} next={say('orders.emptyNext')} />
  );
}
