import { expect, test } from 'vitest';
import { pulseLedger } from '../../../native/relay/pulse-ledger.ts';

const VERIFIED = { ok: true, confirmation: 'verified' } as const;

test('a request is new once, then running, then has its answer for good', () => {
  const ledger = pulseLedger();
  expect(ledger.look('r1')).toBe('new');
  ledger.begin('r1', 'd1');
  expect(ledger.look('r1')).toBe('running');
  expect(ledger.end('r1', VERIFIED)).toBe('d1');
  expect(ledger.look('r1')).toEqual({ doorId: 'd1', result: VERIFIED });
});

test('forgets the oldest requests, never the latest thousand', () => {
  const ledger = pulseLedger();
  for (let request = 0; request <= 1000; request++) {
    ledger.begin(`r${request}`, 'd1');
    ledger.end(`r${request}`, VERIFIED);
  }
  expect(ledger.look('r0')).toBe('new');
  expect(ledger.look('r1')).toEqual({ doorId: 'd1', result: VERIFIED });
});
