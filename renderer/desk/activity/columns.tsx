import { ActionIcon } from '@mantine/core';
import { IconLogout2 } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import type { ActRow } from '../../../preload/activity-views.ts';
import { CHECK_MODES } from '../../../core/event/data/access.ts';
import { KindCell, TimeCell, WhatCell, WhoCell } from '../list/cells.tsx';
import type { features, RowColumns } from '../list/grid.tsx';
import { Lines } from '../parts/lines.tsx';
import type { Say } from '../words/words.ts';

const helper = createColumnHelper<typeof features, ActRow>();

function howOf(row: ActRow, say: Say): string {
  const mode = CHECK_MODES.find((each) => each === row.mode);
  const parts = [mode && say(`activity.modes.${mode}`), row.byName, row.estimated && say('activity.estimate')];
  return parts.filter(Boolean).join(' · ');
}

/** @param onCheckOut B4: the arrow in the row of somebody who is inside */
export const actColumns = (say: Say, onCheckOut: (row: ActRow) => void): RowColumns<ActRow> => [
  helper.display({
    id: 'time',
    header: say('lists.columns.time'),
    cell: ({ row }) => <TimeCell ms={row.original.atMs} />,
    meta: { width: '84px' },
  }),
  helper.display({
    id: 'kind',
    header: say('lists.columns.state'),
    cell: ({ row }) => <KindCell row={row.original} />,
    meta: { width: '132px' },
  }),
  helper.display({
    id: 'who',
    header: say('lists.columns.who'),
    cell: ({ row }) => <WhoCell row={row.original} />,
    meta: { width: 'minmax(0, 1fr)' },
  }),
  helper.display({
    id: 'what',
    header: say('lists.columns.what'),
    cell: ({ row }) => <WhatCell row={row.original} />,
    meta: { width: 'minmax(0, 1.2fr)' },
  }),
  helper.display({
    id: 'where',
    header: say('activity.where'),
    cell: ({ row: { original } }) => (
      <Lines first={<bdi>{original.gateName ?? original.locationName}</bdi>} second={howOf(original, say)} />
    ),
    meta: { width: 'minmax(0, 1fr)' },
  }),
  helper.display({
    id: 'out',
    header: () => <span className="out-of-sight">{say('activity.actions')}</span>,
    cell: ({ row: { original } }) =>
      original.canCheckOut && (
        <ActionIcon
          className="row-act"
          variant="default"
          aria-label={say('activity.checkOut', { name: original.name ?? '' })}
          onKeyDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            onCheckOut(original);
          }}
        >
          <IconLogout2 size={20} aria-hidden="true" />
        </ActionIcon>
      ),
    meta: { width: '60px' },
  }),
];
