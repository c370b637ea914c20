import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { EVENT_DATA, knownEvent, type EventEnvelope } from '../../../core/event/event.ts';
import { foldGrants, grantAfter, grantKey } from '../../../core/event/grants.ts';
import { foldOccupancy, presenceAfter } from '../../../core/event/occupancy.ts';
import { checkedIn, checkedOut, event, granted, HOUR, NOON, rawEvent } from './events.ts';

const refused = (seq: number): EventEnvelope => event(seq, 'access.refused', { code: 'too_early', workerId: 'amina' });
const insideAfter = (events: readonly EventEnvelope[]): string[] =>
  [...foldOccupancy(events).values()].filter(({ inside }) => inside).map(({ workerId }) => workerId);

describe('an event that this version', () => {
  test.each<[string, EventEnvelope, string | undefined]>([
    ['knows', checkedIn(1, 'amina'), 'presence.checked_in'],
    ['does not know', rawEvent(1, 'muster.started', { drill: true }), undefined],
    ['knows, with data that do not fit', rawEvent(1, 'presence.checked_in', { workerId: 7 }), undefined],
    ['knows, with a code of a later version', rawEvent(1, 'access.refused', { code: 'shoes_missing' }), undefined],
  ])('%s', (_name, given, type) => {
    expect(knownEvent(given)?.type).toBe(type);
  });

  test('knows loses only the fields that it does not know', () => {
    const later = { ...checkedOut(1, 'amina'), data: { ...checkedOut(1, 'amina').data, temperature: 36.6 } };
    expect(knownEvent(later)).toEqual(checkedOut(1, 'amina'));
  });

  test('never throws, whatever the data', () => {
    const data = fc.dictionary(
      fc.constantFrom('workerId', 'code', 'notes', 'until', '__proto__', 'mode'),
      fc.jsonValue(),
    );
    const understood = fc.property(fc.constantFrom(...Object.keys(EVENT_DATA), 'a.b'), data, (type, value) => {
      const known = knownEvent(rawEvent(1, type, value));
      return known === undefined || known.type === type;
    });
    expect(fc.check(understood).counterexample).toBeNull();
  });
});

describe('who is inside', () => {
  test.each<[string, EventEnvelope[], string[]]>([
    ['nobody, before anything', [], []],
    ['who came in', [checkedIn(1, 'amina')], ['amina']],
    ['not who left again', [checkedIn(1, 'amina'), checkedOut(2, 'amina')], []],
    ['who came back', [checkedIn(1, 'amina'), checkedOut(2, 'amina'), checkedIn(3, 'amina')], ['amina']],
    ['who came in twice, once', [checkedIn(1, 'amina'), checkedIn(2, 'amina')], ['amina']],
    ['not who left without coming', [checkedOut(1, 'amina')], []],
    ['each for themselves', [checkedIn(1, 'amina'), checkedIn(2, 'jan'), checkedOut(3, 'amina')], ['jan']],
    ['whatever else happens', [checkedIn(1, 'amina'), refused(2), granted(3, 'amina', 'b', NOON)], ['amina']],
    [
      'whom this desk checked out of another place',
      [checkedIn(1, 'amina'), checkedOut(2, 'amina', { atLocationId: 'quarry' })],
      ['amina'],
    ],
    [
      'not whom this desk checked out of its own',
      [checkedIn(1, 'amina'), checkedOut(2, 'amina', { atLocationId: 'mill' })],
      [],
    ],
    [
      'unmoved by events of a later version',
      [checkedIn(1, 'amina'), rawEvent(2, 'presence.beamed_out', {})],
      ['amina'],
    ],
    [
      'unmoved by data that do not fit',
      [checkedIn(1, 'amina'), rawEvent(2, 'presence.checked_out', { workerId: 'amina' })],
      ['amina'],
    ],
  ])('%s', (_name, events, inside) => {
    expect(insideAfter(events)).toEqual(inside);
  });

  test('since the last act, even where it repeats the one before', () => {
    expect(foldOccupancy([checkedIn(1, 'amina'), checkedIn(3, 'amina')]).get('amina')).toEqual({
      workerId: 'amina',
      inside: true,
      sinceMs: NOON + 2 * HOUR,
      eventId: checkedIn(3, 'amina').id,
    });
  });

  test('a person outside is kept with the time of leaving', () => {
    expect(foldOccupancy([checkedOut(2, 'amina')]).get('amina')).toMatchObject({ inside: false, sinceMs: NOON + HOUR });
  });

  test.each([refused(1), granted(1, 'amina', 'b', NOON), rawEvent(1, 'a.b', {})])(
    'an event of type $type says nothing',
    (given) => {
      expect(presenceAfter(given)).toBeUndefined();
    },
  );
});

