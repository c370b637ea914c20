import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Central } from '../central.ts';
import { deviceOf } from '../http/device-of.ts';
import { problemAnswers, refuse } from '../http/problems.ts';
import type { App } from '../http/server.ts';
import type { Device, Notice } from '../store/store.ts';
import { formatCursor } from '../sync/cursor.ts';

const nudges = {
  description: 'Nudges, as long as both stay',
  content: { 'text/event-stream': { schema: z.string() } },
};

/** Server-Sent Events (WHATWG HTML 9.2). They only nudge: each connection begins with one `changed`, so none is missed between two. */
export function streamRoutes(app: App, central: Central): void {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => open.forEach((end) => end()));

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
      const end = follow(central, device.value, reply.raw, () => open.delete(end));
      open.add(end);
      return reply;
    },
  );
}

/** Writes nudges until either side ends; gives the way to end it from here. */
function follow(central: Central, device: Device, out: ServerResponse, ended: () => void): () => void {
  const tell = (event: string, data: unknown) => out.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const nudge = async () => {
    const rev = await central.store.read((rows) => rows.feed.headRev(device.locationId));
    const { epoch } = central;
    if (!out.writableEnded)
      tell('changed', { cursor: formatCursor({ epoch, locationId: device.locationId, rev, begunAtRev: rev }) });
  };
  const end = () => out.end();
  const unwatch = central.store.watch((notice: Notice) => {
    if (notice.kind === 'changed' && notice.locationIds.has(device.locationId)) void nudge();
    if (notice.kind === 'revoked' && notice.deviceId === device.id) {
      tell('revoked', {});
      end();
    }
  });
  const comments = setInterval(() => out.write(': still here\n\n'), central.streamCommentMs);
  out.on('close', () => {
    clearInterval(comments);
    unwatch();
    ended();
  });
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  void nudge();
  return end;
}
