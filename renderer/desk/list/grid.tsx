/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table's own elements can't be placed row by row, as a virtual list must */
import { flexRender, tableFeatures, useTable, type Cell, type ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
import {
  memo,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { ListSort } from '../../../preload/list-views.ts';
import type { ListName } from '../../../preload/views.ts';
import { useSlow } from '../data/desk.tsx';
import type { ListRows } from '../data/list-window.ts';

export const features = tableFeatures({ columnMeta: {} as { width: string; sort?: string } });
export type RowColumns<R extends object> = readonly ColumnDef<typeof features, R>[];
export type Columns<L extends ListName> = RowColumns<ListRows[L]>;

/** Rows of which only those on screen are asked for. */
export interface RowsInView<R extends object> {
  readonly view: { readonly total: number | undefined; readonly unanswered: boolean };
  readonly show: (start: number, end: number) => void;
  readonly rowAt: (index: number) => R | undefined;
}

const isRow = <R extends object>(row: R | undefined): row is R => row !== undefined;

const ROW_PX = 44;
const HEADER_PX = 34;

/** Moves the keyboard into the list of a part of the page. */
export const focusGrid = (within: HTMLElement | null): void =>
  within?.querySelector<HTMLElement>('[role="grid"]')?.focus();

interface GridProps<R extends object> {
  readonly label: string;
  readonly list: RowsInView<R>;
  readonly columns: RowColumns<R>;
  readonly rowKey: (row: R) => string;
  /** The person of a row, where it has one: choosing it opens their card. */
  readonly personOf: (row: R) => string | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (workerId: string) => void;
  /** Where a row opens something else than its person's card. */
  readonly onOpen?: (row: R) => void;
  /** Where several rows can be chosen: whether this one is. */
  readonly isSelected?: (row: R) => boolean;
  readonly empty: ReactNode;
  readonly unanswered: string;
  /** How the list is sorted, and by which column from now on. */
  readonly sort?: ListSort | undefined;
  readonly onSort?: ((column: string) => void) | undefined;
  /** For the colour at a row's edge. */
  readonly kindOf?: (row: R) => string | undefined;
}

/** Where a key moves to from a row, or undefined for a key that moves nowhere. */
function moved(key: string, from: number, total: number, pageRows: number): number | undefined {
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + pageRows,
    PageUp: from - pageRows,
    Home: 0,
    End: total,
  }[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), total - 1);
}

