import type { AuditEntry, AuditRows } from '../audit-rows.ts';
import { selected, type Columns, type Sql } from './sql.ts';

const ENTRY = {
  id: 'text',
  atMs: 'bigint',
  actor: 'text',
  action: 'text',
  subject: 'text',
  outcome: 'text',
} as const satisfies Columns<{ readonly [K in keyof AuditEntry]: AuditEntry[K] }>;

export function auditRows(sql: Sql): AuditRows {
  const add = sql.insert('audit', ENTRY);
  const before = sql.query<{ atMs: number; id: string; limit: number }, AuditEntry>(
    `select ${selected(ENTRY)} from audit where (at_ms, id) < (@atMs, @id) order by at_ms desc, id desc limit @limit`,
  );
  return {
    add: ({ id, atMs, actor, action, subject, outcome }) => add([{ id, atMs, actor, action, subject, outcome }]),
    before: ({ atMs, id }, limit) => before.all({ atMs, id, limit }),
  };
}
