import { describe, expect, test } from 'vitest';
import { compareProjections } from '../../main/journal/verify.ts';
import { desk } from './acts-desk.ts';
import { START_MS } from './fixtures.ts';
import { put } from './site.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const anna = { workerId: 'anna' };
/** Anna came in with her badge and left again: from then on a tap may do. */
function outWithGrant(policy: Record<string, unknown> = { laterGrants: 'tap' }) {
  const all = desk(policy);
  all.scan();
  all.wait(MINUTE);
  all.scan();
  all.wait(MINUTE);
  all.released.length = 0;
  return all;
}

describe('D3: access is granted by a tap', () => {
  test('never before a first scan', () => {
    const { acts, released, last } = desk({ laterGrants: 'tap' });
    expect(acts.getPersonActs(anna)).toMatchObject({ next: 'scan', acts: [{ allowed: false, why: 'scan_needed' }] });
    expect(acts.grantAccess(anna)).toMatchObject({ result: 'refused', code: 'scan_needed' });
    expect([released, last()?.type]).toEqual([[], 'access.refused']);
  });

  test('after it, where the location lets taps be enough: written by name, then the door', () => {
    const { acts, released, last } = outWithGrant();
    expect(acts.getPersonActs(anna)).toMatchObject({ next: 'grant' });
    expect(acts.grantAccess(anna)).toMatchObject({ result: 'done', code: 'welcome', undo: { what: 'checked_in' } });
    expect(released).toEqual(['door-1 for presence.checked_in']);
    expect(last()).toMatchObject({
      type: 'presence.checked_in',
      actor: { kind: 'user', userId: 'user-1' },
      data: { mode: 'manual', source: 'guard' },
    });
  });

  test('not where each entry wants a scan', () => {
    const { acts, released } = outWithGrant({ laterGrants: 'scan' });
    expect(acts.grantAccess(anna)).toMatchObject({ result: 'refused', code: 'scan_needed' });
    expect(released).toEqual([]);
  });
});

describe('B5: a checkout by hand', () => {
  test.each([
    [true, undefined],
    [false, true],
  ])('seen leaving %s: estimated %s; the time is now, by name, and no door moves', (seen, estimated) => {
    const { acts, scan, wait, released, clock, last } = desk();
    scan();
    wait(HOUR);
    released.length = 0;
    expect(acts.getPersonActs(anna)).toMatchObject({ next: 'check_out' });
    expect(acts.checkOut({ ...anna, seen })).toMatchObject({ result: 'done' });
    const out = last();
    expect(out).toMatchObject({ type: 'presence.checked_out', data: { mode: 'manual', insideMs: HOUR } });
    expect([out?.occurredAt, out?.data['estimated'], released]).toEqual([
      new Date(clock.nowMs()).toISOString(),
      estimated,
      [],
    ]);
  });

  test('of somebody outside is none', () => {
    const { acts, types } = desk();
    expect(acts.checkOut({ ...anna, seen: true })).toEqual({ result: 'refused' });
    expect(types()).toEqual([]);
  });
});

describe('C3: a break', () => {
  test('begins and ends inside, with its length', () => {
    const { acts, scan, wait, journal, last } = desk();
    scan();
    wait(HOUR);
    expect(acts.setBreak({ ...anna, onBreak: true })).toMatchObject({
      result: 'done',
      undo: { what: 'break_started' },
    });
    expect(acts.getPersonActs(anna)).toMatchObject({ acts: [{ act: 'check_out' }, { act: 'end_break' }] });
    wait(30 * MINUTE);
    expect(acts.setBreak({ ...anna, onBreak: false }).result).toBe('done');
    expect(last()?.data).toEqual({ workerId: 'anna', breakMs: 30 * MINUTE });
    expect(journal.projections.presenceOf('anna')).not.toHaveProperty('breakSinceMs');
  });

  test('ends with a scan at a lane for both ways, which still lets out', () => {
    const { acts, scan, wait, journal } = desk();
    scan();
    wait(HOUR);
    acts.setBreak({ ...anna, onBreak: true });
    expect(scan()?.decision.code).toBe('goodbye');
    expect(journal.projections.presenceOf('anna')).toMatchObject({ inside: false });
  });

  test('begins and ends here for somebody whom another gate let in, and that gate stays theirs (G5)', () => {
    const since = new Date(START_MS - HOUR).toISOString();
    const { acts, wait, journal, db, presence } = desk({}, [
      put('gate', 'gate-2', { name: 'Goods gate', locationId: 'location-1' }),
      put('presence', 'p-anna', { ...anna, locationId: 'location-1', gateId: 'gate-2', inside: true, since }),
    ]);
    expect(acts.getPersonActs(anna)).toMatchObject({ acts: [{ act: 'check_out' }, { act: 'start_break' }] });
    expect(acts.setBreak({ ...anna, onBreak: true })).toMatchObject({ result: 'done' });
    const onBreak = { sinceMs: START_MS - HOUR, breakSinceMs: START_MS, gateId: 'gate-2' };
    expect([presence.of('anna'), presence.inside()[0]]).toMatchObject([onBreak, onBreak]);
    wait(30 * MINUTE);
    expect(acts.setBreak({ ...anna, onBreak: false }).result).toBe('done');
    expect(presence.of('anna')).toMatchObject({ inside: true, sinceMs: START_MS - HOUR, gateId: 'gate-2' });
    expect(presence.of('anna')).not.toHaveProperty('breakSinceMs');
    expect(compareProjections(db, journal.all())).toEqual([]);
  });

  test('is not for somebody outside', () => {
    expect(desk().acts.setBreak({ ...anna, onBreak: true })).toEqual({ result: 'refused' });
  });
});

