/**
 * The least that can take events over HTTP into a database, in a process of its own: `node bare-alone.ts <folder> [<database>]`. Each
 * event is one row with its id, its number and its JSON (hash included); all of a batch is one durable transaction; then it answers.
 * No checks, no gzip, no framework: node:http, JSON.parse, one prepared insert. Tells its parent where it is.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Pool } from 'pg';

interface Event {
  readonly id: string;
  readonly seq: number;
}
type Take = (events: readonly Event[]) => Promise<unknown>;

const TABLE = 'create table event (id text primary key, seq bigint not null, body text not null)';

const [, , folder, databaseUrl] = process.argv;
if (folder === undefined) throw new Error('bare-alone takes a folder');
const take = databaseUrl === undefined ? sqlite(folder) : await postgres(databaseUrl);
const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { events } = JSON.parse(Buffer.concat(chunks).toString()) as { events: Event[] };
    void take(events).then(() => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ results: events.map(({ id }) => ({ id, status: 'accepted' })) }));
    });
  });
});
server.listen(0, '127.0.0.1', () =>
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }),
);
process.on('disconnect', () => process.exit(0));

function sqlite(directory: string): Take {
  const store = new Database(path.join(directory, 'bare.sqlite'));
  store.pragma('journal_mode = WAL');
  store.pragma('synchronous = FULL');
  store.exec(TABLE.replace('bigint', 'integer'));
  const insert = store.prepare('insert or ignore into event values (?, ?, ?)');
  const all = store.transaction((events: readonly Event[]) => {
    for (const event of events) insert.run(event.id, event.seq, JSON.stringify(event));
  });
  return async (events) => all.immediate(events);
}

async function postgres(url: string): Promise<Take> {
  const pool = new Pool({ connectionString: url });
  await pool.query(TABLE);
  const text =
    'insert into event select * from unnest($1::text[], $2::bigint[], $3::text[]) on conflict (id) do nothing';
  return (events) => {
    const values = [events.map(({ id }) => id), events.map(({ seq }) => seq), events.map((one) => JSON.stringify(one))];
    return pool.query({ name: 'take', text, values });
  };
}
