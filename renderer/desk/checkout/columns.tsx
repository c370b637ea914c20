import { createColumnHelper } from '@tanstack/react-table';
import type { LeaverRow } from '../../../preload/checkout-views.ts';
import { OnSiteCell, PersonCell, TimeCell } from '../list/cells.tsx';
import { boxColumn, type Boxes } from '../list/box-column.tsx';
import type { features, RowColumns } from '../list/grid.tsx';
import { Lines } from '../parts/lines.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import type { SiteTime } from '../words/site-time.ts';
import type { Say } from '../words/words.ts';

const helper = createColumnHelper<typeof features, LeaverRow>();
const TONES: Readonly<Record<LeaverRow['sign'], Tone>> = { shift_over: 'left', long_inside: 'warn', at_work: 'ok' };

export const leaverColumns = (say: Say, time: SiteTime, boxes: Boxes<LeaverRow>): RowColumns<LeaverRow> => [
  boxColumn(boxes, say('checkout.top'), ({ name }) => name),
  helper.display({
    id: 'name',
    header: say('lists.columns.name'),
    cell: ({ row }) => <PersonCell row={row.original} />,
    meta: { width: 'minmax(0, 1.3fr)' },
  }),
  helper.display({
    id: 'where',
    header: say('checkout.columns.where'),
    cell: ({ row }) => <bdi>{row.original.locationName}</bdi>,
    meta: { width: 'minmax(0, 1fr)' },
  }),
  helper.display({
    id: 'since',
    header: say('lists.columns.since'),
    cell: ({ row }) => <TimeCell ms={row.original.sinceMs} />,
    meta: { width: '96px' },
  }),
  helper.display({
    id: 'onSite',
    header: say('lists.columns.onSite'),
    cell: ({ row }) => <OnSiteCell row={row.original} />,
    meta: { width: '116px' },
  }),
  helper.display({
    id: 'sign',
    header: say('checkout.columns.sign'),
    cell: ({ row: { original } }) => (
      <Lines
        first={<Chip tone={TONES[original.sign]}>{say(`checkout.signs.${original.sign}`)}</Chip>}
        second={
          original.sign === 'at_work' &&
          original.shiftEndsAtMs !== undefined &&
          say('checkout.until', { time: time.time(original.shiftEndsAtMs) })
        }
      />
    ),
    meta: { width: '184px' },
  }),
];
