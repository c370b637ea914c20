import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { GENESIS_HASH, sealEvent } from '../../../core/event/chain.ts';
import type { EventEnvelope } from '../../../core/event/event.ts';
import { takeEntries } from '../../../core/peers/take-entries.ts';
import { tellingSchema, type Entry } from '../../../core/peers/wire.ts';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const TELLER = { id: 'device-2', gateId: 'gate-2', locationId: 'location-1' };

/** A journal of four: in, a fault of a device, out, in. */
function journal(more: Record<string, unknown> = {}): EventEnvelope[] {
  const events: EventEnvelope[] = [];
  for (const [index, type] of [
    'presence.checked_in',
    'device.fault',
    'presence.checked_out',
    'presence.checked_in',
  ].entries()) {
    const prevHash = events.at(-1)?.hash ?? GENESIS_HASH;
    const unsealed = {
      id: `01900000-0000-7000-8000-00000000000${index}`,
      deviceId: 'device-2',
      seq: index + 1,
      type,
      occurredAt: '2026-03-02T06:00:00.000Z',
      bootId: 'boot',
      monotonicMs: 1,
      clockOffsetMs: null,
      gateId: 'gate-2',
      locationId: 'location-1',
      actor: { kind: 'worker' as const },
      data: { workerId: 'anna' },
      prevHash,
      ...more,
    };
    events.push(sealEvent(unsealed, sha256));
  }
  return events;
}
const EVENTS = journal();
const [first, second, third, fourth] = EVENTS as [EventEnvelope, EventEnvelope, EventEnvelope, EventEnvelope];
const link = ({ seq, prevHash, hash }: EventEnvelope): Entry => ({ seq, prevHash, hash });
const at = ({ seq, hash }: EventEnvelope) => ({ seq, hash });
const seqs = (events: readonly EventEnvelope[]): number[] => events.map(({ seq }) => seq);

test.each([
  ['from the first on', undefined, [first, link(second), third], [1, 3], 3, undefined],
  ['from somewhere on, when nothing was known', undefined, [third, fourth], [3, 4], 4, undefined],
  ['that go on from what was known', at(second), [third, fourth], [3, 4], 4, undefined],
  ['none', at(second), [], [], 2, undefined],
  ['with one left out', at(first), [third], [3], 3, 'other'],
  ['of a journal that goes on elsewhere', { seq: 1, hash: 'f'.repeat(64) }, [link(second), third], [3], 3, 'other'],
  [
    'of which one was edited',
    at(first),
    [link(second), { ...third, data: { workerId: 'ben' } }, fourth],
    [4],
    4,
    'edited',
  ],
] as const)('entries %s', (_says, reached, entries, told, last, fault) => {
  const taken = takeEntries(reached, entries, TELLER, sha256);
  expect([seqs(taken.events), taken.reached?.seq, taken.fault]).toEqual([told, last, fault]);
});

test.each([
  ['another device', { deviceId: 'device-3' }],
  ['another gate', { gateId: 'gate-1' }],
  ['another place', { locationId: 'location-2' }],
])('a gate tells nothing in the name of %s', (_whose, more) => {
  expect(takeEntries(undefined, journal(more), TELLER, sha256)).toMatchObject({ events: [], reached: { seq: 4 } });
});

test('what a newer gate writes beside the known fields is under the hash all the same', () => {
  const newer = journal({ shoeSize: 43 });
  const telling = { nowMs: 0, offsetMs: null, bootId: 'b', deliveredTo: 0, isOther: false, hasMore: false };
  const { entries } = tellingSchema.parse(JSON.parse(JSON.stringify({ ...telling, entries: newer })));
  expect(seqs(takeEntries(undefined, entries, TELLER, sha256).events)).toEqual([1, 2, 3, 4]);
});

test('an event that no gate would write counts as its place in the chain alone', () => {
  const telling = { nowMs: 0, offsetMs: null, bootId: 'b', deliveredTo: 0, isOther: false, hasMore: false };
  const { entries } = tellingSchema.parse({ ...telling, entries: [first, { ...second, id: 'no uuid' }, third] });
  const taken = takeEntries(undefined, entries, TELLER, sha256);
  expect([seqs(taken.events), taken.fault]).toEqual([[1, 3], undefined]);
});
