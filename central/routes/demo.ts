import { z } from 'zod';
import type { Central } from '../central.ts';
import { demoBadges, demoBadgeSchema } from '../demo/badges.ts';
import { refuse } from '../http/problems.ts';
import { nextRemoteCheckIn } from '../demo/remote.ts';
import { sendPage } from '../http/send-page.ts';
import type { App } from '../http/server.ts';
import { demoPage } from '../pages/demo-page.ts';
import { qrPng, qrSvg } from '../pages/qr.ts';

/** Only with --demo: shows badges to whoever asks. */
export function demoRoutes(app: App, central: Central): void {
  app.post('/demo/remote-check-in', { bodyLimit: 1024, schema: { hide: true } }, async (_request, reply) => {
    await central.store.write((rows) => nextRemoteCheckIn(central, rows));
    return reply.redirect('/demo', 303);
  });

  app.get('/demo', { schema: { hide: true } }, async (_request, reply) => {
    const drawn = (await demoBadges(central)).map(async (badge) => ({ ...badge, svg: await qrSvg(badge.text) }));
    return sendPage(reply, demoPage(await Promise.all(drawn)));
  });

  app.get('/demo/badges.json', { schema: { hide: true, response: { 200: demoBadgeSchema.array() } } }, () =>
    demoBadges(central),
  );

  app.get(
    '/demo/badges/:key.png',
    { schema: { hide: true, params: z.object({ key: z.string().max(100) }) } },
    async (request, reply) => {
      const badge = (await demoBadges(central)).find((one) => one.key === request.params.key);
      if (!badge) return refuse(reply, 'not_found', central.now());
      return reply.type('image/png').send(await qrPng(badge.text));
    },
  );
}
