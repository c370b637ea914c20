import { describe, expect, test } from 'vitest';
import { decide } from '../../../core/decide/decide.ts';
import type { Dossier } from '../../../core/decide/dossier.ts';
import type { Client, Connection, Requirement, WorkOrder } from '../../../core/site/entities.ts';
import {
  answerTo,
  client,
  codeOf,
  connection,
  done,
  grant,
  HOUR,
  iso,
  MINUTE,
  NOON,
  order,
  papers,
  policy,
} from './papers.ts';

const DAY = 24 * HOUR;
const elsewhere = (more: Partial<WorkOrder> = {}, hours?: readonly [number, number]) =>
  order('9', { locationId: 'dock', ...more }, hours);

describe('connected to the client at this place (A1, A6)', () => {
  const notConnected = ['refuse', 'not_connected', { clientName: 'Client a', locationName: 'Mill' }];

  test.each<[string, Connection[], Client[], unknown[]]>([
    ['everywhere', [connection('a')], [client('a')], ['admit', 'welcome']],
    ['here', [connection('a', { locationIds: ['mill'] })], [client('a')], ['admit', 'welcome']],
    ['here among others', [connection('a', { locationIds: ['dock', 'mill'] })], [client('a')], ['admit', 'welcome']],
    ['elsewhere only', [connection('a', { locationIds: ['dock'] })], [client('a')], notConnected],
    ['nowhere', [connection('a', { locationIds: [] })], [client('a')], notConnected],
    ['another client', [connection('b')], [client('a')], notConnected],
    ['nobody', [], [client('a')], notConnected],
    ['nobody, and nobody asks for it', [], [client('a', { requiresWorkerRegistration: false })], ['admit', 'welcome']],
    ['nobody, and the client is not in the cache', [], [], ['refuse', 'not_connected', { locationName: 'Mill' }]],
    ['a client that is not in the cache', [connection('a')], [], ['admit', 'welcome']],
    [
      'a client that asks for no connection, with papers missing',
      [connection('a', { induction: { status: 'missing' } })],
      [client('a', { requiresWorkerRegistration: false })],
      ['admit', 'welcome'],
    ],
  ])('%s', (_name, connections, clients, expected) => {
    expect(answerTo(papers({ connections, clients })).slice(0, expected.length)).toEqual(expected);
  });

  test('a client that asks for no connection still asks for a work order', () => {
    const clients = [client('a', { requiresWorkerRegistration: false })];
    expect(codeOf(papers({ connections: [], clients, workOrders: [] }))).toBe('not_assigned');
  });

  test('without a work order here, any client of the place will do', () => {
    const location = { ...papers().location, clientIds: ['a', 'b'] };
    const answer = (clientId: string) =>
      codeOf(papers({ location, workOrders: [], connections: [connection(clientId)] }));
    expect([answer('a'), answer('b'), answer('c')]).toEqual(['not_assigned', 'not_assigned', 'not_connected']);
  });

  test('on a shared site, the client of the work order is the one that matters', () => {
    const shared = { location: { ...papers().location, clientIds: ['a', 'b'] }, clients: [client('a'), client('b')] };
    expect(
      answerTo(papers({ ...shared, connections: [connection('a')], workOrders: [order('1', { clientId: 'b' })] })),
    ).toEqual(['refuse', 'not_connected', { clientName: 'Client b', locationName: 'Mill' }]);
  });
});

