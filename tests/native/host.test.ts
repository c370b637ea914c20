/** The real host process on a real (pseudo) serial line with the simulated board: everything but the copper. */
import { expect, test } from 'vitest';
import type { FromHost } from '../../native/messages.ts';
import { startDoor, startHost } from './bench.ts';
import { serialCable } from './pty.ts';

const BOARDS = [
  { driver: 'lcus' },
  { driver: 'modbus-rtu' },
  { driver: 'modbus-ascii' },
  { driver: 'kmtronic-8' },
  { driver: 'numato' },
  { driver: 'devantech' },
] as const;
const door = (path: string, driver: string, more: object = {}) => ({
  id: 'd1',
  name: 'Main door',
  path,
  driver,
  ...more,
});

test.concurrent.for(BOARDS)('$driver: a pulse is verified by the board and ends by itself', async ({ driver }) => {
  await using cable = await serialCable();
  await using board = await startDoor(cable.far, driver);
  await using host = await startHost({ doors: [door(cable.near, driver)] });
  expect(await host.stands('d1', 'up')).not.toHaveProperty('detail');
  expect(await host.pulse('r1', 'd1', 400)).toMatchObject({ result: { ok: true, confirmation: 'verified' } });
  await board.said.first((line) => line === 'relay 1 OFF');
  expect(await board.moves()).toEqual(['relay 1 ON', 'relay 1 OFF']);
});

test.concurrent.for(BOARDS)('$driver: the same request twice is one pulse and the same answer', async ({ driver }) => {
  await using cable = await serialCable();
  await using board = await startDoor(cable.far, driver);
  await using host = await startHost({ doors: [door(cable.near, driver)] });
  await host.stands('d1', 'up');
  const first = await host.pulse('r1', 'd1', 300);
  await board.said.first((line) => line === 'relay 1 OFF');
  expect(await host.pulse('r1', 'd1', 300)).toEqual(first);
  await host.pulse('r2', 'd1', 5000);
  expect(await board.moves()).toEqual(['relay 1 ON', 'relay 1 OFF', 'relay 1 ON']);
});

test.concurrent.for(BOARDS)(
  '$driver: a board that falls silent is down with its code, and up again when it answers',
  async ({ driver }) => {
    await using cable = await serialCable();
    await using board = await startDoor(cable.far, driver);
    await using host = await startHost({ doors: [door(cable.near, driver)] });
    await host.stands('d1', 'up');
    await board.fault('dead');
    expect(await host.stands('d1', 'down')).toMatchObject({ code: 'board_silent' });
    expect(await host.pulse('r1', 'd1', 300)).toMatchObject({ result: { ok: false, code: 'board_silent' } });
    const from = host.heard.all.length;
    await board.fault('none');
    await host.stands('d1', 'up', from);
    expect(await board.moves()).toEqual([]);
  },
);

test.concurrent.for(BOARDS)('$driver: answers that are garbled never count as an open door', async ({ driver }) => {
  await using cable = await serialCable();
  await using board = await startDoor(cable.far, driver);
  await using host = await startHost({ doors: [door(cable.near, driver)] });
  await host.stands('d1', 'up');
  await board.fault('wrong_checksum');
  expect(await host.pulse('r1', 'd1', 5000)).toMatchObject({ result: { ok: false, code: 'pulse_unconfirmed' } });
  expect(await host.stands('d1', 'down')).toMatchObject({ code: 'board_wrong_reply' });
  await board.said.first((line) => line === 'relay 1 OFF');
});

test.concurrent.for(BOARDS)('$driver: a relay that does not let go is a fault until it does', async ({ driver }) => {
  await using cable = await serialCable();
  await using board = await startDoor(cable.far, driver);
  await using host = await startHost({ doors: [door(cable.near, driver)] });
  await host.stands('d1', 'up');
  await host.pulse('r1', 'd1', 3000);
  await board.fault('stuck_on');
  expect(await host.stands('d1', 'down')).toMatchObject({ code: 'relay_stuck' });
  const from = host.heard.all.length;
  await board.fault('none');
  await host.stands('d1', 'up', from);
  expect(await board.moves()).toEqual(['relay 1 ON', 'relay 1 OFF']);
});

test.concurrent.for(BOARDS)('$driver: a relay that does not pull answers relay_stuck', async ({ driver }) => {
  await using cable = await serialCable();
  await using _board = await startDoor(cable.far, driver, '--fault', 'stuck_off');
  await using host = await startHost({ doors: [door(cable.near, driver)] });
  await host.stands('d1', 'up');
  expect(await host.pulse('r1', 'd1', 300)).toMatchObject({ result: { ok: false, code: 'relay_stuck' } });
});

