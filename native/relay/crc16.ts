/** CRC-16/MODBUS: polynomial A001 (reflected), start FFFF, sent low byte first (Modbus over Serial Line 1.02, 6.2.2). */
export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}

/** The bytes with their check behind them. */
export function withCrc(...bytes: readonly number[]): Uint8Array {
  const crc = crc16(Uint8Array.from(bytes));
  return Uint8Array.of(...bytes, crc & 0xff, crc >>> 8);
}

/** True for bytes that end in their own check: over all of them the CRC comes to nothing. */
export const crcHolds = (bytes: Uint8Array): boolean => bytes.length > 2 && crc16(bytes) === 0;
