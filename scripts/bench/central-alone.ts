/**
 * A central of its own, in its own process: `node central-alone.ts <folder> [<database>]`. Tells its parent where it is and whom it
 * enrolled, and, as often as it is asked, how many of that device's events it has and where it still owes what follows from them.
 */
import { createEnrolmentCode, enrol } from '../../central/devices/enrolment.ts';
import { seedDemo } from '../../central/demo/seed.ts';
import { GATES } from '../../central/demo/site.ts';
import { buildServer } from '../../central/http/server.ts';
import { openCentral } from '../../central/open.ts';

/** What central has of the device. */
export interface Taken {
  readonly takenTo: number;
  readonly owedPlaces: number;
}

const [, , dataDirectory, databaseUrl] = process.argv;
const [gate] = GATES;
if (dataDirectory === undefined || !gate) throw new Error('central-alone takes a folder');
const central = await openCentral({ dataDirectory, demo: true, databaseUrl });
await seedDemo(central);
const app = await buildServer(central);
const centralUrl = `${await app.listen({ port: 0, host: '127.0.0.1' })}/`;
const enrolmentCode = await createEnrolmentCode(central, gate);
const enrolled = await enrol(central, { enrolmentCode, name: 'bench', platform: 'bench', appVersion: '0' });
if (!enrolled.ok) throw new Error(enrolled.fault);
const { device, deviceToken } = enrolled.value;
const { id: deviceId, gateId, locationId } = device;
process.on('message', () => void taken().then((answer) => process.send?.(answer)));
process.on('disconnect', () => process.exit(0));
process.send?.({ centralUrl, deviceId, gateId, locationId, deviceToken });

function taken(): Promise<Taken> {
  return central.store.read(async ({ events, owed }) => ({
    takenTo: (await events.lastOf(deviceId))?.seq ?? 0,
    owedPlaces: (await owed.locations()).length,
  }));
}
