/** A central of its own, in its own process: `node central-alone.ts <folder>`. Tells its parent where it is and whom it enrolled. */
import { createEnrolmentCode, enrol } from '../../central/devices/enrolment.ts';
import { seedDemo } from '../../central/demo/seed.ts';
import { GATES } from '../../central/demo/site.ts';
import { buildServer } from '../../central/http/server.ts';
import { openCentral } from '../../central/open.ts';

const [, , dataDirectory] = process.argv;
const [gate] = GATES;
if (dataDirectory === undefined || !gate) throw new Error('central-alone takes a folder');
const central = await openCentral({ dataDirectory, demo: true });
await seedDemo(central);
const app = await buildServer(central);
const centralUrl = `${await app.listen({ port: 0, host: '127.0.0.1' })}/`;
const enrolmentCode = await createEnrolmentCode(central, gate);
const enrolled = await enrol(central, { enrolmentCode, name: 'bench', platform: 'bench', appVersion: '0' });
if (!enrolled.ok) throw new Error(enrolled.fault);
const { device, deviceToken } = enrolled.value;
const { id: deviceId, gateId, locationId } = device;
process.send?.({ centralUrl, deviceId, gateId, locationId, deviceToken });
process.on('disconnect', () => process.exit(0));
