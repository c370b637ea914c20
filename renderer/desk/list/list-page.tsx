import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { ListName } from '../../../preload/list-views.ts';
import { useDesk } from '../data/desk.tsx';
import { COLUMNS } from './columns.tsx';
import { focusGrid, type Columns } from './grid.tsx';
import { ExportBar } from './export-bar.tsx';
import { ListGrid, type Choice } from './lists.tsx';
import { useNarrowing } from './narrowing.ts';
import { SearchField } from './search-field.tsx';
import { StateChoices, Toolbar } from './toolbar.tsx';
import { useExport } from './use-export.ts';

interface ListPageProps<L extends Exclude<ListName, 'feed'>> extends Choice {
  readonly list: L;
  /** What can be done with one row, at its end. */
  readonly further?: Columns<L>;
  /** What can be done with all of the list, before its search. */
  readonly acts?: ReactNode;
}

/** One list, as tall as the window. */
export function ListPage<L extends Exclude<ListName, 'feed'>>({
  list,
  acts,
  further,
  ...choice
}: ListPageProps<L>): ReactNode {
  const { say } = useDesk();
  const [query, setQuery] = useState('');
  const [narrowing, setNarrowing] = useNarrowing(list);
  const box = useRef<HTMLDivElement>(null);
  // Whose row it is always stands there.
  const columns = useMemo(
    () =>
      COLUMNS[list](say).flatMap(({ id, header }) =>
        id === undefined || id === 'name' || id === 'who' ? [] : [{ id, heading: String(header) }],
      ),
    [list, say],
  );
  const asked = query.trim();
  const { save, ...exporting } = useExport(list, asked, narrowing);
  return (
    <div className="list" ref={box}>
      <div className="list-head">
        <SearchField value={query} onChange={setQuery} onLeave={() => focusGrid(box.current)} />
        {acts}
        <Toolbar narrowing={narrowing} onNarrow={setNarrowing} columns={columns} onExport={save} />
      </div>
      <ExportBar {...exporting} />
      <StateChoices list={list} narrowing={narrowing} onNarrow={setNarrowing} />
      <ListGrid list={list} query={asked} narrowing={narrowing} onNarrow={setNarrowing} further={further} {...choice} />
    </div>
  );
}
