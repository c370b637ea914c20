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

/** Central sends a comment every 15 s; three missed ones mean that the line is dead though nobody said so. */
const SILENCE_MS = 45_000;
const RETRY_MS = { least: 1000, most: 30_000 };

/**
 * Listens to central's nudges (Server-Sent Events, WHATWG HTML 9.2). Losing the stream loses speed and nothing else, so an
 * event's data are not even read: whatever it announces is fetched by the loop. Returns the function that stops listening.
 */
export function listenToStream(parts: StreamParts): () => void {
  let stopped = false;
  let failures = 0;
  let abort = new AbortController();
  let cancelRetry = (): void => {};

  const listen = async (): Promise<void> => {
    abort = new AbortController();
    let cancelSilence = (): void => {};
    const heard = (): void => {
      cancelSilence();
      cancelSilence = parts.setTimer(() => abort.abort(), SILENCE_MS);
    };
    try {
      heard();
      const token = parts.token();
      const response = await parts.fetch(parts.url, {
        headers: { accept: 'text/event-stream', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        signal: abort.signal,
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
      again();
    }
  };

  const again = (): void => {
    if (stopped) return;
    if (failures === 0) parts.onLine('offline');
    failures += 1;
    const ceilingMs = Math.min(RETRY_MS.most, RETRY_MS.least * 2 ** failures);
    cancelRetry = parts.setTimer(() => void listen(), RETRY_MS.least + parts.random() * (ceilingMs - RETRY_MS.least));
  };

  void listen();
  return () => {
    stopped = true;
    cancelRetry();
    abort.abort();
  };
}
