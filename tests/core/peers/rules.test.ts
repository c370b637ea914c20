import { describe, expect, test } from 'vitest';
import { isOwnNetwork, PEER_PORT, readAddress } from '../../../core/peers/address.ts';
import { arePeersWanted, gatesHeardAgoMs } from '../../../core/peers/gates-heard.ts';
import { settle, SURELY_PULLED_MS } from '../../../core/peers/settled.ts';

describe('how fresh the word of the place’s other gates is', () => {
  test.each([
    ['one gate, heard', ['a'], [{ gateId: 'a', heardAtMs: 90 }], 10],
    [
      'the one that was silent longest counts',
      ['a', 'b'],
      [
        { gateId: 'a', heardAtMs: 90 },
        { gateId: 'b', heardAtMs: 30 },
      ],
      70,
    ],
    ['a gate with no computer that central knows', ['a', 'b'], [{ gateId: 'a', heardAtMs: 90 }], undefined],
    ['a gate that never answered', ['a'], [{ gateId: 'a' }], undefined],
    ['a gate whose old computer is silent', ['a'], [{ gateId: 'a' }, { gateId: 'a', heardAtMs: 95 }], 5],
    ['no other gate', [], [], undefined],
  ])('%s', (_says, gateIds, peers, agoMs) => {
    expect(gatesHeardAgoMs(gateIds, peers, 100)).toBe(agoMs);
  });
});

test.each([
  ['two gates and a key', {}, true],
  ['switched off', { enabled: false }, false],
  ['one gate', { gates: 1 }, false],
  ['nobody to hear', { others: 0 }, false],
  ['withdrawn by central', { isWithdrawn: true }, false],
])('gates look for each other: %s', (_says, more, wanted) => {
  expect(arePeersWanted({ enabled: true, gates: 2, others: 1, isWithdrawn: false, ...more })).toBe(wanted);
});

describe('central’s word takes the place of what a gate told', () => {
  const waiting = { toSeq: 5, heardAtMs: 1000 };
  const waits = { toSeq: 2, waiting };
  const soon = 1000 + SURELY_PULLED_MS;
  test.each([
    ['nothing is delivered', { toSeq: 0 }, 0, 1000, 900, { toSeq: 0 }],
    ['something is: central is to be heard first', { toSeq: 2 }, 5, 1000, 900, waits],
    ['central was not heard since', waits, 9, soon, 900, waits],
    ['central was never heard', waits, 9, soon, undefined, waits],
    ['central was heard, perhaps before it knew', waits, 9, soon, soon - 1, waits],
    ['central was heard since', waits, 9, soon, soon, { toSeq: 5, waiting: { toSeq: 9, heardAtMs: soon } }],
    ['central was heard since and has no more', waits, 5, soon, soon, { toSeq: 5 }],
    ['the clock was set back', waits, 9, 400, 400, { toSeq: 2, waiting: { toSeq: 5, heardAtMs: 400 } }],
  ])('%s', (_says, before, deliveredTo, nowMs, pulledAtMs, after) => {
    expect(settle(before, deliveredTo, nowMs, pulledAtMs)).toEqual(after);
  });
});

test.each([
  ['10.0.0.7', { host: '10.0.0.7', port: PEER_PORT }],
  [' gate-2.site.local:7421 ', { host: 'gate-2.site.local', port: 7421 }],
  ['GATE2', { host: 'gate2', port: PEER_PORT }],
  ['', undefined],
  ['http://10.0.0.7', undefined],
  ['10.0.0.7:0', undefined],
  ['10.0.0.7:70000', undefined],
  ['10.0.0.7:80:80', undefined],
  ['gate 2', undefined],
])('the address %j', (typed, address) => {
  expect(readAddress(typed)).toEqual(address);
});

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['192.168.0.9', true],
  ['172.31.0.1', true],
  ['169.254.7.7', true],
  ['172.32.0.1', false],
  ['8.8.8.8', false],
  ['192.0.2.77', true],
  ['192.0.3.77', false],
  ['198.51.100.130', true],
  ['198.51.100.120', false],
  ['2001:db8::1', false],
  ['', false],
  ['10.1.2', false],
])('%s is of the own network: %s', (address, isOwn) => {
  expect(isOwnNetwork(address, ['192.0.2.7/24', '198.51.100.129/25', '203.0.113.1/0'])).toBe(isOwn);
});