describe('grants', () => {
  const both = [granted(1, 'amina', 'old', NOON + HOUR), granted(2, 'amina', 'new', NOON + 9 * HOUR)];

  test('are kept with what they are good for', () => {
    expect(grantAfter(granted(3, 'amina', 'badge-1', NOON + 24 * HOUR))).toEqual({
      workerId: 'amina',
      badgeId: 'badge-1',
      workOrderIds: ['1'],
      grantedAtMs: NOON + 2 * HOUR,
      untilMs: NOON + 24 * HOUR,
      eventId: granted(3, 'amina', 'badge-1', NOON).id,
    });
  });

  test('of a new badge leave the old one its own', () => {
    const grants = foldGrants(both);
    expect([grants.get(grantKey('amina', 'old'))?.untilMs, grants.get(grantKey('amina', 'new'))?.untilMs]).toEqual([
      NOON + HOUR,
      NOON + 9 * HOUR,
    ]);
  });

  test('of the same badge follow each other', () => {
    const grants = foldGrants([granted(1, 'amina', 'b', NOON + HOUR), granted(2, 'amina', 'b', NOON + 2 * HOUR)]);
    expect([...grants.values()].map(({ untilMs }) => untilMs)).toEqual([NOON + 2 * HOUR]);
  });

  test("without a badge are the person's own", () => {
    expect(foldGrants([granted(1, 'amina', undefined, NOON)]).get(grantKey('amina', undefined))).not.toHaveProperty(
      'badgeId',
    );
  });

  test.each([checkedIn(1, 'amina'), refused(1), rawEvent(1, 'access.granted', {})])(
    'come from no event such as $type $data',
    (given) => {
      expect(grantAfter(given)).toBeUndefined();
    },
  );
});

describe('a projection', () => {
  const someEvent = fc.tuple(fc.constantFrom(checkedIn, checkedOut), fc.constantFrom('amina', 'jan', 'eve'));
  const someDay = fc
    .array(someEvent, { maxLength: 20 })
    .map((acts) => acts.map(([make, who], index) => make(index + 1, who)));

  test('does not depend on how the acts of different people interleave', () => {
    const same = fc.property(someDay, (day) => {
      const byPerson = day.toSorted((a, b) => String(a.data['workerId']).localeCompare(String(b.data['workerId'])));
      const [mixed, sorted] = [foldOccupancy(day), foldOccupancy(byPerson)];
      return (
        mixed.size === sorted.size && [...mixed].every(([id, presence]) => sorted.get(id)?.eventId === presence.eventId)
      );
    });
    expect(fc.check(same).counterexample).toBeNull();
  });

  test('can be kept up event by event, from any point', () => {
    const same = fc.property(someDay, fc.nat(20), (day, cut) => {
      const kept = new Map(foldOccupancy(day.slice(0, cut)));
      for (const [id, presence] of foldOccupancy(day.slice(cut))) kept.set(id, presence);
      const whole = foldOccupancy(day);
      return kept.size === whole.size && [...whole].every(([id, { eventId }]) => kept.get(id)?.eventId === eventId);
    });
    expect(fc.check(same).counterexample).toBeNull();
  });
});
