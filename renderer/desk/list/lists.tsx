import {
  IconCalendarOff,
  IconDoorEnter,
  IconHandStop,
  IconListSearch,
  IconLogin2,
  IconActivity,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { ListName } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';
import type { ListRows } from '../data/list-window.ts';
import { useList } from '../data/use-list.ts';
import { Empty } from '../parts/empty.tsx';
import { COLUMNS } from './columns.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Grid, type Columns } from './grid.tsx';
import { AS_IT_IS, sortAfter, type Narrowing } from './narrowing.ts';

const EMPTY_ICONS: Readonly<Record<ListName, ReactNode>> = {
  scheduled: <IconCalendarOff stroke={1.5} />,
  granted: <IconLogin2 stroke={1.5} />,
  inside: <IconDoorEnter stroke={1.5} />,
  working: <IconUsersGroup stroke={1.5} />,
  refused: <IconHandStop stroke={1.5} />,
  feed: <IconActivity stroke={1.5} />,
};

export interface Choice {
  readonly chosen: string | undefined;
  readonly onChoose: (workerId: string) => void;
}

/** Rows of people carry a key of their own; lines of the journal their event's id. */
const rowKey = (row: ListRows[ListName]): string => ('key' in row ? row.key : row.eventId);
const personOf = (row: ListRows[ListName]): string | undefined => row.workerId;
const kindOf = (row: ListRows[ListName]): string | undefined => ('kind' in row ? row.kind : undefined);

interface ListGridProps<L extends ListName> extends Choice {
  readonly list: L;
  readonly query: string;
  readonly narrowing?: Narrowing;
  readonly onNarrow?: (next: Narrowing) => void;
  /** Columns of the page's own, after the list's; they can't be put away. */
  readonly further?: Columns<L> | undefined;
}

/** One of the gate's lists, of whatever rows it has. */
export function ListGrid<L extends ListName>({
  list,
  query,
  narrowing = AS_IT_IS,
  onNarrow,
  further,
  chosen,
  onChoose,
}: ListGridProps<L>): ReactNode {
  const { say, status } = useDesk();
  const name: ListName = list;
  const { sort, filters, hidden } = narrowing;
  const isNarrowed = query !== '' || Object.keys(filters).length > 0;
  const arranged = useMemo(
    () => ({ ...(sort && { sort }), ...(Object.keys(filters).length > 0 && { filters }) }),
    [sort, filters],
  );
  const used = useList(list, query, undefined, arranged);
  const columns = useMemo(
    () => [...COLUMNS[list](say).filter(({ id }) => id === undefined || !hidden.includes(id)), ...(further ?? [])],
    [list, say, hidden, further],
  );
  const never = name === 'scheduled' && status.staleness.level === 'never';
  const empty = isNarrowed ? (
    <Empty
      icon={<IconListSearch stroke={1.5} />}
      title={query ? say('empty.search', { query }) : say('empty.narrowed')}
      next={say(query ? 'empty.searchNext' : 'empty.narrowedNext')}
    />
  ) : (
    <Empty
      icon={EMPTY_ICONS[name]}
      title={say(never ? 'empty.scheduledNever' : `empty.${name}`)}
      next={say(never ? 'empty.scheduledNeverNext' : `empty.${name}Next`)}
    />
  );
  return (
    <>
      <p className="matches" aria-live="polite">
        {isNarrowed && used.view.total !== undefined
          ? say(used.view.more ? 'lists.matchesMore' : 'lists.matches', { count: used.view.total })
          : ''}
      </p>
      <Grid
        label={say(name === 'feed' ? 'feed.label' : `lists.${name}`)}
        list={used}
        columns={columns}
        rowKey={rowKey}
        personOf={personOf}
        kindOf={kindOf}
        chosen={chosen}
        onChoose={onChoose}
        empty={empty}
        unanswered={say('lists.unanswered')}
        sort={sort}
        onSort={onNarrow && ((column) => onNarrow({ ...narrowing, sort: sortAfter(sort, column) }))}
      />
      {name !== 'feed' && <Elsewhere list={name} query={query} onChoose={onChoose} />}
    </>
  );
}
