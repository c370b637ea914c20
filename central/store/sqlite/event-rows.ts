import type { Act, EventRows, Quarantined, StoredEvent } from '../store.ts';
import type { Connection } from './open.ts';

const EVENT = `id, device_id as deviceId, seq, type, gate_id as gateId, location_id as locationId, corrected_at_ms as correctedAtMs,
  received_at_ms as receivedAtMs, status, code, hash, prev_hash as prevHash, body`;
const STANDS = `not exists (select 1 from undone_act u where u.event_id = act.event_id and u.gate_id = act.gate_id)`;
const ACT = `worker_id as workerId, corrected_at_ms as correctedAtMs, event_id as eventId, gate_id as gateId, location_id as locationId, inside`;

type ActRow = Omit<Act, 'inside'> & { inside: number };
type QuarantineRow = Omit<Quarantined, 'result'> & { result: string };
const understood = (row: ActRow | undefined): Act | undefined => row && { ...row, inside: row.inside === 1 };

export function eventRows(connection: Connection): EventRows {
  const byId = connection.prepare<[string], StoredEvent>(`select ${EVENT} from event where id = ?`);
  const bySeq = connection.prepare<[string, number], StoredEvent>(
    `select ${EVENT} from event where device_id = ? and seq = ?`,
  );
  const lastOf = connection.prepare<[string], StoredEvent>(
    `select ${EVENT} from event where device_id = ? order by seq desc limit 1`,
  );
  const quarantinedHash = connection
    .prepare<[string, number], string>(
      'select hash from quarantine where device_id = ? and seq = ? and hash is not null',
    )
    .pluck();
  const add = connection.prepare(
    `insert into event values (@id, @deviceId, @seq, @type, @gateId, @locationId, @correctedAtMs, @receivedAtMs, @status, @code,
     @hash, @prevHash, @body)`,
  );
  const setAside = connection.prepare(
    `insert or ignore into quarantine values (@deviceId, @contentHash, @receivedAtMs, @eventId, @seq, @hash, @result, @body)`,
  );
  const ofDevice = connection.prepare<[string, number, number], StoredEvent>(
    `select ${EVENT} from event where device_id = ? and seq > ? order by seq limit ?`,
  );
  const quarantine = connection.prepare<[string], QuarantineRow>(
    `select device_id as deviceId, content_hash as contentHash, received_at_ms as receivedAtMs, event_id as eventId, seq, hash, result, body
     from quarantine where device_id = ? order by rowid`,
  );
  const addAct = connection.prepare(
    `insert into act values (@workerId, @correctedAtMs, @eventId, @gateId, @locationId, @inside)`,
  );
  const near = (order: 'asc' | 'desc') =>
    connection.prepare<[string, number, string], ActRow>(
      `select ${ACT} from act where worker_id = ? and (corrected_at_ms, event_id) ${order === 'asc' ? '>' : '<'} (?, ?)
         and ${STANDS} order by corrected_at_ms ${order}, event_id ${order} limit 1`,
    );
  const before = near('desc');
  const after = near('asc');
  const latest = connection.prepare<[string, string], ActRow>(
    `select ${ACT} from act where worker_id = ? and location_id = ? and ${STANDS}
     order by corrected_at_ms desc, event_id desc limit 1`,
  );

  const undoAct = connection.prepare('insert or ignore into undone_act values (?, ?)');
  const addActivity = connection.prepare(
    'insert or ignore into activity values (@locationId, @correctedAtMs, @eventId)',
  );
  const takeOldActivity = connection
    .prepare<[{ locationId: string; beforeMs: number; most: number }], string>(
      `delete from activity where location_id = @locationId and corrected_at_ms < max(@beforeMs, coalesce(
         (select corrected_at_ms from activity where location_id = @locationId
          order by corrected_at_ms desc limit 1 offset @most - 1), @beforeMs))
       returning event_id`,
    )
    .pluck();

  return {
    byId: async (id) => byId.get(id),
    bySeq: async (deviceId, seq) => bySeq.get(deviceId, seq),
    lastOf: async (deviceId) => lastOf.get(deviceId),
    quarantinedHash: async (deviceId, seq) => quarantinedHash.get(deviceId, seq),
    add: async (event) => void add.run(event),
    setAside: async (row) => void setAside.run({ ...row, result: JSON.stringify(row.result) }),
    ofDevice: async (deviceId, afterSeq, limit) => ofDevice.all(deviceId, afterSeq, limit),
    quarantine: async (deviceId) => quarantine.all(deviceId).map((row) => ({ ...row, result: JSON.parse(row.result) })),
    addAct: async (act) => void addAct.run({ ...act, inside: act.inside ? 1 : 0 }),
    actBefore: async (workerId, atMs, eventId) => understood(before.get(workerId, atMs, eventId)),
    actAfter: async (workerId, atMs, eventId) => understood(after.get(workerId, atMs, eventId)),
    latestAct: async (workerId, locationId) => understood(latest.get(workerId, locationId)),
    undoAct: async (eventId, gateId) => void undoAct.run(eventId, gateId),
    addActivity: async (activity) => void addActivity.run(activity),
    takeOldActivity: async (locationId, beforeMs, most) => takeOldActivity.all({ locationId, beforeMs, most }),
  };
}
