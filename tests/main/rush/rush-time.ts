import type { Clock } from '../../../main/clock.ts';
import { virtualTime } from '../virtual-time.ts';

/** Two hours that pass in seconds: timers are virtual, requests are real and are waited for, and the network can be cut. */
export function rushTime(startMs: number) {
  const time = virtualTime();
  let offset: number | null = null;
  let isCut = false;
  let inFlight = 0;
  const streams = new Set<AbortController>();
  const clock: Clock = {
    nowMs: () => startMs + time.nowMs(),
    monotonicMs: time.nowMs,
    bootId: 'boot-rush',
    offsetMs: () => offset,
    learnOffset: (serverTime) => void (offset = Date.parse(serverTime) - clock.nowMs()),
  };
  const viaNetwork: typeof fetch = async (input, init) => {
    if (isCut) throw new TypeError('the network is cut');
    const url = input instanceof Request ? input.url : input.toString();
    if (url.endsWith('/stream')) {
      const cut = new AbortController();
      streams.add(cut);
      init?.signal?.addEventListener('abort', () => cut.abort());
      return fetch(input, { ...init, signal: cut.signal });
    }
    inFlight += 1;
    try {
      const answer = await fetch(input, init);
      const body = await answer.arrayBuffer();
      return new Response(body, { status: answer.status, headers: answer.headers });
    } finally {
      inFlight -= 1;
    }
  };
  /** Until nothing is on its way any more; a turn of the event loop lets what arrived be taken. */
  const quiet = async (): Promise<void> => {
    do await new Promise((resolve) => setImmediate(resolve));
    while (inFlight > 0);
  };
  return {
    clock,
    setTimer: time.setTimer,
    viaNetwork,
    cut(wanted: boolean) {
      isCut = wanted;
      if (wanted) for (const stream of streams) stream.abort();
      if (wanted) streams.clear();
    },
    async pass(ms: number) {
      await time.pass(ms);
      await quiet();
    },
  };
}
