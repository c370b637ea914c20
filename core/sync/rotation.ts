/** A stolen token is worth something for so long at most. */
export const ROTATE_EVERY_MS = 30 * 86_400_000;

/** A gate's token, and the one that is to take its place: told by central, on disk, not shown to central yet. */
export interface Tokens {
  readonly current: string;
  /** When the current one came, Unix milliseconds; undefined: not known, so long ago. */
  readonly sinceMs?: number;
  readonly next?: string;
  /** Central takes the current one for nothing but asking for another. */
  readonly ended?: boolean;
}

/** What to show to central: the newest, as soon as it is on disk. */
export const tokenToShow = (tokens: Tokens): string => tokens.next ?? tokens.current;

/** A clock that was set back makes nothing due; one that was set forward only rotates early. */
export const isRotationDue = ({ sinceMs, next, ended }: Tokens, nowMs: number): boolean =>
  next === undefined && (ended === true || sinceMs === undefined || nowMs - sinceMs >= ROTATE_EVERY_MS);

export const withNext = (tokens: Tokens, next: string): Tokens => ({ ...tokens, next });

/** What central's answer to a token leaves: the first use of the new one ends the old; a new one that is not known is dropped. */
export function tokensAfter(tokens: Tokens, shown: string, good: boolean, nowMs: number): Tokens {
  const { next, ended: _ended, ...rest } = tokens;
  if (shown === next) return good ? { current: next, sinceMs: nowMs } : rest;
  if (shown !== tokens.current || good) return tokens;
  return { ...tokens, ended: true };
}
