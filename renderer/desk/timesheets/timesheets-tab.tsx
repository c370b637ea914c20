import { Button, Menu } from '@mantine/core';
import { showNotification } from '@mantine/notifications';
import { IconCheck, IconClockHour4, IconDownload, IconMessageReport } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { SHEET_STATES } from '../../../core/timesheet/states.ts';
import type { SheetFilters, SheetRow, SheetsPage } from '../../../preload/timesheet-views.ts';
import { formatHours } from '../../shared/format.ts';
import { Narrow } from '../activity/narrow.tsx';
import { useDesk } from '../data/desk.tsx';
import { useRows } from '../data/use-rows.ts';
import { focusGrid, Grid } from '../list/grid.tsx';
import { SearchField } from '../list/search-field.tsx';
import { Empty } from '../parts/empty.tsx';
import { Strip } from '../parts/strip.tsx';
import { AccessNote } from '../portal/access-note.tsx';
import { sheetColumns } from './columns.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { periodOf, type Span } from './period.ts';
import { ALL, countOf, isSelected, NONE, toggled, whoOf } from './selection.ts';
import { ExportBar } from '../list/export-bar.tsx';
import { useSheetExport } from './use-sheet-export.ts';

type More = Pick<SheetFilters, 'query' | 'state' | 'clientId' | 'locationId'>;

/** C4: hours per person and day, to review, approve or dispute, and to save. A new choice begins a new selection. */
export function TimesheetsTab(): ReactNode {
  const { bridge, say, time, nowMs, language } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState<Span>('week');
  const [day, setDay] = useState(() => time.fileDay(nowMs()));
  const [more, setMore] = useState<More>({ query: '' });
  const [selection, setSelection] = useState(NONE);
  const [asking, setAsking] = useState<'approve' | 'dispute'>();
  const [busy, setBusy] = useState(false);
  const filters = useMemo<SheetFilters>(() => ({ ...more, ...periodOf(span, day) }), [more, span, day]);
  const list = useRows<SheetRow, SheetsPage>(
    useCallback((offset, limit) => bridge.listTimesheets({ ...filters, offset, limit }), [bridge, filters]),
  );
  const file = useSheetExport(filters);
  const page = list.answer;
  const total = page?.total ?? 0;
  const count = countOf(selection, total);
  const columns = useMemo(
    () =>
      sheetColumns(say, language, {
        isSelected: (row) => isSelected(selection, row.timesheetId),
        onToggle: (row) => setSelection((now) => toggled(now, row.timesheetId)),
        top: count === 0 ? 'none' : count === total ? 'all' : 'some',
        onTop: () => setSelection(count === total ? NONE : ALL),
      }),
    [say, language, selection, count, total],
  );
  if (page && page.access !== 'open') return <AccessNote access={page.access} />;
  const again =
    <V,>(set: (value: V) => void) =>
    (value: V): void => {
      set(value);
      setSelection(NONE);
    };
  const narrow = again((next: Partial<More>) => setMore((known) => ({ ...known, ...next })));
  const decide = (dispute: string | undefined): void => {
    setBusy(true);
    bridge
      .decideTimesheets({ who: whoOf(selection, filters), ...(dispute === undefined ? {} : { dispute }) })
      .then(
        ({ decided, left, fault }) => {
          const parts = [say('sheets.decided', { count: decided })];
          if (fault) parts.push(say('sheets.notKept'));
          else if (left > 0) parts.push(say('sheets.left', { count: left }));
          showNotification({ message: parts.join(' ') });
          setSelection(NONE);
        },
        () => showNotification({ message: say('sheets.notKept') }),
      )
      .finally(() => {
        setBusy(false);
        setAsking(undefined);
      });
  };
  return (
    <div className="list" ref={box}>
      <div className="list-head checkout-head portal-head">
        <PeriodPicker span={span} day={day} onSpan={again(setSpan)} onDay={again(setDay)} />
        <SearchField
          value={more.query}
          placeholder={say('sheets.search')}
          onChange={(query) => narrow({ query })}
          onLeave={() => focusGrid(box.current)}
        />
        <SheetNarrowing page={page} more={more} onNarrow={narrow} />
      </div>
      <div className="sheet-acts">
        <p className="sheet-total number">
          {page &&
            say('sheets.total', {
              duration: formatHours(page.workedMinutes, language),
              ready: page.ready,
            })}
        </p>
        <SaveMenu onSave={file.save} />
        <Button
          className="card-action number"
          variant="default"
          leftSection={<IconMessageReport size={20} aria-hidden="true" />}
          disabled={count === 0}
          onClick={() => setAsking('dispute')}
        >
          {say('sheets.dispute', { count })}
        </Button>
        <Button
          className="card-action number"
          leftSection={<IconCheck size={20} aria-hidden="true" />}
          disabled={count === 0}
          onClick={() => setAsking('approve')}
        >
          {say('sheets.approve', { count })}
        </Button>
      </div>
      <ExportBar progress={file.progress} stop={file.stop} />
      <Refused of={page?.refused ?? []} />
      <Grid<SheetRow>
        label={say('sheets.label')}
        list={list}
        columns={columns}
        rowKey={({ timesheetId }) => timesheetId}
        personOf={({ timesheetId }) => timesheetId}
        chosen={undefined}
        onChoose={(id) => setSelection((now) => toggled(now, id))}
        isSelected={(row) => isSelected(selection, row.timesheetId)}
        empty={
          <Empty icon={<IconClockHour4 stroke={1.5} />} title={say('sheets.empty')} next={say('sheets.emptyNext')} />
        }
        unanswered={say('lists.unanswered')}
      />
      {asking && (
        <DecideDialog what={asking} count={count} busy={busy} onDecide={decide} onClose={() => setAsking(undefined)} />
      )}
    </div>
  );
}

