import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Central } from '../central.ts';
import { windowLimit } from '../http/limit.ts';
import type { App } from '../http/server.ts';
import { audit } from './audit.ts';

/** More than these in a minute say nothing new, and would fill the disk of whoever is attacked. */
const REFUSED_PER_MINUTE = 10;
const ACTOR = 'admin_api';
const subjectSchema = z.object({
  params: z.looseObject({ id: z.string().optional() }).optional(),
  body: z.looseObject({ gateId: z.string().optional(), workerId: z.string().optional() }).nullish(),
  query: z.looseObject({ deviceId: z.string().optional() }).optional(),
});

/** Every call of the admin's is on record before it is done, and if it was refused, after. */
export function auditAdminCalls(app: App, central: Central): void {
  const asked = new WeakSet<FastifyRequest>();
  app.addHook('preHandler', async (request) => {
    await audit(central, { actor: ACTOR, action: actionOf(request), subject: subjectOf(request) });
    asked.add(request);
  });
  app.addHook('onSend', async (request, reply) => {
    if (!asked.has(request) || reply.statusCode < 400) return;
    const refused = { actor: ACTOR, action: actionOf(request), subject: subjectOf(request) };
    await audit(central, { ...refused, outcome: `refused_${reply.statusCode}` }).catch((error: unknown) =>
      app.log.error({ error }, 'a refusal is not on record'),
    );
  });
}

/** Somebody came with another token than the admin's. */
export function auditWrongTokens(central: Central): (ip: string) => Promise<void> {
  const limit = windowLimit(REFUSED_PER_MINUTE, 60_000, central.now);
  return async (ip) => {
    if (limit.spent(ip)) return;
    limit.count(ip);
    await audit(central, { actor: ACTOR, action: 'signed_in', outcome: 'token_unknown' });
  };
}

const actionOf = ({ method, routeOptions }: FastifyRequest): string =>
  `${method} ${(routeOptions.url ?? '').replace('/v1/admin/', '')}`;

function subjectOf({ params, body, query }: FastifyRequest): string | undefined {
  const read = subjectSchema.safeParse({ params, body, query });
  if (!read.success) return undefined;
  const { data } = read;
  return data.params?.id ?? data.body?.gateId ?? data.body?.workerId ?? data.query?.deviceId;
}
