import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_DATA, type EventEnvelope } from '../../../core/event/event.ts';
import { endingFacts, rollCounts, rollRows, type Seen } from '../../../core/muster/count.ts';
import { rollOf, type MusterMark, type Roll } from '../../../core/muster/roll.ts';
import { NOON, rawEvent } from '../event/events.ts';

const MINUTE = 60_000;
const at = (minutes: number): number => NOON + minutes * MINUTE;
const happened = (minutes: number, type: string, data: Record<string, unknown>): EventEnvelope => ({
  ...rawEvent(minutes + 1, type, data),
  occurredAt: new Date(at(minutes)).toISOString(),
});

const START = happened(0, 'muster.started', { kind: 'drill', insideCount: 3, listed: ['amina', 'jan', 'lucía'] });
const musterId = START.id;
const mark = (minutes: number, workerId: string, said: MusterMark, more: Record<string, unknown> = {}): EventEnvelope =>
  happened(minutes, 'muster.marked', { musterId, workerId, mark: said, ...more });
const found = (minutes: number, name: string, said: MusterMark = 'found_unlisted'): EventEnvelope =>
  happened(minutes, 'muster.marked', { musterId, name, mark: said });
const END = happened(20, 'muster.ended', { musterId, accounted: 2, missing: 1, tookMs: 20 * MINUTE });

const roll = (...events: EventEnvelope[]): Roll => rollOf([START, ...events])!;
const went = (workerId: string, inside: boolean, minutes: number): [string, Seen] => [
  workerId,
  { inside, atMs: at(minutes) },
];
/** Everybody with the state they are in. */
const states = (given: Roll, seen: [string, Seen][] = []): string[] =>
  rollRows(given, new Map(seen)).map(({ workerId, state }) => `${workerId} ${state}`);

describe('G8: a roll call', () => {
  test.each<[string, EventEnvelope[], [string, Seen][], string[]]>([
    ['nobody is accounted for at the start', [], [], ['amina unmarked', 'jan unmarked', 'lucía unmarked']],
    ['one is safe', [mark(1, 'jan', 'safe')], [], ['amina unmarked', 'jan safe', 'lucía unmarked']],
    [
      'the last word wins',
      [mark(1, 'jan', 'missing'), mark(2, 'jan', 'safe')],
      [],
      ['amina unmarked', 'jan safe', 'lucía unmarked'],
    ],
    [
      'a mark is taken back',
      [mark(1, 'jan', 'safe'), mark(2, 'jan', 'unmarked')],
      [],
      ['amina unmarked', 'jan unmarked', 'lucía unmarked'],
    ],
    [
      'who goes out through a gate is accounted for',
      [],
      [went('jan', false, 3)],
      ['amina unmarked', 'jan out', 'lucía unmarked'],
    ],
    [
      'who had gone before the start is for people to say',
      [],
      [went('jan', false, -3)],
      ['amina unmarked', 'jan unmarked', 'lucía unmarked'],
    ],
    [
      'who was missing and goes out later is found',
      [mark(1, 'jan', 'missing')],
      [went('jan', false, 3)],
      ['amina unmarked', 'jan out', 'lucía unmarked'],
    ],
    [
      'who was safe and goes in again has to be found again',
      [mark(1, 'jan', 'safe')],
      [went('jan', true, 3)],
      ['amina unmarked', 'jan unmarked', 'lucía unmarked'],
    ],
    [
      'who came in before being marked stays as marked',
      [mark(5, 'jan', 'safe')],
      [went('jan', true, 3)],
      ['amina unmarked', 'jan safe', 'lucía unmarked'],
    ],
    [
      'who comes in while it runs has to be found too',
      [],
      [went('omar', true, 3)],
      ['amina unmarked', 'jan unmarked', 'lucía unmarked', 'omar unmarked'],
    ],
    [
      'who another gate tells of late has to be found too',
      [],
      [went('omar', true, -9)],
      ['amina unmarked', 'jan unmarked', 'lucía unmarked', 'omar unmarked'],
    ],
    [
      'somebody known is found who is not on the list',
      [mark(2, 'omar', 'found_unlisted')],
      [],
      ['amina unmarked', 'jan unmarked', 'lucía unmarked', 'omar found_unlisted'],
    ],
    [
      'marks of another roll call are passed over',
      [mark(1, 'jan', 'safe', { musterId: 'another' })],
      [],
      ['amina unmarked', 'jan unmarked', 'lucía unmarked'],
    ],
    [
      'nothing changes after the end',
      [END, mark(21, 'jan', 'safe')],
      [went('amina', false, 25)],
      ['amina unmarked', 'jan unmarked', 'lucía unmarked'],
    ],
  ])('%s', (_name, events, seen, expected) => {
    expect(states(roll(...events), seen)).toEqual(expected);
  });

  test('a mark sent twice counts once, however late it comes again', () => {
    const once = mark(1, 'jan', 'missing', { markId: 'm1' });
    const given = roll(once, mark(2, 'jan', 'safe', { markId: 'm2' }), { ...once, seq: 9 });
    expect(given.people.get('jan')).toMatchObject({ mark: 'safe' });
  });

  test('somebody of whom nothing is known counts by the name written down, until it is taken back', () => {
    const given = roll(found(1, 'A man with a red van'), found(2, 'Plumber'));
    expect(rollCounts(given, rollRows(given, new Map()))).toEqual({ total: 5, accounted: 2, missing: 0, unmarked: 3 });
    expect([...roll(found(1, 'Plumber'), found(2, 'Plumber', 'unmarked')).named]).toEqual([]);
  });

  test('says who said it, when and from where', () => {
    const said = { ...mark(1, 'jan', 'safe', { by: 'Phone 2' }), actor: { kind: 'user' as const, userId: 'moira' } };
    expect(roll(said).people.get('jan')).toEqual({ mark: 'safe', atMs: at(1), userId: 'moira', by: 'Phone 2' });
  });
});

