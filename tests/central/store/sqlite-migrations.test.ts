import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../../central/store/sqlite/migrations.ts';
import { openSqliteStore } from '../../../central/store/sqlite/open.ts';
import { temporaryFolder } from '../running-central.ts';

/** A database as the program before the step with this number left it. */
async function before(step: number, rows: string): Promise<string> {
  const directory = await temporaryFolder();
  const database = new Database(join(directory, 'central.sqlite'));
  for (const migration of MIGRATIONS.slice(0, step)) database.exec(migration);
  database.exec(rows);
  database.pragma(`user_version = ${step}`);
  database.close();
  return directory;
}

test('numbers per location go on from the one number for all, and who is barred is still told first', async () => {
  const store = openSqliteStore(
    await before(
      4,
      `insert into note values ('head_rev', '41'), ('floor_rev', '7');
       insert into record values ('badge', 'lost', '{"id":"lost","revokedAt":"2026-01-01T00:00:00.000Z"}'),
         ('badge', 'good', '{"id":"good"}'), ('worker', 'blocked', '{"id":"blocked","blocked":{"reason":"x"}}');
       insert into feed values ('here', 3, 'badge', 'lost', 'put', 1), ('here', 5, 'badge', 'good', 'put', 1),
         ('here', 9, 'worker', 'blocked', 'put', 1), ('there', 41, 'badge', 'good', 'put', 1);`,
    ),
  );
  await store.write((rows) => rows.feed.tell('here', 'badge', 'good', 'delete', 2));
  const found = await store.read(async ({ feed }) => ({
    heads: [await feed.headRev('here'), await feed.headRev('there'), await feed.headRev('elsewhere')],
    floor: await feed.floorRev('there'),
    barred: (await feed.barred('here', 10)).map(({ id }) => id),
  }));
  await store.close();
  expect(found).toEqual({ heads: [42, 41, 0], floor: 7, barred: ['blocked', 'lost'] });
});

test('a database of a newer program is left alone', async () => {
  const directory = await before(MIGRATIONS.length, 'select 1');
  const database = new Database(join(directory, 'central.sqlite'));
  database.pragma(`user_version = ${MIGRATIONS.length + 1}`);
  database.close();
  expect(() => openSqliteStore(directory)).toThrow('start a newer central');
});
