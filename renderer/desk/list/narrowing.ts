import { useCallback } from 'react';
import type { ListFilters, ListLook, ListSort, LookName } from '../../../preload/list-views.ts';
import { useLooks } from './looks.tsx';

/** How one list is shown: its order, whom it is narrowed to, the columns that staff put away. */
export type Narrowing = ListLook;

export const AS_IT_IS: Narrowing = { filters: {}, hidden: [] };

/**
 * Kept by main, so that a list is tomorrow as it was left today.
 * @param first how it is shown to whoever never changed it
 */
export function useNarrowing(
  list: LookName,
  first: Narrowing = AS_IT_IS,
): readonly [Narrowing, (next: Narrowing) => void] {
  const { looks, keep } = useLooks();
  const narrow = useCallback((next: Narrowing) => keep(list, next), [keep, list]);
  return [looks[list] ?? first, narrow];
}

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