describe('what the client demands', () => {
  const end = (ms: number): Requirement => ({ status: 'complete', validUntil: iso(ms) });

  test.each<[string, Partial<Connection>, unknown[]]>([
    [
      'the assessment is missing',
      { assessment: { status: 'missing' } },
      ['assessment_missing', { clientName: 'Client a' }],
    ],
    [
      'the induction is missing',
      { induction: { status: 'missing' } },
      ['induction_missing', { clientName: 'Client a' }],
    ],
    [
      'the credential is missing',
      { credential: { status: 'missing' } },
      ['credential_missing', { clientName: 'Client a' }],
    ],
    [
      'the assessment has ended',
      { assessment: end(NOON) },
      ['assessment_ended', { clientName: 'Client a', endsAtMs: NOON }],
    ],
    [
      'the induction has ended',
      { induction: end(NOON) },
      ['induction_ended', { clientName: 'Client a', endsAtMs: NOON }],
    ],
    [
      'the credential has ended',
      { credential: end(NOON) },
      ['credential_ended', { clientName: 'Client a', endsAtMs: NOON }],
    ],
    ['it ends in a moment', { induction: end(NOON + 1) }, ['welcome', expect.anything()]],
    [
      'it is not required',
      { induction: { status: 'not_required', validUntil: iso(0) } },
      ['welcome', expect.anything()],
    ],
    [
      'all is missing: the assessment is named first',
      { assessment: { status: 'missing' }, induction: { status: 'missing' }, credential: { status: 'missing' } },
      ['assessment_missing', { clientName: 'Client a' }],
    ],
    [
      'the induction has ended and the credential is missing: the induction is named first',
      { induction: end(NOON), credential: { status: 'missing' } },
      ['induction_ended', { clientName: 'Client a', endsAtMs: NOON }],
    ],
  ])('%s', (_name, more, expected) => {
    expect(answerTo(papers({ connections: [connection('a', more)] })).slice(1)).toEqual(expected);
  });

  test('one of two connections to the same client is enough, and the order is named once', () => {
    const lacking = connection('a', { id: 'old', induction: { status: 'missing' } });
    expect(decide(papers({ connections: [lacking, connection('a'), connection('a', { id: 'third' })] }))).toMatchObject(
      {
        code: 'welcome',
        workOrderIds: ['1'],
      },
    );
  });

  test('the reason is that of the client where least is lacking', () => {
    const shared = {
      location: { ...papers().location, clientIds: ['a', 'b'] },
      clients: [client('a'), client('b')],
      workOrders: [order('1'), order('2', { clientId: 'b' })],
    };
    const connections = [
      connection('a', { assessment: { status: 'missing' } }),
      connection('b', { credential: { status: 'missing' } }),
    ];
    expect(answerTo(papers({ ...shared, connections }))).toEqual([
      'refuse',
      'credential_missing',
      { clientName: 'Client b' },
    ]);
  });
});

describe('assigned to a work order here (D2)', () => {
  test.each<[string, WorkOrder[], unknown[]]>([
    ['none at all', [], ['not_assigned', { locationName: 'Mill' }]],
    ['completed', [order('1', { status: 'completed' })], ['order_closed', { workOrderNumber: 'WO-1' }]],
    ['cancelled', [order('1', { status: 'cancelled' })], ['order_closed', { workOrderNumber: 'WO-1' }]],
    [
      'the last of two closed ones is named',
      [order('1', { status: 'completed' }, [-30, -20]), order('2', { status: 'cancelled' }, [-9, -2])],
      ['order_closed', { workOrderNumber: 'WO-2' }],
    ],
    [
      'elsewhere now',
      [elsewhere()],
      ['wrong_place', { locationName: 'Dock 7', workOrderNumber: 'WO-9', startsAtMs: NOON - 4 * HOUR }],
    ],
    [
      'elsewhere now, in a place without a name',
      [elsewhere({ locationId: 'pier' })],
      ['wrong_place', { workOrderNumber: 'WO-9', startsAtMs: NOON - 4 * HOUR }],
    ],
    [
      'elsewhere tonight',
      [elsewhere({}, [10, 18])],
      ['wrong_place', { locationName: 'Dock 7', workOrderNumber: 'WO-9', startsAtMs: NOON + 10 * HOUR }],
    ],
    ['elsewhere, over', [elsewhere({}, [-9, -1])], ['not_assigned', { locationName: 'Mill' }]],
    ['elsewhere, closed', [elsewhere({ status: 'cancelled' })], ['not_assigned', { locationName: 'Mill' }]],
    ['elsewhere, the day after tomorrow', [elsewhere({}, [40, 48])], ['not_assigned', { locationName: 'Mill' }]],
    [
      'elsewhere twice: the earlier is named',
      [elsewhere({}, [2, 4]), order('8', { locationId: 'pier' }, [-1, 1])],
      ['wrong_place', { workOrderNumber: 'WO-8', startsAtMs: NOON - HOUR }],
    ],
    [
      'elsewhere now and closed here',
      [elsewhere(), order('1', { status: 'completed' })],
      ['wrong_place', { locationName: 'Dock 7', workOrderNumber: 'WO-9', startsAtMs: NOON - 4 * HOUR }],
    ],
    [
      'elsewhere now and here next week',
      [elsewhere(), order('1', {}, [168, 176])],
      ['wrong_place', { locationName: 'Dock 7', workOrderNumber: 'WO-9', startsAtMs: NOON - 4 * HOUR }],
    ],
    [
      'elsewhere next and here this morning',
      [elsewhere({}, [1, 4]), order('1', {}, [-4, -1])],
      ['wrong_place', { locationName: 'Dock 7', workOrderNumber: 'WO-9', startsAtMs: NOON + HOUR }],
    ],
    [
      'elsewhere now and here tonight',
      [elsewhere(), order('1', {}, [6, 9])],
      ['too_early', { workOrderNumber: 'WO-1', startsAtMs: NOON + 6 * HOUR }],
    ],
  ])('%s', (_name, workOrders, [code, facts]) => {
    expect(answerTo(papers({ workOrders }))).toEqual(['refuse', code, facts]);
  });

  test.each<[string, readonly [number, number], string]>([
    ['at the last moment of its grace', [-5, -0.5], 'wrong_place'],
    ['after its grace', [-5, -0.501], 'not_assigned'],
    ['beginning, grace included, in a day', [24.5, 30], 'wrong_place'],
    ['beginning later than that', [24.501, 30], 'not_assigned'],
  ])('elsewhere %s', (_name, hours, code) => {
    expect(codeOf(papers({ workOrders: [elsewhere({}, hours)] }))).toBe(code);
  });

  test('here and elsewhere at once comes in here', () => {
    expect(decide(papers({ workOrders: [elsewhere(), order('1')] }))).toMatchObject({
      code: 'welcome',
      workOrderIds: ['1'],
    });
  });
});

