import { z } from 'zod';
import { badgeAnswerSchema, badgeRequestSchema } from '../../core/sync/wire.ts';
import type { Badge, Worker } from '../../core/site/entities.ts';
import { issueBadge, renewBadge } from '../badges/issue.ts';
import { standingOf } from '../badges/standing.ts';
import { isoOf, type Central } from '../central.ts';
import { deviceOf, isAdmin } from '../http/device-of.ts';
import { problemAnswers, refuse } from '../http/problems.ts';
import { sendPage } from '../http/send-page.ts';
import type { App } from '../http/server.ts';
import { badgePage } from '../pages/badge-page.ts';
import { qrSvg } from '../pages/qr.ts';
import type { Rows } from '../store/store.ts';

/** D6: how long a badge is good that a worker makes alone. */
const RENEWED_HOURS = 24;
const tokenSchema = z.object({ token: z.string().regex(/^[\w-]{16,64}$/) });

export function badgeRoutes(app: App, central: Central): void {
  app.post(
    '/v1/badges',
    {
      schema: {
        summary: 'A new signed badge; Location names the page to send to the worker',
        security: [{ device: [] }, { admin: [] }],
        body: badgeRequestSchema,
        response: { 201: badgeAnswerSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const device = isAdmin(central, request) ? undefined : await deviceOf(central, request);
      if (device && !device.ok) return refuse(reply, device.fault, central.now());
      const page = await central.store.write(async (rows) => {
        const { workerId } = request.body;
        const inSight = !device || (await rows.feed.holders('worker', workerId)).includes(device.value.locationId);
        return inSight ? issueBadge(central, rows, request.body) : undefined;
      });
      if (!page) return refuse(reply, 'worker_unknown', central.now());
      const { badgeId, text, token } = page;
      const answer: z.infer<typeof badgeAnswerSchema> = { badgeId, text, serverTime: isoOf(central.now()) };
      return reply.code(201).header('location', `/badges/${token}`).send(answer);
    },
  );

  app.get('/badges/:token', { schema: { hide: true, params: tokenSchema } }, async (request, reply) => {
    const found = await central.store.read((rows) => look(rows, request.params.token));
    if (!found) return refuse(reply, 'not_found', central.now());
    const { page, badge, worker } = found;
    const standing = standingOf(badge, worker, central.now());
    return sendPage(
      reply,
      badgePage({ worker, badge, standing, svg: await qrSvg(page.text), path: `/badges/${page.token}` }),
    );
  });

  // A browser's form sends a body of its own type, which says nothing: the link alone is asked.
  app.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => {
    payload.resume().on('end', () => done(null));
  });
  app.post(
    '/badges/:token',
    { bodyLimit: 1024, schema: { hide: true, params: tokenSchema } },
    async (request, reply) => {
      const found = await central.store.write(async (rows) => {
        const looked = await look(rows, request.params.token);
        const ended = looked && standingOf(looked.badge, looked.worker, central.now()) === 'ended';
        if (ended) await renewBadge(central, rows, looked.page, RENEWED_HOURS);
        return looked;
      });
      if (!found) return refuse(reply, 'not_found', central.now());
      return reply.redirect(`/badges/${found.page.token}`, 303);
    },
  );
}

async function look(rows: Rows, token: string) {
  const page = await rows.badges.page(token);
  const badge = page && ((await rows.records.get('badge', page.badgeId))?.data as Badge | undefined);
  const worker = page && ((await rows.records.get('worker', page.workerId))?.data as Worker | undefined);
  return page && badge && worker ? { page, badge, worker } : undefined;
}
