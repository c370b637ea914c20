import type { Sqlite } from '../sqlite.ts';

/** All answers to a statement. */
export type Run = <T>(sql: string, params: Record<string, unknown>) => T[];

/** Prepares each statement once: the texts of lists are few, and are asked over and over. */
export function createRun(db: Sqlite): Run {
  const statements = new Map<string, ReturnType<Sqlite['prepare']>>();
  return <T>(sql: string, params: Record<string, unknown>): T[] => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement.all(params) as T[];
  };
}
