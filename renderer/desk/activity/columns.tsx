import { ActionIcon } from '@mantine/core';
import { IconLogout2 } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import type { ActRow } from '../../../preload/activity-views.ts';
import { CHECK_MODES } from '../../../core/event/data/access.ts';
import { KindCell, SentCell, TimeCell, WhatCell, WhoCell } from '../list/cells.tsx';
import type { features, RowColumns } from '../list/grid.tsx';
import type { Narrowing } from '../list/narrowing.ts';
import { Lines } from '../parts/lines.tsx';
import type { Say, WordKey } from '../words/words.ts';

const helper = createColumnHelper<typeof features, ActRow>();

function howOf(row: ActRow, say: Say): string {
  const mode = CHECK_MODES.find((each) => each === row.mode);
  const parts = [mode && say(`activity.modes.${mode}`), row.byName, row.estimated && say('activity.estimate')];
  return parts.filter(Boolean).join(' · ');
}

/** What may be put away; who it was and when are always there. */
export const HIDEABLE = ['kind', 'what', 'where', 'how', 'place', 'by', 'sent'] as const;
export const HEADS = {
  kind: 'lists.columns.state',
  what: 'lists.columns.what',
  where: 'activity.where',
  how: 'activity.columns.how',
  place: 'activity.columns.place',
  by: 'activity.columns.by',
  sent: 'lists.columns.sent',
} as const satisfies Readonly<Record<(typeof HIDEABLE)[number], WordKey>>;
/** What most people look for, in the width beside an open card. */
export const FIRST_LOOK: Narrowing = { filters: {}, hidden: ['how', 'place', 'by', 'sent'] };

/**
 * @param onCheckOut B4: the arrow in the row of somebody who is inside
 * @param hidden of {@link HIDEABLE}
 */
export const actColumns = (
  say: Say,
  onCheckOut: (row: ActRow) => void,
  hidden: readonly string[],
): RowColumns<ActRow> =>
  allColumns(say, onCheckOut, hidden).filter(({ id }) => id === undefined || !hidden.includes(id));

const allColumns = (say: Say, onCheckOut: (row: ActRow) => void, hidden: readonly string[]): RowColumns<ActRow> => [
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
    header: say(HEADS.where),
    cell: ({ row: { original } }) => (
      <Lines
        first={<bdi>{original.gateName ?? original.locationName}</bdi>}
        second={hidden.includes('how') && howOf(original, say)}
      />
    ),
    meta: { width: 'minmax(0, 1fr)' },
  }),
  helper.display({
    id: 'how',
    header: say(HEADS.how),
    cell: ({ row: { original } }) => howOf(original, say),
    meta: { width: 'minmax(0, 0.8fr)' },
  }),
  helper.display({
    id: 'place',
    header: say(HEADS.place),
    cell: ({ row: { original } }) => <bdi>{original.locationName}</bdi>,
    meta: { width: 'minmax(0, 0.8fr)' },
  }),
  helper.display({
    id: 'by',
    header: say(HEADS.by),
    cell: ({ row: { original } }) => <bdi>{original.byName}</bdi>,
    meta: { width: 'minmax(0, 0.8fr)' },
  }),
  helper.display({
    id: 'sent',
    header: say(HEADS.sent),
    cell: ({ row: { original } }) => <SentCell row={original} />,
    meta: { width: '92px' },
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
