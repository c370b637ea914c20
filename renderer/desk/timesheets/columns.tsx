import { createColumnHelper } from '@tanstack/react-table';
import type { SheetRow } from '../../../preload/timesheet-views.ts';
import { formatDate } from '../../shared/format.ts';
import type { features, RowColumns } from '../list/grid.tsx';
import { Lines } from '../parts/lines.tsx';
import type { DeskLanguage, Say } from '../words/words.ts';
import { StateCell, TimesCell, WorkedCell } from './cells.tsx';
import { noonMs } from './period.ts';

const helper = createColumnHelper<typeof features, SheetRow>();

export interface Boxes {
  readonly isSelected: (row: SheetRow) => boolean;
  readonly onToggle: (row: SheetRow) => void;
  readonly top: 'none' | 'some' | 'all';
  readonly onTop: () => void;
}

/** The box of a row follows the row: a click on either, or Enter in the list, sets it. */
export const sheetColumns = (say: Say, language: DeskLanguage, boxes: Boxes): RowColumns<SheetRow> => [
  helper.display({
    id: 'box',
    header: () => (
      <input
        type="checkbox"
        className="box"
        aria-label={say('sheets.box')}
        checked={boxes.top === 'all'}
        ref={(box) => {
          if (box) box.indeterminate = boxes.top === 'some';
        }}
        onChange={boxes.onTop}
      />
    ),
    cell: ({ row: { original } }) => (
      <input
        type="checkbox"
        className="box"
        tabIndex={-1}
        aria-label={`${original.name}, ${original.day}`}
        checked={boxes.isSelected(original)}
        onClick={(event) => event.stopPropagation()}
        onChange={() => boxes.onToggle(original)}
      />
    ),
    meta: { width: '44px' },
  }),
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
