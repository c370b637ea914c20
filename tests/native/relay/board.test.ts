/** The conversation with the simulated board on virtual time: what is written when, and what main hears. */
import { describe, expect, test } from 'vitest';
import { deviceFault } from '../../../native/fault.ts';
import type { SimFault } from '../../../native/simulator/sim-board.ts';
import { bench, DRIVERS, running } from './board-bench.ts';

/** USB checks a report before anybody sees it: on HID it comes as it was sent, or not at all. */
const FAULTS: readonly (readonly [SimFault, string])[] = [
  ['doubled', 'r1 verified'],
  ['slow', 'r1 verified'],
  ['noise', 'r1 verified'],
  ['mute', 'r1 pulse_unconfirmed'],
  ['wrong_checksum', 'r1 pulse_unconfirmed'],
  ['dead', 'r1 pulse_unconfirmed'],
  ['stuck_off', 'r1 relay_stuck'],
];

describe.for(DRIVERS)('%s', (driver) => {
  test('nothing is said of a door before its relay is at rest, read back', () => {
    const { port, after } = bench(driver);
    port.opened();
    expect(after(0)).toEqual([]);
    expect(after(300)).toEqual(['d1 up']);
  });

  test('a pulse is answered when the board says ON, and ends after its time', () => {
    const { line, after, relays } = running(driver);
    line.pulse('r1', 'd1', 3000);
    expect(after(200)).toEqual(['relay 1 ON', 'r1 verified']);
    expect(after(2700)).toEqual([]);
    expect(after(500)).toEqual(['relay 1 OFF']);
    expect(after(10_000)).toEqual([]);
    expect(relays()).not.toContain(true);
  });

  test('a second pulse while one runs makes it longer: the relay moves once', () => {
    const { line, after } = running(driver);
    line.pulse('r1', 'd1', 2000);
    expect(after(1500)).toEqual(['relay 1 ON', 'r1 verified']);
    line.pulse('r2', 'd1', 2000);
    expect(after(1000)).toEqual(['r2 verified']);
    expect(after(2000)).toEqual(['relay 1 OFF']);
  });

  test('a pulse asked in the same breath as another gets the same read-back', () => {
    const { line, after } = running(driver);
    line.pulse('r1', 'd1', 500);
    line.pulse('r2', 'd1', 500);
    expect(after(2000)).toEqual(['relay 1 ON', 'r1 verified', 'r2 verified', 'relay 1 OFF']);
  });

  test('more people than can wait are told so at once', () => {
    const { line, trace } = running(driver);
    for (let person = 1; person <= 9; person++) line.pulse(`r${person}`, 'd1', 500);
    expect(trace.filter((what) => what.endsWith('port_busy'))).toEqual(['r9 port_busy']);
  });

  test('a pulse before the board has answered is refused at once', () => {
    const { line, port, trace } = bench(driver);
    port.opened();
    line.pulse('r1', 'd1', 500);
    expect(trace).toEqual(['r1 board_silent']);
  });

  test('a pulse while the line is down is refused at once, with the code, and not made up for', () => {
    const { line, port, after, clock } = running(driver);
    port.gone(deviceFault('port_lost', ''));
    line.pulse('r1', 'd1', 500);
    expect(after(0)).toEqual(['d1 down port_lost', 'r1 port_lost']);
    clock.advance(500);
    port.opened();
    expect(after(5000)).toEqual(['d1 up']);
  });

  test('a line lost before the read-back is a pulse nobody can vouch for; rest comes first when it is back', () => {
    const { line, port, after } = running(driver);
    line.pulse('r1', 'd1', 30_000);
    port.gone(deviceFault('port_lost', ''));
    expect(after(500)).toEqual(['relay 1 ON', 'r1 pulse_unconfirmed', 'd1 down port_lost']);
    port.opened();
    expect(after(500)).toEqual(['relay 1 OFF', 'd1 up']);
  });

  test('a board silent for 3 s is down; its port is opened anew until it answers', async () => {
    const { port, after, setFaults, settle, clock } = running(driver);
    setFaults('dead');
    expect(after(3000)).toEqual(['d1 down board_silent']);
    await settle();
    clock.advance(500);
    expect(port.opens()).toBe(2);
    setFaults();
    port.opened();
    expect(after(500)).toEqual(['d1 up']);
  });

  test('one lost answer in between is asked for again and harms nobody', () => {
    const { line, after, setFaults } = running(driver);
    setFaults('mute');
    line.pulse('r1', 'd1', 3000);
    expect(after(300)).toEqual(['relay 1 ON']);
    setFaults();
    expect(after(700)).toEqual(['r1 verified']);
  });

  test.for(driver === 'dcttech-hid' ? FAULTS.filter(([fault]) => fault !== 'wrong_checksum') : FAULTS)(
    'with the fault %s, a pulse answers %s',
    ([fault, answer]) => {
      const { line, after, setFaults } = running(driver);
      setFaults(fault);
      line.pulse('r1', 'd1', 10_000);
      expect(after(3000).filter((what) => what.startsWith('r1'))).toEqual([answer]);
    },
  );

  test('a relay that stays on is ordered off until it lets go, and a fault meanwhile', () => {
    const { line, after, setFaults } = running(driver);
    line.pulse('r1', 'd1', 500);
    after(300);
    setFaults('stuck_on');
    expect(after(5000)).toEqual(['d1 down relay_stuck']);
    line.pulse('r2', 'd1', 500);
    expect(after(0)).toEqual(['r2 relay_stuck']);
    setFaults();
    expect(after(2000)).toEqual(['relay 1 OFF', 'd1 up']);
  });

  test('the relays of a board that is left alone are looked at every 1.5 s', () => {
    const { port, after } = running(driver);
    port.written.length = 0;
    after(15_000);
    expect(port.written.length).toBeGreaterThanOrEqual(9);
    expect(port.written.length).toBeLessThanOrEqual(10);
  });

  test('a stop brings every relay to rest and closes the port', async () => {
    const { line, clock, relays, trace } = running(driver);
    line.pulse('r1', 'd1', 30_000);
    clock.advance(300);
    const stopping = line.stop();
    clock.advance(1000);
    await stopping;
    expect(relays()[0]).toBe(false);
    expect(trace.at(-1)).toBe('relay 1 OFF');
  });

  test('a stop does not wait for a board that is silent', async () => {
    const { line, clock, setFaults, trace } = running(driver);
    setFaults('dead');
    const stopping = line.stop();
    line.pulse('r1', 'd1', 500);
    clock.advance(1500);
    await stopping;
    expect(trace).toContain('r1 device_host_gone');
  });
});

