import { describe, expect, test } from 'vitest';
import type { Decision } from '../../core/decide/decision.ts';
import type { Dossier } from '../../core/decide/dossier.ts';
import type { Reading } from '../../core/reading.ts';
import { fail, ok } from '../../core/result.ts';
import { createGate, type GateParts } from '../../main/gate.ts';
import type { Journal } from '../../main/journal/journal.ts';
import { newHome, openTestStore, START_MS } from './fixtures.ts';

const ADMIT: Decision = {
  kind: 'admit',
  code: 'welcome',
  direction: 'in',
  facts: {},
  notes: [],
  workerId: 'anna',
  firstName: 'Anna',
  workOrderIds: ['order-1'],
  grant: { untilMs: START_MS + 86_400_000, workOrderIds: ['order-1'] },
};
const REFUSE: Decision = { kind: 'refuse', code: 'too_early', direction: 'in', facts: {}, notes: [], workerId: 'anna' };

const scan = (raw: string, atMs = START_MS, laneId = 'lane-1'): Reading => ({
  source: 'serial',
  scannerId: 'serial-1',
  laneId,
  raw,
  atMs,
});

/** The real line on a real journal; what leaves it is written into a trace, in the order in which it happens. */
function line(decision: Decision, changes: Partial<GateParts> = {}) {
  const trace: string[] = [];
  const { db, journal } = openTestStore(newHome());
  const traced: Journal = {
    ...journal,
    append(facts, atMs) {
      const written = journal.append(facts, atMs);
      trace.push(
        written.ok ? `journal ${written.value.map(({ seq, type }) => `${seq} ${type}`).join(', ')}` : 'journal no',
      );
      return written;
    },
  };
  const gate = createGate({
    lane: (id) => (id === 'lane-1' || id === 'lane-2' ? { id, direction: 'both', doorId: 'door-1' } : undefined),
    readText: (raw) => ok({ kind: 'credential', credential: { kind: 'opaque', code: raw } }),
    gather: () => ({}) as Dossier,
    decide: () => decision,
    journal: traced,
    textHash: () => 'f'.repeat(64),
    repeatGuardMs: () => 5000,
    release: (doorId, act) => trace.push(`release ${doorId} for ${act.seq}`),
    show: (outcome) => trace.push(`show ${outcome.decision.code}`),
    serve: (service) => trace.push(`serve ${service.kind}`),
    nudge: () => trace.push('nudge'),
    ...changes,
  });
  return { gate, trace, db };
}

describe('the line that a badge travels', () => {
  test('an admitted person: written, then the door, then the screens, then a nudge', () => {
    const { gate, trace } = line(ADMIT);
    gate.submit(scan('A'));
    expect(trace).toEqual([
      'journal 1 access.granted, 2 presence.checked_in',
      'release door-1 for 2',
      'show welcome',
      'nudge',
    ]);
  });

  test('a refused person is written too, and no door moves', () => {
    const { gate, trace } = line(REFUSE);
    gate.submit(scan('A'));
    expect(trace).toEqual(['journal 1 access.refused', 'show too_early', 'nudge']);
  });

  test('what could not be written opens nothing: a person must look', () => {
    const { gate, trace, db } = line(ADMIT);
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
    let last: string[] = [];
    for (let i = 0; i < 300 && !last.includes('journal no'); i += 1) {
      trace.length = 0;
      gate.submit(scan(`A${i}`));
      last = [...trace];
    }
    expect(last).toEqual(['journal no', 'show not_recorded', 'nudge']);
  });

  test('a lane without a door lets people pass and moves nothing', () => {
    const { gate, trace } = line(ADMIT, { lane: (id) => ({ id, direction: 'both' }) });
    gate.submit(scan('A'));
    expect(trace).toEqual(['journal 1 access.granted, 2 presence.checked_in', 'show welcome', 'nudge']);
  });

  test('an unreadable code is a decision like any other', () => {
    const { gate, trace } = line({ ...REFUSE, code: 'unreadable' }, { readText: () => fail('unreadable') });
    gate.submit(scan('???'));
    expect(trace).toEqual(['journal 1 access.refused', 'show unreadable', 'nudge']);
  });

  test('a service code is served and never decided', () => {
    const service = { kind: 'unlock', text: '1' } as const;
    const { gate, trace } = line(ADMIT, { readText: () => ok({ kind: 'service', service }) });
    gate.submit(scan('gatehouse:unlock?1'));
    expect(trace).toEqual(['serve unlock']);
  });

  test.each([
    ['a lane that nobody set up', scan('A', START_MS, 'lane-9'), {}],
    ['a gate that knows nothing of its place yet', scan('A'), { gather: () => undefined }],
  ])('%s does nothing', (_what, reading, changes) => {
    const { gate, trace } = line(ADMIT, changes);
    expect(gate.submit(reading)).toBeUndefined();
    expect(trace).toEqual([]);
  });
});

describe('repeats (G5)', () => {
  test.each<[string, Reading[], number]>([
    ['the same code again at once is one act', [scan('A'), scan('A', START_MS + 800)], 1],
    ['a card left lying there is one act', [0, 3000, 6000, 9000].map((ms) => scan('A', START_MS + ms)), 1],
    ['after the window it counts again', [scan('A'), scan('A', START_MS + 5000)], 2],
    ['another code counts at once', [scan('A'), scan('B', START_MS + 10)], 2],
    ['another lane has a guard of its own', [scan('A'), scan('A', START_MS + 10, 'lane-2')], 2],
    ['a clock set far back does not lock a badge out', [scan('A'), scan('A', START_MS - 3_600_000)], 2],
  ])('%s', (_what, readings, acts) => {
    const { gate, trace } = line(REFUSE);
    for (const reading of readings) gate.submit(reading);
    expect(trace.filter((entry) => entry.startsWith('journal'))).toHaveLength(acts);
  });
});
