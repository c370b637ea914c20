/** Orders and timesheets at the made-up gate: a few orders in every state, and a week of hours over two places. */
import type { Ask, CallName } from '../../../preload/contract.ts';
import type { orderCalls, OrderRow, OrdersPage } from '../../../preload/order-views.ts';
import type { SheetFilters, SheetRow, timesheetCalls } from '../../../preload/timesheet-views.ts';

type PortalCall = (keyof typeof orderCalls | keyof typeof timesheetCalls) & CallName<'desk'>;
export type PortalAnswers = { readonly [N in PortalCall]: (ask: Ask<'desk', N>) => unknown };
type Person = (at: number) => { readonly name: string };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 'Europe/London';
const PLACES = [
  { id: 'location-1', name: 'Leeds cold store' },
  { id: 'location-2', name: 'Bradford depot' },
];
const CLIENTS = [
  { id: 'client-1', name: 'Northern Larder' },
  { id: 'client-2', name: 'Fresh & Frozen Freight' },
];
const TITLES = ['Four riggers', 'Night pickers', 'Reach truck drivers', 'Cold store cleaning', 'Dock team, late shift'];
const at = <T>(all: readonly T[], index: number): T => all[index % all.length]!;

function orders(nowMs: number, person: Person): OrderRow[] {
  const midnight = Math.floor(nowMs / DAY) * DAY;
  return TITLES.map((title, index) => {
    const startsAtMs = midnight + (index + 1) * DAY + (index % 2 === 0 ? 6 : 22) * HOUR;
    const endsAtMs = startsAtMs + 8 * HOUR;
    const wanted = 2 + index;
    const taken = [0, 3, 2, 0, 6][index]!;
    return {
      orderId: `order-${index}`,
      title,
      ...(index === 2 ? { skill: 'Reach truck licence' } : {}),
      ...(index === 0 ? { notes: 'Harness and gloves are with us. Ask for Ailsa at the north door.' } : {}),
      clientName: at(CLIENTS, index).name,
      locationName: at(PLACES, index).name,
      timeZone: ZONE,
      startsAtMs,
      endsAtMs,
      wanted,
      taken,
      status: at(['submitted', 'filled', 'open', 'cancelled', 'filled'] as const, index),
      placements: Array.from({ length: taken }, (_, who) => ({
        placementId: `placement-${index}-${who}`,
        name: person(index * 5 + who).name,
        startsAtMs: startsAtMs + (who === 1 ? HOUR : 0),
        endsAtMs,
        status: who === 0 ? ('confirmed' as const) : ('placed' as const),
      })),
      waiting: index === 0,
    };
  });
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The newest day first. */
export function sheets(nowMs: number, person: Person, many = 60): SheetRow[] {
  return Array.from({ length: many }, (_, index): SheetRow => {
    const back = Math.floor(index / 10);
    const day = isoDay(nowMs - back * DAY);
    const fromMs = Date.parse(`${day}T06:0${index % 10}:00.000Z`);
    const state =
      back === 0 && index < 4
        ? 'inside'
        : at(['open', 'open', 'approved', 'open', 'disputed', 'later', 'open'] as const, index);
    const told = index % 6 === 1;
    return {
      timesheetId: `sheet-${index}`,
      workerId: `w-${index % 10}`,
      name: person(index % 10).name,
      day,
      locationName: at(PLACES, index % 3 === 2 ? 1 : 0).name,
      clientName: at(CLIENTS, index).name,
      timeZone: ZONE,
      spans:
        state === 'inside'
          ? []
          : [{ fromMs, toMs: fromMs + 8.5 * HOUR, ending: index === 13 ? 'rule' : told ? 'told' : 'seen' }],
      ...(state === 'inside' ? { openSinceMs: fromMs } : {}),
      ...(index === 1 ? { onBreakSinceMs: nowMs - 10 * 60_000 } : {}),
      workedMinutes: state === 'inside' || index === 13 ? 0 : 480 + (index % 7),
      breakMinutes: state === 'inside' ? 0 : 30,
      breakByRule: index % 4 === 2 && state !== 'inside',
      unconfirmedMinutes: index === 13 ? 510 : 0,
      estimated: told || index === 13,
      state,
      ...(state === 'approved' || state === 'later' || state === 'disputed' ? { decidedByName: 'Idris Vaughan' } : {}),
      ...(state === 'disputed' ? { reason: 'Left at noon, says the foreman' } : {}),
      ...(state === 'later' ? { later: { workedMinutes: 545, breakMinutes: 30 } } : {}),
      canApprove: state === 'open' || state === 'disputed',
      canDispute: state !== 'approved',
      waiting: index === 12,
    };
  });
}

export function portalAnswers(nowMs: number, person: Person, changed: () => void): PortalAnswers {
  let wanted = orders(nowMs, person);
  let hours = sheets(nowMs, person);
  const matching = ({ query, fromDay, toDay, state, locationId }: SheetFilters): SheetRow[] =>
    hours.filter(
      (row) =>
        row.name.toLowerCase().includes(query.toLowerCase()) &&
        row.day >= fromDay &&
        row.day <= toDay &&
        (state === undefined || row.state === state) &&
        (locationId === undefined || row.locationName === PLACES.find(({ id }) => id === locationId)?.name),
    );
  const now = new Date(nowMs).toISOString().slice(0, 16);
  const places = PLACES.map((place) => ({ ...place, now, timeZone: ZONE, clients: CLIENTS }));
  return {
    listOrders({ query, status, offset, limit }): OrdersPage {
      const rows = wanted.filter(
        (row) =>
          JSON.stringify(row).toLowerCase().includes(query.toLowerCase()) && (status ?? row.status) === row.status,
      );
      return {
        access: 'open',
        rows: rows.slice(offset, offset + limit),
        total: rows.length,
        clients: CLIENTS,
        locations: PLACES,
        places,
        refused: [{ title: 'Two welders', code: 'section_off' }],
      };
    },
    submitOrder(ask) {
      const [startsAtMs, endsAtMs] = [Date.parse(`${ask.startsAt}:00Z`), Date.parse(`${ask.endsAt}:00Z`)];
      if (endsAtMs <= startsAtMs) return { fault: 'order_times' };
      const row: OrderRow = {
        ...wanted[0]!,
        orderId: `order-${wanted.length}`,
        title: ask.title,
        wanted: ask.wanted,
        startsAtMs,
        endsAtMs,
        waiting: true,
      };
      wanted = [...wanted, row];
      changed();
      return { fault: null };
    },
    listTimesheets({ offset, limit, ...filters }) {
      const rows = matching(filters);
      return {
        access: 'open',
        today: isoDay(nowMs),
        rows: rows.slice(offset, offset + limit),
        total: rows.length,
        ready: rows.filter(({ canApprove }) => canApprove).length,
        workedMinutes: rows.reduce((sum, { workedMinutes }) => sum + workedMinutes, 0),
        clients: CLIENTS,
        locations: PLACES,
        refused: [],
      };
    },
    decideTimesheets({ who, dispute }) {
      const chosen =
        'ids' in who
          ? hours.filter(({ timesheetId }) => who.ids.includes(timesheetId))
          : matching(who.all).filter(({ timesheetId }) => !who.except.includes(timesheetId));
      const ready = new Set(chosen.filter((row) => (dispute === undefined ? row.canApprove : row.canDispute)));
      const state = dispute === undefined ? 'approved' : 'disputed';
      hours = hours.map((row) =>
        ready.has(row)
          ? {
              ...row,
              state,
              waiting: true,
              canApprove: dispute !== undefined,
              ...(dispute === undefined ? {} : { reason: dispute }),
            }
          : row,
      );
      changed();
      return { decided: ready.size, left: chosen.length - ready.size };
    },
    exportTimesheets: () => ({ came: 'saved' }),
    getWorkingElsewhere: () => ({
      places: 1,
      rows: (['in', 'on_break', 'out', 'late'] as const).map((state, index) => ({
        key: `elsewhere-${index}`,
        name: person(40 + index).name,
        locationName: 'Bradford depot',
        timeZone: ZONE,
        state,
        ...(state === 'late' ? { startsAtMs: nowMs - HOUR, endsAtMs: nowMs + 7 * HOUR } : { sinceMs: nowMs - HOUR }),
      })),
    }),
  };
}
