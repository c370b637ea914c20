import rateLimit from '@fastify/rate-limit';
import type { Central } from '../central.ts';
import type { App } from '../http/server.ts';

const MINUTE_MS = 60_000;

/**
 * So many requests a minute for each token, or for each address where there is none: one gate gone wild never slows the others. What is
 * beyond is answered 429 with Retry-After, which a gate obeys. Each process counts for itself.
 */
export async function limitLoad(app: App, central: Pick<Central, 'requestsPerMinute' | 'sha256'>): Promise<void> {
  const max = central.requestsPerMinute;
  if (max === undefined) return;
  await app.register(rateLimit, {
    max,
    timeWindow: MINUTE_MS,
    // By its hash: no token lies about in memory longer than its request.
    keyGenerator({ headers: { authorization }, ip }) {
      return authorization === undefined ? ip : central.sha256(Buffer.from(authorization));
    },
    allowList: ({ url }) => url.startsWith('/health'),
  });
}
