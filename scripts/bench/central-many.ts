/**
 * A central with many gates, in its own process: `node central-many.ts <folder> <gates> [<database>]`. Tells its parent where it is and
 * who they are, and, as often as it is asked, what it has used.
 */
import { buildServer } from '../../central/http/server.ts';
import { openCentral } from '../../central/open.ts';
import { publishAll } from '../../central/sync/publish.ts';
import { policySchema } from '../../core/site/policy.ts';
import type { ManyGates, Used } from './many-gates.ts';

/** Two gates to a place, as most have. */
const GATES_AT_PLACE = 2;

const [, , dataDirectory, count, databaseUrl] = process.argv;
if (dataDirectory === undefined) throw new Error('central-many takes a folder and a number of gates');
const central = await openCentral({ dataDirectory, demo: false, databaseUrl });
const places = Array.from({ length: Math.ceil(Number(count) / GATES_AT_PLACE) }, (_, index) => `place-${index}`);
const gates = Array.from({ length: Number(count) }, (_, index) => {
  const locationId = places[Math.floor(index / GATES_AT_PLACE)] ?? '';
  return { gateId: `gate-${index}`, locationId, deviceId: `device-${index}`, token: central.secret(32) };
});
await furnish();
const app = await buildServer(central);
const url = await app.listen({ port: 0, host: '127.0.0.1', backlog: 4096 });
process.on('message', () => process.send?.(used()));
process.on('disconnect', () => process.exit(0));
process.send?.({ url, gates } satisfies ManyGates);

async function furnish(): Promise<void> {
  const nowMs = central.now();
  await central.store.write(async (rows) => {
    const clients = places.map((id) => ({
      id: `client-${id}`,
      name: `Client of ${id}`,
      requiresWorkerRegistration: false,
      requiresCheckIn: true,
    }));
    await publishAll(rows, 'client', clients, nowMs);
    const common = { timeZone: 'Europe/Warsaw', requiresCheckIn: true };
    const locations = places.map((id) => ({ id, name: id, clientIds: [`client-${id}`], ...common }));
    await publishAll(rows, 'location', locations, nowMs);
    const own = gates.map(({ gateId, locationId }) => ({ id: gateId, name: gateId, locationId }));
    await publishAll(rows, 'gate', own, nowMs);
    const policies = places.map((locationId) => policySchema.parse({ id: `policy-${locationId}`, locationId }));
    await publishAll(rows, 'policy', policies, nowMs);
  });
  const named = { name: 'bench', platform: 'bench', appVersion: '0', enrolledAtMs: nowMs, revokedAtMs: null };
  await central.store.write(async (rows) => {
    for (const { deviceId, gateId, locationId, token } of gates) {
      await rows.devices.add({ id: deviceId, gateId, locationId, ...named });
      const tokenHash = central.sha256(Buffer.from(token));
      await rows.devices.addToken({ tokenHash, deviceId, expiresAtMs: null, usedAtMs: nowMs });
    }
  });
}

/** What this process has used; of a database on a server, its part is not in it. */
function used(): Used {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, residentMiB: process.memoryUsage.rss() / 2 ** 20 };
}
