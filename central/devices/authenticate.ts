import { fail, ok, type Result } from '../../core/result.ts';
import type { Central } from '../central.ts';
import type { Device } from '../store/store.ts';
import { hashOf } from './enrolment.ts';

export type TokenFault = 'token_missing' | 'token_unknown' | 'token_ended' | 'device_revoked';

/**
 * `ended_too`: also a token whose time is over while the one that replaces it was never used. `revoked_too`: also that of a device
 * that was revoked a while ago, for what it did before must not be lost with it.
 */
export type AcceptedTokens = 'current' | 'ended_too' | 'revoked_too';

/** How long a revoked device may still hand over what it wrote. */
export const HAND_OVER_MS = 30 * 24 * 3_600_000;

/** The device behind an Authorization header. The first use of a rotated token ends the ones before it. */
export async function authenticate(
  central: Central,
  authorization: string | undefined,
  accepted: AcceptedTokens = 'current',
): Promise<Result<Device, TokenFault>> {
  const secret = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(authorization ?? '')?.[1];
  if (secret === undefined) return fail('token_missing');
  const tokenHash = hashOf(central, secret);
  const found = await central.store.read(async (rows) => {
    const token = await rows.devices.token(tokenHash);
    const device = token && (await rows.devices.device(token.deviceId));
    return token && device ? { token, device } : undefined;
  });
  if (!found) return fail('token_unknown');
  const { token, device } = found;
  if (device.revokedAtMs !== null) {
    const handsOver = accepted === 'revoked_too' && central.now() < device.revokedAtMs + HAND_OVER_MS;
    if (!handsOver) return fail('device_revoked');
  }
  // The first use of a newer token removes this one: as long as it is here, nobody has shown the newer one.
  const ended = token.expiresAtMs !== null && token.expiresAtMs <= central.now();
  if (ended) return accepted === 'ended_too' ? ok(device) : fail('token_ended');
  if (token.usedAtMs === null) {
    await central.store.write(async (rows) => {
      await rows.devices.markTokenUsed(tokenHash, central.now());
      await rows.devices.removeOtherTokens(device.id, tokenHash);
    });
  }
  return ok(device);
}
