/** Byte vectors from the makers' command lists: the truth that both our side and the simulator are held to. */
import { describe, expect, test } from 'vitest';
import { crc16, crcHolds } from '../../../native/relay/crc16.ts';
import { dcttechHid } from '../../../native/relay/dcttech-hid.ts';
import { devantech } from '../../../native/relay/devantech.ts';
import type { RelayDialect, Reply } from '../../../native/relay/dialect.ts';
import { kmtronic, kmtronicSmall } from '../../../native/relay/kmtronic.ts';
import { lcus } from '../../../native/relay/lcus.ts';
import { modbusAscii } from '../../../native/relay/modbus-ascii.ts';
import { modbusRtu, modbusRtu0100 } from '../../../native/relay/modbus-rtu.ts';
import { numato } from '../../../native/relay/numato.ts';
import { ascii, hex, toHex } from '../fake-port.ts';

describe('LCUS writes', () => {
  test.for([
    ['relay 1 on', lcus.order({ unit: 1, channel: 1 }, true), 'A0 01 01 A2'],
    ['relay 1 off', lcus.order({ unit: 1, channel: 1 }, false), 'A0 01 00 A1'],
    ['relay 2 on', lcus.order({ unit: 1, channel: 2 }, true), 'A0 02 01 A3'],
    ['relay 8 off', lcus.order({ unit: 1, channel: 8 }, false), 'A0 08 00 A8'],
    ['the query', lcus.query(1, 4), 'FF'],
  ] as const)('%s', ([, bytes, expected]) => {
    expect(toHex(bytes)).toBe(expected);
  });
});

describe('LCUS reads', () => {
  test.for([
    ['CH1: ON', 1, true],
    ['CH1: OFF', 1, false],
    ['CH1:ON', 1, true],
    ['CH16 OFF', 16, false],
    ['ch3: on', 3, true],
  ] as const)('%s', ([line, channel, on]) => {
    expect(lcus.grammar.match(ascii(line), false)).toEqual({
      kind: 'frame',
      frame: { kind: 'states', unit: 1, states: [{ channel, on }] },
      length: line.length,
    });
  });

  test.for(['CH0: ON', 'CH17: ON', 'CH1; ON', 'CH1:     ON', 'XH1: ON', 'CH1: 0N'])('no state in "%s"', (line) => {
    expect(lcus.grammar.match(ascii(line).slice(0, lcus.grammar.maxBytes), false)).toEqual({ kind: 'none' });
  });
});

describe('Modbus RTU writes', () => {
  const relay = { unit: 1, channel: 1 };
  test.for([
    ['relay 1 on', modbusRtu.order(relay, true), '01 05 00 00 FF 00 8C 3A'],
    ['relay 1 off', modbusRtu.order(relay, false), '01 05 00 00 00 00 CD CA'],
    ['relay 1 on, at unit 255', modbusRtu.order({ unit: 255, channel: 1 }, true), 'FF 05 00 00 FF 00 99 E4'],
    ['a flash of 700 ms', modbusRtu.flash!(relay, 700), '01 05 02 00 00 07 8D B0'],
    ['a flash of 3 s', modbusRtu.flash!(relay, 3000), '01 05 02 00 00 1E 4C 7A'],
    ['a flash of 5 s', modbusRtu.flash!(relay, 5000), '01 05 02 00 00 32 4D A7'],
    ['a flash that is no whole number of units, rounded up', modbusRtu.flash!(relay, 2901), '01 05 02 00 00 1E 4C 7A'],
    ['the query', modbusRtu.query(1, 2), '01 01 00 00 00 08 3D CC'],
    ['the query at unit 255', modbusRtu.query(255, 2), 'FF 01 00 00 00 08 28 12'],
  ] as const)('%s', ([, bytes, expected]) => {
    expect(toHex(bytes)).toBe(expected);
  });

  test('asks for 16 relays where a door has one above the eighth', () => {
    const query = modbusRtu.query(1, 9);
    expect(toHex(query.slice(0, 6))).toBe('01 01 00 00 00 10');
    expect(crcHolds(query)).toBe(true);
  });
});

