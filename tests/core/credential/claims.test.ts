import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor } from '../../../core/credential/cbor.ts';
import { CLAIM, decodeClaims, encodeClaims, type BadgeClaims } from '../../../core/credential/claims.ts';
import { fromHex, uuidToBytes } from '../../../core/credential/hex.ts';

const BADGE = '0190a1b2-0000-7000-8000-0000000000b1';
const WORKER = '0190a1b2-0000-7000-8000-000000000001';
const SITE = '0190a1b2-0000-7000-8000-0000000000a1';
const FULL: BadgeClaims = {
  badgeId: BADGE,
  workerId: WORKER,
  displayName: 'Zofia',
  locationIds: [SITE],
  notBeforeMs: 1_767_225_600_000,
  expiresMs: 1_767_312_000_000,
  issuedMs: 1_767_225_600_000,
};

const wire = (changes: readonly (readonly [unknown, unknown])[] = [], without: readonly number[] = []): Uint8Array => {
  const map = new Map<unknown, unknown>([
    [CLAIM.cti, uuidToBytes(BADGE)],
    [CLAIM.workerId, uuidToBytes(WORKER)],
    ...changes,
  ]);
  for (const key of without) map.delete(key);
  return encodeCbor(map);
};

describe('Claims', () => {
  it('come back as they went', () => expect(decodeClaims(encodeClaims(FULL))).toEqual(FULL));

  it('need no more than a badge and a worker', () => {
    expect(decodeClaims(wire())).toEqual({ badgeId: BADGE, workerId: WORKER });
  });

  it('have the keys of RFC 8392 and of its private range', () => {
    const map = decodeCbor(encodeClaims(FULL)) as Map<number, unknown>;
    expect([...map.keys()].sort((a, b) => a - b)).toEqual([-65539, -65538, -65537, 4, 5, 6, 7]);
    expect(map.get(4)).toBe(1_767_312_000);
    expect(map.get(7)).toEqual(uuidToBytes(BADGE));
  });

  it('cut times to the second', () => {
    expect(decodeClaims(encodeClaims({ ...FULL, expiresMs: 1_767_312_000_999 }))).toEqual(FULL);
  });

  it('from a newer central are ignored where they are new', () => {
    const newer = wire([
      [-65540, [1, 2]],
      [1, 'https://central.example'],
      ['note', true],
    ]);
    expect(decodeClaims(newer)).toEqual({ badgeId: BADGE, workerId: WORKER });
  });

  it.each([
    ['no badge id', wire([], [CLAIM.cti])],
    ['no worker id', wire([], [CLAIM.workerId])],
    ['a badge id of 15 bytes', wire([[CLAIM.cti, new Uint8Array(15)]])],
    ['a badge id of 17 bytes', wire([[CLAIM.cti, new Uint8Array(17)]])],
    ['a badge id of text', wire([[CLAIM.cti, BADGE]])],
    ['a worker id of text', wire([[CLAIM.workerId, WORKER]])],
    ['a worker id that is null', wire([[CLAIM.workerId, null]])],
    ['an end of text', wire([[CLAIM.exp, '1767312000']])],
    ['an end that is null', wire([[CLAIM.exp, null]])],
    ['an end before 1970', wire([[CLAIM.exp, -1]])],
    ['an end after the year 9999', wire([[CLAIM.exp, 253_402_300_800]])],
    ['an end of 2^63', wire([[CLAIM.exp, 2n ** 63n]])],
    ['an end that is a float', wire([[CLAIM.exp, 1_767_312_000.5]])],
    ['a whole end written as a float', fromHex('a107fb41da55f5c0000000')],
    ['an end that is no number', wire([[CLAIM.exp, Number.NaN]])],
    ['an end that is infinite', wire([[CLAIM.exp, Number.POSITIVE_INFINITY]])],
    ['a start that is a list', wire([[CLAIM.nbf, [1]]])],
    ['a date of issue that is text', wire([[CLAIM.iat, 'today']])],
    ['an empty name', wire([[CLAIM.displayName, '']])],
    ['a name of 41 letters', wire([[CLAIM.displayName, 'a'.repeat(41)]])],
    ['a name with a line end', wire([[CLAIM.displayName, 'Zo\nfia']])],
    ['a name that turns the writing round', wire([[CLAIM.displayName, 'Zo\u202Efia']])],
    ['a name of bytes', wire([[CLAIM.displayName, new Uint8Array(5)]])],
    ['no locations in the list of them', wire([[CLAIM.locationIds, []]])],
    ['17 locations', wire([[CLAIM.locationIds, Array.from({ length: 17 }, () => uuidToBytes(SITE))]])],
    ['a location that is a number', wire([[CLAIM.locationIds, [1]]])],
    ['one location, not in a list', wire([[CLAIM.locationIds, uuidToBytes(SITE)]])],
    ['a claim twice', fromHex('a2040104 02'.replace(' ', ''))],
    ['a list', encodeCbor([1, 2])],
    ['nothing', new Uint8Array(0)],
  ])('with %s are none', (_name, payload) => expect(decodeClaims(payload)).toBeUndefined());

  it.each([
    ['an id that is no UUID', { ...FULL, badgeId: 'badge-1' }, 'not a canonical UUID'],
    ['a UUID in capitals', { ...FULL, workerId: WORKER.toUpperCase() }, 'not a canonical UUID'],
    ['a time that is no number', { ...FULL, expiresMs: Number.NaN }, 'no gate would read back'],
    ['a name nobody would read back', { ...FULL, displayName: 'a'.repeat(41) }, 'no gate would read back'],
  ])('are not made with %s', (_name, claims, fault) => expect(() => encodeClaims(claims)).toThrow(fault));
});
