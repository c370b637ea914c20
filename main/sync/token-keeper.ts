import type { EnrolledAs } from '../identity.ts';
import { isRotationDue, tokensAfter, tokenToShow, withNext, type Tokens } from '../../core/sync/rotation.ts';
import type { CentralClient } from './central-client.ts';

export interface TokenKeeper {
  /** What the next request shows. */
  readonly token: () => string;
  /** Central let a token in, or did not know it. */
  readonly met: (token: string, good: boolean) => void;
  /** To be called whenever central answers: asks for a new token when it is time. */
  readonly look: (client: Pick<CentralClient, 'rotate'>) => void;
}

export interface TokenKeeperParts {
  readonly tokens: Tokens;
  /** On disk, sealed, when it returns; throws when it can't be written. */
  readonly write: (tokens: Tokens) => void;
  readonly nowMs: () => number;
  readonly monotonicMs: () => number;
  readonly onFailure: (detail: string) => void;
}

/** After a rotation that came to nothing. */
const RETRY_MS = 60_000;

/**
 * Keeps what this gate shows to central (PROTOCOL "Devices"). A new token is on disk before it is shown, and the old one stays there
 * until central took the new one: whenever the power goes, one of the two on disk works.
 */
export function createTokenKeeper(parts: TokenKeeperParts): TokenKeeper {
  let { tokens } = parts;
  let notBeforeMs = 0;
  let asking = false;

  const change = (next: Tokens): void => {
    if (next === tokens) return;
    parts.write(next);
    tokens = next;
  };
  const ask = async (client: Pick<CentralClient, 'rotate'>): Promise<void> => {
    const answer = await client.rotate();
    if (answer.ok) change(withNext(tokens, answer.value.deviceToken));
    else parts.onFailure(answer.fault.detail);
  };

  return {
    token: () => tokenToShow(tokens),
    met(token, good) {
      const after = tokensAfter(tokens, token, good, parts.nowMs());
      // Nothing is lost by writing this later: both tokens are on disk. A disk that is full must not stop the sync.
      tryTo(() => change(after), parts.onFailure);
    },
    look(client) {
      if (asking || parts.monotonicMs() < notBeforeMs || !isRotationDue(tokens, parts.nowMs())) return;
      asking = true;
      notBeforeMs = parts.monotonicMs() + RETRY_MS;
      ask(client)
        .catch((error: unknown) => parts.onFailure(String(error)))
        .finally(() => (asking = false));
    },
  };
}

function tryTo(act: () => void, onFailure: (detail: string) => void): void {
  try {
    act();
  } catch (error) {
    onFailure(String(error));
  }
}

export const tokensOf = ({ deviceToken, tokenSinceMs, nextToken }: EnrolledAs): Tokens => ({
  current: deviceToken,
  ...(tokenSinceMs === undefined ? {} : { sinceMs: tokenSinceMs }),
  ...(nextToken === undefined ? {} : { next: nextToken }),
});
