import { fail, ok, type Result } from '../../core/result.ts';
import type { EnrolRequest } from '../../core/sync/wire.ts';
import { addAudit } from '../audit/audit.ts';
import type { Central } from '../central.ts';
import type { Device, Rows } from '../store/store.ts';
import { unpublish } from '../sync/publish.ts';

const HOUR_MS = 3_600_000;
export const ENROLMENT_CODE_HOURS = 24;
export const OLD_TOKEN_HOURS = 24;

export interface Enrolled {
  readonly device: Device;
  readonly deviceToken: string;
}
export type EnrolFault = 'code_unknown' | 'code_used' | 'code_expired';

/** A code for one gate, shown once: only its hash is kept. Without look-alikes, so that it can be read out. */
export async function createEnrolmentCode(
  central: Central,
  gate: { id: string; locationId: string },
  hours = ENROLMENT_CODE_HOURS,
): Promise<string> {
  const code = readableCode(central.secret(24));
  await central.store.write((rows) =>
    rows.devices.addCode({
      codeHash: hashOf(central, code),
      gateId: gate.id,
      locationId: gate.locationId,
      expiresAtMs: central.now() + hours * HOUR_MS,
      usedAtMs: null,
    }),
  );
  return code;
}

/** Spends the code and makes the device with its first token, both or neither. */
export function enrol(central: Central, request: EnrolRequest): Promise<Result<Enrolled, EnrolFault>> {
  return central.store.write(async (rows) => {
    const nowMs = central.now();
    const codeHash = hashOf(central, request.enrolmentCode.trim().toUpperCase());
    const code = await rows.devices.code(codeHash);
    if (!code) return fail('code_unknown');
    if (code.usedAtMs !== null) return fail('code_used');
    if (code.expiresAtMs <= nowMs) return fail('code_expired');
    await rows.devices.spendCode(codeHash, nowMs);
    const { enrolmentCode: _, ...described } = request;
    const { gateId, locationId } = code;
    const device: Device = {
      id: central.newId(),
      gateId,
      locationId,
      ...described,
      enrolledAtMs: nowMs,
      revokedAtMs: null,
    };
    await rows.devices.add(device);
    await addAudit(rows, nowMs, { actor: device.id, action: 'device_enrolled', subject: gateId });
    return ok({ device, deviceToken: await addToken(central, rows, device.id, nowMs) });
  });
}

/** A new token beside the old one, which ends when the new one is first used, or after a day. */
export function rotate(central: Central, device: Device): Promise<string> {
  return central.store.write(async (rows) => {
    await rows.devices.endTokens(device.id, central.now() + OLD_TOKEN_HOURS * HOUR_MS);
    return addToken(central, rows, device.id, null);
  });
}

/** From now on central takes nothing of it, and the other gates of its place do not trust it on their own network either. */
export function revokeDevice(central: Central, deviceId: string): Promise<boolean> {
  return central.store.write(async (rows) => {
    await unpublish(rows, 'peer', deviceId, central.now());
    return rows.devices.revoke(deviceId, central.now());
  });
}

export const hashOf = (central: Central, secret: string): string => central.sha256(Buffer.from(secret));

async function addToken(central: Central, rows: Rows, deviceId: string, usedAtMs: number | null): Promise<string> {
  const token = central.secret(32);
  await rows.devices.addToken({ tokenHash: hashOf(central, token), deviceId, expiresAtMs: null, usedAtMs });
  return token;
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** 12 characters in three groups: 59 bits, more than enough for a day at ten tries a minute. */
function readableCode(secret: string): string {
  const bytes = Buffer.from(secret, 'base64url');
  const letters = [...bytes.subarray(0, 12)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '2');
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-');
}