test.concurrent.for(BOARDS)(
  '$driver: a pulled cable is noticed, and its return brings rest but no second pulse',
  async ({ driver }) => {
    await using cable = await serialCable();
    await using board = await startDoor(cable.far, driver);
    await using host = await startHost({ doors: [door(cable.near, driver)] });
    await host.stands('d1', 'up');
    await host.pulse('r1', 'd1', 1000);
    await cable.pull();
    expect(await host.stands('d1', 'down')).toMatchObject({ code: 'port_lost' });
    expect(await host.pulse('r2', 'd1', 300)).toMatchObject({ result: { ok: false } });
    const from = host.heard.all.length;
    await cable.plug();
    await host.stands('d1', 'up', from);
    expect(await board.moves()).toEqual(['relay 1 ON', 'relay 1 OFF']);
  },
);

test.concurrent.for(BOARDS)(
  '$driver: a host killed in the middle of a pulse finds the relay at rest before the door is up',
  async ({ driver }) => {
    await using cable = await serialCable();
    await using board = await startDoor(cable.far, driver);
    {
      await using host = await startHost({ doors: [door(cable.near, driver)] });
      await host.stands('d1', 'up');
      await host.pulse('r1', 'd1', 30_000);
      await host.kill();
    }
    expect(await board.moves()).toEqual(['relay 1 ON']);
    await using host = await startHost({ doors: [door(cable.near, driver)] });
    await host.stands('d1', 'up');
    expect(await board.moves()).toEqual(['relay 1 ON', 'relay 1 OFF']);
  },
);

test.concurrent('a stop in the middle of a pulse leaves the relay at rest', async () => {
  await using cable = await serialCable();
  await using board = await startDoor(cable.far, 'lcus');
  await using host = await startHost({ doors: [door(cable.near, 'lcus')] });
  await host.stands('d1', 'up');
  await host.pulse('r1', 'd1', 30_000);
  host.send({ type: 'stop' });
  await host.heard.first((message) => message.type === 'stopped');
  expect(await board.moves()).toEqual(['relay 1 ON', 'relay 1 OFF']);
});

test.concurrent('a host whose parent dies brings the relay to rest before it leaves', async () => {
  await using cable = await serialCable();
  await using board = await startDoor(cable.far, 'lcus');
  await using host = await startHost({ doors: [door(cable.near, 'lcus')] });
  await host.stands('d1', 'up');
  await host.pulse('r1', 'd1', 30_000);
  await host.orphan();
  expect(await board.moves()).toEqual(['relay 1 ON', 'relay 1 OFF']);
});

test.concurrent('an LCUS copy that can not be read back is up, says so, and answers blind', async () => {
  await using cable = await serialCable();
  await using _board = await startDoor(cable.far, 'lcus', '--fault', 'no_readback');
  await using host = await startHost({ doors: [door(cable.near, 'lcus')] });
  expect((await host.stands('d1', 'up')).detail).toContain('blind');
  expect(await host.pulse('r1', 'd1', 300)).toMatchObject({ result: { ok: true, confirmation: 'blind' } });
});

test.concurrent('a Modbus board without coil reading answers echoed', async () => {
  await using cable = await serialCable();
  await using _board = await startDoor(cable.far, 'modbus-rtu', '--fault', 'no_readback');
  await using host = await startHost({ doors: [door(cable.near, 'modbus-rtu')] });
  await host.stands('d1', 'up');
  expect(await host.pulse('r1', 'd1', 300)).toMatchObject({ result: { ok: true, confirmation: 'echoed' } });
});

test.concurrent('a Modbus board without flash-on gets its pulse timed by the host', async () => {
  await using cable = await serialCable();
  await using board = await startDoor(cable.far, 'modbus-rtu', '--fault', 'no_flash');
  await using host = await startHost({ doors: [door(cable.near, 'modbus-rtu')] });
  await host.stands('d1', 'up');
  expect(await host.pulse('r1', 'd1', 300)).toMatchObject({ result: { ok: true, confirmation: 'verified' } });
  await board.said.first((line) => line === 'relay 1 OFF');
});

