import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { actTables } from '../../../central/store/sql/act-tables.ts';
import { eventTables } from '../../../central/store/sql/event-tables.ts';
import { owedRows } from '../../../central/store/sql/owed-rows.ts';
import { recordTables } from '../../../central/store/sql/record-tables.ts';
import { MIGRATIONS } from '../../../central/store/sqlite/migrations.ts';
import { sqliteSql, type Connection } from '../../../central/store/sqlite/sql.ts';

/** What SQLite would go through for the orders that these tables prepare. */
function plansOf(tables: readonly ((sql: ReturnType<typeof sqliteSql>) => unknown)[]): string[] {
  const connection = new Database(':memory:');
  for (const migration of MIGRATIONS) connection.exec(migration);
  const texts: string[] = [];
  const listening = {
    prepare: (text: string) => {
      texts.push(text);
      return connection.prepare(text);
    },
  } as unknown as Connection;
  for (const prepare of tables) prepare(sqliteSql(listening));
  const steps = texts.flatMap((text) => {
    const found = connection.prepare<unknown[], { detail: string }>(`explain query plan ${text}`);
    return found.all(...[...text.matchAll(/\?/g)].map(() => null)).map(({ detail }) => `${detail} | ${text}`);
  });
  connection.close();
  return steps;
}

/** All rows of a table, or all of an entity; what is asked and found for one question is not meant. */
const GROWING = /^SCAN (?!asked|\(subquery)|^SEARCH record .*\(entity=\?\) \|/;
const ALL_OF_AN_ENTITY = 'from record where entity = ? order by id';

test('what an act asks of the store does not grow with how many places there are', () => {
  const steps = plansOf([recordTables, eventTables, actTables]);
  expect(steps.length).toBeGreaterThan(10);
  expect(steps.filter((step) => GROWING.test(step) && !step.endsWith(ALL_OF_AN_ENTITY))).toEqual([]);
});

test('what is owed at one place is found without the others', () => {
  const steps = plansOf([owedRows]).filter((step) => step.includes('where location_id'));
  expect(steps).not.toHaveLength(0);
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});
