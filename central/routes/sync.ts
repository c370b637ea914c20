import {
  changesAnswerSchema,
  changesQuerySchema,
  eventsAnswerSchema,
  eventsRequestDocSchema,
  eventsRequestSchema,
  type ChangesAnswer,
  type EventsAnswer,
} from '../../core/sync/wire.ts';
import { isoOf, type Central } from '../central.ts';
import { deviceOf } from '../http/device-of.ts';
import { problemAnswers, refuse } from '../http/problems.ts';
import type { App } from '../http/server.ts';
import { takeEvents } from '../sync/intake.ts';
import { BACKLOG_FROM } from '../sync/owed-batch.ts';
import { createDebts } from '../sync/owed.ts';
import { turnOf } from '../sync/turn.ts';
import { knowsTo } from '../sync/known.ts';
import { pull } from '../sync/pull.ts';

export function syncRoutes(app: App, central: Central): void {
  const debts = createDebts({
    ...central,
    onTrouble: (error) => app.log.error({ error }, 'what follows from a backlog is not told yet'),
  });
  app.addHook('onClose', () => debts.close());

  app.get(
    '/v1/sync/changes',
    {
      schema: {
        summary: 'What this gate should know, a page at a time',
        security: [{ device: [] }],
        querystring: changesQuerySchema,
        response: { 200: changesAnswerSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const device = await deviceOf(central, request);
      if (!device.ok) return refuse(reply, device.fault, central.now());
      const place = { epoch: central.epoch, locationId: device.value.locationId, deviceId: device.value.id };
      const page = await debts.read(device.value, (rows) => pull(rows, place, request.query));
      if (!page.ok) return refuse(reply, page.fault, central.now());
      return reply.send({ ...page.value, serverTime: isoOf(central.now()) } satisfies ChangesAnswer);
    },
  );

  app.post(
    '/v1/sync/events',
    {
      schema: {
        summary: 'What this gate has done; one result per event, in order',
        security: [{ device: [] }],
        body: eventsRequestSchema,
        response: { 200: eventsAnswerSchema, ...problemAnswers },
      },
      config: { bodyDocs: eventsRequestDocSchema },
    },
    async (request, reply) => {
      const device = await deviceOf(central, request, 'revoked_too');
      if (!device.ok) return refuse(reply, device.fault, central.now());
      const { sha256, secret, mail } = central;
      const context = { sha256, nowMs: central.now(), mailing: { ...mail, secret }, mayOwe: true };
      const { events, after } = request.body;
      const take = () =>
        central.store.write(
          async (rows) => {
            // In the order of the journal: what was forgotten goes before what follows it.
            const known = await knowsTo(rows, device.value.id, after);
            return known === undefined ? { results: await takeEvents(rows, device.value, events, context) } : { known };
          },
          turnOf(device.value, events),
        );
      const { results = [], known } = await (events.length >= BACKLOG_FROM ? debts.taking(take) : take());
      for (const { status } of results) central.metrics.events.inc({ status });
      const lacking = known === undefined ? {} : { knowsTo: known };
      return reply.send({ results, ...lacking, serverTime: isoOf(central.now()) } satisfies EventsAnswer);
    },
  );
}
