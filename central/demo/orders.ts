/** Work orders around the time of seeding. Hours are counted from it; something is always on at both places for the next half day. */
import type { WorkOrder } from '../../core/site/entities.ts';
import { demoId } from './id.ts';
import { EASTFIELD, HARBOURLINE, MERIDIAN, NORTHLIGHT, RIVERSIDE, TIDEWATER } from './site.ts';

interface OrderRow {
  readonly number: string;
  readonly title: string;
  readonly clientId: string;
  readonly locationId: string;
  readonly startsInHours: number;
  readonly endsInHours: number;
  readonly status: WorkOrder['status'];
  readonly leader?: WorkOrder['leader'];
}

const order = (
  number: string,
  title: string,
  clientId: string,
  locationId: string,
  startsInHours: number,
  endsInHours: number,
  status: WorkOrder['status'] = 'open',
): OrderRow => ({ number, title, clientId, locationId, startsInHours, endsInHours, status });

export const ORDERS = {
  fitOut: {
    ...order('RT-2041', 'Fit-out, floors 12 to 18', HARBOURLINE, RIVERSIDE, -2, 14),
    leader: { name: 'Ailsa Brodie', phone: '+44 7700 900120' },
  },
  switchgear: order('RT-2047', 'Switchgear, level B2', NORTHLIGHT, RIVERSIDE, -1, 12),
  lifts: order('RT-2052', 'Lift car 3, commissioning', HARBOURLINE, RIVERSIDE, -1, 13),
  canteen: order('RT-2066', 'Canteen, lunch service', TIDEWATER, RIVERSIDE, -2, 12),
  night: order('RT-2058', 'Façade wash, north side', HARBOURLINE, RIVERSIDE, 5, 15),
  tomorrow: order('RT-2063', 'Sprinkler test, floor 9', HARBOURLINE, RIVERSIDE, 20, 30),
  earlier: order('RT-2036', 'Concrete delivery', HARBOURLINE, RIVERSIDE, -14, -3),
  cancelled: order('RT-2039', 'Crane inspection', HARBOURLINE, RIVERSIDE, -2, 14, 'cancelled'),
  completed: order('RT-2040', 'Snagging, floor 11', HARBOURLINE, RIVERSIDE, -4, 10, 'completed'),
  depotRacking: order('ED-0318', 'Racking, bay 4', MERIDIAN, EASTFIELD, -2, 14),
  depotYard: order('ED-0322', 'Yard lighting', HARBOURLINE, EASTFIELD, -1, 13),
} as const satisfies Record<string, OrderRow>;
export type OrderKey = keyof typeof ORDERS;

export const orderIdOf = (key: OrderKey): string => demoId(`order/${key}`);