test.concurrent('two doors on one board open together, each for its own time', async () => {
  await using cable = await serialCable();
  await using board = await startDoor(cable.far, 'lcus');
  const doors = [1, 2].map((channel) => door(cable.near, 'lcus', { id: `d${channel}`, channel }));
  await using host = await startHost({ doors });
  await Promise.all([host.stands('d1', 'up'), host.stands('d2', 'up')]);
  const answers = await Promise.all([host.pulse('r1', 'd1', 300), host.pulse('r2', 'd2', 300)]);
  expect(answers.map(({ result }) => result)).toEqual([1, 2].map(() => ({ ok: true, confirmation: 'verified' })));
  await Promise.all(['relay 1 OFF', 'relay 2 OFF'].map((words) => board.said.first((line) => line === words)));
});

test.concurrent('a port that is not there is named, and the door comes up when it is plugged in', async () => {
  await using cable = await serialCable();
  await cable.pull();
  await using host = await startHost({ doors: [door(cable.near, 'lcus')] });
  expect(await host.stands('d1', 'down')).toMatchObject({ code: 'port_missing' });
  await cable.plug();
  await using _board = await startDoor(cable.far, 'lcus');
  await host.stands('d1', 'up');
});

test.concurrent('a port that another program holds is named', async () => {
  await using cable = await serialCable();
  await using _board = await startDoor(cable.far, 'lcus');
  await using host = await startHost({ doors: [door(cable.far, 'lcus')] });
  expect(await host.stands('d1', 'down')).toMatchObject({ code: 'port_busy' });
});

test.concurrent('doors that disagree about their port leave the first one working', async () => {
  await using cable = await serialCable();
  await using _board = await startDoor(cable.far, 'lcus');
  const doors = [door(cable.near, 'lcus'), door(cable.near, 'modbus-rtu', { id: 'd2' })];
  await using host = await startHost({ doors });
  expect(await host.stands('d2', 'down')).toMatchObject({ code: 'door_not_set_up' });
  expect(await host.pulse('r1', 'd2', 300)).toMatchObject({ result: { ok: false, code: 'door_not_set_up' } });
  await host.stands('d1', 'up');
});

test.concurrent('a door contact on a Modbus board is told, and told again when it changes', async () => {
  await using cable = await serialCable();
  await using board = await startDoor(cable.far, 'modbus-rtu');
  const inputs = [{ which: 'contact', from: 1, wiring: 'NC' }];
  await using host = await startHost({ doors: [door(cable.near, 'modbus-rtu', { inputs })] });
  const told = (active: boolean) => (message: FromHost) => message.type === 'input' && message.active === active;
  await host.heard.first(told(true));
  await board.input(1, 'on', 'bouncing');
  await host.heard.first(told(false));
  const inputsTold = host.heard.all.filter((message) => message.type === 'input');
  expect(inputsTold).toHaveLength(2);
});

test.concurrent('a board that has no inputs says so and still opens its door', async () => {
  await using cable = await serialCable();
  await using _board = await startDoor(cable.far, 'modbus-rtu', '--fault', 'no_inputs');
  const inputs = [{ which: 'contact', from: 1, wiring: 'NC' }];
  await using host = await startHost({ doors: [door(cable.near, 'modbus-rtu', { inputs })] });
  await host.heard.first((message) => message.type === 'device' && message.detail?.includes('inputs') === true);
  expect(await host.pulse('r1', 'd1', 300)).toMatchObject({ result: { ok: true, confirmation: 'verified' } });
});

test.concurrent('new settings leave a device that stays undisturbed, and free the port of one that goes', async () => {
  await using cable = await serialCable();
  await using other = await serialCable();
  await using _board = await startDoor(cable.far, 'lcus');
  const scanner = { id: 's1', kind: 'serial', laneId: 'in', path: other.near };
  await using host = await startHost({ doors: [door(cable.near, 'lcus')], scanners: [scanner] });
  await Promise.all([host.stands('d1', 'up'), host.stands('s1', 'up')]);
  const from = host.heard.all.length;
  const moved = { ...scanner, id: 's2' };
  host.configure({ doors: [door(cable.near, 'lcus')], scanners: [moved] });
  await host.stands('s2', 'up', from);
  const heard = host.heard.all.slice(from).flatMap((message) => (message.type === 'device' ? [message] : []));
  expect(heard.map(({ deviceId, state }) => `${deviceId} ${state}`)).toEqual(['d1 up', 's2 up']);
});

test.concurrent('a message that makes no sense changes nothing', async () => {
  await using host = await startHost({});
  host.send({ type: 'pulse', doorId: 7 });
  host.send('open sesame');
  host.send({ type: 'ping', n: 3 });
  expect(await host.heard.first((message) => message.type === 'pong')).toEqual({ type: 'pong', n: 3 });
});