const WHO = fc.constantFrom('amina', 'jan', 'lucía', 'omar', 'zoë');
const SAID = fc.constantFrom<MusterMark>('safe', 'missing', 'left_before', 'found_unlisted', 'unmarked');
const marks = fc.array(fc.tuple(WHO, SAID), { maxLength: 12 });
const moves = fc.array(fc.tuple(WHO, fc.boolean(), fc.integer({ min: -20, max: 20 })), { maxLength: 6 });

describe('G8: whatever is said and seen', () => {
  test('nobody of the list is lost, nobody counts twice, and every person counts in exactly one way', () => {
    const holds = fc.property(marks, moves, (said, moved) => {
      const given = roll(...said.map(([who, what], minutes) => mark(minutes + 1, who, what)));
      const rows = rollRows(given, new Map(moved.map(([who, inside, minutes]) => went(who, inside, minutes))));
      const ids = rows.map(({ workerId }) => workerId);
      const { total, accounted, missing, unmarked } = rollCounts(given, rows);
      return (
        given.listed.every((id) => ids.includes(id)) &&
        new Set(ids).size === ids.length &&
        total === rows.length &&
        accounted + missing + unmarked === total
      );
    });
    expect(fc.check(holds).counterexample).toBeNull();
  });

  test('after its end it can be read again from its own events alone, with the same counts', () => {
    const holds = fc.property(marks, moves, (said, moved) => {
      const events = said.map(([who, what], minutes) => mark(minutes + 1, who, what));
      const before = roll(...events);
      const rows = rollRows(before, new Map(moved.map(([who, inside, minutes]) => went(who, inside, minutes))));
      const facts = endingFacts(before, rows, { kind: 'user', userId: 'moira' }, at(30));
      const after = roll(...events, ...facts.map(({ type, data }) => happened(30, type, data)));
      const { total: _, ...ended } = rollCounts(before, rows);
      expect(after.ended).toMatchObject({ ...ended, tookMs: 30 * MINUTE });
      const again = rollRows(after, new Map());
      const key = (row: { workerId: string; state: string }): string => `${row.workerId} ${row.state}`;
      expect(again.map(key).toSorted()).toEqual(rows.map(key).toSorted());
      return facts.every(({ type, data }) => EVENT_DATA[type].safeParse(data).success);
    });
    expect(fc.check(holds).counterexample).toBeNull();
  });
});
