import { z } from 'zod';
import type { Central } from '../central.ts';
import { deviceOf } from '../http/device-of.ts';
import { problemAnswers, refuse } from '../http/problems.ts';
import type { App } from '../http/server.ts';
import { createHub } from '../streams/hub.ts';

const nudges = {
  description: 'Nudges, as long as both stay',
  content: { 'text/event-stream': { schema: z.string() } },
};

/** Server-Sent Events (WHATWG HTML 9.2). They only nudge: each connection begins with one `changed`, so none is missed between two. */
export function streamRoutes(app: App, central: Central): void {
  const hub = createHub(central);
  central.metrics.watchStreams(hub.count);
  app.addHook('preClose', async () => hub.close());

  app.get(
    '/v1/sync/stream',
    {
      schema: {
        summary: 'Server-Sent Events: changed {cursor}, revoked {}; a comment every 15 s',
        security: [{ device: [] }],
        response: { 200: nudges, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const device = await deviceOf(central, request);
      if (!device.ok) return refuse(reply, device.fault, central.now());
      reply.hijack();
      hub.follow(device.value, reply.raw);
      return reply;
    },
  );
}
