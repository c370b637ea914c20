import { describe, expect, test } from 'vitest';
import { decide } from '../../../core/decide/decide.ts';
import type { Dossier } from '../../../core/decide/dossier.ts';
import { answerTo, client, codeOf, connection, grant, HOUR, NOON, order, papers, rostered } from './papers.ts';

/** Amina on the roster of an event, and on no work order. */
const onRoster = (...roster: NonNullable<Dossier['roster']>) => papers({ workOrders: [], roster });
const DAY = 24 * HOUR;
const MINUTE = 60_000;

describe('E1: somebody on the roster of a confirmed event comes in at its own times', () => {
  test.each<[string, readonly [number, number], unknown[]]>([
    ['while it is on', [-4, 4], ['admit', 'welcome']],
    ['within the grace before', [0.5, 8], ['admit', 'welcome']],
    ['before the grace', [1, 8], ['refuse', 'too_early', { eventName: 'Summer fair', startsAtMs: NOON + HOUR }]],
    ['within the grace after', [-8, -0.5], ['admit', 'welcome']],
    ['after the grace', [-8, -1], ['refuse', 'too_late', { eventName: 'Summer fair', endsAtMs: NOON - HOUR }]],
  ])('%s', (_when, hours, expected) => {
    expect(answerTo(onRoster(rostered({}, hours))).slice(0, expected.length)).toEqual(expected);
  });

  test('and the words name the event and its client', () => {
    expect(answerTo(onRoster(rostered()))[2]).toEqual({
      endsAtMs: NOON + DAY,
      eventName: 'Summer fair',
      clientName: 'Client a',
    });
  });

  test('and the grant carries the roster entry past its end', () => {
    const admitted = decide(onRoster(rostered()));
    expect(admitted).toMatchObject({ workOrderIds: ['entry-1'], grant: { workOrderIds: ['entry-1'], clientId: 'a' } });
    const later = { ...onRoster(rostered({}, [-12, -4])), ...grant(NOON + HOUR, ['entry-1']) };
    expect(codeOf(later)).toBe('welcome');
  });

  test('and with a work order at the same time, both count', () => {
    const both = decide(papers({ roster: [rostered({}, [-3, 5])] }));
    expect(both).toMatchObject({ kind: 'admit', workOrderIds: ['1', 'entry-1'], facts: { workOrderNumber: 'WO-1' } });
  });
});

describe('an event that is not confirmed lets nobody in', () => {
  test.each<[string, Dossier, unknown[]]>([
    [
      'still to be confirmed',
      onRoster(rostered({ status: 'to_be_confirmed' })),
      ['event_unconfirmed', { eventName: 'Summer fair', startsAtMs: NOON - 4 * HOUR }],
    ],
    ['cancelled', onRoster(rostered({ status: 'cancelled' })), ['event_closed', { eventName: 'Summer fair' }]],
    ['completed', onRoster(rostered({ status: 'completed' })), ['event_closed', { eventName: 'Summer fair' }]],
    [
      'to be confirmed, and long past',
      onRoster(rostered({ status: 'to_be_confirmed' }, [-50, -40])),
      ['not_assigned', { locationName: 'Mill' }],
    ],
    [
      'to be confirmed today, with a work order next week',
      papers({ workOrders: [order('7', {}, [160, 168])], roster: [rostered({ status: 'to_be_confirmed' })] }),
      ['event_unconfirmed', { eventName: 'Summer fair', startsAtMs: NOON - 4 * HOUR }],
    ],
    [
      'confirmed, at another place',
      onRoster(rostered({}, [-4, 4], 'dock')),
      ['wrong_place', { locationName: 'Dock 7', eventName: 'Summer fair', startsAtMs: NOON - 4 * HOUR }],
    ],
  ])('%s', (_what, dossier, expected) => {
    expect(answerTo(dossier)).toEqual(['refuse', ...expected]);
  });

  test('but a work order of the same time does', () => {
    expect(codeOf(papers({ roster: [rostered({ status: 'cancelled' })] }))).toBe('welcome');
  });
});

test.each<[string, Partial<Dossier>, string]>([
  ['nobody is connected to its client', { connections: [] }, 'not_connected'],
  [
    'its client asks for no connection (A6)',
    { connections: [], clients: [client('a', { requiresWorkerRegistration: false })] },
    'welcome',
  ],
  [
    'the induction for its client is missing',
    { connections: [connection('a', { induction: { status: 'missing' } })] },
    'induction_missing',
  ],
  ['its first scan is more than a day old (D6)', grant(NOON - MINUTE, ['entry-1']), 'grant_ended'],
])('on a roster, all other checks hold as ever: %s', (_what, more, code) => {
  expect(codeOf({ ...onRoster(rostered()), ...more })).toBe(code);
});
