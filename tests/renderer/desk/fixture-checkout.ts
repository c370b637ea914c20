/** Bulk checkout at the made-up gate: a list of people over two places, and a batch that is done at once. */
import type { Leaver } from '../../../core/checkout/check-out.ts';
import type { Ask, CallName } from '../../../preload/contract.ts';
import type { checkoutCalls, CheckOutBatchView, LeaverRow } from '../../../preload/checkout-views.ts';

type CheckoutCall = keyof typeof checkoutCalls & CallName<'desk'>;
export type CheckoutAnswers = { readonly [N in CheckoutCall]: (ask: Ask<'desk', N>) => unknown };

const HOUR = 3_600_000;
const LOCATIONS = [
  { id: 'location-1', name: 'Leeds cold store' },
  { id: 'location-2', name: 'Bradford depot' },
];
const keyOf = ({ workerId, locationId }: Leaver): string => `${locationId} ${workerId}`;

/** @param person a name and a company by number */
export function leavers(
  nowMs: number,
  person: (at: number) => { readonly name: string; readonly contractorName?: string },
  many = 60,
): LeaverRow[] {
  return Array.from({ length: many }, (_, at) => {
    const place = LOCATIONS[at % 7 === 3 ? 1 : 0]!;
    const { name, contractorName } = person(at);
    const sign = at < 4 ? 'shift_over' : at < 6 ? 'long_inside' : 'at_work';
    return {
      workerId: `w-${at}`,
      locationId: place.id,
      locationName: place.name,
      name,
      ...(contractorName === undefined ? {} : { contractorName }),
      sinceMs: nowMs - (sign === 'at_work' ? 2 * HOUR + at * 60_000 : (14 - at) * HOUR),
      ...(sign === 'long_inside' ? {} : { shiftEndsAtMs: nowMs + (sign === 'shift_over' ? at - 5 : 3) * HOUR }),
      sign,
    };
  });
}

export function checkoutAnswers(nowMs: number, changed: () => void, start: readonly LeaverRow[]): CheckoutAnswers {
  let inside = start;
  let out: readonly LeaverRow[] = [];
  let batch: CheckOutBatchView | null = null;
  const matching = ({ query, locationId }: { query: string; locationId?: string | undefined }) =>
    inside.filter(
      (row) =>
        row.name.toLowerCase().includes(query.toLowerCase()) &&
        (locationId === undefined || row.locationId === locationId),
    );
  return {
    listForCheckout({ offset, limit, ...filters }) {
      const rows = matching(filters);
      return {
        rows: rows.slice(offset, offset + limit),
        total: rows.length,
        all: inside.length,
        asOfMs: nowMs,
        locations: LOCATIONS,
      };
    },
    checkOutMany({ who }) {
      const left = new Set(('people' in who ? who.people : who.except).map(keyOf));
      out =
        'people' in who
          ? inside.filter((row) => left.has(keyOf(row)))
          : matching(who.all).filter((row) => !left.has(keyOf(row)));
      inside = inside.filter((row) => !out.includes(row));
      batch = {
        batchId: 'batch-1',
        state: 'done',
        asked: out.length,
        checkedOut: out.length,
        alreadyOut: 0,
        notAllowed: 0,
        undone: 0,
        undoUntilMs: nowMs + 120_000,
      };
      changed();
      return { result: 'started', batchId: 'batch-1' };
    },
    getCheckOutBatch: () => batch,
    stopCheckOut: () => undefined,
    undoCheckOut() {
      inside = [...out, ...inside];
      if (batch) batch = { ...batch, state: 'undone', undone: out.length };
      changed();
      return { result: 'started' };
    },
  };
}
