/** Central's entry: open the store, fill the demo, listen, say where on stdout, stop cleanly. Logs go to stderr. */
import { collectDefaultMetrics } from 'prom-client';
import { letSomeIn } from './demo/inside.ts';
import { seedDemo } from './demo/seed.ts';
import { GATES } from './demo/site.ts';
import { createEnrolmentCode } from './devices/enrolment.ts';
import { buildServer } from './http/server.ts';
import { smtpCarrier } from './mail/carrier.ts';
import { readMailSettings } from './mail/mailing.ts';
import { SETTLED } from './mail/message-mails.ts';
import { startPostman } from './mail/postman.ts';
import { openCentral } from './open.ts';
import { watchUploads } from './operations/unfinished-uploads.ts';
import { numberFrom, readOptions } from './options.ts';

const HOUR_MS = 3_600_000;
/** A gate that comes back after a day sends some hundreds in a minute. */
const REQUESTS_PER_MINUTE = 3000;

const options = orExit(() => readOptions(process.argv.slice(2)));
const numbers = orExit(() => ({
  requestsPerMinute: numberFrom(process.env, 'CENTRAL_REQUESTS_PER_MINUTE', REQUESTS_PER_MINUTE),
  lowestProtocol: numberFrom(process.env, 'CENTRAL_LOWEST_PROTOCOL', 1),
}));
const central = await openCentral({
  ...options,
  adminToken: process.env['GATEHOUSE_CENTRAL_ADMIN_TOKEN'],
  databaseUrl: process.env['CENTRAL_DATABASE_URL'],
  ...numbers,
  onStoreTrouble: (error) => app.log.error({ error }, 'the way to the database was lost'),
  mail: readMailSettings(process.env, options.port),
});
collectDefaultMetrics({ register: central.metrics.registry });
if (options.demo) await seedDemo(central);
if (options.demo && options.busy) await letSomeIn(central);
const app = await buildServer(central, { level: process.env['GATEHOUSE_LOG_LEVEL'] ?? 'info', stream: process.stderr });
const listening = await app.listen({ port: options.port, host: options.host });
const postman = startMail();
const uploads = watchUploads(central, (what) => app.log.info(what, 'uploads that nobody finished'));
const redating = options.demo ? setInterval(redate, HOUR_MS) : undefined;
process.stdout.write(`${JSON.stringify({ listening, ...(await firstCode()) })}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

function redate(): void {
  seedDemo(central).catch((error: unknown) => app.log.error({ error }, 'the demo keeps its old dates'));
}

async function stop(): Promise<void> {
  clearInterval(redating);
  uploads.stop();
  await postman?.stop();
  await app.close();
  await central.store.close();
}

/** Without a mail server, mails wait in the outbox until there is one. */
function startMail() {
  const url = process.env['CENTRAL_SMTP_URL'];
  if (!url) return undefined;
  return startPostman({
    store: central.store,
    carrier: smtpCarrier(url, process.env['CENTRAL_MAIL_FROM'] ?? 'Gatehouse <gatehouse@localhost>'),
    now: central.now,
    settled: SETTLED,
    onTrouble: (error) => app.log.error({ error }, 'the outbox could not be emptied'),
  });
}

async function firstCode(): Promise<{ enrolmentCode?: string }> {
  const gate = GATES[0];
  return options.demo && gate ? { enrolmentCode: await createEnrolmentCode(central, gate) } : {};
}

/** What was asked for wrongly ends it with a sentence, before anything is opened. */
function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}
