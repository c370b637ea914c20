import type { FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import type { Result } from '../../core/result.ts';
import type { Central } from '../central.ts';
import { authenticate, type AcceptedTokens, type TokenFault } from '../devices/authenticate.ts';
import type { Device } from '../store/store.ts';

type Asking = Pick<FastifyRequest, 'headers'>;

/** The device that asks, or why it may not. */
export const deviceOf = (
  central: Central,
  request: Asking,
  tokens: AcceptedTokens = 'current',
): Promise<Result<Device, TokenFault>> => authenticate(central, request.headers.authorization, tokens);

/** Whether the request carries the operator's token; undefined when administration is off. */
export function isAdmin(central: Central, request: Asking): boolean | undefined {
  if (central.adminToken === undefined) return undefined;
  const [given, wanted] = [request.headers.authorization ?? '', `Bearer ${central.adminToken}`].map((text) =>
    Buffer.from(central.sha256(Buffer.from(text))),
  ) as [Buffer, Buffer];
  return timingSafeEqual(given, wanted);
}
