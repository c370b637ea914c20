import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { listenToStream } from '../../../main/sync/stream.ts';
import { virtualTime } from '../virtual-time.ts';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A central that only streams, over real HTTP; the gate's own time passes when the test says so. */
async function streaming() {
  const open: ServerResponse[] = [];
  const waiting: (() => void)[] = [];
  let isAway = true;
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    if (isAway) response.writeHead(503).end();
    else {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
      open.push(response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const time = virtualTime();
  const hints: string[] = [];
  const told = (what: string): void => {
    hints.push(what);
    waiting.splice(0).forEach((go) => go());
  };
  const timers: number[] = [];
  const stream = listenToStream({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    token: () => 'token',
    fetch,
    setTimer(run, ms) {
      timers.push(ms);
      if (ms < 45_000) waiting.splice(0).forEach((go) => go());
      return time.setTimer(run, ms);
    },
    random: () => 0.99,
    onChanged: () => told('changed'),
    onLine: told,
  });
  closers.push(() => {
    stream.stop();
    server.closeAllConnections();
    server.close();
  });
  return {
    stream,
    time,
    hints,
    timers,
    open,
    asked: () => asked,
    comeBack: () => void (isAway = false),
    /** Until the gate says something about its line, or waits for its next try. */
    news: () => new Promise<void>((resolve) => void waiting.push(resolve)),
  };
}

test('after a long outage the stream is back within two seconds of the first good answer, not when its pause is over', async () => {
  const { stream, time, hints, timers, comeBack, news } = await streaming();
  await news();
  for (let tries = 0; tries < 6; tries += 1) {
    const next = news();
    await time.pass(timers.at(-1) ?? 0);
    await next;
  }
  expect(timers.at(-1)).toBeGreaterThan(25_000);
  comeBack();
  stream.answeredAgain();
  const next = news();
  await time.pass(2000);
  await next;
  expect(hints.at(-1)).toBe('online');
});

test('a stream that only seems open after an outage is opened anew, and that is no news about the line', async () => {
  const { stream, time, hints, open, asked, comeBack, news } = await streaming();
  await news();
  comeBack();
  const first = news();
  await time.pass(3000);
  await first;
  const before = { asked: asked(), hints: hints.length };
  stream.answeredAgain();
  const second = news();
  await time.pass(2000);
  await second;
  expect([asked() - before.asked, hints.slice(before.hints)]).toEqual([1, ['online']]);
  const changed = news();
  open.at(-1)?.write('event: changed\ndata: {}\n\n');
  await changed;
  expect(hints.at(-1)).toBe('changed');
});
