import { knownEvent, type EventEnvelope } from '../../core/event/event.ts';
import { badgeOfPass, visitorOfPass, type IssuedPass } from '../../core/passes/passes.ts';
import type { Badge, Worker } from '../../core/site/entities.ts';
import type { PermitStore } from '../peers/permit-store.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';

/** A pass that this gate issued, or heard of from the one that did. Times: Unix ms. */
export interface OwnPass {
  readonly pass: IssuedPass;
  readonly issuedAtMs: number;
  readonly locationId: string;
}

/** The passes of this gate, read from the journal itself by its indexes: at once usable, with or without a network. */
export interface PassRows {
  readonly byCode: (code: string) => OwnPass | undefined;
  readonly byId: (passId: string) => OwnPass | undefined;
  readonly ofWorker: (workerId: string) => readonly OwnPass[];
  /** Newest first. */
  readonly newest: (limit: number) => readonly OwnPass[];
  /** When this gate ended a pass, whichever gate had issued it. */
  readonly endedAt: (passId: string) => string | undefined;
  readonly printedAtMs: (passId: string) => number | undefined;
}

/** With those that the place's other gates issued or ended while central was away, until central tells of them. */
export function withHeardPasses(
  own: PassRows,
  heard: Pick<PermitStore, 'passBy' | 'passesOf' | 'passEndedAt'>,
): PassRows {
  return {
    ...own,
    byCode: (code) => own.byCode(code) ?? heard.passBy('code', code),
    byId: (passId) => own.byId(passId) ?? heard.passBy('id', passId),
    ofWorker: (workerId) => [...own.ofWorker(workerId), ...heard.passesOf(workerId)],
    endedAt: (passId) => own.endedAt(passId) ?? heard.passEndedAt(passId),
  };
}

const BODY = 'seq, body, hash from event';

export function passRows(db: Sqlite): PassRows {
  const one = (field: 'badgeCode' | 'passId') =>
    db.prepare<[string], EventRow>(
      `select ${BODY} where type = 'pass.issued' and json_extract(body, '$.data.${field}') = ? order by seq desc limit 1`,
    );
  const [byCode, byId] = [one('badgeCode'), one('passId')];
  const ofWorker = db.prepare<[string], EventRow>(
    `select ${BODY} indexed by event_pass_person where worker_id = ? and type = 'pass.issued' order by seq desc`,
  );
  const newest = db.prepare<[number], EventRow>(`select ${BODY} where type = 'pass.issued' order by seq desc limit ?`);
  const last = (type: 'pass.ended' | 'pass.printed') =>
    db
      .prepare<[string], number>(
        `select at_ms from event where type = '${type}' and json_extract(body, '$.data.passId') = ? order by seq desc limit 1`,
      )
      .pluck();
  const [ended, printed] = [last('pass.ended'), last('pass.printed')];
  const own = (row: EventRow | undefined): OwnPass | undefined => row && ownPass(eventFromRow(row));
  return {
    byCode: (code) => own(byCode.get(code)),
    byId: (passId) => own(byId.get(passId)),
    ofWorker: (workerId) => ofWorker.all(workerId).flatMap((row) => own(row) ?? []),
    newest: (limit) => newest.all(limit).flatMap((row) => own(row) ?? []),
    endedAt(passId) {
      const atMs = ended.get(passId);
      return atMs === undefined ? undefined : new Date(atMs).toISOString();
    },
    printedAtMs: (passId) => printed.get(passId),
  };
}

function ownPass(event: EventEnvelope): OwnPass | undefined {
  const known = knownEvent(event);
  if (known?.type !== 'pass.issued') return undefined;
  return { pass: known.data, issuedAtMs: Date.parse(known.occurredAt), locationId: known.locationId };
}

export const badgeOf = ({ pass, locationId }: OwnPass, endedAt: string | undefined): Badge =>
  badgeOfPass(pass, locationId, endedAt);
export const visitorOf = (own: OwnPass | undefined): Worker | undefined => own && visitorOfPass(own.pass);
