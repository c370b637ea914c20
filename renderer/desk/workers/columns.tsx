import { createColumnHelper } from '@tanstack/react-table';
import type { WorkerRow } from '../../../preload/worker-views.ts';
import { PersonCell } from '../list/cells.tsx';
import type { features, RowColumns } from '../list/grid.tsx';
import type { Say } from '../words/words.ts';
import { ComplianceChip, WaitingMark } from './compliance-chip.tsx';

const helper = createColumnHelper<typeof features, WorkerRow>();

export const workerColumns = (say: Say): RowColumns<WorkerRow> => [
  helper.display({
    id: 'name',
    header: say('lists.columns.name'),
    cell: ({ row }) => <PersonCell row={row.original} />,
    meta: { width: 'minmax(0, 1fr)' },
  }),
  helper.display({
    id: 'clients',
    header: say('workers.clients'),
    cell: ({ row: { original } }) =>
      original.clients.length === 0 ? (
        <span className="soft">–</span>
      ) : (
        <span className="worker-clients">
          {original.clients.map((name, at) => (
            <span key={name}>
              {at > 0 && ' · '}
              <bdi>{name}</bdi>
            </span>
          ))}
        </span>
      ),
    meta: { width: 'minmax(0, 1.4fr)' },
  }),
  helper.display({
    id: 'compliance',
    header: say('workers.compliance'),
    cell: ({ row }) => <ComplianceChip state={row.original.state} />,
    meta: { width: '168px' },
  }),
  helper.display({
    id: 'waiting',
    header: () => <span className="out-of-sight">{say('workers.waiting')}</span>,
    cell: ({ row }) => row.original.waiting && <WaitingMark />,
    meta: { width: '172px' },
  }),
];
