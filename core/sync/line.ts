/** So many requests in a row without an answer make the gate offline; a refused connection does at once. */
export const OFFLINE_AFTER_FAILURES = 2;
/** So many answers in a row bring an offline gate back: on a line that comes and goes, the screen does not flicker with it. */
export const ONLINE_AFTER_ANSWERS = 2;

/** The line to central as staff see it. `connecting`: nothing was answered yet, and nothing has failed often enough. */
export interface Line {
  readonly state: 'connecting' | 'online' | 'offline' | 'revoked';
  /** Since when, by the clock of the inputs. */
  readonly sinceMs: number;
  /** Requests in a row that found no central. */
  readonly failures: number;
  /** Requests in a row that central answered, as far as an offline gate counts them. */
  readonly answers: number;
}

/** What one request says about the line, its outcome aside: an error that central itself words was still an answer. */
export type LineNews = 'reached' | 'missed' | 'refused';

export function lineAfter(line: Line, news: LineNews, nowMs: number): Line {
  if (line.state === 'revoked') return line;
  if (news === 'reached') {
    const answers = line.answers + 1;
    const back = line.state !== 'offline' || answers >= ONLINE_AFTER_ANSWERS;
    return back ? { ...turned(line, 'online', nowMs), failures: 0, answers: 0 } : { ...line, failures: 0, answers };
  }
  const failures = line.failures + 1;
  const gone = news === 'refused' || failures >= OFFLINE_AFTER_FAILURES;
  return { ...(gone ? turned(line, 'offline', nowMs) : line), failures, answers: 0 };
}

/** The system says that the network went away: not believed by itself, but the next failure is enough. */
export const lineDoubted = (line: Line): Line => ({
  ...line,
  failures: Math.max(line.failures, OFFLINE_AFTER_FAILURES - 1),
});

export const lineRevoked = (line: Line, nowMs: number): Line => turned(line, 'revoked', nowMs);

/** One answer was heard and another would settle it. */
export const isComingBack = (line: Line): boolean => line.state === 'offline' && line.answers > 0;

const turned = (line: Line, state: Line['state'], nowMs: number): Line =>
  line.state === state ? line : { ...line, state, sinceMs: nowMs };