describe('G6: an act is undone', () => {
  test('within its time: as if it had never been, grant and all, and no door moves', () => {
    const { acts, scan, released, journal, db, wait } = desk();
    const eventId = scan()?.events.at(-1)?.id ?? '';
    released.length = 0;
    wait(MINUTE);
    expect(acts.undoAct({ ...anna, eventId })).toEqual({ result: 'done' });
    expect(journal.projections.presenceOf('anna')).toBeUndefined();
    expect(journal.projections.grantOf('anna', undefined)).toBeUndefined();
    expect(released).toEqual([]);
    expect(compareProjections(db, journal.all())).toEqual([]);
  });

  test('of a checkout: inside since the same moment, still on the same break', () => {
    const { acts, scan, wait, journal, db } = desk();
    scan();
    wait(HOUR);
    acts.setBreak({ ...anna, onBreak: true });
    const before = journal.projections.presenceOf('anna');
    wait(HOUR);
    const { undo } = acts.checkOut({ ...anna, seen: true });
    expect(acts.undoAct({ ...anna, eventId: undo?.eventId ?? '' })).toEqual({ result: 'done' });
    expect(journal.projections.presenceOf('anna')).toEqual(before);
    expect(compareProjections(db, journal.all())).toEqual([]);
  });

  test.each<[string, number, boolean]>([
    ['up to the end of its time', 119_000, true],
    ['not after it', 120_000, false],
  ])('%s', (_what, afterMs, able) => {
    const { acts, scan, wait } = desk();
    const eventId = scan()?.events.at(-1)?.id ?? '';
    wait(afterMs);
    expect(acts.getPersonActs(anna)?.undo !== undefined).toBe(able);
    expect(acts.undoAct({ ...anna, eventId }).result).toBe(able ? 'done' : 'refused');
  });

  test('only while it is the latest, and only once', () => {
    const { acts, scan, wait } = desk();
    const eventId = scan()?.events.at(-1)?.id ?? '';
    wait(1000);
    const { undo } = acts.setBreak({ ...anna, onBreak: true });
    expect(acts.undoAct({ ...anna, eventId }).result).toBe('refused');
    expect(acts.undoAct({ ...anna, eventId: undo?.eventId ?? '' }).result).toBe('done');
    expect(acts.undoAct({ ...anna, eventId: undo?.eventId ?? '' }).result).toBe('refused');
  });
});

