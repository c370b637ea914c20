import type { Owed, OwedRows } from '../store.ts';
import { selected, type NoFields, type Sql } from './sql.ts';

const OWED = { deviceId: 'text', locationId: 'text', fromSeq: 'bigint', toSeq: 'bigint', takenAtMs: 'bigint' } as const;

export function owedRows(sql: Sql): OwedRows {
  const add = sql.insert('owed', OWED);
  const locations = sql.query<NoFields, { locationId: string }>(
    'select location_id as "locationId" from owed group by location_id order by min(taken_at_ms)',
  );
  const of = sql.query<{ locationId: string; limit: number }, Owed>(
    `select ${selected(OWED)} from owed where location_id = @locationId order by device_id, from_seq limit @limit`,
  );
  const ofOthers = sql.query<{ locationId: string; deviceId: string }, Owed>(
    `select ${selected(OWED)} from owed where location_id = @locationId and device_id <> @deviceId limit 1`,
  );
  const take = sql.query<{ deviceId: string; fromSeq: number }>(
    'delete from owed where device_id = @deviceId and from_seq = @fromSeq',
  );
  return {
    add: ({ deviceId, locationId, fromSeq, toSeq, takenAtMs }) =>
      add([{ deviceId, locationId, fromSeq, toSeq, takenAtMs }]),
    locations: async () => (await locations.all({})).map(({ locationId }) => locationId),
    of: (locationId, limit) => of.all({ locationId, limit }),
    ofOthers: async (locationId, deviceId) => (await ofOthers.get({ locationId, deviceId })) !== undefined,
    take: async ({ deviceId, fromSeq }) => (await take.run({ deviceId, fromSeq })) > 0,
  };
}
