import type { CheckOutManyAsk, LeaverFilters, LeaverRow } from '../../../preload/checkout-views.ts';

type Leaver = Pick<LeaverRow, 'workerId' | 'locationId'>;
export const leaverKey = ({ workerId, locationId }: Leaver): string => `${locationId} ${workerId}`;

/** Whom the boxes select: some, or all that match but for some (B2). */
export interface Selection {
  readonly all: boolean;
  /** Boxes that are set otherwise than `all` says, by key. */
  readonly but: ReadonlyMap<string, Leaver>;
}
export const NONE: Selection = { all: false, but: new Map() };
export const ALL: Selection = { all: true, but: new Map() };

export const isSelected = ({ all, but }: Selection, row: Leaver): boolean => all !== but.has(leaverKey(row));

export function toggled({ all, but }: Selection, row: Leaver): Selection {
  const key = leaverKey(row);
  const next = new Map(but);
  if (!next.delete(key)) next.set(key, { workerId: row.workerId, locationId: row.locationId });
  return { all, but: next };
}

/** @param total how many match */
export const countOf = ({ all, but }: Selection, total: number): number =>
  all ? Math.max(0, total - but.size) : but.size;

export const whoOf = ({ all, but }: Selection, filters: LeaverFilters, asOfMs: number): CheckOutManyAsk['who'] =>
  all ? { all: filters, except: [...but.values()], asOfMs } : { people: [...but.values()] };
