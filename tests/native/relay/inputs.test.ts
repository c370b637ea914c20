/** Inputs of boards, read between the orders on the same line. */
import { describe, expect, test } from 'vitest';
import { deviceFault } from '../../../native/fault.ts';
import { DRIVER_FACTS, type DoorInput } from '../../../native/messages.ts';
import { bench, DRIVERS, running } from './board-bench.ts';

const CONTACT: DoorInput = { which: 'contact', from: 1, wiring: 'NC' };
const REX: DoorInput = { which: 'rex', from: 2, wiring: 'NO' };
const doors = [{ id: 'd1', unit: 1, channel: 1, inputs: [CONTACT, REX] }];

describe.for(DRIVERS.filter((driver) => DRIVER_FACTS[driver].inputs > 0))('%s', (driver) => {
  test('tells each input once after the start, as it is wired', () => {
    const { port, after } = bench(driver, { doors });
    port.opened();
    expect(after(1000).toSorted()).toEqual(['d1 contact active', 'd1 rex at rest', 'd1 up']);
    expect(after(5000)).toEqual([]);
  });

  test('tells a change within 200 ms', () => {
    const { after, setInput } = running(driver, { doors });
    after(0);
    setInput(1, true);
    setInput(2, true);
    expect(after(200)).toEqual(['d1 contact at rest', 'd1 rex active']);
  });

  test('does not hear a contact that chatters for less than two samples', () => {
    const { after, setInput } = running(driver, { doors });
    after(0);
    setInput(2, true);
    after(40);
    setInput(2, false);
    expect(after(1000)).toEqual([]);
  });

  test('a pulse is still verified and ends in time while inputs are read', () => {
    const { line, after } = running(driver, { doors });
    after(0);
    line.pulse('r1', 'd1', 3000);
    expect(after(300)).toEqual(['relay 1 ON', 'r1 verified']);
    expect(after(2500)).toEqual([]);
    expect(after(700)).toEqual(['relay 1 OFF']);
  });

  test('says again how its inputs stand when the line comes back', () => {
    const { port, after } = running(driver, { doors });
    port.gone(deviceFault('port_lost', ''));
    after(500);
    port.opened();
    expect(after(1000).toSorted()).toEqual(['d1 contact active', 'd1 rex at rest', 'd1 up']);
  });

  test('a board without inputs still opens its door', () => {
    const { line, port, after } = bench(driver, { doors, faults: ['no_inputs'] });
    port.opened();
    after(5000);
    line.pulse('r1', 'd1', 500);
    expect(after(1500)).toEqual(['relay 1 ON', 'r1 verified', 'relay 1 OFF']);
  });
});

test('boards of a family without inputs are never asked for them', () => {
  const { port, after } = bench('lcus', { doors });
  port.opened();
  expect(after(1000)).toEqual(['d1 up']);
  const asked = new Set(port.written.map((bytes) => bytes[0]));
  expect(asked).toEqual(new Set([0xa0, 0xff]));
});

const ON_MODEM_LINES = [
  {
    id: 'd1',
    unit: 1,
    channel: 1,
    inputs: [
      { which: 'contact', from: 'cts', wiring: 'NC' },
      { which: 'fire', from: 'dsr', wiring: 'NC' },
    ] satisfies DoorInput[],
  },
];

test('modem lines of the port are inputs too', async () => {
  const { port, clock, settle, after } = bench('lcus', { doors: ON_MODEM_LINES });
  const run = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 20) {
      clock.advance(20);
      await settle();
    }
    return after(0);
  };
  port.setModemLines({ cts: true, dsr: true });
  port.opened();
  expect((await run(500)).toSorted()).toEqual(['d1 contact at rest', 'd1 fire at rest', 'd1 up']);
  port.setModemLines({ cts: false, dsr: true });
  expect(await run(200)).toEqual(['d1 contact active']);
  port.gone(deviceFault('port_lost', ''));
  expect(await run(5000)).toEqual(['d1 down port_lost']);
});

test('a port without modem lines still opens its door', async () => {
  const { port, line, settle, after } = bench('lcus', { doors: ON_MODEM_LINES });
  port.opened();
  await settle();
  after(1000);
  line.pulse('r1', 'd1', 500);
  expect(after(1500)).toEqual(['relay 1 ON', 'r1 verified', 'relay 1 OFF']);
});
