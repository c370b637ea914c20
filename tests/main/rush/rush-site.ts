import type { RunningCentral } from '../../central/running-central.ts';
import { publish } from '../../../central/sync/publish.ts';

export const PEOPLE = 240;
export const LANES = ['lane-1', 'lane-2', 'lane-3', 'lane-4'] as const;
export const LOCATION = 'rush-location';
export const GATE = { id: 'rush-gate', name: 'North gate', locationId: LOCATION };

export const workerOf = (index: number): string => `worker-${index}`;
export const cardOf = (index: number): string => `RUSH-CARD-${String(index).padStart(4, '0')}`;

/** A site of 240 people, each with a card, a connection and an assignment to one of six orders that begin at six. */
export async function publishRushSite({ central }: RunningCentral, sixMs: number): Promise<void> {
  const at = (hours: number): string => new Date(sixMs + hours * 3_600_000).toISOString();
  const complete = { status: 'complete' as const };
  await central.store.write(async (rows) => {
    const client = {
      id: 'rush-client',
      name: 'Harbour Works',
      requiresWorkerRegistration: true,
      requiresCheckIn: true,
    };
    const location = { id: LOCATION, name: 'Riverside', clientIds: [client.id], timeZone: 'Europe/Warsaw' };
    await publish(rows, 'client', client, sixMs);
    await publish(rows, 'location', { ...location, requiresCheckIn: true }, sixMs);
    await publish(rows, 'gate', GATE, sixMs);
    for (let order = 0; order < 6; order += 1) {
      const id = `order-${order}`;
      const place = { clientId: client.id, locationId: LOCATION, status: 'open' as const };
      const times = { startsAt: at(0), endsAt: at(8) };
      await publish(rows, 'workOrder', { id, number: `WO-${order}`, title: 'Steel', ...place, ...times }, sixMs);
    }
    for (let index = 0; index < PEOPLE; index += 1) {
      const workerId = workerOf(index);
      await publish(rows, 'worker', { id: workerId, firstName: 'Anna', lastName: `Kowalska ${index}` }, sixMs);
      const states = { assessment: complete, induction: complete, credential: complete };
      await publish(rows, 'connection', { id: `connection-${index}`, workerId, clientId: client.id, ...states }, sixMs);
      const assignment = { id: `assignment-${index}`, workOrderId: `order-${index % 6}`, workerId };
      await publish(rows, 'assignment', assignment, sixMs);
      await publish(rows, 'badge', { id: `badge-${index}`, kind: 'opaque', workerId, code: cardOf(index) }, sixMs);
    }
  });
}