/** A list of any length: only what is on screen is in the page. One tab stop; arrow keys move, Enter chooses. */
export function Grid<R extends object>(props: GridProps<R>): ReactNode {
  const { list, columns } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const total = list.view.total ?? 0;
  const slow = useSlow(list.view.total === undefined);
  // oxlint-disable-next-line react/incompatible-library -- the desk is not put through React's compiler
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollMargin: HEADER_PX,
    scrollPaddingStart: HEADER_PX,
  });
  const items = virtual.getVirtualItems();
  const [first, end] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? 0) + 1];
  const { show } = list;
  useEffect(() => show(first, end), [show, first, end, list.view]);

  const { view, rowAt } = list;
  // The same rows stay the same list: what is drawn of them is then not drawn anew with every key.
  const known = useMemo(
    () =>
      (view.total === undefined ? [] : Array.from({ length: end - first }, (_, at) => rowAt(first + at))).filter(isRow),
    [view, rowAt, first, end],
  );
  const table = useTable({
    features,
    columns: columns as ColumnDef<typeof features, R>[],
    data: known,
    getRowId: props.rowKey,
  });
  const model = table.getRowModel();
  // Other columns are other cells of the same rows.
  const cells = useMemo(
    () => new Map(columns.length > 0 ? model.rows.map((row) => [row.original, row.getAllCells()]) : []),
    [model, columns],
  );
  const template = columns.map((column) => column.meta?.width ?? '1fr').join(' ');

  const { personOf, onChoose, onOpen } = props;
  const choose = useCallback(
    (row: R | undefined): void => {
      if (row && onOpen) return onOpen(row);
      const workerId = row && personOf(row);
      if (workerId !== undefined) onChoose(workerId);
    },
    [personOf, onChoose, onOpen],
  );
  const pick = useCallback(
    (index: number, row: R | undefined): void => {
      setActive(index);
      choose(row);
    },
    [choose],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    // A column's head has its own keys.
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(list.rowAt(active));
      return;
    }
    const pageRows = Math.floor(((scroller.current?.clientHeight ?? 0) - HEADER_PX) / ROW_PX) - 1;
    const to = total === 0 ? undefined : moved(event.key, active, total, pageRows);
    if (to === undefined) return;
    event.preventDefault();
    setActive(to);
    virtual.scrollToIndex(to);
  };

  const isSelected = (row: R): boolean =>
    props.isSelected?.(row) ?? (props.chosen !== undefined && props.personOf(row) === props.chosen);
  const rowId = (index: number): string => `${id}-${index}`;
  const activeIsDrawn = items.some(({ index }) => index === active);
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={list.view.total === undefined}
      aria-multiselectable={props.isSelected !== undefined}
      tabIndex={0}
      {...(activeIsDrawn && { 'aria-activedescendant': rowId(active) })}
      onKeyDown={onKeyDown}
      onFocus={() => setActive((at) => Math.max(0, Math.min(at, total - 1)))}
      style={{ '--columns': template } as object}
    >
      <div role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="grid-row">
          {table.getFlatHeaders().map((header) => (
            <Head
              key={header.id}
              by={props.onSort && header.column.columnDef.meta?.sort}
              sort={props.sort}
              onSort={props.onSort}
            >
              {flexRender(header.column.columnDef.header, header.getContext())}
            </Head>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" style={{ blockSize: virtual.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const row = list.rowAt(index);
          return (
            <Row<R>
              key={key}
              id={rowId(index)}
              index={index}
              startPx={start - HEADER_PX}
              row={row}
              cells={row && cells.get(row)}
              columns={columns.length}
              selected={row !== undefined && isSelected(row)}
              active={index === active}
              kind={row && props.kindOf?.(row)}
              opens={row !== undefined && (onOpen !== undefined || personOf(row) !== undefined)}
              onPick={pick}
            />
          );
        })}
      </div>
      {list.view.total === 0 && <div className="grid-note">{props.empty}</div>}
      {list.view.unanswered && (
        <p className="grid-note grid-unanswered" aria-live="polite">
          {props.unanswered}
        </p>
      )}
      {slow && !list.view.unanswered && (
        <div className="grid-bones" aria-hidden="true">
          {Array.from({ length: 8 }, (_, at) => (
            <span className="bone" key={at} />
          ))}
        </div>
      )}
    </div>
  );
}

interface RowProps<R extends object> {
  readonly id: string;
  readonly index: number;
  readonly startPx: number;
  readonly row: R | undefined;
  readonly cells: readonly Cell<typeof features, R>[] | undefined;
  readonly columns: number;
  readonly selected: boolean;
  readonly active: boolean;
  readonly kind: string | undefined;
  readonly opens: boolean;
  readonly onPick: (index: number, row: R | undefined) => void;
}

/** One row: drawn again only when something of it is another. */
const Row = memo(function Row<R extends object>(props: RowProps<R>): ReactNode {
  const { index, row } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid hears the keys for all its rows
    <div
      role="row"
      id={props.id}
      className="grid-row"
      aria-rowindex={index + 2}
      aria-selected={props.selected}
      data-active={props.active || undefined}
      data-kind={props.kind}
      data-opens={props.opens || undefined}
      onClick={() => props.onPick(index, row)}
      style={{ transform: `translateY(${props.startPx}px)` }}
    >
      {row
        ? props.cells?.map((cell) => (
            <div role="gridcell" key={cell.id}>
              {flexRender(cell.column.columnDef.cell, cell.getContext())}
            </div>
          ))
        : Array.from({ length: props.columns }, (_, column) => (
            <div role="gridcell" key={column}>
              <span className="bone">…</span>
            </div>
          ))}
    </div>
  );
}) as <R extends object>(props: RowProps<R>) => ReactNode;

interface HeadProps {
  /** What main sorts by for this column; undefined: nothing. */
  readonly by: string | undefined;
  readonly sort: ListSort | undefined;
  readonly onSort: ((column: string) => void) | undefined;
  readonly children: ReactNode;
}

function Head({ by, sort, onSort, children }: HeadProps): ReactNode {
  if (by === undefined) return <div role="columnheader">{children}</div>;
  const isIt = sort?.column === by;
  const SortIcon = !isIt ? IconSelector : sort.down ? IconChevronDown : IconChevronUp;
  return (
    <div role="columnheader" aria-sort={!isIt ? 'none' : sort.down ? 'descending' : 'ascending'}>
      <button type="button" className="grid-sort" onClick={() => onSort?.(by)}>
        {children} <SortIcon size={15} aria-hidden="true" />
      </button>
    </div>
  );
}
