/** Eight ways in which bytes reach us other than one whole frame at a time, for every relay language. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RelayDialect, Reply } from '../../../native/relay/dialect.ts';
import { lcus } from '../../../native/relay/lcus.ts';
import { modbusRtu } from '../../../native/relay/modbus-rtu.ts';
import { endOnSilence, feed, NOTHING_HELD } from '../../../native/serial/framing.ts';
import { ascii, hex } from '../fake-port.ts';

const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

interface Language {
  readonly name: string;
  readonly dialect: RelayDialect;
  readonly frame: Uint8Array;
  readonly other: Uint8Array;
  /** Looks like the start of a frame and is none. */
  readonly falseStart: Uint8Array;
  /** Claims to be longer than any frame is. */
  readonly overlong: Uint8Array;
}
const LANGUAGES: readonly Language[] = [
  {
    name: 'LCUS',
    dialect: lcus,
    frame: ascii('CH1: ON\r\n'),
    other: ascii('CH2: OFF\r\n'),
    falseStart: ascii('CH1: O'),
    overlong: ascii('CH1:          ON'),
  },
  {
    name: 'Modbus RTU',
    dialect: modbusRtu,
    frame: hex('01 05 00 00 FF 00 8C 3A'),
    other: hex('01 01 01 05 91 8B'),
    falseStart: hex('01 01 02'),
    overlong: hex('01 01 FA'),
  },
];

/** Feeds chunks, then silence. */
function read({ grammar }: RelayDialect, ...chunks: Uint8Array[]) {
  const frames: Reply[] = [];
  let rubbish = 0;
  let held: Uint8Array = NOTHING_HELD;
  for (const step of [...chunks.map((chunk) => () => feed(grammar, held, chunk)), () => endOnSilence(grammar, held)]) {
    const framed = step();
    frames.push(...framed.frames);
    rubbish += framed.rubbish;
    held = framed.held;
    expect(held.length).toBeLessThan(grammar.maxBytes);
  }
  expect(held).toHaveLength(0);
  return { frames, rubbish };
}

describe.for(LANGUAGES)('$name', ({ dialect, frame, other, falseStart, overlong }) => {
  const [first] = read(dialect, frame).frames;
  const [second] = read(dialect, other).frames;

  test('noise before, between and after is counted and skipped', () => {
    const noise = Uint8Array.of(0x00, 0xee, 0x00);
    const { frames, rubbish } = read(dialect, join(noise, frame, noise, other, noise));
    expect({ frames, rubbish }).toEqual({ frames: [first, second], rubbish: 9 });
  });
  test('a cut frame is given up at the next silence', () => {
    const { frames, rubbish } = read(dialect, frame.slice(0, 4));
    expect({ frames, rubbish }).toEqual({ frames: [], rubbish: 4 });
  });
  test('a doubled frame is two', () => {
    expect(read(dialect, join(frame, frame)).frames).toEqual([first, first]);
  });
  test('a false start does not swallow the frames behind it', () => {
    const { frames } = read(dialect, join(falseStart, frame, other));
    expect(frames).toEqual([first, second]);
  });
  test('what claims to be too long does not wait for the rest', () => {
    expect(read(dialect, join(overlong, frame)).frames).toEqual([first]);
  });
  test('a frame may come byte by byte', () => {
    const bytes = [...join(frame, other)].map((byte) => Uint8Array.of(byte));
    expect(read(dialect, ...bytes)).toEqual({ frames: [first, second], rubbish: 0 });
  });
  test('two frames may come in one chunk', () => {
    expect(read(dialect, join(frame, other))).toEqual({ frames: [first, second], rubbish: 0 });
  });
  test('silence alone is nothing', () => {
    expect(read(dialect)).toEqual({ frames: [], rubbish: 0 });
  });
  test('64 kB of noise are not held', () => {
    expect(read(dialect, new Uint8Array(65_536).fill(0xee))).toEqual({ frames: [], rubbish: 65_536 });
  });
  test('any bytes, cut anywhere, give the same frames', () => {
    const piece = fc.oneof(fc.constantFrom(frame, other, falseStart, overlong), fc.uint8Array({ maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const bytes = join(...pieces);
        expect(read(dialect, ...[...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(read(dialect, bytes));
      }),
    );
  });
});
