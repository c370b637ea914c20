import { describe, expect, test } from 'vitest';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalText, checkLink, encodeUtf8, GENESIS_HASH, sealEvent } from '../../../core/event/chain.ts';
import { eventSchema, type EventEnvelope } from '../../../core/event/event.ts';
import { chained, checkedIn, checkedOut, rawEvent, sha256 } from './events.ts';

const START = { seq: 0, hash: GENESIS_HASH };
const day = chained([checkedIn(1, 'amina'), checkedIn(2, 'jan'), checkedOut(3, 'amina')]);
const [first, second, third] = day as [EventEnvelope, EventEnvelope, EventEnvelope];

/** Canonical JSON of a value, as the data of an event. */
const canonicalOf = (value: unknown): string => {
  const text = canonicalText(rawEvent(1, 'x.y', { value }));
  return text.slice(text.indexOf('"data":{"value":') + '"data":{"value":'.length, text.indexOf('},"deviceId"'));
};

describe('the canonical form (RFC 8785)', () => {
  test('is the same whatever order the fields came in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const sorted: unknown = JSON.parse(canonicalize(value) ?? '');
        expect(canonicalOf(value)).toBe(canonicalize(value));
        expect(canonicalOf(sorted)).toBe(canonicalize(value));
      }),
    );
  });

  test('half a character has none, wherever it stands', () => {
    expect(() => canonicalOf({ a: ['\ud800'] })).toThrow('surrogate');
    expect(() => canonicalOf({ '\udfff': 1 })).toThrow('surrogate');
    expect(canonicalOf({ a: '\\ud800' })).toBe('{"a":"\\\\ud800"}');
  });

  test.each<[unknown, string]>([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-5e-324, '-5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [1e21, '1e+21'],
    [999999999999999900000, '999999999999999900000'],
    [9.999999999999997e-7, '9.999999999999997e-7'],
    [0.000001, '0.000001'],
    [333333333.3333332, '333333333.3333332'],
    [-0.0000033333333333333333, '-0.0000033333333333333333'],
  ])('of the number %d is %s (its appendix B)', (value, text) => {
    expect(canonicalOf(value)).toBe(text);
  });

  test('of strings escapes what must be, and nothing else', () => {
    expect(canonicalOf('\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/\b\f\t\r\u007f\u2028')).toBe(
      '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\\b\\f\\t\\r\u007f\u2028"',
    );
  });

  test('sorts names by UTF-16 units', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalOf(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  test('keeps the order of arrays and knows null from nothing', () => {
    expect(canonicalOf([3, null, { b: undefined, a: [] }])).toBe('[3,null,{"a":[]}]');
  });

  test('of an event is known to the byte, and so is its hash', () => {
    expect(canonicalText(checkedIn(1, 'amina'))).toBe(
      '{"actor":{"kind":"worker"},"bootId":"boot-1","clockOffsetMs":null,' +
        '"data":{"code":"welcome","mode":"scan","notes":[],"workOrderIds":["1"],"workerId":"amina"},' +
        '"deviceId":"gate-1","gateId":"north","id":"0195848d-6c00-7000-8000-000000000001","locationId":"mill",' +
        `"monotonicMs":1500,"occurredAt":"2026-03-10T12:00:00.000Z","prevHash":"${'0'.repeat(64)}","seq":1,` +
        '"type":"presence.checked_in"}',
    );
    expect(first.hash).toBe('888c21cddfa43371a35dde60db40214c9d366dda4cf81292bfe96f696d07ad42');
  });

  test('does not depend on the order in which fields were written', () => {
    const turned = Object.fromEntries(Object.entries(second).reverse()) as EventEnvelope;
    expect(encodeUtf8(canonicalText(turned))).toEqual(encodeUtf8(canonicalText(second)));
  });

  test('leaves the hash out, whatever it is', () => {
    expect(canonicalText({ ...first, hash: 'f'.repeat(64) } as EventEnvelope)).toBe(canonicalText(first));
  });
});

describe('the chain', () => {
  test('holds from the first event on', () => {
    expect([
      checkLink(START, first, sha256),
      checkLink(first, second, sha256),
      checkLink(second, third, sha256),
    ]).toEqual([undefined, undefined, undefined]);
  });

  test('is made of well-formed events', () => {
    expect(day.map((each) => eventSchema.safeParse(each).success)).toEqual([true, true, true]);
  });

  test.each<[string, { seq: number; hash: string }, EventEnvelope, string]>([
    ['an event that is missing', first, third, 'gap'],
    ['an event that comes twice', second, second, 'gap'],
    ['an event before its time', second, first, 'gap'],
    ['another event in the place of the one before', { seq: 1, hash: 'a'.repeat(64) }, second, 'broken_link'],
    ['a beginning that is not the beginning', { seq: 0, hash: 'a'.repeat(64) }, first, 'broken_link'],
    ['a change in the data', first, { ...second, data: { ...second.data, workerId: 'eve' } }, 'edited'],
    ['a change of the hash itself', first, { ...second, hash: 'b'.repeat(64) }, 'edited'],
  ])('shows %s', (_name, previous, next, fault) => {
    expect(checkLink(previous, next, sha256)).toBe(fault);
  });

  test('shows a change that was sealed again, at the next link', () => {
    const forged = sealEvent({ ...second, data: { ...second.data, workerId: 'eve' } }, sha256);
    expect(checkLink(first, forged, sha256)).toBeUndefined();
    expect(checkLink(forged, third, sha256)).toBe('broken_link');
  });

  test('shows any change of any field, and any field put in or taken out', () => {
    const fields = Object.keys(second) as (keyof EventEnvelope)[];
    const change = fc.record({
      field: fc.constantFrom(...fields, 'added'),
      value: fc.option(fc.jsonValue(), { nil: undefined, freq: 3 }),
    });
    const found = fc.property(change, ({ field, value }) => {
      const before = second[field as keyof EventEnvelope];
      fc.pre(JSON.stringify(value) !== JSON.stringify(before));
      const edited = { ...second, [field]: value } as EventEnvelope;
      return checkLink(first, edited, sha256) !== undefined;
    });
    expect(fc.check(found, { numRuns: 1000 }).counterexample).toBeNull();
  });
});

describe('encodeUtf8', () => {
  test.each([
    ['', []],
    ['\u0000\u007f', [0x00, 0x7f]],
    ['\u0080\u07ff', [0xc2, 0x80, 0xdf, 0xbf]],
    ['\u0800\uffff', [0xe0, 0xa0, 0x80, 0xef, 0xbf, 0xbf]],
    ['\u{10000}\u{10ffff}', [0xf0, 0x90, 0x80, 0x80, 0xf4, 0x8f, 0xbf, 0xbf]],
    ['\ud83d', [0xef, 0xbf, 0xbd]],
    ['\ude00\ud83d', [0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd]],
  ])('of %j', (text, bytes) => {
    expect([...encodeUtf8(text)]).toEqual(bytes);
  });

  test('is what TextEncoder says, for any string of UTF-16 units', () => {
    const same = fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.integer({ min: 0, max: 0xffff })),
      (text, units) =>
        [text, String.fromCharCode(...units)].every(
          (each) => encodeUtf8(each).join() === new TextEncoder().encode(each).join(),
        ),
    );
    expect(fc.check(same, { numRuns: 1000 }).counterexample).toBeNull();
  });
});
