/** Byte vectors from the makers' command lists: the truth that both our side and the simulator are held to. */
import { describe, expect, test } from 'vitest';
import { crc16, crcHolds } from '../../../native/relay/crc16.ts';
import { lcus } from '../../../native/relay/lcus.ts';
import { modbusRtu } from '../../../native/relay/modbus-rtu.ts';
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
    expect(lcus.grammar.match(ascii(line))).toEqual({
      kind: 'frame',
      frame: { kind: 'states', unit: 1, states: [{ channel, on }] },
      length: line.length,
    });
  });

  test.for(['CH0: ON', 'CH17: ON', 'CH1; ON', 'CH1:     ON', 'XH1: ON', 'CH1: 0N'])('no state in "%s"', (line) => {
    expect(lcus.grammar.match(ascii(line).slice(0, lcus.grammar.maxBytes))).toEqual({ kind: 'none' });
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
    expect(modbusRtu.grammar.match(order)).toEqual({
      kind: 'frame',
      frame: { kind: 'echo', unit: 1, order },
      length: 8,
    });
  });

  test('coils, the lowest bit being relay 1', () => {
    const match = modbusRtu.grammar.match(hex('01 01 01 05 91 8B'));
    const frame = match.kind === 'frame' && match.frame.kind === 'states' ? match.frame : undefined;
    expect(frame?.states.filter(({ on }) => on).map(({ channel }) => channel)).toEqual([1, 3]);
    expect(frame?.states).toHaveLength(8);
  });

  test('a refusal', () => {
    const match = modbusRtu.grammar.match(hex('01 85 02 C3 51'));
    expect(match).toMatchObject({ frame: { kind: 'refused', unit: 1, what: 'order', detail: 'Modbus exception 2' } });
  });

  test.for([
    ['a wrong check', '01 05 00 00 FF 00 8C 3B'],
    ['the broadcast address', '00 05 00 00 FF 00 8D EB'],
    ['a function that no board answers with', '01 06 00 00 00 01 48 0A'],
    ['more coils than a board has', '01 01 FA'],
    ['a count of nothing', '01 01 00 00 00 08 3D CC'],
  ] as const)('nothing in %s', ([, bytes]) => {
    expect(modbusRtu.grammar.match(hex(bytes))).toEqual({ kind: 'none' });
  });

  test('the check of the standard example "123456789"', () => {
    expect(crc16(ascii('123456789'))).toBe(0x4b37);
  });
});
