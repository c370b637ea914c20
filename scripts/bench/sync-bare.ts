import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Sqlite } from '../../main/sqlite.ts';

const BATCH = 500;

/**
 * How long the least takes that can bring a journal's events over (ms): read 500, send them as JSON, have each in a row of a database
 * and all of them durable (bare-alone.ts, in a process of its own), write down how far it is, and so on.
 */
export async function drainBare(journal: Sqlite, count: number, folder: string, databaseUrl?: string): Promise<number> {
  const taking = fork(new URL('bare-alone.ts', import.meta.url), [folder, ...(databaseUrl ? [databaseUrl] : [])]);
  const [{ url }] = (await once(taking, 'message')) as [{ url: string }];
  const page = journal.prepare<[number, number], { body: string; hash: string }>(
    'select body, hash from event where seq > ? order by seq limit ?',
  );
  const settle = journal.prepare(`insert or replace into meta values ('bare', ?)`);

  const begunMs = performance.now();
  for (let seq = 0; seq < count; seq += BATCH) {
    const events = page.all(seq, BATCH).map(({ body, hash }) => ({ ...(JSON.parse(body) as object), hash }));
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ events }) });
    await answer.json();
    settle.run(String(seq + BATCH));
  }
  const tookMs = performance.now() - begunMs;
  taking.disconnect();
  await once(taking, 'exit');
  return tookMs;
}
