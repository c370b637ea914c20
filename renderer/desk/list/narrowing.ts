import type { ListFilters, ListName, ListSort } from '../../../preload/list-views.ts';
import { useKept } from '../data/kept.tsx';

/** How one list is shown: its order, whom it is narrowed to, the columns that staff put away. */
export interface Narrowing {
  readonly sort?: ListSort | undefined;
  readonly filters: ListFilters;
  readonly hidden: readonly string[];
}

export const AS_IT_IS: Narrowing = { filters: {}, hidden: [] };

export const useNarrowing = (list: ListName): readonly [Narrowing, (next: Narrowing) => void] =>
  useKept<Narrowing>(`narrowing ${list}`, AS_IT_IS);

/** Without the choices that say nothing: main is asked for what is chosen alone. */
export function filtersWith(filters: ListFilters, change: ListFilters): ListFilters {
  const all = { ...filters, ...change };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));
}

/** The order after a click on a column's head: up, down, and the list's own again. */
export function sortAfter(sort: ListSort | undefined, column: string): ListSort | undefined {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? undefined : { column, down: true };
}
