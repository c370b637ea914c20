import type { EventResult } from '../../../core/sync/wire.ts';
import type { Quarantined, StoredEvent } from '../store.ts';
import { selected, type Columns, type Sql } from './sql.ts';

/** Events by the set: what `gathered` reads ahead and writes behind. */
export interface EventTables {
  byIds(ids: readonly string[]): Promise<StoredEvent[]>;
  bySeq(deviceId: string, seq: number): Promise<StoredEvent | undefined>;
  lastOf(deviceId: string): Promise<StoredEvent | undefined>;
  highestSeq(deviceId: string): Promise<number>;
  quarantinedHash(deviceId: string, seq: number): Promise<string | undefined>;
  add(events: readonly StoredEvent[]): Promise<void>;
  setAside(event: Quarantined): Promise<void>;
  ofDevice(deviceId: string, afterSeq: number, limit: number): Promise<StoredEvent[]>;
  bodies(deviceId: string, fromSeq: number, toSeq: number): Promise<string[]>;
  quarantine(deviceId: string): Promise<Quarantined[]>;
}

type EventFields = { readonly [K in keyof StoredEvent]: StoredEvent[K] };
export const EVENT: Columns<EventFields> = {
  id: 'text',
  deviceId: 'text',
  seq: 'bigint',
  type: 'text',
  gateId: 'text',
  locationId: 'text',
  correctedAtMs: 'bigint',
  receivedAtMs: 'bigint',
  status: 'text',
  code: 'text',
  hash: 'text',
  prevHash: 'text',
  body: 'text',
};
type QuarantineRow = { readonly [K in keyof Quarantined]: Exclude<Quarantined[K], EventResult> | QuarantineText<K> };
type QuarantineText<K> = K extends 'result' ? string : never;
const QUARANTINED: Columns<QuarantineRow> = {
  deviceId: 'text',
  contentHash: 'text',
  receivedAtMs: 'bigint',
  eventId: 'text',
  seq: 'bigint',
  hash: 'text',
  result: 'text',
  body: 'text',
};

export function eventTables(sql: Sql): EventTables {
  const byIds = sql.pick<{ id: string }, StoredEvent>(
    { id: 'text' },
    `select ${selected(EVENT)} from event where id = @id`,
  );
  const bySeq = sql.query<{ deviceId: string; seq: number }, StoredEvent>(
    `select ${selected(EVENT)} from event where device_id = @deviceId and seq = @seq`,
  );
  const lastOf = sql.query<{ deviceId: string }, StoredEvent>(
    `select ${selected(EVENT)} from event where device_id = @deviceId order by seq desc limit 1`,
  );
  const highestSeq = sql.query<{ deviceId: string }, { seq: number }>(
    `select coalesce(max(seq), 0) as "seq" from (
       select max(seq) as seq from event where device_id = @deviceId
       union all select max(seq) from quarantine where device_id = @deviceId) held`,
  );
  const quarantinedHash = sql.query<{ deviceId: string; seq: number }, { hash: string }>(
    'select hash from quarantine where device_id = @deviceId and seq = @seq and hash is not null order by rowid limit 1',
  );
  const add = sql.insert('event', EVENT);
  const setAside = sql.insert('quarantine', QUARANTINED, 'on conflict (device_id, content_hash) do nothing');
  const ofDevice = sql.query<{ deviceId: string; afterSeq: number; limit: number }, StoredEvent>(
    `select ${selected(EVENT)} from event where device_id = @deviceId and seq > @afterSeq order by seq limit @limit`,
  );
  const bodies = sql.query<{ deviceId: string; fromSeq: number; toSeq: number }, { body: string }>(
    'select body from event where device_id = @deviceId and seq >= @fromSeq and seq <= @toSeq order by seq',
  );
  const quarantine = sql.query<{ deviceId: string }, QuarantineRow>(
    `select ${selected(QUARANTINED)} from quarantine where device_id = @deviceId order by rowid`,
  );
  return {
    byIds: (ids) => byIds(ids.map((id) => ({ id }))),
    bySeq: (deviceId, seq) => bySeq.get({ deviceId, seq }),
    highestSeq: async (deviceId) => (await highestSeq.get({ deviceId }))?.seq ?? 0,
    lastOf: (deviceId) => lastOf.get({ deviceId }),
    quarantinedHash: async (deviceId, seq) => (await quarantinedHash.get({ deviceId, seq }))?.hash,
    add: (events) => add(events.map((event) => ({ ...event }))),
    setAside: (row) => setAside([{ ...row, result: JSON.stringify(row.result) }]),
    ofDevice: (deviceId, afterSeq, limit) => ofDevice.all({ deviceId, afterSeq, limit }),
    bodies: async (deviceId, fromSeq, toSeq) =>
      (await bodies.all({ deviceId, fromSeq, toSeq })).map(({ body }) => body),
    quarantine: async (deviceId) =>
      (await quarantine.all({ deviceId })).map((row) => ({ ...row, result: JSON.parse(row.result) as EventResult })),
  };
}
