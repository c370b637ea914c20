import type { Clock } from '../clock.ts';
import type { EnrolledAs } from '../identity.ts';
import type { Log } from '../log.ts';
import { createCentralClient, type CentralClient } from './central-client.ts';
import { createTokenKeeper, tokensOf, type TokenKeeper } from './token-keeper.ts';

export interface OpenClientParts {
  readonly identity: EnrolledAs;
  /** On disk when it returns. */
  readonly keepIdentity: (identity: EnrolledAs) => void;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly log: Pick<Log, 'info'>;
}

/** The line to central as this device, with its token and the clock that learns from every answer. */
export function openClient(parts: OpenClientParts): { readonly client: CentralClient; readonly tokens: TokenKeeper } {
  const { identity, clock } = parts;
  const tokens = createTokenKeeper({
    tokens: tokensOf(identity),
    write: ({ current, sinceMs, next }) =>
      parts.keepIdentity({ ...identity, deviceToken: current, tokenSinceMs: sinceMs, nextToken: next }),
    nowMs: clock.nowMs,
    monotonicMs: clock.monotonicMs,
    onFailure: (detail) => parts.log.info({ detail }, 'the token is as it was'),
  });
  const client = createCentralClient({
    baseUrl: identity.centralUrl,
    token: tokens.token,
    tokenMet: tokens.met,
    fetch: parts.fetch,
    learnTime: clock.learnOffset,
    nowMs: clock.nowMs,
  });
  return { client, tokens };
}
