/** What was done at central itself, kept so that nobody can change it. What gates and their people do is in the events. */
import { v7 } from 'uuid';
import type { Central } from '../central.ts';
import type { AuditEntry } from '../store/audit-rows.ts';
import type { Rows } from '../store/store.ts';

/** Ids alone: whom they name is in the records, for as long as it may be. */
export interface Audited {
  /** `operator`: signed in to the page; `admin_api`: called with the admin token; a user's or a device's id. */
  readonly actor: string;
  readonly action: string;
  readonly subject?: string | undefined;
  /** Absent: it was asked for, and done unless an entry after it says why not. */
  readonly outcome?: string;
}

/** In the transaction of what it tells about. */
export const addAudit = (rows: Rows, nowMs: number, { actor, action, subject, outcome }: Audited): Promise<void> =>
  rows.audit.add({ id: v7(), atMs: nowMs, actor, action, subject: subject ?? null, outcome: outcome ?? null });

/** On record before it is done: a crash in between leaves no act without an entry. */
export const audit = ({ store, now }: Pick<Central, 'store' | 'now'>, entry: Audited): Promise<void> =>
  store.write((rows) => addAudit(rows, now(), entry), { kind: 'own_rows' });

/** Everything, the newest first. */
export async function* allAudited({ store }: Pick<Central, 'store'>, pageSize = 1000): AsyncGenerator<AuditEntry> {
  let place = NEWEST;
  for (;;) {
    const from = place;
    const entries = await store.read((rows) => rows.audit.before(from, pageSize));
    yield* entries;
    const last = entries.at(-1);
    if (last === undefined || entries.length < pageSize) return;
    place = last;
  }
}

/** Behind every entry there can be. */
export const NEWEST = { atMs: Number.MAX_SAFE_INTEGER, id: '' };
