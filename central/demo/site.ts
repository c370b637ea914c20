/** The demo's places, organisations and accounts. All of them are made up. */
import { policySchema } from '../../core/site/policy.ts';
import {
  clientSectionsSchema,
  type Client,
  type Contractor,
  type Gate,
  type Location,
  type Policy,
} from '../../core/site/entities.ts';
import { demoId } from './id.ts';
import { demoUsers } from './users.ts';

export const RIVERSIDE = demoId('location/riverside');
export const EASTFIELD = demoId('location/eastfield');
export const MAIN_GATE = demoId('gate/riverside-main');
export const GOODS_GATE = demoId('gate/riverside-goods');
export const HARBOURLINE = demoId('client/harbourline');
export const NORTHLIGHT = demoId('client/northlight');
export const MERIDIAN = demoId('client/meridian');
export const KESTREL = demoId('client/kestrel');
export const TIDEWATER = demoId('client/tidewater');

export const CLIENTS: readonly Client[] = [
  { id: HARBOURLINE, name: 'Harbourline Estates', requiresWorkerRegistration: true, requiresCheckIn: true },
  { id: NORTHLIGHT, name: 'Northlight Energy', requiresWorkerRegistration: true, requiresCheckIn: true },
  { id: MERIDIAN, name: 'Meridian Stores', requiresWorkerRegistration: false, requiresCheckIn: true },
  {
    id: KESTREL,
    name: 'Kestrel Facilities',
    requiresWorkerRegistration: true,
    requiresCheckIn: false,
    sections: clientSectionsSchema.parse({ orders: false, submitOrders: false, timesheets: false }),
  },
  { id: TIDEWATER, name: 'Tidewater Catering', requiresWorkerRegistration: false, requiresCheckIn: false },
];

export const LOCATIONS: readonly Location[] = [
  {
    id: RIVERSIDE,
    name: 'Riverside Tower',
    clientIds: [HARBOURLINE, NORTHLIGHT, KESTREL, TIDEWATER],
    timeZone: 'Europe/London',
    requiresCheckIn: true,
  },
  {
    id: EASTFIELD,
    name: 'Eastfield Depot',
    clientIds: [HARBOURLINE, MERIDIAN],
    timeZone: 'Europe/London',
    requiresCheckIn: true,
  },
];

export const GATES: readonly Gate[] = [
  { id: MAIN_GATE, name: 'Main gate', locationId: RIVERSIDE },
  { id: GOODS_GATE, name: 'Goods gate', locationId: RIVERSIDE },
  { id: demoId('gate/eastfield'), name: 'Depot gate', locationId: EASTFIELD },
];

const policy = (locationId: string, rules: Partial<Policy>): Policy =>
  policySchema.parse({ id: demoId(`policy/${locationId}`), locationId, ...rules });
export const POLICIES: readonly Policy[] = [
  policy(RIVERSIDE, {
    capacity: 250,
    laterGrants: 'tap',
    questions: [{ id: 'keys', text: 'Keys and radio handed back?', at: 'out', wanted: 'yes' }],
  }),
  policy(EASTFIELD, { graceBeforeMinutes: 60, laterGrants: 'tap', antiPassback: 'warn' }),
];

export const CONTRACTORS = {
  alder: { id: demoId('contractor/alder'), name: 'Alder & Quill Interiors' },
  brightwire: { id: demoId('contractor/brightwire'), name: 'Brightwire Electrical' },
  copperleaf: { id: demoId('contractor/copperleaf'), name: 'Copperleaf Plumbing' },
  highstep: { id: demoId('contractor/highstep'), name: 'Highstep Scaffolding' },
  sparrow: { id: demoId('contractor/sparrow'), name: 'Sparrowhawk Lifts' },
} as const satisfies Record<string, Contractor>;
export type ContractorKey = keyof typeof CONTRACTORS;

export const USERS = demoUsers({ riverside: RIVERSIDE, eastfield: EASTFIELD, harbourline: HARBOURLINE });
