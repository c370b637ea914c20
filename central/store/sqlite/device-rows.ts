import type { Device, DeviceRows, EnrolmentCode, Token } from '../store.ts';
import type { Connection, Told } from './open.ts';

const CODE = `code_hash as codeHash, gate_id as gateId, location_id as locationId, expires_at_ms as expiresAtMs, used_at_ms as usedAtMs`;
const DEVICE = `id, gate_id as gateId, location_id as locationId, name, platform, app_version as appVersion,
  enrolled_at_ms as enrolledAtMs, revoked_at_ms as revokedAtMs`;
const TOKEN = `token_hash as tokenHash, device_id as deviceId, expires_at_ms as expiresAtMs, used_at_ms as usedAtMs`;

export function deviceRows(connection: Connection, told: Told): DeviceRows {
  const addCode = connection.prepare(
    'insert into enrolment_code values (@codeHash, @gateId, @locationId, @expiresAtMs, @usedAtMs)',
  );
  const code = connection.prepare<[string], EnrolmentCode>(`select ${CODE} from enrolment_code where code_hash = ?`);
  const spendCode = connection.prepare('update enrolment_code set used_at_ms = ? where code_hash = ?');
  const add = connection.prepare(
    'insert into device values (@id, @gateId, @locationId, @name, @platform, @appVersion, @enrolledAtMs, @revokedAtMs)',
  );
  const device = connection.prepare<[string], Device>(`select ${DEVICE} from device where id = ?`);
  const revoke = connection.prepare('update device set revoked_at_ms = ? where id = ? and revoked_at_ms is null');
  const addToken = connection.prepare('insert into token values (@tokenHash, @deviceId, @expiresAtMs, @usedAtMs)');
  const token = connection.prepare<[string], Token>(`select ${TOKEN} from token where token_hash = ?`);
  const markTokenUsed = connection.prepare(
    'update token set used_at_ms = ? where token_hash = ? and used_at_ms is null',
  );
  const endTokens = connection.prepare(
    'update token set expires_at_ms = @atMs where device_id = @deviceId and (expires_at_ms is null or expires_at_ms > @atMs)',
  );
  const removeOtherTokens = connection.prepare('delete from token where device_id = ? and token_hash <> ?');

  return {
    addCode: async (row) => void addCode.run(row),
    code: async (codeHash) => code.get(codeHash),
    spendCode: async (codeHash, atMs) => void spendCode.run(atMs, codeHash),
    add: async (row) => void add.run(row),
    device: async (id) => device.get(id),
    revoke: async (id, atMs) => {
      const revoked = revoke.run(atMs, id).changes > 0;
      if (revoked) told.revokedDeviceIds.add(id);
      return revoked;
    },
    addToken: async (row) => void addToken.run(row),
    token: async (tokenHash) => token.get(tokenHash),
    markTokenUsed: async (tokenHash, atMs) => void markTokenUsed.run(atMs, tokenHash),
    endTokens: async (deviceId, atMs) => void endTokens.run({ deviceId, atMs }),
    removeOtherTokens: async (deviceId, kept) => void removeOtherTokens.run(deviceId, kept),
  };
}
