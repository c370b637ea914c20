import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isScanFault } from '../../native/simulator/sim-scan.ts';
import { isSimFault } from '../../native/simulator/sim-board.ts';
import { HELP, orderOf, type Order } from '../../scripts/simulate/orders.ts';
import { listenForOrders, sendOrder } from '../../scripts/simulate/wire.ts';

test.each<[string, Order]>([
  ['scan good', { to: 'hand', badge: 'good' }],
  ['  Scan  Good-Card ', { to: 'hand', badge: 'good-card' }],
  ['cut door', { to: 'cable', of: 'door', plugged: false }],
  ['plug scanner', { to: 'cable', of: 'scanner', plugged: true }],
  ['stick relay', { to: 'door', lines: ['fault stuck_on'] }],
  ['bounce contact', { to: 'door', lines: ['input 1 on bouncing'] }],
  ['fire', { to: 'door', lines: ['input 3 on'] }],
  ['scanner noise', { to: 'scanner', lines: ['fault noise'] }],
  ['stay', { to: 'people', walk: false }],
  ['scan', { to: 'help' }],
  ['burn it down', { to: 'help' }],
  ['', { to: 'help' }],
])('%j', (line, order) => {
  expect(orderOf(line)).toEqual(order);
});

test('every order that is listed is one that the simulators know', () => {
  const listed = HELP.split('\n')
    .slice(2)
    .map((line) => line.slice(2, 20).trim());
  const orders = listed.map(orderOf);
  expect(orders.filter(({ to }) => to === 'help')).toEqual([]);
  const faults = (to: 'door' | 'scanner') =>
    orders.flatMap((order) =>
      order.to === to ? order.lines.filter((line) => line.startsWith('fault ')).map((line) => line.slice(6)) : [],
    );
  expect(faults('door').filter((name) => name !== 'none' && !isSimFault(name))).toEqual([]);
  expect(faults('scanner').filter((name) => name !== 'none' && !isScanFault(name))).toEqual([]);
});

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'gatehouse-simulate-'));
});
afterEach(() => rmSync(home, { recursive: true }));

test('a line reaches the demo that runs there, and its answer comes back', async () => {
  const heard: string[] = [];
  const stop = await listenForOrders(home, (line) => {
    heard.push(line);
    return Promise.resolve(`did ${line}`);
  });
  expect(await sendOrder(home, 'cut door')).toBe('did cut door');
  expect(heard).toEqual(['cut door']);
  await stop();
});

test('where no demo runs, that is said', async () => {
  await expect(sendOrder(home, 'cut door')).rejects.toThrow('ENOENT');
});
