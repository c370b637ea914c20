import type Database from 'better-sqlite3';
import { columnOf, PARAMETER, type Columns, type Fields, type Sql } from '../sql/sql.ts';

export type Connection = Database.Database;

/** Answers at once: a set is a loop over a prepared statement, for there is no way to the database that would cost something. */
export function sqliteSql(connection: Connection): Sql {
  return {
    query: <A extends Fields, R>(text: string) => {
      const { positional, names } = inPlaces(text);
      const statement = connection.prepare<unknown[], R>(positional);
      const values = (asked: A) => names.map((name) => asked[name]);
      return {
        all: async (asked: A) => statement.all(...values(asked)),
        get: async (asked: A) => statement.get(...values(asked)),
        run: async (asked: A) => statement.run(...values(asked)).changes,
      };
    },
    forEach: <A extends Fields, R>(_columns: Columns<A>, text: string) => {
      const { positional, names } = inPlaces(text);
      const statement = connection.prepare<unknown[], R>(positional);
      return async (asked: readonly A[]) => {
        const found: R[] = [];
        for (const one of asked) found.push(...statement.all(...names.map((name) => one[name])));
        return found;
      };
    },
    pick: <A extends Fields, R>(_columns: Columns<A>, text: string) => {
      const { positional, names } = inPlaces(text);
      const statement = connection.prepare<unknown[], R>(positional);
      return async (asked: readonly A[]) => {
        const found: R[] = [];
        for (const one of asked) {
          const row = statement.get(...names.map((name) => one[name]));
          if (row !== undefined) found.push(row);
        }
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

/** Values by their places are bound in half the time that names take. */
const inPlaces = (text: string): { readonly positional: string; readonly names: readonly string[] } => ({
  positional: text.replace(PARAMETER, '?'),
  names: [...text.matchAll(PARAMETER)].map(([, name]) => name ?? ''),
});