describe('Modbus RTU reads', () => {
  test('an echo', () => {
    const order = hex('01 05 00 00 FF 00 8C 3A');
    expect(modbusRtu.grammar.match(order, false)).toEqual({
      kind: 'frame',
      frame: { kind: 'echo', unit: 1, order },
      length: 8,
    });
  });

  test('coils, the lowest bit being relay 1', () => {
    const match = modbusRtu.grammar.match(hex('01 01 01 05 91 8B'), false);
    const frame = match.kind === 'frame' && match.frame.kind === 'states' ? match.frame : undefined;
    expect(frame?.states.filter(({ on }) => on).map(({ channel }) => channel)).toEqual([1, 3]);
    expect(frame?.states).toHaveLength(8);
  });

  test('a refusal', () => {
    const match = modbusRtu.grammar.match(hex('01 85 02 C3 51'), false);
    expect(match).toMatchObject({ frame: { kind: 'refused', unit: 1, what: 'order', detail: 'Modbus exception 2' } });
  });

  test.for([
    ['a wrong check', '01 05 00 00 FF 00 8C 3B'],
    ['the broadcast address', '00 05 00 00 FF 00 8D EB'],
    ['a function that no board answers with', '01 06 00 00 00 01 48 0A'],
    ['more coils than a board has', '01 01 FA'],
    ['a count of nothing', '01 01 00 00 00 08 3D CC'],
  ] as const)('nothing in %s', ([, bytes]) => {
    expect(modbusRtu.grammar.match(hex(bytes), false)).toEqual({ kind: 'none' });
  });

  test('the check of the standard example "123456789"', () => {
    expect(crc16(ascii('123456789'))).toBe(0x4b37);
  });
});

test.for([
  ['inputs', modbusRtu.queryInputs!(1, 8), '01 02 00 00 00 08 79 CC'],
  ['inputs at unit 255', modbusRtu.queryInputs!(255, 2), 'FF 02 00 00 00 08 6C 12'],
  [
    'a copy that switches on with 01 00 and counts from 1',
    modbusRtu0100.order({ unit: 1, channel: 1 }, true),
    '01 05 00 01 01 00 9D 9A',
  ],
] as const)('Modbus RTU writes %s', ([, bytes, expected]) => {
  expect(toHex(bytes)).toBe(expected);
});

describe('Modbus ASCII writes', () => {
  const relay = { unit: 254, channel: 1 };
  test.for([
    ['relay 1 on', modbusAscii.order(relay, true), ':FE050000FF00FE'],
    ['relay 1 off', modbusAscii.order(relay, false), ':FE0500000000FD'],
    ['the query for 16 relays', modbusAscii.query(254, 9), ':FE0100000010F1'],
  ] as const)('%s', ([, bytes, expected]) => {
    expect(new TextDecoder().decode(bytes)).toBe(`${expected}\r\n`);
  });
});

describe('KMTronic writes', () => {
  test.for([
    ['relay 1 on', kmtronicSmall.order({ unit: 1, channel: 1 }, true), 'FF 01 01'],
    ['relay 8 off', kmtronic(8).order({ unit: 1, channel: 8 }, false), 'FF 08 00'],
    ['one query for each of two relays', kmtronicSmall.query(1, 2), 'FF 01 03 FF 02 03'],
    ['one query for eight', kmtronic(8).query(1, 8), 'FF 09 00'],
  ] as const)('%s', ([, bytes, expected]) => {
    expect(toHex(bytes)).toBe(expected);
  });
});

describe('Numato writes', () => {
  test.for([
    ['the first relay', numato.order({ unit: 1, channel: 1 }, true), 'relay on 0'],
    ['the tenth', numato.order({ unit: 1, channel: 10 }, false), 'relay off 9'],
    ['the eleventh, a letter', numato.order({ unit: 1, channel: 11 }, true), 'relay on A'],
    ['the last of 32', numato.order({ unit: 1, channel: 32 }, true), 'relay on V'],
    ['the query', numato.query(1, 8), 'relay readall'],
    ['inputs', numato.queryInputs!(1, 8), 'gpio readall'],
  ] as const)('%s', ([, bytes, expected]) => {
    expect(new TextDecoder().decode(bytes)).toBe(`${expected}\r`);
  });
});

describe('Devantech writes', () => {
  test.for([
    ['relay 1 on', devantech.order({ unit: 1, channel: 1 }, true), '65'],
    ['relay 8 on', devantech.order({ unit: 1, channel: 8 }, true), '6C'],
    ['relay 1 off', devantech.order({ unit: 1, channel: 1 }, false), '6F'],
    ['relay 8 off', devantech.order({ unit: 1, channel: 8 }, false), '76'],
    ['the query between two identities', devantech.query(1, 8), '5A 5B 5A'],
    ['inputs', devantech.queryInputs!(1, 8), '5A 19 19 5A'],
  ] as const)('%s', ([, bytes, expected]) => {
    expect(toHex(bytes)).toBe(expected);
  });
});

