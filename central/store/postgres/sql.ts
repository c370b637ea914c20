import type { PoolClient } from 'pg';
import { columnOf, PARAMETER, type Columns, type Fields, type Sql, type Value } from '../sql/sql.ts';

/** Each way to the database costs more than what it brings: a set is one question with all its rows as JSON. */
export function postgresSql(client: PoolClient): Sql {
  const ask = async <R>(text: string, values: readonly Value[]) => {
    const { rows, rowCount } = await client.query({ name: nameOf(text), text, values: values.map(withoutNul) });
    return { rows: rows as R[], changed: rowCount ?? 0 };
  };
  const forEach = <A extends Fields, R>(columns: Columns<A>, text: string) => {
    const own = text.replace(PARAMETER, 'asked."$1"');
    const whole = `select found.* from ${asTable(columns)} cross join lateral (${own} ${ROW_BY_ROW}) found`;
    return async (asked: readonly A[]) => (asked.length === 0 ? [] : (await ask<R>(whole, [jsonOf(asked)])).rows);
  };
  return {
    query: <A extends Fields, R>(text: string) => {
      const { positional, names } = numbered(text);
      const run = (asked: A) =>
        ask<R>(
          positional,
          names.map((name) => asked[name] ?? null),
        );
      return {
        all: async (asked: A): Promise<R[]> => (await run(asked)).rows,
        get: async (asked: A): Promise<R | undefined> => (await run(asked)).rows[0],
        run: async (asked: A) => (await run(asked)).changed,
      };
    },
    forEach,
    pick: forEach,
    insert: (table, columns, onConflict = '') => {
      const fields = Object.keys(columns);
      const text = `insert into ${table} (${fields.map(columnOf).join(', ')})
        select ${fields.map((field) => `"${field}"`).join(', ')} from ${asTable(columns)} ${onConflict}`;
      return async (rows) => void (rows.length > 0 && (await ask(text, [jsonOf(rows)])));
    },
    remove: (table, columns) => {
      const fields = Object.keys(columns);
      const same = fields.map((field) => `${columnOf(field)} = asked."${field}"`).join(' and ');
      const text = `delete from ${table} where ctid = any (array (select found.ctid from ${asTable(columns)}
        cross join lateral (select ctid from ${table} where ${same} ${ROW_BY_ROW}) found))`;
      return async (rows) => void (rows.length > 0 && (await ask(text, [jsonOf(rows)])));
    },
  };
}

function numbered(text: string): { readonly positional: string; readonly names: readonly string[] } {
  const names: string[] = [];
  const positional = text.replace(PARAMETER, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { positional, names };
}

/** Each text is prepared once on each connection, under a name that stands for it in this process. */
const preparedNames = new Map<string, string>();
function nameOf(text: string): string {
  const name = preparedNames.get(text) ?? `central_${preparedNames.size}`;
  preparedNames.set(text, name);
  return name;
}

/**
 * Keeps the rows that are asked for on the outside: a plan that was made while a table was empty would go through all of the table
 * for each of them, and stay.
 */
const ROW_BY_ROW = 'offset 0';

const asTable = (columns: object): string =>
  `json_to_recordset($1::json) as asked(${Object.entries(columns)
    .map(([field, type]) => `"${field}" ${type}`)
    .join(', ')})`;

/** PostgreSQL keeps no NUL in a text; nobody has a name with one. */
const withoutNul = (value: Value): Value =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;

/** The same within JSON, and half a character, which JSON can write and PostgreSQL does not read. */
function jsonOf(rows: readonly Fields[]): string {
  const text = JSON.stringify(rows);
  return UNREADABLE.test(text) ? text.replace(ESCAPES, (escape) => (escape.length > 2 ? '\\ufffd' : escape)) : text;
}
const UNREADABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/;
const ESCAPES = /\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g;
