import type Database from 'better-sqlite3';
import { columnOf, type Columns, type Fields, type Sql } from '../sql/sql.ts';

export type Connection = Database.Database;

/** Answers at once: a set is a loop over a prepared statement, for there is no way to the database that would cost something. */
export function sqliteSql(connection: Connection): Sql {
  return {
    query: <A extends Fields, R>(text: string) => {
      const statement = connection.prepare<[A], R>(text);
      return {
        all: async (asked: A) => statement.all(asked),
        get: async (asked: A) => statement.get(asked),
        run: async (asked: A) => statement.run(asked).changes,
      };
    },
    forEach: <A extends Fields, R>(_columns: Columns<A>, text: string) => {
      const statement = connection.prepare<[A], R>(text);
      return async (asked: readonly A[]) => {
        const found: R[] = [];
        for (const one of asked) found.push(...statement.all(one));
        return found;
      };
    },
    insert: (table, columns, onConflict = '') => {
      const fields = Object.keys(columns);
      const statement = connection.prepare(
        `insert into ${table} (${fields.map(columnOf).join(', ')}) values (${fields.map(() => '?').join(', ')}) ${onConflict}`,
      );
      return async (rows) => {
        for (const row of rows) statement.run(fields.map((field) => row[field]));
      };
    },
    remove: (table, columns) => {
      const fields = Object.keys(columns);
      const statement = connection.prepare(
        `delete from ${table} where ${fields.map((field) => `${columnOf(field)} = ?`).join(' and ')}`,
      );
      return async (rows) => {
        for (const row of rows) statement.run(fields.map((field) => row[field]));
      };
    },
  };
}
