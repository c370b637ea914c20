import { useRef, useState, type ReactNode } from 'react';
import { focusGrid } from './grid.tsx';
import { ListGrid, type Choice } from './lists.tsx';
import { SearchField } from './search-field.tsx';

interface ListPageProps extends Choice {
  readonly list: 'scheduled' | 'granted' | 'inside' | 'working' | 'refused';
  /** What can be done with all of the list, before its search. */
  readonly acts?: ReactNode;
}

/** One list, as tall as the window. */
export function ListPage({ list, acts, ...choice }: ListPageProps): ReactNode {
  const [query, setQuery] = useState('');
  const box = useRef<HTMLDivElement>(null);
  return (
    <div className="list" ref={box}>
      <div className="list-head">
        {acts}
        <SearchField value={query} onChange={setQuery} onLeave={() => focusGrid(box.current)} />
      </div>
      <ListGrid list={list} query={query.trim()} {...choice} />
    </div>
  );
}
