import type { Device, DeviceOverview, DeviceRows, EnrolmentCode, Token } from '../store.ts';
import { selected, type Columns, type Sql } from './sql.ts';
import type { Told } from './told.ts';

const CODE: Columns<Plain<EnrolmentCode>> = {
  codeHash: 'text',
  gateId: 'text',
  locationId: 'text',
  expiresAtMs: 'bigint',
  usedAtMs: 'bigint',
};
const DEVICE: Columns<Plain<Device>> = {
  id: 'text',
  gateId: 'text',
  locationId: 'text',
  name: 'text',
  platform: 'text',
  appVersion: 'text',
  enrolledAtMs: 'bigint',
  revokedAtMs: 'bigint',
};
const TOKEN: Columns<Plain<Token>> = { tokenHash: 'text', deviceId: 'text', expiresAtMs: 'bigint', usedAtMs: 'bigint' };
/** An interface as the type of its fields, which may then stand for a row. */
type Plain<T> = { readonly [K in keyof T]: T[K] };

export function deviceRows(sql: Sql): (told: Told) => DeviceRows {
  const addCode = sql.insert('enrolment_code', CODE);
  const code = sql.query<{ codeHash: string }, EnrolmentCode>(
    `select ${selected(CODE)} from enrolment_code where code_hash = @codeHash`,
  );
  const spendCode = sql.query<{ codeHash: string; atMs: number }>(
    'update enrolment_code set used_at_ms = @atMs where code_hash = @codeHash',
  );
  const add = sql.insert('device', DEVICE);
  const device = sql.query<{ id: string }, Device>(`select ${selected(DEVICE)} from device where id = @id`);
  const overview = sql.query<{ limit: number }, DeviceOverview>(
    `select ${selected(DEVICE)},
       (select max(seq) from event e where e.device_id = d.id) as "takenSeq",
       (select received_at_ms from event e where e.device_id = d.id order by seq desc limit 1) as "lastTakenAtMs",
       (select count(*) from event e where e.device_id = d.id and e.status = 'flagged'
          and e.seq > (select max(seq) - 1000 from event l where l.device_id = d.id)) as "flagged",
       (select count(*) from quarantine q where q.device_id = d.id) as "setAside"
     from device d order by enrolled_at_ms desc, id limit @limit`,
  );
  const revoke = sql.query<{ id: string; atMs: number }>(
    'update device set revoked_at_ms = @atMs where id = @id and revoked_at_ms is null',
  );
  const addToken = sql.insert('token', TOKEN);
  const token = sql.query<{ tokenHash: string }, Token>(
    `select ${selected(TOKEN)} from token where token_hash = @tokenHash`,
  );
  const markTokenUsed = sql.query<{ tokenHash: string; atMs: number }>(
    'update token set used_at_ms = @atMs where token_hash = @tokenHash and used_at_ms is null',
  );
  const endTokens = sql.query<{ deviceId: string; atMs: number }>(
    `update token set expires_at_ms = @atMs
     where device_id = @deviceId and (expires_at_ms is null or expires_at_ms > @atMs)`,
  );
  const removeOtherTokens = sql.query<{ deviceId: string; kept: string }>(
    'delete from token where device_id = @deviceId and token_hash <> @kept',
  );

  return (told) => ({
    addCode: (row) => addCode([row]),
    code: (codeHash) => code.get({ codeHash }),
    spendCode: async (codeHash, atMs) => void (await spendCode.run({ codeHash, atMs })),
    add: (row) => add([row]),
    device: (id) => device.get({ id }),
    overview: (limit) => overview.all({ limit }),
    revoke: async (id, atMs) => {
      const revoked = (await revoke.run({ id, atMs })) > 0;
      if (revoked) told.revokedDeviceIds.add(id);
      return revoked;
    },
    addToken: (row) => addToken([row]),
    token: (tokenHash) => token.get({ tokenHash }),
    markTokenUsed: async (tokenHash, atMs) => void (await markTokenUsed.run({ tokenHash, atMs })),
    endTokens: async (deviceId, atMs) => void (await endTokens.run({ deviceId, atMs })),
    removeOtherTokens: async (deviceId, kept) => void (await removeOtherTokens.run({ deviceId, kept })),
  });
}
