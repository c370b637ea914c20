import type { DecideAsk, SheetFilters } from '../../../preload/timesheet-views.ts';

/** Which days the boxes select: some, or all that match but for some. */
export interface Selection {
  readonly all: boolean;
  /** Boxes that are set otherwise than `all` says, by the id of their day. */
  readonly but: ReadonlySet<string>;
}
export const NONE: Selection = { all: false, but: new Set() };
export const ALL: Selection = { all: true, but: new Set() };

export const isSelected = ({ all, but }: Selection, id: string): boolean => all !== but.has(id);

export function toggled({ all, but }: Selection, id: string): Selection {
  const next = new Set(but);
  if (!next.delete(id)) next.add(id);
  return { all, but: next };
}

/** @param total how many match */
export const countOf = ({ all, but }: Selection, total: number): number =>
  all ? Math.max(0, total - but.size) : but.size;

export const whoOf = ({ all, but }: Selection, filters: SheetFilters): DecideAsk['who'] =>
  all ? { all: filters, except: [...but] } : { ids: [...but] };
