import { z } from 'zod';
import { clientSectionsSchema } from '../../core/site/entities.ts';
import { isoOf, type Central } from '../central.ts';
import { problemAnswers, refuse } from '../http/problems.ts';
import type { App } from '../http/server.ts';
import { placeWorker, setOrder, setPlacement, setSections } from '../orders/placing.ts';

const time = z.iso.datetime({ precision: 3 });
const id = z.string().min(1).max(64);
const doneSchema = z.object({ serverTime: time });
const params = z.object({ id });
const sections = z.object(
  Object.fromEntries(Object.keys(clientSectionsSchema.shape).map((name) => [name, z.boolean().optional()])),
);

/** C2: people for orders, and what each client's contacts see. */
export function adminOrderRoutes(app: App, central: Central): void {
  const security = [{ admin: [] }];

  app.post(
    '/v1/admin/placements',
    {
      schema: {
        summary: 'Place a worker on an order (C2)',
        security,
        body: z.object({ orderId: id, workerId: id, startsAt: time.optional(), endsAt: time.optional() }),
        response: { 201: z.object({ id, serverTime: time }), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const placed = await central.store.write((rows) => placeWorker(central, rows, request.body));
      return placed
        ? reply.code(201).send({ id: placed.id, serverTime: isoOf(central.now()) })
        : refuse(reply, 'not_found', central.now(), 'There is no such order or worker.');
    },
  );

  app.post(
    '/v1/admin/placements/:id/status',
    {
      schema: {
        summary: 'Confirm a placement, or take it back (C2)',
        security,
        params,
        body: z.object({ status: z.enum(['placed', 'confirmed', 'cancelled']) }),
        response: { 200: doneSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { params: of, body } = request;
      const done = await central.store.write((rows) => setPlacement(central, rows, of.id, body.status));
      return done
        ? { serverTime: isoOf(central.now()) }
        : refuse(reply, 'not_found', central.now(), 'There is no such placement.');
    },
  );

  app.post(
    '/v1/admin/orders/:id/status',
    {
      schema: {
        summary: 'Open an order, or cancel it (C2)',
        security,
        params,
        body: z.object({ status: z.enum(['open', 'cancelled']) }),
        response: { 200: doneSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { params: of, body } = request;
      const done = await central.store.write((rows) => setOrder(central, rows, of.id, body.status));
      return done
        ? { serverTime: isoOf(central.now()) }
        : refuse(reply, 'not_found', central.now(), 'There is no such order.');
    },
  );

  app.post(
    '/v1/admin/sections',
    {
      schema: {
        summary: 'Switch sections on or off, for one client or for all (C2)',
        security,
        body: z.object({ clientId: id.optional(), sections }),
        response: { 200: doneSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { clientId, sections: wanted } = request.body;
      const done = await central.store.write(async (rows) => {
        const all = clientId === undefined ? (await rows.records.all('client')).map((one) => one.id) : [clientId];
        const set: boolean[] = [];
        for (const one of all) set.push(await setSections(central, rows, one, wanted));
        return set.every(Boolean);
      });
      return done
        ? { serverTime: isoOf(central.now()) }
        : refuse(reply, 'not_found', central.now(), 'There is no such client.');
    },
  );
}
