import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../../central/store/sqlite/migrations.ts';
import { openPostgresStore } from '../../../central/store/postgres/open.ts';
import { askOnce } from '../../../scripts/postgres/ask.ts';
import { enrolled, eventsAt, startCentral, temporaryFolder } from '../running-central.ts';
import { databaseOf } from './on-postgres.ts';

const emptyDatabase = async (): Promise<string> => databaseOf(await temporaryFolder(), false);
const throwOut = (url: string) =>
  askOnce(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
const openedStore = async (url: string) => {
  const store = await openPostgresStore(url);
  onTestFinished(() => store.close());
  return store;
};

test('both stores have the same tables and columns', async () => {
  const url = await emptyDatabase();
  await openedStore(url);
  const there = await askOnce(
    url,
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and table_name <> 'schema_step' and column_name <> 'rowid'`,
  );
  const file = new Database(':memory:');
  for (const step of MIGRATIONS) file.exec(step);
  const here = file
    .prepare<[], string>(
      `select t.name || '.' || c.name from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'`,
    )
    .pluck()
    .all();
  expect(new Set(there.map(({ name }) => name))).toEqual(new Set(here));
});

test.each([`update audit set actor = 'nobody'`, 'delete from audit', 'truncate audit'])(
  'the database refuses: %s',
  async (order) => {
    const url = await emptyDatabase();
    await openedStore(url);
    await askOnce(url, `insert into audit values ('1', 1, 'operator', 'signed_in', null, null)`);
    await expect(askOnce(url, order)).rejects.toThrow('the audit is never edited');
  },
);

test('texts are in the order of their bytes, whatever language the server speaks', async () => {
  const url = await emptyDatabase();
  await openedStore(url);
  const others = await askOnce(
    url,
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`,
  );
  expect(others).toEqual([]);
});

test('several that start at once on an empty database make one schema and one epoch', async () => {
  const directory = await temporaryFolder();
  const all = await Promise.all([1, 2, 3].map(() => startCentral({ directory, demo: false })));
  expect(new Set(all.map(({ central }) => central.epoch)).size).toBe(1);
});

test('a database of a newer program is left alone', async () => {
  const url = await emptyDatabase();
  await openedStore(url);
  await askOnce(url, 'insert into schema_step values (1000)');
  await expect(openPostgresStore(url)).rejects.toThrow('start a newer central');
});

test('a server that is not there is said so', async () => {
  await expect(openPostgresStore('postgres://central@localhost/x?host=/nowhere')).rejects.toThrow('nowhere');
});

test('a server that throws everybody out costs one answer; streams hear that they may have missed something', async () => {
  const url = await emptyDatabase();
  const store = await openedStore(url);
  const missed = new Promise((resolve) => store.watch(({ kind }) => kind === 'missed' && resolve(kind)));
  const cut = store.write(async (rows) => {
    await rows.notes.set('of', 'the lost transaction');
    await throwOut(url);
    return rows.notes.get('of');
  });
  await expect(cut).rejects.toThrow(/terminat|connection/i);
  await store.write((rows) => rows.notes.set('after', 'goes on'));
  expect(await store.read(async ({ notes }) => [await notes.get('of'), await notes.get('after')])).toEqual([
    undefined,
    'goes on',
  ]);
  expect(await missed).toBe('missed');
});

test('names that PostgreSQL cannot write are taken like any other, and events come back as they were', async () => {
  const running = await startCentral();
  const device = await enrolled(running);
  const names = ['nul\u0000', 'back\\u0000slash', 'back\\\u0000slash and nul', '"quoted" \u{1f6a7}'];
  const events = names.map((workerId) => device.checkIn(workerId));
  const later = names.map((workerId) => device.checkOut(workerId));
  expect((await device.push(...events, ...later)).map(({ status }) => status)).toEqual(Array(8).fill('accepted'));
  expect((await eventsAt(running, device.deviceId)).map(({ data }) => data['workerId'])).toEqual([...names, ...names]);
  const halved = { ...device.event('x.unknown', {}), id: 'half \ud800' };
  expect(await device.push(halved)).toMatchObject([{ status: 'rejected', code: 'malformed' }]);
});
