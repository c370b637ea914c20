import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { COLUMNS } from './columns.tsx';
import { focusGrid } from './grid.tsx';
import { ListGrid, type Choice } from './lists.tsx';
import { useNarrowing } from './narrowing.ts';
import { SearchField } from './search-field.tsx';
import { StateChoices, Toolbar } from './toolbar.tsx';
import { useExport } from './use-export.ts';

interface ListPageProps extends Choice {
  readonly list: 'scheduled' | 'granted' | 'inside' | 'working' | 'refused';
  /** What can be done with all of the list, before its search. */
  readonly acts?: ReactNode;
}

/** One list, as tall as the window. */
export function ListPage({ list, acts, ...choice }: ListPageProps): ReactNode {
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
  const save = useExport(list, asked, narrowing);
  return (
    <div className="list" ref={box}>
      <div className="list-head">
        <SearchField value={query} onChange={setQuery} onLeave={() => focusGrid(box.current)} />
        {acts}
        <Toolbar narrowing={narrowing} onNarrow={setNarrowing} columns={columns} onExport={save} />
      </div>
      <StateChoices list={list} narrowing={narrowing} onNarrow={setNarrowing} />
      <ListGrid list={list} query={asked} narrowing={narrowing} onNarrow={setNarrowing} {...choice} />
    </div>
  );
}
