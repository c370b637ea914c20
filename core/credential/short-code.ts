const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 16 bytes as 26 letters of base32 (RFC 4648 section 6, unpadded): the id of a short badge, `GH2:` before it makes the QR's text. */
export function shortCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new Error(`a short code stands for 16 bytes, not ${bytes.length}`);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.padEnd(130, '0').match(/.{5}/g) ?? [];
  return groups.map((group) => BASE32[Number.parseInt(group, 2)]).join('');
}
