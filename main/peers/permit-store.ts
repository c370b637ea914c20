import { grantKey, type Grant } from '../../core/event/grants.ts';
import type { HeardPermit } from '../../core/peers/heard-permits.ts';
import type { OwnPass } from '../passes/pass-rows.ts';
import type { Sqlite } from '../sqlite.ts';

/** Passes and grants that the place's other gates told of themselves. Times are by central's clock. */
export interface PermitStore {
  /** Within the caller's transaction. */
  readonly take: (permits: readonly HeardPermit[]) => void;
  /** Of one badge the first, of a person without one the latest. */
  readonly grantOf: (workerId: string, badgeId: string | undefined) => Grant | undefined;
  readonly passBy: (what: 'id' | 'code', value: string) => OwnPass | undefined;
  readonly passesOf: (workerId: string) => readonly OwnPass[];
  readonly passEndedAt: (passId: string) => string | undefined;
  /** Central has these and has been heard since: its word stands for passes. It tells no grants, so these stay. */
  readonly dropTo: (deviceId: string, seq: number) => void;
}

/** Grants kept, the newest: far more than a place gives in the days for which a badge can have been used up. */
export const MOST_GRANTS = 20_000;
const SWEEP_AFTER = 500;

type Row = { readonly data: string };

export function createPermitStore(db: Sqlite): PermitStore {
  const put = db.prepare(
    `insert or ignore into heard_permit values (@id, @deviceId, @seq, @kind, @about, @workerId, @code, @atMs, @data)`,
  );
  const takeBack = db.prepare(`delete from heard_permit where id = ? and kind = 'granted'`);
  const sweep = db.prepare(
    `delete from heard_permit where kind = 'granted' and id in (
       select id from heard_permit where kind = 'granted' order by at_ms desc limit -1 offset ${MOST_GRANTS})`,
  );
  const ofBadge = db.prepare<[string], Row>(
    `select data from heard_permit where about = ? and kind = 'granted' order by at_ms limit 1`,
  );
  const ofPerson = db.prepare<[string], Row>(
    `select data from heard_permit where worker_id = ? and kind = 'granted' order by at_ms desc limit 1`,
  );
  const pass = {
    id: db.prepare<[string], Row>(`select data from heard_permit where about = ? and kind = 'issued'`),
    code: db.prepare<[string], Row>(`select data from heard_permit where badge_code = ?`),
  };
  const passes = db.prepare<[string], Row>(
    `select data from heard_permit where worker_id = ? and kind = 'issued' order by at_ms desc`,
  );
  const ended = db
    .prepare<[string], number | null>(`select max(at_ms) from heard_permit where about = ? and kind = 'ended'`)
    .pluck();
  const drop = db.prepare(`delete from heard_permit where device_id = ? and seq <= ? and kind <> 'granted'`);

  let sinceSwept = 0;
  const parsed = <T>(row: Row | undefined): T | undefined => row && (JSON.parse(row.data) as T);
  return {
    take(permits) {
      for (const permit of permits) {
        if (permit.kind === 'taken_back') takeBack.run(permit.grantId);
        else put.run(rowOf(permit));
      }
      sinceSwept += permits.length;
      if (sinceSwept < SWEEP_AFTER) return;
      sinceSwept = 0;
      sweep.run();
    },
    grantOf: (workerId, badgeId) =>
      parsed<Grant>(badgeId === undefined ? ofPerson.get(workerId) : ofBadge.get(grantKey(workerId, badgeId))),
    passBy: (what, value) => parsed<OwnPass>(pass[what].get(value)),
    passesOf: (workerId) => passes.all(workerId).flatMap((row) => parsed<OwnPass>(row) ?? []),
    passEndedAt(passId) {
      const atMs = ended.get(passId) ?? undefined;
      return atMs === undefined ? undefined : new Date(atMs).toISOString();
    },
    dropTo: (deviceId, seq) => void drop.run(deviceId, seq),
  };
}

function rowOf(permit: Exclude<HeardPermit, { readonly kind: 'taken_back' }>) {
  const { id, deviceId, seq, kind } = permit;
  const whose = { id, deviceId, seq, kind, workerId: null, code: null };
  switch (permit.kind) {
    case 'granted': {
      const { workerId, badgeId, grantedAtMs } = permit.grant;
      const about = grantKey(workerId, badgeId);
      return { ...whose, about, workerId, atMs: grantedAtMs, data: JSON.stringify(permit.grant) };
    }
    case 'issued': {
      const { pass, locationId, atMs } = permit;
      const { passId: about, workerId, badgeCode: code } = pass;
      const kept: OwnPass = { pass, issuedAtMs: atMs, locationId };
      return { ...whose, about, workerId, code, atMs, data: JSON.stringify(kept) };
    }
    case 'ended':
      return { ...whose, about: permit.passId, atMs: permit.atMs, data: '{}' };
  }
}
