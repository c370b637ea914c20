/**
 * The SQL that both stores speak, and the little that each of them says in its own way. Parameters are written `@name`. Columns are
 * called like the fields of the rows, in snake_case; whole numbers are 64 bits wide.
 */
export interface Sql {
  query<A extends Fields = NoFields, R = never>(text: string): Query<A, R>;
  /** `text` once for every row of parameters, all answers together; the columns give the parameters their types. */
  forEach<A extends Fields, R>(columns: Columns<A>, text: string): (asked: readonly A[]) => Promise<R[]>;
  /** The same where each has one row at most. */
  pick<A extends Fields, R>(columns: Columns<A>, text: string): (asked: readonly A[]) => Promise<R[]>;
  /** Adds rows. No two of them may meet the same conflict. */
  insert<A extends Fields>(
    table: string,
    columns: Columns<A>,
    onConflict?: string,
  ): (rows: readonly A[]) => Promise<void>;
  /** Takes out the rows that are equal in these columns. */
  remove<A extends Fields>(table: string, columns: Columns<A>): (rows: readonly A[]) => Promise<void>;
}

export interface Query<A, R> {
  all(asked: A): Promise<R[]>;
  get(asked: A): Promise<R | undefined>;
  /** How many rows it changed. */
  run(asked: A): Promise<number>;
}

export type Value = string | number | null;
export type Fields = Readonly<Record<string, Value>>;
export type NoFields = Readonly<Record<never, Value>>;
export type Columns<A> = { readonly [K in keyof A]: 'text' | 'bigint' };

export const PARAMETER = /@(\w+)/g;

/** `deviceId` → `device_id`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What to select for rows with these fields: `device_id as "deviceId"`, since PostgreSQL folds what is not quoted. */
export const selected = (fields: object): string =>
  Object.keys(fields)
    .map((field) => `${columnOf(field)} as "${field}"`)
    .join(', ');
