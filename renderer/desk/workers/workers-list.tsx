import { Button } from '@mantine/core';
import { IconListSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, type ReactNode } from 'react';
import { COMPLIANCE } from '../../../core/connection/compliance.ts';
import type { WorkerFilters, WorkerRow, WorkersPage } from '../../../preload/worker-views.ts';
import { Narrow } from '../activity/narrow.tsx';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { useRows } from '../data/use-rows.ts';
import { focusGrid, Grid } from '../list/grid.tsx';
import { SearchField } from '../list/search-field.tsx';
import { Empty } from '../parts/empty.tsx';
import { workerColumns } from './columns.tsx';

interface WorkersListProps {
  readonly filters: WorkerFilters;
  readonly onNarrow: (more: Partial<WorkerFilters>) => void;
  readonly onOpen: (workerId: string) => void;
  /** Undefined: whoever looks adds nobody. */
  readonly onAdd: (() => void) | undefined;
}

/** A1: all workers of this place with their clients, by name, contractor, client, location and compliance. */
export function WorkersList({ filters, onNarrow, onOpen, onAdd }: WorkersListProps): ReactNode {
  const { bridge, say } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const list = useRows<WorkerRow, WorkersPage>(
    useCallback((offset, limit) => bridge.listWorkers({ ...filters, offset, limit }), [bridge, filters]),
  );
  const choices = useAnswer(useCallback(() => bridge.getListChoices(), [bridge]));
  const columns = useMemo(() => workerColumns(say), [say]);
  const { query, ...chosen } = filters;
  const isNarrowed = query !== '' || Object.values(chosen).some((value) => value !== undefined);
  const { answer } = list;
  return (
    <div className="list" ref={box}>
      <div className="list-head checkout-head">
        <SearchField
          value={query}
          onChange={(next) => onNarrow({ query: next })}
          onLeave={() => focusGrid(box.current)}
        />
        <Narrow
          label={say('workers.compliance')}
          any={say('workers.everyState')}
          value={filters.state}
          choices={COMPLIANCE.map((id) => ({ id, name: say(`workers.states.${id}`) }))}
          onChoose={(state) => onNarrow({ state })}
        />
        <Narrow
          label={say('lists.columns.client')}
          any={say('lists.allClients')}
          value={filters.clientId}
          choices={choices?.clients ?? []}
          onChoose={(clientId) => onNarrow({ clientId })}
        />
        <Narrow
          label={say('workers.location')}
          any={say('workers.everyLocation')}
          value={filters.locationId}
          choices={answer?.locations ?? []}
          onChoose={(locationId) => onNarrow({ locationId })}
        />
        <Narrow
          label={say('lists.columns.company')}
          any={say('lists.allCompanies')}
          value={filters.contractorId}
          choices={choices?.contractors ?? []}
          onChoose={(contractorId) => onNarrow({ contractorId })}
        />
        {onAdd && (
          <Button className="card-action" leftSection={<IconUserPlus size={20} aria-hidden="true" />} onClick={onAdd}>
            {say('workers.add')}
          </Button>
        )}
      </div>
      <p className="matches" aria-live="polite">
        {isNarrowed && answer ? say(answer.more ? 'lists.matchesMore' : 'lists.matches', { count: answer.total }) : ''}
      </p>
      <Grid<WorkerRow>
        label={say('workers.tab')}
        list={list}
        columns={columns}
        rowKey={({ workerId }) => workerId}
        personOf={({ workerId }) => workerId}
        chosen={undefined}
        onChoose={onOpen}
        empty={
          isNarrowed ? (
            <Empty
              icon={<IconListSearch stroke={1.5} />}
              title={say('empty.narrowed')}
              next={say('empty.narrowedNext')}
            />
          ) : (
            <Empty icon={<IconUsers stroke={1.5} />} title={say('workers.empty')} next={say('workers.emptyNext')} />
          )
        }
        unanswered={say('lists.unanswered')}
      />
    </div>
  );
}