describe('at the right time, grace included (D2)', () => {
  const grace = policy({ graceBeforeMinutes: 30, graceAfterMinutes: 15 });
  const at = (startsInMs: number, endsInMs: number) =>
    order('1', { startsAt: iso(NOON + startsInMs), endsAt: iso(NOON + endsInMs) });

  test.each<[string, WorkOrder[], string, object]>([
    ['in the middle', [at(-HOUR, HOUR)], 'welcome', {}],
    ['at the first moment of the grace', [at(30 * MINUTE, HOUR)], 'welcome', {}],
    [
      'a moment earlier',
      [at(30 * MINUTE + 1, HOUR)],
      'too_early',
      { startsAtMs: NOON + 30 * MINUTE + 1, workOrderNumber: 'WO-1' },
    ],
    ['at the last moment of the grace', [at(-HOUR, -15 * MINUTE)], 'welcome', {}],
    [
      'a moment later',
      [at(-HOUR, -15 * MINUTE - 1)],
      'too_late',
      { endsAtMs: NOON - 15 * MINUTE - 1, workOrderNumber: 'WO-1' },
    ],
    ['an order without length', [at(0, 0)], 'welcome', {}],
    ['an order that ends before it starts', [at(3 * HOUR, -HOUR)], 'too_early', { startsAtMs: NOON + 3 * HOUR }],
    ['a night shift, in the middle', [at(-14 * HOUR, HOUR)], 'welcome', {}],
    ['a night shift, the morning after', [at(-14 * HOUR, -6 * HOUR)], 'too_late', { endsAtMs: NOON - 6 * HOUR }],
    [
      'the next of two to come is named',
      [order('2', {}, [8, 9]), order('3', {}, [5, 6])],
      'too_early',
      { workOrderNumber: 'WO-3' },
    ],
    [
      'what comes helps more than what is over',
      [order('2', {}, [-3, -2]), order('3', {}, [90, 91])],
      'too_early',
      { workOrderNumber: 'WO-3' },
    ],
    [
      'the last of two that are over is named',
      [order('2', {}, [-9, -2]), order('3', {}, [-5, -3])],
      'too_late',
      { workOrderNumber: 'WO-2' },
    ],
    [
      'of two with equal times the smaller id is named',
      [order('3', {}, [5, 6]), order('2', {}, [5, 6])],
      'too_early',
      { workOrderNumber: 'WO-2' },
    ],
  ])('%s', (_name, workOrders, code, facts) => {
    const decision = decide(papers({ workOrders, policy: grace }));
    expect(decision.code).toBe(code);
    expect(decision.facts).toMatchObject(facts);
  });

  test('overlapping orders are all admitted to, the earliest first', () => {
    const workOrders = [order('2', {}, [-1, 3]), order('1', {}, [-2, 2]), order('3', {}, [5, 6])];
    expect(decide(papers({ workOrders }))).toMatchObject({
      workOrderIds: ['1', '2'],
      grant: { workOrderIds: ['1', '2'], clientId: 'a' },
    });
  });

  test('only the orders whose client is content are admitted to', () => {
    const shared = { clients: [client('a'), client('b')], workOrders: [order('1'), order('2', { clientId: 'b' })] };
    const connections = [
      connection('a'),
      connection('b', { induction: { status: 'complete', validUntil: iso(NOON) } }),
    ];
    expect(decide(papers({ ...shared, connections }))).toMatchObject({ code: 'welcome', workOrderIds: ['1'] });
  });

  test('an order of another day does not blur the reason of the one that is on', () => {
    const workOrders = [order('1'), order('2', { clientId: 'b' }, [100, 108])];
    const connections = [connection('a', { induction: { status: 'missing' } }), connection('b')];
    expect(codeOf(papers({ clients: [client('a'), client('b')], connections, workOrders }))).toBe('induction_missing');
  });
});

