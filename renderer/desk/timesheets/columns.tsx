import { createColumnHelper } from '@tanstack/react-table';
import type { SheetRow } from '../../../preload/timesheet-views.ts';
import { formatDate } from '../../shared/format.ts';
import { boxColumn, type Boxes } from '../list/box-column.tsx';
import type { features, RowColumns } from '../list/grid.tsx';
import { Lines } from '../parts/lines.tsx';
import type { DeskLanguage, Say } from '../words/words.ts';
import { StateCell, TimesCell, WorkedCell } from './cells.tsx';
import { noonMs } from './period.ts';

const helper = createColumnHelper<typeof features, SheetRow>();

export const sheetColumns = (say: Say, language: DeskLanguage, boxes: Boxes<SheetRow>): RowColumns<SheetRow> => [
  boxColumn(boxes, say('sheets.box'), ({ name, day }) => `${name}, ${day}`),
  helper.display({
    id: 'name',
    header: say('sheets.columns.name'),
    cell: ({ row: { original } }) => (
      <Lines
        first={<bdi>{original.name}</bdi>}
        second={
          <>
            <bdi>{original.locationName}</bdi>
            {original.clientName !== undefined && (
              <>
                {' · '}
                <bdi>{original.clientName}</bdi>
              </>
            )}
          </>
        }
      />
    ),
    meta: { width: 'minmax(0, 1.2fr)' },
  }),
  helper.display({
    id: 'day',
    header: say('sheets.columns.day'),
    cell: ({ row: { original } }) => <span>{formatDate(noonMs(original.day), 'UTC', language)}</span>,
    meta: { width: '136px' },
  }),
  helper.display({
    id: 'times',
    header: say('sheets.columns.times'),
    cell: ({ row }) => <TimesCell row={row.original} />,
    meta: { width: 'minmax(0, 1fr)' },
  }),
  helper.display({
    id: 'worked',
    header: say('sheets.columns.worked'),
    cell: ({ row }) => <WorkedCell row={row.original} />,
    meta: { width: '168px' },
  }),
  helper.display({
    id: 'state',
    header: say('sheets.columns.state'),
    cell: ({ row }) => <StateCell row={row.original} />,
    meta: { width: 'minmax(0, 1.1fr)' },
  }),
];
