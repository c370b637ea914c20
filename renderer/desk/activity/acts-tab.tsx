import { Button, Menu } from '@mantine/core';
import { IconActivity, IconChevronDown, IconDoorExit, IconFileDownload } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { CHECK_MODES } from '../../../core/event/data/access.ts';
import { ACCESS_STATUS } from '../../../core/event/access-status.ts';
import { ACT_FORMATS } from '../../../core/event/act-file.ts';
import type { ActFilters, ActRow, ActsPage } from '../../../preload/activity-views.ts';
import { BatchBar } from '../checkout/batch-bar.tsx';
import { ConfirmDialog } from '../checkout/confirm-dialog.tsx';
import { useBatch } from '../checkout/use-batch.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { useRows } from '../data/use-rows.ts';
import type { PageProps } from '../frame/page.ts';
import { ExportBar } from '../list/export-bar.tsx';
import { focusGrid, Grid } from '../list/grid.tsx';
import { SearchField } from '../list/search-field.tsx';
import { Empty } from '../parts/empty.tsx';
import { actColumns } from './columns.tsx';
import { Narrow } from './narrow.tsx';
import { StoryDialog } from './story-dialog.tsx';
import { useActsExport } from './use-acts-export.ts';

const HOUR_MS = 3_600_000;
const TIMES = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS } as const;
type Time = keyof typeof TIMES;

/** B3, B4: all acts over all of the user's places; who is inside can be checked out from the row. */
export function ActsTab({ chosen, onChoose, onGo }: PageProps): ReactNode {
  const { bridge, nowMs, say } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const [filters, setFilters] = useState<ActFilters>({ query: '' });
  const [time, setTime] = useState<Time>();
  const [asking, setAsking] = useState<ActRow>();
  const [story, setStory] = useState<ActRow>();
  const [busy, setBusy] = useState(false);
  const list = useRows<ActRow, ActsPage>(
    useCallback((offset, limit) => bridge.listActs({ ...filters, offset, limit }), [bridge, filters]),
  );
  const choices = useAnswer(useCallback(() => bridge.getListChoices(), [bridge]));
  const batch = useBatch();
  const file = useActsExport();
  const columns = useMemo(() => actColumns(say, setAsking), [say]);
  const narrow = (more: Partial<ActFilters>): void => setFilters((known) => ({ ...known, ...more }));
  /** What the list was narrowed to, in words, for whoever reads it on paper. */
  const about = (): string =>
    [
      filters.query,
      filters.status && say(`activity.statuses.${filters.status}`),
      time && say(`activity.times.${time}`),
      filters.mode && say(`activity.modes.${filters.mode}`),
      choices?.contractors.find(({ id }) => id === filters.contractorId)?.name,
    ]
      .filter(Boolean)
      .join(' · ')
      .slice(0, 400);
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
        <Narrow
          label={say('activity.status')}
          any={say('activity.everyStatus')}
          value={filters.status}
          choices={ACCESS_STATUS.map((id) => ({ id, name: say(`activity.statuses.${id}`) }))}
          onChoose={(status) => narrow({ status })}
        />
        <Narrow
          label={say('activity.time')}
          any={say('activity.times.recent')}
          value={time}
          choices={(['hour', 'day', 'week'] as const).map((id) => ({ id, name: say(`activity.times.${id}`) }))}
          onChoose={(next) => {
            setTime(next);
            narrow({ fromMs: next === undefined ? undefined : nowMs() - TIMES[next] });
          }}
        />
        <Narrow
          label={say('activity.mode')}
          any={say('activity.everyMode')}
          value={filters.mode}
          choices={CHECK_MODES.map((id) => ({ id, name: say(`activity.modes.${id}`) }))}
          onChoose={(mode) => narrow({ mode })}
        />
        <Narrow
          label={say('checkout.company')}
          any={say('checkout.everyCompany')}
          value={filters.contractorId}
          choices={choices?.contractors ?? []}
          onChoose={(contractorId) => narrow({ contractorId })}
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
                onClick={() => file.save(filters, about(), format)}
              >
                {say(`activity.save.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
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