interface NarrowingProps {
  readonly page: SheetsPage | undefined;
  readonly more: More;
  readonly onNarrow: (more: Partial<More>) => void;
}

function SheetNarrowing({ page, more, onNarrow }: NarrowingProps): ReactNode {
  const { say } = useDesk();
  return (
    <>
      <Narrow
        label={say('sheets.state')}
        any={say('sheets.everyState')}
        value={more.state}
        choices={SHEET_STATES.map((id) => ({ id, name: say(`sheets.states.${id}`) }))}
        onChoose={(state) => onNarrow({ state })}
      />
      {page && page.clients.length > 1 && (
        <Narrow
          label={say('orders.client')}
          any={say('orders.everyClient')}
          value={more.clientId}
          choices={page.clients}
          onChoose={(clientId) => onNarrow({ clientId })}
        />
      )}
      {page && page.locations.length > 1 && (
        <Narrow
          label={say('checkout.place')}
          any={say('checkout.everyPlace')}
          value={more.locationId}
          choices={page.locations}
          onChoose={(locationId) => onNarrow({ locationId })}
        />
      )}
    </>
  );
}

function SaveMenu({ onSave }: { readonly onSave: (format: 'csv' | 'xlsx') => void }): ReactNode {
  const { say } = useDesk();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button className="card-action" variant="default" leftSection={<IconDownload size={20} aria-hidden="true" />}>
          {say('sheets.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => onSave(format)}>
            {say(`sheets.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const KNOWN = ['timesheet_locked', 'section_off'] as const;

/** Central would not take a decision: the row is as it was, so it is said here. */
function Refused({ of }: { readonly of: SheetsPage['refused'] }): ReactNode {
  const { say } = useDesk();
  return of.map(({ day, name, code }) => (
    <Strip key={`${day} ${name}`} tone="warn" title={say('sheets.refused', { name, day })}>
      {say(`sheets.faults.${KNOWN.find((each) => each === code) ?? 'other'}`)}
    </Strip>
  ));
}