describe('G6: a refusal is overridden', () => {
  const LATE = {
    number: 'WO-1',
    title: 'Steel on level 3',
    clientId: 'client-1',
    locationId: 'location-1',
    startsAt: '2026-03-02T10:00:00.000Z',
    endsAt: '2026-03-02T14:00:00.000Z',
    status: 'open',
  };
  function refused() {
    const all = desk({}, [put('workOrder', 'order-1', LATE, 2)]);
    all.scan();
    const { refusal } = all.acts.getPersonActs(anna) ?? {};
    return { ...all, refusalId: refusal?.refusalId ?? '' };
  }

  test('by name, reason and time: written before the door, and the person came in by it', () => {
    const { acts, refusalId, released, journal, types } = refused();
    expect(acts.getPersonActs(anna)).toMatchObject({ next: 'override' });
    expect(acts.getProspect({ ...anna, refusalId })).toMatchObject({ reasons: [{ code: 'too_early' }] });
    const answer = acts.overrideRefusal({ ...anna, refusalId, codes: ['too_early'], reason: 'Client called' });
    expect(answer).toMatchObject({ result: 'done', code: 'welcome' });
    expect(types().slice(1)).toEqual(['override.given', 'presence.checked_in']);
    const [, given, act] = [...journal.all()];
    expect(given?.data).toMatchObject({
      purpose: 'admit_person',
      code: 'too_early',
      reason: 'Client called',
      refusalId,
    });
    expect(act?.data).toMatchObject({ overrideId: given?.id, mode: 'manual', badgeId: 'badge-a' });
    expect(released).toEqual(['door-1 for presence.checked_in']);
  });

  test('the badge is good for the time of the override, and no longer', () => {
    const { acts, refusalId, scan, wait } = refused();
    acts.overrideRefusal({ ...anna, refusalId, codes: ['too_early'], reason: 'Client called' });
    wait(HOUR);
    expect(scan()?.decision.code).toBe('goodbye');
    wait(MINUTE);
    expect(scan()?.decision).toMatchObject({ code: 'welcome' });
    wait(MINUTE);
    scan();
    wait(HOUR);
    expect(scan()?.decision.code).toBe('too_early');
  });

  test('more than was answered for is shown first, and nothing moves', () => {
    const { acts, refusalId, cache, released, types } = refused();
    const missing = { status: 'missing' };
    const complete = { status: 'complete' };
    const states = {
      workerId: 'anna',
      clientId: 'client-1',
      assessment: complete,
      induction: missing,
      credential: complete,
    };
    cache.apply([put('connection', 'connection-1', states, 2)], 'c2', true, START_MS);
    const ask = { ...anna, refusalId, codes: ['too_early' as const], reason: 'Client called' };
    expect(acts.overrideRefusal(ask)).toEqual({ result: 'changed' });
    expect([released, types()]).toEqual([[], ['access.refused']]);
    expect(acts.overrideRefusal({ ...ask, codes: ['induction_missing', 'too_early'] }).result).toBe('done');
  });

  test('a person who was blocked meanwhile stays out', () => {
    const { acts, refusalId, cache, types } = refused();
    const blocked = { reason: 'Theft', since: '2026-03-02T06:00:00.000Z' };
    cache.apply([put('worker', 'anna', { firstName: 'Anna', lastName: 'Kowalska', blocked }, 2)], 'c2', true, START_MS);
    expect(acts.getProspect({ ...anna, refusalId })).toMatchObject({ barredBy: 'person_blocked' });
    const answer = acts.overrideRefusal({ ...anna, refusalId, codes: ['too_early'], reason: 'x' });
    expect(answer).toEqual({ result: 'refused', code: 'person_blocked' });
    expect(types()).toEqual(['access.refused']);
  });

  test('undone, it is void: the next scan is refused again', () => {
    const { acts, refusalId, scan, wait, journal, db } = refused();
    const { undo } = acts.overrideRefusal({ ...anna, refusalId, codes: ['too_early'], reason: 'Client called' });
    wait(MINUTE);
    expect(acts.undoAct({ ...anna, eventId: undo?.eventId ?? '' }).result).toBe('done');
    expect(scan()?.decision.code).toBe('too_early');
    expect(compareProjections(db, journal.all())).toEqual([]);
  });
});

describe('G2: an act that nobody followed through the door', () => {
  test.each([
    ['is noted', {}, true],
    ['does not count where the location wants it so', { whenNobodyPassed: 'undo' }, false],
  ])('%s', (_name, policy, inside) => {
    const { acts, scan, journal } = desk(policy);
    const act = scan()?.events.at(-1);
    acts.nobodyPassed(act?.id ?? '');
    expect(journal.projections.presenceOf('anna')?.inside ?? false).toBe(inside);
  });

  test('is taken back by the system, and by nobody twice', () => {
    const { acts, scan, types, last } = desk({ whenNobodyPassed: 'undo' });
    const act = scan()?.events.at(-1);
    acts.nobodyPassed(act?.id ?? '');
    acts.nobodyPassed(act?.id ?? '');
    expect(last()).toMatchObject({ type: 'act.undone', actor: { kind: 'system' }, data: { eventId: act?.id } });
    expect(types().filter((type) => type === 'act.undone')).toHaveLength(1);
  });

  test('is told of by an act of nobody: nothing happens', () => {
    const { acts, types } = desk({ whenNobodyPassed: 'undo' });
    acts.nobodyPassed('no-such-event');
    expect(types()).toEqual([]);
  });
});
