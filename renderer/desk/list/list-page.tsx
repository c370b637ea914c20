import { useRef, useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { focusGrid } from './grid.tsx';
import { ListGrid, type Choice } from './lists.tsx';
import { SearchField } from './search-field.tsx';

interface ListPageProps extends Choice {
  readonly list: 'scheduled' | 'inside' | 'refused';
}

/** One list, as tall as the window. */
export function ListPage({ list, ...choice }: ListPageProps): ReactNode {
  const { say, status } = useDesk();
  const [query, setQuery] = useState('');
  const box = useRef<HTMLDivElement>(null);
  return (
    <div className="list list-page" ref={box}>
      <div className="list-head">
        <h1 className="list-title">
          {say(`lists.${list}`)} <span className="number">{status.counts[list]}</span>
          <small>{say(`lists.${list}Span`)}</small>
        </h1>
        <SearchField value={query} onChange={setQuery} onLeave={() => focusGrid(box.current)} />
      </div>
      <ListGrid list={list} query={query.trim()} {...choice} />
    </div>
  );
}