test('half an answer of an LCUS board is good for the relays whose lines are whole', () => {
  const doors = [
    { id: 'd1', unit: 1, channel: 1 },
    { id: 'd4', unit: 1, channel: 4 },
  ];
  const { line, after, setFaults } = running('lcus', { doors });
  setFaults('half');
  line.pulse('r1', 'd1', 10_000);
  line.pulse('r4', 'd4', 10_000);
  expect(after(3000).filter((what) => what.startsWith('r'))).toEqual([
    'relay 1 ON',
    'r1 verified',
    'relay 4 ON',
    'r4 pulse_unconfirmed',
  ]);
});

test('half an answer of a Modbus board is none', () => {
  const { line, after, setFaults } = running('modbus-rtu');
  setFaults('half');
  line.pulse('r1', 'd1', 10_000);
  expect(after(3000)).toEqual(['relay 1 ON', 'r1 pulse_unconfirmed', 'd1 down board_wrong_reply']);
});

test('an LCUS copy that never answers is up and blind, and found out if it ever answers', () => {
  const { line, port, after, setFaults, trace } = bench('lcus', { faults: ['no_readback'] });
  port.opened();
  expect(after(2000)).toEqual(['d1 up']);
  line.pulse('r1', 'd1', 500);
  expect(after(1000)).toEqual(['relay 1 ON', 'r1 blind', 'relay 1 OFF']);
  setFaults();
  expect(after(3000)).toEqual(['d1 up']);
  line.pulse('r2', 'd1', 500);
  after(1000);
  expect(trace).toContain('r2 verified');
});

test('an LCUS board that has once answered is never taken for a blind one', async () => {
  const { port, after, setFaults, settle } = running('lcus');
  setFaults('mute');
  expect(after(3000)).toEqual(['d1 down board_silent']);
  await settle();
  after(500);
  port.opened();
  expect(after(5000)).toEqual([]);
});

test('a board that answers for another unit gives a wrong reply, not an open door', () => {
  const { line, after, setFaults } = running('modbus-rtu');
  setFaults('renumbered');
  line.pulse('r1', 'd1', 10_000);
  expect(after(3000)).toEqual(['relay 1 ON', 'r1 pulse_unconfirmed', 'd1 down board_wrong_reply']);
});

test('a board without flash-on is timed by the host from its first refusal on', () => {
  const { line, after } = running('modbus-rtu', { faults: ['no_flash'] });
  line.pulse('r1', 'd1', 1000);
  expect(after(2000)).toEqual(['relay 1 ON', 'r1 verified', 'relay 1 OFF']);
});

test('a board that ignores flash-on is timed by the host when its door says so', () => {
  const { line, after, port } = running('modbus-rtu', { doors: [{ id: 'd1', unit: 1, channel: 1, timedBy: 'host' }] });
  port.written.length = 0;
  line.pulse('r1', 'd1', 1000);
  expect(after(2000)).toEqual(['relay 1 ON', 'r1 verified', 'relay 1 OFF']);
  expect(port.written[0]!.slice(0, 6)).toEqual(Uint8Array.of(1, 5, 0, 0, 0xff, 0));
});

test('doors that share a board open side by side; doors that share a relay stand alike', () => {
  const doors = [
    { id: 'in', unit: 1, channel: 1 },
    { id: 'out', unit: 1, channel: 1 },
    { id: 'gate', unit: 1, channel: 3 },
  ];
  const { line, port, after } = bench('lcus', { doors });
  port.opened();
  expect(after(1000).toSorted()).toEqual(['gate up', 'in up', 'out up']);
  line.pulse('r1', 'in', 1000);
  line.pulse('r2', 'gate', 1000);
  expect(after(900)).toEqual(['relay 1 ON', 'r1 verified', 'relay 3 ON', 'r2 verified']);
  expect(after(2000)).toEqual(['relay 1 OFF', 'relay 3 OFF']);
});

test('on a bus, one silent board leaves the doors of the others working and the port open', () => {
  const doors = [
    { id: 'd1', unit: 1, channel: 1 },
    { id: 'd2', unit: 2, channel: 1 },
  ];
  const { line, port, after } = bench('modbus-rtu', { doors });
  port.opened();
  expect(after(3000).toSorted()).toEqual(['d1 up', 'd2 down board_silent']);
  line.pulse('r1', 'd1', 500);
  line.pulse('r2', 'd2', 500);
  expect(after(1500).toSorted()).toEqual(['r1 verified', 'r2 board_silent', 'relay 1 OFF', 'relay 1 ON']);
  after(10_000);
  expect(port.opens()).toBe(1);
});
