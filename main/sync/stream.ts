import { gateHeaders } from './headers.ts';

export interface StreamParts {
  readonly url: string;
  readonly token: () => string | undefined;
  readonly fetch: typeof fetch;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly random: () => number;
  /** Central says that something changed. */
  readonly onChanged: () => void;
  /** The stream opened, or broke: a hint about the line, no more. */
  readonly onLine: (hint: 'online' | 'offline') => void;
}

export interface Stream {
  /** Central has just answered something after it had not: the stream is opened anew at once, and not when its own pause is over. */
  readonly answeredAgain: () => void;
  readonly stop: () => void;
}

/** Central sends a comment every 15 s; three missed ones mean that the line is dead though nobody said so. */
const SILENCE_MS = 45_000;
const RETRY_MS = { least: 1000, most: 30_000 };
/** Gates that lost central together don't return together. */
const RETURN_SPREAD_MS = 1000;

/**
 * Listens to central's nudges (Server-Sent Events, WHATWG HTML 9.2). Losing the stream loses speed and nothing else, so an
 * event's data are not even read: whatever it announces is fetched by the loop.
 */
export function listenToStream(parts: StreamParts): Stream {
  let stopped = false;
  let failures = 0;
  let abort = new AbortController();
  let cancelRetry = (): void => {};

  const listen = async (): Promise<void> => {
    const own = new AbortController();
    abort = own;
    let cancelSilence = (): void => {};
    const heard = (): void => {
      cancelSilence();
      cancelSilence = parts.setTimer(() => own.abort(), SILENCE_MS);
    };
    try {
      heard();
      const response = await parts.fetch(parts.url, {
        headers: { accept: 'text/event-stream', ...gateHeaders(parts.token()) },
        signal: own.signal,
      });
      if (!response.ok || !response.body || !response.headers.get('content-type')?.includes('text/event-stream'))
        return;
      failures = 0;
      parts.onLine('online');
      const decoder = new TextDecoder();
      let rest = '';
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        heard();
        const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r/);
        rest = (lines.pop() ?? '').slice(-4096);
        if (lines.some((line) => /^event: ?(changed|revoked|message)$/.test(line))) parts.onChanged();
      }
    } catch {
      // Broken, refused or silent: all the same to a nudge.
    } finally {
      cancelSilence();
      // Another one has taken its place: nothing broke.
      if (abort === own) again();
    }
  };

  const again = (): void => {
    if (stopped) return;
    if (failures === 0) parts.onLine('offline');
    failures += 1;
    const ceilingMs = Math.min(RETRY_MS.most, RETRY_MS.least * 2 ** failures);
    cancelRetry = parts.setTimer(() => void listen(), RETRY_MS.least + parts.random() * (ceilingMs - RETRY_MS.least));
  };

  /** One that seems open is left as well: on a line that was dead it would be silent for 45 s before anybody knew. */
  const answeredAgain = (): void => {
    if (stopped) return;
    const old = abort;
    abort = new AbortController();
    old.abort();
    cancelRetry();
    failures = 1;
    cancelRetry = parts.setTimer(() => void listen(), parts.random() * RETURN_SPREAD_MS);
  };

  void listen();
  return {
    answeredAgain,
    stop() {
      stopped = true;
      cancelRetry();
      abort.abort();
    },
  };
}