describe('dcttech HID writes', () => {
  test.for([
    ['relay 2 on', dcttechHid.order({ unit: 1, channel: 2 }, true), '00 FF 02 00 00 00 00 00 00'],
    ['relay 2 off', dcttechHid.order({ unit: 1, channel: 2 }, false), '00 FD 02 00 00 00 00 00 00'],
    ['the number of the report that is asked for', dcttechHid.query(1, 2), '01'],
  ] as const)('%s', ([, bytes, expected]) => {
    expect(toHex(bytes)).toBe(expected);
  });
});

/** A reply in short: "relays 1 3", "inputs 2", "echo relay on 0". */
function inShort(reply: Reply): string {
  switch (reply.kind) {
    case 'states':
      return ['relays', ...reply.states.flatMap(({ channel, on }) => (on ? [channel] : []))].join(' ');
    case 'inputs':
      return ['inputs', ...reply.inputs.flatMap(({ input, on }) => (on ? [input] : []))].join(' ');
    case 'echo':
      return `echo ${toHex(reply.order)}`;
    case 'refused':
      return `refused ${reply.what}`;
  }
}

describe('a reply', () => {
  test.for<[string, RelayDialect, Uint8Array, string]>([
    ['of LCTech inputs', modbusRtu, hex('FF 02 01 01 51 A0'), 'inputs 1'],
    ['that refuses inputs', modbusRtu, hex('01 82 01 81 60'), 'refused inputs'],
    [
      'in ASCII that is an echo',
      modbusAscii,
      ascii(':FE050000FF00FE\r\n'),
      `echo ${toHex(ascii(':FE050000FF00FE\r\n'))}`,
    ],
    ['in ASCII with relays 1 and 9', modbusAscii, ascii(':FE01020101FD\r\n'), 'relays 1 9'],
    ['of one KMTronic relay', kmtronicSmall, hex('FF 02 01'), 'relays 2'],
    ['of eight KMTronic relays', kmtronic(8), hex('00 01 00 00 00 00 00 01'), 'relays 2 8'],
    ['of Numato relays', numato, ascii('relay readall\n\n\r0005\n\r>'), 'relays 1 3'],
    ['of 32 Numato relays', numato, ascii('relay readall\n\r80000001\n\r>'), 'relays 1 32'],
    ['of Numato inputs', numato, ascii('gpio readall\n\r02\n\r>'), 'inputs 2'],
    ['that is a Numato echo', numato, ascii('relay on 0\n\r>'), `echo ${toHex(ascii('relay on 0\r'))}`],
    ['of a Devantech RLY16', devantech, hex('09 0C 81 09 0C'), 'relays 1 8'],
    ['of Devantech inputs', devantech, hex('0C 02 04 04 0C 02'), 'inputs 3'],
    ['of a dcttech board', dcttechHid, Uint8Array.of(...ascii('BITFT'), 0, 0, 2), 'relays 2'],
  ])('%s', ([, { grammar }, bytes, expected]) => {
    const match = grammar.match(bytes, true);
    expect(match.kind === 'frame' ? inShort(match.frame) : match.kind).toBe(expected);
    expect(match).toMatchObject({ length: bytes.length });
  });

  test.for<[string, RelayDialect, Uint8Array]>([
    ['in ASCII with a wrong check', modbusAscii, ascii(':FE050000FF00FF\r\n')],
    ['in ASCII that is shorter than it claims', modbusAscii, ascii(':FE010201FE\r\n')],
    ['of a third relay on a KMTronic board with two', kmtronicSmall, hex('FF 03 01')],
    ['of seven of eight KMTronic relays', kmtronic(8), hex('00 01 00 00 00 00 00')],
    ['of KMTronic relays with a stray byte in front', kmtronic(4), hex('00 00 01 00 00')],
    ['of a Numato module that does not know the command', numato, ascii('relay onn 0\n\r>')],
    ['of a Devantech module with another id behind the mask', devantech, hex('09 0C 81 08 0C')],
    ['of Devantech inputs that changed in between', devantech, hex('0C 02 04 05 0C 02')],
    ['of a Devantech module that is not known', devantech, hex('07 0C 81 07 0C')],
    ['of a HID board whose name is no text', dcttechHid, hex('80 49 54 46 54 00 00 02')],
  ])('%s is none', ([, { grammar }, bytes]) => {
    expect(grammar.match(bytes, true).kind).toBe('none');
  });
});
