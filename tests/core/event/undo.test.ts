import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventData, EventEnvelope } from '../../../core/event/event.ts';
import { foldGrants } from '../../../core/event/grants.ts';
import { foldOccupancy, type Presence } from '../../../core/event/occupancy.ts';
import { foldOverrides } from '../../../core/event/overrides.ts';
import { checkedIn, checkedOut, event, granted, HOUR, NOON } from './events.ts';

type What = EventData<'act.undone'>['what'];

const paused = (seq: number, workerId: string): EventEnvelope => event(seq, 'presence.break_started', { workerId });
const resumed = (seq: number, workerId: string): EventEnvelope => event(seq, 'presence.break_ended', { workerId });
const iso = (ms: number): string => new Date(ms).toISOString();
const overridden = (seq: number, workerId: string): EventEnvelope =>
  event(seq, 'override.given', {
    purpose: 'admit_person',
    reason: 'Client called',
    workerId,
    refusalId: 'refusal-1',
    code: 'too_early',
    until: iso(NOON + 9 * HOUR),
  });

const WHAT = {
  'presence.checked_in': 'checked_in',
  'presence.checked_out': 'checked_out',
  'presence.break_started': 'break_started',
  'presence.break_ended': 'break_ended',
} as const;

/** The undoing of an act, as the gate writes it: with what was known before the act. */
function undone(seq: number, act: EventEnvelope, before: readonly EventEnvelope[], more: object = {}): EventEnvelope {
  const workerId = String(act.data['workerId']);
  const known = foldOccupancy(before).get(workerId);
  return event(seq, 'act.undone', {
    eventId: act.id,
    what: WHAT[act.type as keyof typeof WHAT] satisfies What,
    workerId,
    ...(known ? { before: beforeOf(known) } : {}),
    reason: '',
    ...more,
  });
}
const beforeOf = ({ inside, sinceMs, breakSinceMs, eventId }: Presence) => ({
  inside,
  since: iso(sinceMs),
  ...(breakSinceMs === undefined ? {} : { breakSince: iso(breakSinceMs) }),
  eventId,
});

const who = (events: readonly EventEnvelope[]) => {
  const presence = foldOccupancy(events).get('amina');
  if (!presence) return 'nothing known';
  return `${presence.inside ? 'inside' : 'outside'}${presence.breakSinceMs === undefined ? '' : ' on a break'}`;
};

describe('breaks (C3)', () => {
  test.each<[string, EventEnvelope[], string]>([
    ['begin inside', [checkedIn(1, 'amina'), paused(2, 'amina')], 'inside on a break'],
    ['end inside', [checkedIn(1, 'amina'), paused(2, 'amina'), resumed(3, 'amina')], 'inside'],
    ['end with going out', [checkedIn(1, 'amina'), paused(2, 'amina'), checkedOut(3, 'amina')], 'outside'],
    ['do not begin outside', [checkedOut(1, 'amina'), paused(2, 'amina')], 'outside'],
    ['do not begin for somebody unknown', [paused(1, 'amina')], 'nothing known'],
    ['do not end what was not begun', [checkedIn(1, 'amina'), resumed(2, 'amina')], 'inside'],
  ])('%s', (_name, events, state) => {
    expect(who(events)).toBe(state);
  });

  test('leave the time of coming in as it was', () => {
    const presence = foldOccupancy([checkedIn(1, 'amina'), paused(3, 'amina')]).get('amina');
    expect(presence).toMatchObject({ sinceMs: NOON, breakSinceMs: NOON + 2 * HOUR });
  });

  test('a second start of the same break changes nothing', () => {
    const presence = foldOccupancy([checkedIn(1, 'amina'), paused(2, 'amina'), paused(3, 'amina')]).get('amina');
    expect(presence).toMatchObject({ breakSinceMs: NOON + HOUR, eventId: paused(2, 'amina').id });
  });
});

describe('undoing (G6)', () => {
  const day = [checkedIn(1, 'amina')];
  test.each<[string, EventEnvelope[], string]>([
    ['a first coming leaves nothing', [checkedIn(1, 'amina'), undone(2, checkedIn(1, 'amina'), [])], 'nothing known'],
    ['a going leaves inside', [...day, checkedOut(2, 'amina'), undone(3, checkedOut(2, 'amina'), day)], 'inside'],
    ['a break leaves none', [...day, paused(2, 'amina'), undone(3, paused(2, 'amina'), day)], 'inside'],
    [
      'an act that another followed changes nothing',
      [...day, checkedOut(2, 'amina'), checkedIn(3, 'amina'), undone(4, checkedOut(2, 'amina'), day)],
      'inside',
    ],
    ['an act of nobody changes nothing', [...day, undone(2, checkedOut(9, 'amina'), [])], 'inside'],
  ])('%s', (_name, events, state) => {
    expect(who(events)).toBe(state);
  });

  test('the last act equals never having acted, whoever acted before', () => {
    const makers = [checkedIn, checkedOut, paused, resumed];
    const someAct = fc.tuple(fc.constantFrom(...makers), fc.constantFrom('amina', 'jan'));
    const someDay = fc
      .array(someAct, { minLength: 1, maxLength: 12 })
      .map((acts) => acts.map(([make, name], index) => make(index + 1, name)));
    fc.assert(
      fc.property(someDay, (acts) => {
        const before = acts.slice(0, -1);
        const last = acts.at(-1)!;
        const after = [...acts, undone(acts.length + 1, last, before)];
        expect(new Map(foldOccupancy(after))).toEqual(new Map(foldOccupancy(before)));
      }),
    );
  });

  test('takes the grant and the overrides of the act with it, and no others', () => {
    const made = granted(1, 'amina', 'b', NOON + 24 * HOUR);
    const given = [overridden(2, 'amina'), overridden(3, 'jan')];
    const taken = undone(5, checkedIn(4, 'amina'), [], { grantId: made.id, overrideIds: [given[0]!.id] });
    const kept = granted(6, 'jan', 'b', NOON + 24 * HOUR);
    const events = [made, ...given, checkedIn(4, 'amina'), taken, kept];
    expect([...foldGrants(events).values()].map(({ workerId }) => workerId)).toEqual(['jan']);
    expect([...foldOverrides(events).values()].map(({ workerId }) => workerId)).toEqual(['jan']);
  });
});

describe('overrides (G6)', () => {
  test('are kept with their reason against the person and their end', () => {
    expect([...foldOverrides([overridden(1, 'amina')]).values()]).toEqual([
      { workerId: 'amina', code: 'too_early', untilMs: NOON + 9 * HOUR, eventId: overridden(1, 'amina').id },
    ]);
  });

  test('a door that is opened for nobody in particular is none', () => {
    const opened = event(1, 'override.given', { doorId: 'door-1', purpose: 'open_once', reason: 'Delivery' });
    expect(foldOverrides([opened]).size).toBe(0);
  });
});
