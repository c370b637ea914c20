import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Pool } from 'pg';
import type { Sqlite } from '../../main/sqlite.ts';

const BATCH = 500;
const TABLE = 'create table event (id text primary key, seq bigint not null, body text not null)';

interface Bare {
  /** All of a batch durable. */
  readonly take: (events: readonly { readonly id: string; readonly seq: number }[]) => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

export function bareSqlite(folder: string): Bare {
  const store = new Database(path.join(folder, 'bare.sqlite'));
  store.pragma('journal_mode = WAL');
  store.pragma('synchronous = FULL');
  store.exec(TABLE.replace('bigint', 'integer'));
  const insert = store.prepare('insert or ignore into event values (?, ?, ?)');
  const take = store.transaction((events: readonly { id: string; seq: number }[]) => {
    for (const event of events) insert.run(event.id, event.seq, JSON.stringify(event));
  });
  return { take: async (events) => take.immediate(events), close: async () => store.close() };
}

export async function barePostgres(databaseUrl: string): Promise<Bare> {
  const pool = new Pool({ connectionString: databaseUrl });
  await pool.query(TABLE);
  const text =
    'insert into event select * from unnest($1::text[], $2::bigint[], $3::text[]) on conflict (id) do nothing';
  return {
    take: (events) => {
      const values = [
        events.map(({ id }) => id),
        events.map(({ seq }) => seq),
        events.map((one) => JSON.stringify(one)),
      ];
      return pool.query({ name: 'take', text, values });
    },
    close: () => pool.end(),
  };
}

/** The least that can bring the same events over: read, send as JSON, insert each with its id, all of a batch durable, answer. */
export async function drainBare(journal: Sqlite, bare: Bare, count: number): Promise<number> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { events } = JSON.parse(Buffer.concat(chunks).toString()) as { events: { id: string; seq: number }[] };
      void bare.take(events).then(() => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ results: events.map(({ id }) => ({ id, status: 'accepted' })) }));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
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
  await new Promise((resolve) => server.close(resolve));
  await bare.close();
  return tookMs;
}
