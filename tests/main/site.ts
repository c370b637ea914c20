import type { Change } from '../../core/sync/wire.ts';

export const put = (entity: string, id: string, data: Record<string, unknown>, rev = 1): Change => ({
  entity,
  id,
  rev,
  op: 'put',
  data: { id, ...data },
});

const complete = { status: 'complete' };

/** The smallest site on which somebody can be let in: Anna, with a card, a connection and an order around the start. */
export const SITE: readonly Change[] = [
  put('location', 'location-1', {
    name: 'Riverside',
    clientIds: ['client-1'],
    timeZone: 'Europe/Warsaw',
    requiresCheckIn: true,
  }),
  put('gate', 'gate-1', { name: 'North gate', locationId: 'location-1' }),
  put('client', 'client-1', { name: 'Harbour Works', requiresWorkerRegistration: true, requiresCheckIn: true }),
  put('policy', 'policy-1', { locationId: 'location-1' }),
  put('contractor', 'contractor-1', { name: 'Steelfix' }),
  put('worker', 'anna', { firstName: 'Anna', lastName: 'Kowalska', contractorId: 'contractor-1', language: 'pl' }),
  put('connection', 'connection-1', {
    workerId: 'anna',
    clientId: 'client-1',
    assessment: complete,
    induction: complete,
    credential: complete,
  }),
  put('badge', 'badge-a', { kind: 'opaque', workerId: 'anna', code: 'CARD-1' }),
  put('workOrder', 'order-1', {
    number: 'WO-1',
    title: 'Steel on level 3',
    clientId: 'client-1',
    locationId: 'location-1',
    startsAt: '2026-03-02T06:00:00.000Z',
    endsAt: '2026-03-02T14:00:00.000Z',
    status: 'open',
  }),
  put('assignment', 'assignment-1', { workOrderId: 'order-1', workerId: 'anna' }),
];
