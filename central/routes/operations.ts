import { z } from 'zod';
import { isoOf, type Central } from '../central.ts';
import { isAdmin } from '../http/device-of.ts';
import { refuse } from '../http/problems.ts';
import type { App } from '../http/server.ts';

const hidden = { schema: { hide: true } } as const;

/** For whoever runs central: whether it lives, whether it can work, and its figures. */
export function operationRoutes(app: App, central: Central): void {
  const health = () => ({ status: 'ok', serverTime: isoOf(central.now()) });
  app.get('/health', hidden, async () => health());
  /** The process answers. Nothing else is looked at, so that a slow database never has it restarted. */
  app.get('/health/live', hidden, async () => health());
  /** The store answers too: requests may come. */
  app.get('/health/ready', hidden, async (_request, reply) => {
    try {
      await central.store.read((rows) => rows.notes.get('epoch'));
      return health();
    } catch (error) {
      app.log.error({ error }, 'the store does not answer');
      return reply.code(503).send({ status: 'store_unreachable', serverTime: isoOf(central.now()) });
    }
  });
  app.get('/metrics', { schema: { hide: true, response: { 200: z.string() } } }, async (request, reply) => {
    const admin = isAdmin(central, request);
    if (admin !== true) {
      const problem = refuse(reply, admin === undefined ? 'admin_off' : 'token_unknown', central.now());
      return reply.serializer(String).send(JSON.stringify(problem));
    }
    return reply
      .type(central.metrics.registry.contentType)
      .serializer(String)
      .send(await central.metrics.registry.metrics());
  });
}
