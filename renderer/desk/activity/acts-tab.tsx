import { Button, Menu } from '@mantine/core';
import { IconActivity, IconChevronDown, IconDoorExit, IconFileDownload } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { ACT_FORMATS, MOST_PAPER_ROWS, type ActFormat } from '../../../core/event/act-file.ts';
import type { ActFilters, ActRow, ActsPage } from '../../../preload/activity-views.ts';
import { BatchBar } from '../checkout/batch-bar.tsx';
import { ConfirmDialog } from '../checkout/confirm-dialog.tsx';
import { useBatch } from '../checkout/use-batch.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { useRows } from '../data/use-rows.ts';
import type { PageProps } from '../frame/page.ts';
import { ColumnsMenu } from '../list/columns-menu.tsx';
import { ExportBar } from '../list/export-bar.tsx';
import { focusGrid, Grid } from '../list/grid.tsx';
import { useNarrowing } from '../list/narrowing.ts';
import { SearchField } from '../list/search-field.tsx';
import { Empty } from '../parts/empty.tsx';
import { ActFiltersBar } from './act-filters.tsx';
import { momentsOf, timeInWords, todayUntil, type ActTime } from './act-time.ts';
import { actColumns, FIRST_LOOK, HEADS, HIDEABLE } from './columns.tsx';
import { SpanFields } from './span-fields.tsx';
import { StoryDialog } from './story-dialog.tsx';
import { TooLongDialog } from './too-long-dialog.tsx';
import { useActsExport } from './use-acts-export.ts';

/** B3, B4: all acts over all of the user's places; who is inside can be checked out from the row. */
export function ActsTab({ chosen, onChoose, onGo }: PageProps): ReactNode {
  const { bridge, nowMs, say, status } = useDesk();
  const { timeZone } = status;
  const box = useRef<HTMLDivElement>(null);
  const [filters, setFilters] = useState<ActFilters>({ query: '' });
  const [time, setTime] = useState<ActTime>({ time: undefined, span: { from: '', until: '' } });
  const [look, setLook] = useNarrowing('acts', FIRST_LOOK);
  const [asking, setAsking] = useState<ActRow>();
  const [story, setStory] = useState<ActRow>();
  const [isTooLong, setTooLong] = useState(false);
  const [busy, setBusy] = useState(false);
  const list = useRows<ActRow, ActsPage>(
    useCallback((offset, limit) => bridge.listActs({ ...filters, offset, limit }), [bridge, filters]),
  );
  const choices = useAnswer(useCallback(() => bridge.getListChoices(), [bridge]));
  const batch = useBatch();
  const file = useActsExport();
  const columns = useMemo(() => actColumns(say, setAsking, look.hidden), [say, look.hidden]);
  const narrow = (more: Partial<ActFilters>): void => setFilters((known) => ({ ...known, ...more }));
  const setWhen = (next: ActTime): void => {
    setTime(next);
    narrow(momentsOf(next, nowMs(), timeZone));
  };
  const nameIn = (all: readonly { readonly id: string; readonly name: string }[] | undefined, id: string | undefined) =>
    all?.find((one) => one.id === id)?.name;
  /** What the list was narrowed to, in words, for whoever reads it on paper. */
  const about = (): string =>
    [
      filters.query,
      filters.status && say(`activity.statuses.${filters.status}`),
      timeInWords(time, say),
      filters.mode && say(`activity.modes.${filters.mode}`),
      nameIn(choices?.contractors, filters.contractorId),
      nameIn(choices?.clients, filters.clientId),
      nameIn(list.answer?.locations, filters.locationId),
      nameIn(list.answer?.gates, filters.gateId),
    ]
      .filter(Boolean)
      .join(' · ')
      .slice(0, 400);
  const save = (format: ActFormat): void => {
    const isTooLong = format === 'pdf' && (list.view.total ?? 0) > MOST_PAPER_ROWS;
    setTooLong(isTooLong);
    if (!isTooLong) file.save(filters, about(), format, look.hidden);
  };
  const confirm = (reason: string): void => {
    const { workerId, locationId } = asking ?? {};
    if (workerId === undefined || locationId === undefined) return;
    setBusy(true);
    void batch.start({ who: { people: [{ workerId, locationId }] }, reason }).then(() => {
      setBusy(false);
      setAsking(undefined);
    });
  };
  return (
    <div className="list" ref={box}>
      <div className="list-head checkout-head">
        <SearchField
          value={filters.query}
          onChange={(query) => narrow({ query })}
          onLeave={() => focusGrid(box.current)}
        />
        <ColumnsMenu
          columns={HIDEABLE.map((id) => ({ id, heading: say(HEADS[id]) }))}
          hidden={look.hidden}
          onHide={(hidden) => setLook({ ...look, hidden })}
        />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              className="card-action"
              variant="default"
              rightSection={<IconChevronDown size={18} aria-hidden="true" />}
            >
              {say('activity.actions')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconDoorExit size={20} aria-hidden="true" />}
              onClick={() => onGo('activity', { tab: 'checkout' })}
            >
              {say('checkout.tab')}
            </Menu.Item>
            {ACT_FORMATS.map((format) => (
              <Menu.Item
                key={format}
                leftSection={<IconFileDownload size={20} aria-hidden="true" />}
                onClick={() => save(format)}
              >
                {say(`activity.save.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <ActFiltersBar
        filters={filters}
        time={time.time}
        choices={choices}
        page={list.answer}
        onNarrow={narrow}
        onTime={(next) => setWhen({ time: next, span: todayUntil(nowMs(), timeZone) })}
      />
      {time.time === 'own' && <SpanFields span={time.span} onChange={(span) => setWhen({ time: 'own', span })} />}
      <ExportBar progress={file.progress} stop={file.stop} />
      {batch.batch && <BatchBar batch={batch.batch} onStop={batch.stop} onUndo={batch.undo} onClose={batch.close} />}
      <Grid<ActRow>
        label={say('activity.label')}
        list={list}
        columns={columns}
        rowKey={({ eventId }) => eventId}
        personOf={({ workerId }) => workerId}
        kindOf={({ kind }) => kind}
        chosen={chosen}
        onChoose={onChoose}
        onOpen={setStory}
        empty={
          <Empty icon={<IconActivity stroke={1.5} />} title={say('activity.empty')} next={say('activity.emptyNext')} />
        }
        unanswered={say('lists.unanswered')}
      />
      {story && (
        <StoryDialog
          row={story}
          onClose={() => setStory(undefined)}
          onPerson={(workerId) => {
            setStory(undefined);
            onChoose(workerId);
          }}
        />
      )}
      {isTooLong && <TooLongDialog onWorkbook={() => save('xlsx')} onClose={() => setTooLong(false)} />}
      {asking && (
        <ConfirmDialog
          count={1}
          name={asking.name}
          busy={busy}
          onConfirm={confirm}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
