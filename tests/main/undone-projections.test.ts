import { expect, test } from 'vitest';
import { compareProjections } from '../../main/journal/verify.ts';
import { checkIn, grant, newHome, openTestStore, START_MS } from './fixtures.ts';

test('projections are what the events say after breaks, overrides and undoing, kept and made anew', () => {
  const { db, journal } = openTestStore(newHome());
  const actor = { kind: 'user' } as const;
  const until = '2026-03-02T08:00:00.000Z';
  const given = { reason: 'Client called', workerId: 'ben', refusalId: 'r', code: 'too_early', until } as const;
  const written = journal.append([
    checkIn('anna'),
    { type: 'presence.break_started', actor, data: { workerId: 'anna' } },
    { type: 'override.given', actor, data: { purpose: 'admit_person', ...given } },
    { type: 'override.given', actor, data: { purpose: 'admit_person', ...given, workerId: 'eve' } },
    grant('ben', 'badge-b'),
    checkIn('ben'),
  ]);
  const ids = written.ok ? written.value.map(({ id }) => id) : [];
  const undo = { eventId: ids[5]!, what: 'checked_in', workerId: 'ben', reason: '' } as const;
  journal.append([{ type: 'act.undone', actor, data: { ...undo, grantId: ids[4]!, overrideIds: [ids[2]!] } }]);
  const { projections } = journal;
  expect(projections.presenceOf('anna')).toMatchObject({ inside: true, breakSinceMs: START_MS });
  expect([projections.presenceOf('ben'), projections.grantOf('ben', 'badge-b')]).toEqual([undefined, undefined]);
  expect([projections.overridesOf('ben', START_MS), projections.overridesOf('eve', START_MS).length]).toEqual([[], 1]);
  expect(projections.overridesOf('eve', Date.parse(until))).toEqual([]);
  expect(compareProjections(db, journal.all())).toEqual([]);
  projections.rebuild(journal.all());
  expect(compareProjections(db, journal.all())).toEqual([]);
});
