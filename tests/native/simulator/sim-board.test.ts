/** The simulator is held to the makers' bytes, not to our own driver: two sides of one mistake would agree. */
import { describe, expect, test } from 'vitest';
import {
  newSimBoard,
  SIM_FAULTS,
  simDueMs,
  simHears,
  simWaits,
  type SimFault,
} from '../../../native/simulator/sim-board.ts';
import { simLcus } from '../../../native/simulator/sim-lcus.ts';
import { simModbusRtu } from '../../../native/simulator/sim-modbus.ts';
import { ascii, hex, toHex } from '../fake-port.ts';

const lcus = (faults: readonly SimFault[], ...orders: string[]) => played(simLcus, 2, faults, orders);
const modbus = (faults: readonly SimFault[], ...orders: string[]) =>
  played(simModbusRtu({ unit: 1, channels: 8, flash: true }), 8, faults, orders);

/** The answers to orders that come one after the other, and how the board stands at the end. */
function played(language: typeof simLcus, channels: number, faults: readonly SimFault[], orders: readonly string[]) {
  let board = newSimBoard(channels, faults);
  const replies = orders.flatMap((order) => {
    const step = simHears(language, board, hex(order), 0);
    board = step.board;
    return step.replies;
  });
  const on = board.relays.flatMap((relay, at) => (relay.on ? [at + 1] : []));
  return { on, board, replies, answers: replies.map(({ bytes }) => toHex(bytes)) };
}

describe('an LCUS board', () => {
  test('switches without a word and tells its relays when asked', () => {
    const { on, answers } = lcus([], 'A0 02 01 A3', 'FF');
    expect(on).toEqual([2]);
    expect(answers).toEqual([toHex(ascii('CH1: OFF\r\nCH2: ON\r\n'))]);
  });
  test('does not listen to a wrong sum', () => {
    expect(lcus([], 'A0 01 01 A3').on).toEqual([]);
  });
  test('keeps its state for as long as nobody says otherwise', () => {
    const { board } = lcus([], 'A0 01 01 A2');
    expect(simDueMs(board)).toBeUndefined();
    expect(simWaits(board, 3_600_000).board).toEqual(board);
  });
  test('understands an order that comes in two pieces', () => {
    expect(lcus([], 'A0 01', '01 A2').on).toEqual([1]);
  });
});

describe('a Modbus board', () => {
  test('echoes what it does', () => {
    const { on, answers } = modbus([], '01 05 00 00 FF 00 8C 3A');
    expect({ on, answers }).toEqual({ on: [1], answers: ['01 05 00 00 FF 00 8C 3A'] });
  });
  test('tells its coils', () => {
    const { answers } = modbus([], '01 05 00 00 FF 00 8C 3A', '01 01 00 00 00 08 3D CC');
    expect(answers[1]).toBe('01 01 01 01 90 48');
  });
  test('ends a flash of 3 s by itself', () => {
    const { on, board } = modbus([], '01 05 02 00 00 1E 4C 7A');
    expect(on).toEqual([1]);
    expect(simWaits(board, 2999).changes).toEqual([]);
    expect(simWaits(board, 3000).changes).toEqual([{ relay: 1, on: false }]);
  });
  test('does not answer for another unit', () => {
    expect(modbus([], 'FF 05 00 00 FF 00 99 E4')).toMatchObject({ on: [], answers: [] });
  });
  test('does not listen to a wrong check', () => {
    expect(modbus([], '01 05 00 00 FF 00 8C 3B')).toMatchObject({ on: [], answers: [] });
  });
});

describe('a fault', () => {
  const ON_AND_QUERY = ['01 05 00 00 FF 00 8C 3A', '01 01 00 00 00 08 3D CC'];
  test.for<[SimFault, number[], string[]]>([
    ['mute', [1], []],
    ['dead', [], []],
    ['half', [1], ['01 05 00 00', '01 01 01']],
    ['stuck_off', [], ['01 05 00 00 FF 00 8C 3A', '01 01 01 00 51 88']],
    ['no_readback', [1], ['01 05 00 00 FF 00 8C 3A', '01 81 01 81 90']],
    ['doubled', [1], ['01 05 00 00 FF 00 8C 3A 01 05 00 00 FF 00 8C 3A', '01 01 01 01 90 48 01 01 01 01 90 48']],
  ])('%s', ([fault, on, answers]) => {
    expect(modbus([fault], ...ON_AND_QUERY)).toMatchObject({ on, answers });
  });
  test('stuck_on keeps a relay on that its own board would end', () => {
    const { board } = modbus([], '01 05 02 00 00 1E 4C 7A');
    expect(simWaits({ ...board, faults: ['stuck_on'] }, 5000).changes).toEqual([]);
  });
  test('slow answers late', () => {
    expect(modbus(['slow'], ON_AND_QUERY[0]!).replies[0]!.afterMs).toBe(250);
  });
  test('each has a sentence that says what it is', () => {
    for (const what of Object.values(SIM_FAULTS)) expect(what.length).toBeGreaterThan(10);
  });
});
