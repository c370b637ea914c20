import { Button, NativeSelect } from '@mantine/core';
import { IconDoorExit, IconListSearch, IconUsersGroup } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { LeaverFilters, LeaverRow, LeaversPage } from '../../../preload/checkout-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { useRows } from '../data/use-rows.ts';
import { focusGrid, Grid } from '../list/grid.tsx';
import { SearchField } from '../list/search-field.tsx';
import { Empty } from '../parts/empty.tsx';
import { BatchBar } from './batch-bar.tsx';
import { leaverColumns } from './columns.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ALL, countOf, isSelected, leaverKey, NONE, toggled, whoOf } from './selection.ts';
import { useBatch } from './use-batch.ts';

const filled = (id: string): string | undefined => (id === '' ? undefined : id);

/** B2: everybody who is checked in, boxes, and one button. A new search or choice begins a new selection. */
export function CheckoutTab(): ReactNode {
  const { bridge, say, time } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [locationId, setLocationId] = useState('');
  const [contractorId, setContractorId] = useState('');
  const [selection, setSelection] = useState(NONE);
  const [asking, setAsking] = useState<'closed' | 'open' | 'busy'>('closed');
  const filters = useMemo<LeaverFilters>(
    () => ({ query: query.trim(), locationId: filled(locationId), contractorId: filled(contractorId) }),
    [query, locationId, contractorId],
  );
  const list = useRows<LeaverRow, LeaversPage>(
    useCallback((offset, limit) => bridge.listForCheckout({ ...filters, offset, limit }), [bridge, filters]),
  );
  const choices = useAnswer(useCallback(() => bridge.getListChoices(), [bridge]));
  const batch = useBatch();
  const total = list.answer?.total ?? 0;
  const count = countOf(selection, total);
  const narrow = (set: (value: string) => void) => (value: string) => {
    set(value);
    setSelection(NONE);
  };
  const columns = useMemo(
    () =>
      leaverColumns(say, time, {
        isSelected: (row) => isSelected(selection, row),
        onToggle: (row) => setSelection((now) => toggled(now, row)),
        top: count === 0 ? 'none' : count === total ? 'all' : 'some',
        onTop: () => setSelection(count === total ? NONE : ALL),
      }),
    [say, time, selection, count, total],
  );
  const toggleKey = (key: string): void => {
    const row = list.answer?.rows.find((each) => leaverKey(each) === key);
    if (row) setSelection((now) => toggled(now, row));
  };
  const confirm = (reason: string): void => {
    setAsking('busy');
    void batch.start({ who: whoOf(selection, filters, list.answer?.asOfMs ?? 0), reason }).then(() => {
      setAsking('closed');
      setSelection(NONE);
    });
  };
  const places = list.answer?.locations ?? [];
  return (
    <div className="list" ref={box}>
      <div className="list-head checkout-head">
        <SearchField value={query} onChange={narrow(setQuery)} onLeave={() => focusGrid(box.current)} />
        {places.length > 1 && (
          <NativeSelect
            className="checkout-choice"
            aria-label={say('checkout.place')}
            value={locationId}
            data={[
              { value: '', label: say('checkout.everyPlace') },
              ...places.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => narrow(setLocationId)(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          className="checkout-choice"
          aria-label={say('checkout.company')}
          value={contractorId}
          data={[
            { value: '', label: say('checkout.everyCompany') },
            ...(choices?.contractors ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => narrow(setContractorId)(event.currentTarget.value)}
        />
        <Button
          className="checkout-button number"
          leftSection={<IconDoorExit size={22} aria-hidden="true" />}
          disabled={count === 0}
          onClick={() => setAsking('open')}
        >
          {say('checkout.button', { count })}
        </Button>
      </div>
      {batch.batch && <BatchBar batch={batch.batch} onStop={batch.stop} onUndo={batch.undo} onClose={batch.close} />}
      <p className="checkout-lead">{say('checkout.lead')}</p>
      <Grid<LeaverRow>
        label={say('checkout.label')}
        list={list}
        columns={columns}
        rowKey={leaverKey}
        personOf={leaverKey}
        chosen={undefined}
        onChoose={toggleKey}
        isSelected={(row) => isSelected(selection, row)}
        empty={
          list.answer?.all ? (
            <Empty
              icon={<IconListSearch stroke={1.5} />}
              title={say('empty.search', { query })}
              next={say('empty.searchNext')}
            />
          ) : (
            <Empty
              icon={<IconUsersGroup stroke={1.5} />}
              title={say('checkout.empty')}
              next={say('checkout.emptyNext')}
            />
          )
        }
        unanswered={say('lists.unanswered')}
      />
      {asking !== 'closed' && (
        <ConfirmDialog count={count} busy={asking === 'busy'} onConfirm={confirm} onClose={() => setAsking('closed')} />
      )}
    </div>
  );
}
