import { createColumnHelper } from '@tanstack/react-table';
import type { ListName } from '../../../preload/views.ts';
import type { ListRows } from '../data/list-window.ts';
import { TimeSpan } from '../parts/time-span.tsx';
import type { Say } from '../words/words.ts';
import {
  KindCell,
  OnSiteCell,
  OrdersCell,
  PersonCell,
  PresenceCell,
  SentCell,
  StateCell,
  TimeCell,
  UntilCell,
  WhatCell,
  WhoCell,
  WorkingStateCell,
  WorkSpanCell,
} from './cells.tsx';
import type { Columns, features } from './grid.tsx';

const helper = <L extends ListName>() => createColumnHelper<typeof features, ListRows[L]>();
const [scheduled, granted, inside, working, feed] = [
  helper<'scheduled'>(),
  helper<'granted'>(),
  helper<'inside'>(),
  helper<'working'>(),
  helper<'feed'>(),
] as const;

/** The columns of each list, its header words in the desk's language. */
export const COLUMNS: { readonly [L in ListName]: (say: Say) => Columns<L> } = {
  scheduled: (say) => [
    scheduled.display({
      id: 'name',
      header: say('lists.columns.name'),
      cell: ({ row }) => <PersonCell row={row.original} />,
      meta: { sort: 'name', width: 'minmax(0, 1.1fr)' },
    }),
    scheduled.display({
      id: 'order',
      header: say('lists.columns.order'),
      cell: ({ row }) => <OrdersCell orders={[row.original.order]} />,
      meta: { sort: 'order', width: 'minmax(0, 1.5fr)' },
    }),
    scheduled.display({
      id: 'time',
      header: say('lists.columns.time'),
      cell: ({ row }) => <TimeSpan of={row.original} />,
      meta: { sort: 'time', width: '116px' },
    }),
    scheduled.display({
      id: 'state',
      header: say('lists.columns.state'),
      cell: ({ row }) => <StateCell row={row.original} />,
      meta: { width: '116px' },
    }),
  ],
  granted: (say) => [
    granted.display({
      id: 'name',
      header: say('lists.columns.name'),
      cell: ({ row }) => <PersonCell row={row.original} />,
      meta: { sort: 'name', width: 'minmax(0, 1.1fr)' },
    }),
    granted.display({
      id: 'orders',
      header: say('lists.columns.orders'),
      cell: ({ row }) => <OrdersCell orders={row.original.orders} />,
      meta: { width: 'minmax(0, 1.3fr)' },
    }),
    granted.display({
      id: 'granted',
      header: say('lists.columns.granted'),
      cell: ({ row }) => <TimeCell ms={row.original.grantedAtMs} />,
      meta: { width: '84px' },
    }),
    granted.display({
      id: 'until',
      header: say('lists.columns.until'),
      cell: ({ row }) => <UntilCell row={row.original} />,
      meta: { width: '148px' },
    }),
    granted.display({
      id: 'presence',
      header: say('lists.columns.presence'),
      cell: ({ row }) => <PresenceCell inside={row.original.inside} />,
      meta: { width: '108px' },
    }),
  ],
  inside: (say) => [
    inside.display({
      id: 'name',
      header: say('lists.columns.name'),
      cell: ({ row }) => <PersonCell row={row.original} />,
      meta: { sort: 'name', width: 'minmax(0, 1.1fr)' },
    }),
    inside.display({
      id: 'orders',
      header: say('lists.columns.orders'),
      cell: ({ row }) => <OrdersCell orders={row.original.orders} />,
      meta: { width: 'minmax(0, 1.5fr)' },
    }),
    inside.display({
      id: 'since',
      header: say('lists.columns.since'),
      cell: ({ row }) => <TimeCell ms={row.original.sinceMs} />,
      meta: { sort: 'since', width: '96px' },
    }),
    inside.display({
      id: 'onSite',
      header: say('lists.columns.onSite'),
      cell: ({ row }) => <OnSiteCell row={row.original} />,
      meta: { width: '120px' },
    }),
  ],
  working: (say) => [
    working.display({
      id: 'name',
      header: say('lists.columns.name'),
      cell: ({ row }) => <PersonCell row={row.original} />,
      meta: { sort: 'name', width: 'minmax(0, 1.1fr)' },
    }),
    working.display({
      id: 'order',
      header: say('lists.columns.order'),
      cell: ({ row: { original } }) => <OrdersCell orders={original.order ? [original.order] : []} />,
      meta: { width: 'minmax(0, 1.3fr)' },
    }),
    working.display({
      id: 'time',
      header: say('lists.columns.time'),
      cell: ({ row }) => <WorkSpanCell row={row.original} />,
      meta: { sort: 'time', width: '116px' },
    }),
    working.display({
      id: 'state',
      header: say('lists.columns.state'),
      cell: ({ row }) => <WorkingStateCell row={row.original} />,
      meta: { width: '132px' },
    }),
    working.display({
      id: 'since',
      header: say('lists.columns.stateSince'),
      cell: ({ row: { original } }) =>
        original.sinceMs === undefined ? <span className="soft">–</span> : <TimeCell ms={original.sinceMs} />,
      meta: { width: '84px' },
    }),
  ],
  feed: (say) => feedColumns(say, true),
  refused: (say) => feedColumns(say, false),
};

/** Refused lines need no word for what they all are; the feed has every kind. */
function feedColumns(say: Say, mixed: boolean): Columns<'feed'> {
  return [
    feed.display({
      id: 'time',
      header: say('lists.columns.time'),
      cell: ({ row }) => <TimeCell ms={row.original.atMs} />,
      meta: { ...(mixed ? {} : { sort: 'time' }), width: mixed ? '72px' : '92px' },
    }),
    feed.display({
      id: 'kind',
      header: say('lists.columns.state'),
      cell: ({ row }) => <KindCell row={row.original} />,
      meta: { width: mixed ? '148px' : '132px' },
    }),
    feed.display({
      id: 'who',
      header: say('lists.columns.who'),
      cell: ({ row }) => <WhoCell row={row.original} />,
      meta: { width: mixed ? 'minmax(0, 1fr)' : 'minmax(0, 1.25fr)' },
    }),
    feed.display({
      id: 'what',
      header: say(mixed ? 'lists.columns.what' : 'lists.columns.why'),
      cell: ({ row }) => <WhatCell row={row.original} />,
      meta: { width: 'minmax(0, 1.7fr)' },
    }),
    feed.display({
      id: 'sent',
      header: say('lists.columns.sent'),
      cell: ({ row }) => <SentCell row={row.original} />,
      meta: { width: mixed ? '84px' : '76px' },
    }),
  ];
}
