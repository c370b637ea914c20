/** Eight ways in which bytes reach us other than one whole frame at a time, for every relay language. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RelayDialect, Reply } from '../../../native/relay/dialect.ts';
import { dcttechHid } from '../../../native/relay/dcttech-hid.ts';
import { devantech } from '../../../native/relay/devantech.ts';
import { kmtronic, kmtronicSmall } from '../../../native/relay/kmtronic.ts';
import { lcus } from '../../../native/relay/lcus.ts';
import { modbusAscii } from '../../../native/relay/modbus-ascii.ts';
import { modbusRtu } from '../../../native/relay/modbus-rtu.ts';
import { numato } from '../../../native/relay/numato.ts';
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
  {
    name: 'Modbus ASCII',
    dialect: modbusAscii,
    frame: ascii(':FE050000FF00FE\r\n'),
    other: ascii(':FE01020101FD\r\n'),
    falseStart: ascii(':FE01'),
    overlong: ascii(':FE0101010101010101010101'),
  },
  {
    name: 'KMTronic, one relay at a time',
    dialect: kmtronicSmall,
    frame: hex('FF 01 01'),
    other: hex('FF 02 00'),
    falseStart: hex('FF 01'),
    overlong: hex('FF 09 00'),
  },
  {
    name: 'KMTronic, eight relays at a time',
    dialect: kmtronic(8),
    frame: hex('00 01 00 00 00 00 00 01'),
    other: hex('01 00 00 00 00 00 00 00'),
    falseStart: hex('01 01 EE'),
    overlong: hex('01 01 01 01 01 01 01 01 01 EE'),
  },
  {
    name: 'Numato',
    dialect: numato,
    frame: ascii('relay readall\n\r05\n\r>'),
    other: ascii('relay on 0\n\r>'),
    falseStart: ascii('relay reada'),
    overlong: ascii('relay readall\n\r00000000000000000000000000000000000000'),
  },
  {
    name: 'Devantech',
    dialect: devantech,
    frame: hex('09 0C 81 09 0C'),
    other: hex('0C 02 04 04 0C 02'),
    falseStart: hex('09 0C 81'),
    overlong: hex('09 0C 81 81 81 81 81'),
  },
  {
    name: 'dcttech HID',
    dialect: dcttechHid,
    frame: Uint8Array.of(...ascii('BITFT'), 0, 0, 2),
    other: Uint8Array.of(...ascii('R3xyz'), 0, 0, 1),
    falseStart: hex('42 49 54 EE'),
    overlong: ascii('LONGNAME'),
  },
];

/** Bytes that none of the languages can start a frame with. */
const NOISE = Uint8Array.of(0xee, 0x80, 0xee);
/** Less than the shortest frame. */
const CUT_BYTES = 2;

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
    const { frames, rubbish } = read(dialect, join(NOISE, frame, NOISE, other, NOISE));
    expect({ frames, rubbish }).toEqual({ frames: [first, second], rubbish: 9 });
  });
  test('a cut frame is given up at the next silence', () => {
    const { frames, rubbish } = read(dialect, frame.slice(0, CUT_BYTES));
    expect({ frames, rubbish }).toEqual({ frames: [], rubbish: CUT_BYTES });
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
