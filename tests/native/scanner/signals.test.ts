import { expect, test } from 'vitest';
import { signalBytes } from '../../../native/scanner/signals.ts';
import { toHex } from '../fake-port.ts';

test.for([
  ['honeywell', 'trigger_on', '16 54 0D'],
  ['honeywell', 'trigger_off', '16 55 0D'],
  ['honeywell', 'beep', '16 07 0D'],
  ['zebra', 'beep', '07'],
  ['datalogic', 'beep', '01'],
  ['newland', 'trigger_on', '7E 01 30 30 30 30 23 53 43 4E 54 52 47 31 3B 03'],
  ['newland', 'trigger_off', '7E 01 30 30 30 30 23 53 43 4E 54 52 47 30 3B 03'],
  ['cipherlab', 'beep', '23 40 2F 2F 2F 2F 0D'],
] as const)('%s, %s: %s', ([maker, what, bytes]) => {
  expect(toHex(signalBytes(maker, what)!)).toBe(bytes);
});

test('what a maker does not offer is nothing', () => {
  expect(signalBytes('cipherlab', 'trigger_on')).toBeUndefined();
});