describe('a good grant (D6)', () => {
  const late: Partial<Dossier> = { workOrders: [order('1', {}, [-20, -12])] };

  test.each<[string, Partial<Dossier>, string]>([
    ['carries its order past the end', { ...late, ...grant(NOON + 1) }, 'welcome'],
    ['carries all orders when it names none', { ...late, ...grant(NOON + 1, []) }, 'welcome'],
    ['does not carry another order', { ...late, ...grant(NOON + 1, ['7']) }, 'too_late'],
    [
      'does not hold once the order is closed',
      { workOrders: [order('1', { status: 'completed' })], ...grant(NOON + HOUR) },
      'order_closed',
    ],
    [
      'holds though another order begins elsewhere',
      { workOrders: [order('1', {}, [-20, -12]), elsewhere({}, [0, 4])], ...grant(NOON + HOUR) },
      'welcome',
    ],
    [
      'does not make up for an induction that has ended since',
      { connections: [connection('a', { induction: { ...done, validUntil: iso(NOON) } })], ...grant(NOON + HOUR) },
      'induction_ended',
    ],
    ['that has ended carries nothing', { ...late, ...grant(NOON) }, 'too_late'],
  ])('%s', (_name, more, code) => {
    expect(codeOf(papers(more))).toBe(code);
  });

  test('is not made a second time, and its end is told', () => {
    const decision = decide(papers(grant(NOON + HOUR)));
    expect(decision).not.toHaveProperty('grant');
    expect(decision.facts).toEqual({ endsAtMs: NOON + HOUR, workOrderNumber: 'WO-1', clientName: 'Client a' });
  });

  test('is made by the first scan, for as long as the location says', () => {
    expect(decide(papers({ policy: policy({ grantHours: 1.5 }) }))).toMatchObject({
      grant: { untilMs: NOON + 90 * MINUTE, workOrderIds: ['1'], clientId: 'a' },
      facts: { endsAtMs: NOON + 90 * MINUTE },
    });
  });

  test('from 4 pm on Tuesday is good until, and without, 4 pm on Wednesday', () => {
    const scanned = decide(papers({ nowMs: NOON + 4 * HOUR }));
    const untilMs = scanned.kind === 'admit' ? scanned.grant?.untilMs : undefined;
    expect(untilMs).toBe(NOON + 4 * HOUR + DAY);
    const back = (nowMs: number) => codeOf(papers({ ...grant(untilMs ?? 0), nowMs }));
    expect([back(NOON + 4 * HOUR + DAY - 1), back(NOON + 4 * HOUR + DAY)]).toEqual(['welcome', 'too_late']);
  });

  test('names no client when its orders are of several', () => {
    const decision = decide(
      papers({
        clients: [client('a'), client('b')],
        connections: [connection('a'), connection('b')],
        workOrders: [order('1'), order('2', { clientId: 'b' })],
      }),
    );
    expect(decision).toMatchObject({ grant: { workOrderIds: ['1', '2'] } });
    expect(decision).not.toHaveProperty('grant.clientId');
  });
});
