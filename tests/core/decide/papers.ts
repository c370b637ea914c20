import type { Credential } from '../../../core/credential/credential.ts';
import { decide } from '../../../core/decide/decide.ts';
import type { Dossier } from '../../../core/decide/dossier.ts';
import type { Rostered } from '../../../core/decide/work.ts';
import { ok } from '../../../core/result.ts';
import {
  policySchema,
  type Badge,
  type Client,
  type Connection,
  type Policy,
  type Requirement,
  type WorkOrder,
} from '../../../core/site/entities.ts';

/** Tuesday noon: all tables count from here. */
export const NOON = Date.parse('2026-03-10T12:00:00.000Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const iso = (ms: number): string => new Date(ms).toISOString();

export const HERE = 'mill';
export const done: Requirement = { status: 'complete' };

export const policy = (more: Partial<Policy> = {}): Policy => ({
  ...policySchema.parse({ id: 'policy', locationId: HERE }),
  ...more,
});
export const client = (id: string, more: Partial<Client> = {}): Client => ({
  id,
  name: `Client ${id}`,
  requiresWorkerRegistration: true,
  requiresCheckIn: true,
  ...more,
});
export const connection = (clientId: string, more: Partial<Connection> = {}): Connection => ({
  id: `connection-${clientId}`,
  workerId: 'amina',
  clientId,
  assessment: done,
  induction: done,
  credential: done,
  ...more,
});
/** From 8 to 16, unless told otherwise in hours from noon. */
export const order = (
  id: string,
  more: Partial<WorkOrder> = {},
  hours: readonly [number, number] = [-4, 4],
): WorkOrder => ({
  id,
  number: `WO-${id}`,
  title: 'Change filters',
  clientId: 'a',
  locationId: HERE,
  startsAt: iso(NOON + hours[0] * HOUR),
  endsAt: iso(NOON + hours[1] * HOUR),
  status: 'open',
  ...more,
});
/** A place on the roster of client a's event here, from 8 to 16 unless told otherwise. */
export const rostered = (
  more: Partial<Rostered['booking']> = {},
  hours: readonly [number, number] = [-4, 4],
  locationId = HERE,
): Rostered => {
  const [startsAt, endsAt] = hours.map((hour) => iso(NOON + hour * HOUR)) as [string, string];
  return {
    entry: { id: 'entry-1', bookingId: 'fair', locationId, workerId: 'amina', startsAt, endsAt },
    booking: {
      id: 'fair',
      name: 'Summer fair',
      clientId: 'a',
      locationId,
      status: 'confirmed',
      startsAt: iso(NOON - 6 * HOUR),
      endsAt: iso(NOON + 6 * HOUR),
      skills: [],
      resources: [],
      requiredQualifications: [],
      ...more,
    },
  };
};
export const badge = (more: Partial<Badge> = {}): Badge => ({
  id: 'badge-1',
  kind: 'signed',
  workerId: 'amina',
  ...more,
});
export const signed = (more: Partial<Extract<Credential, { kind: 'signed' }>> = {}): Dossier['credential'] =>
  ok({ kind: 'signed', badgeId: 'badge-1', workerId: 'amina', keyId: '01', ...more });
export const tap: Dossier['credential'] = ok({ kind: 'tap', workerId: 'amina' });
export const grant = (
  untilMs: number,
  workOrderIds: readonly string[] = ['1'],
): { grant: NonNullable<Dossier['grant']> } => ({
  grant: {
    workerId: 'amina',
    badgeId: 'badge-1',
    workOrderIds,
    grantedAtMs: untilMs - 24 * HOUR,
    untilMs,
    eventId: 'event-1',
  },
});
export const presence = (inside: boolean): { presence: NonNullable<Dossier['presence']> } => ({
  presence: { workerId: 'amina', inside, sinceMs: NOON - 3 * HOUR, eventId: 'event-2' },
});
/** The same, as another gate of the place saw it. */
export const seenElsewhere = (inside: boolean): Pick<Dossier, 'presence' | 'gateNames'> => ({
  presence: { ...presence(inside).presence, gateId: 'goods' },
  gateNames: { goods: 'Goods gate' },
});

/** Amina, before her first scan, with all her papers in order. Each test changes what it is about. */
export const papers = (more: Partial<Dossier> = {}): Dossier => ({
  credential: signed(),
  laneDirection: 'in',
  nowMs: NOON,
  location: { id: HERE, name: 'Mill', clientIds: ['a'], timeZone: 'Europe/Warsaw', requiresCheckIn: true },
  policy: policy(),
  clients: [client('a')],
  badge: badge(),
  worker: { id: 'amina', firstName: 'Amina', lastName: 'Nowak' },
  connections: [connection('a')],
  workOrders: [order('1')],
  locationNames: { dock: 'Dock 7' },
  insideCount: 0,
  dataAgeMs: MINUTE,
  ...more,
});

/** The papers without some of them. */
export function without<K extends keyof Dossier>(dossier: Dossier, ...keys: readonly K[]): Dossier {
  const copy: Partial<Record<keyof Dossier, unknown>> = { ...dossier };
  for (const key of keys) delete copy[key];
  return copy as unknown as Dossier;
}

/** The answer in short: its kind, code and facts, and its notes when there are any. */
export function answerTo(dossier: Dossier): unknown[] {
  const { kind, code, facts, notes } = decide(dossier);
  return notes.length === 0 ? [kind, code, facts] : [kind, code, facts, notes];
}

/** Only the code. */
export const codeOf = (dossier: Dossier): string => decide(dossier).code;
