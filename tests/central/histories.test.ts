import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { RIVERSIDE } from '../../central/demo/site.ts';
import { takeEvents } from '../../central/sync/intake.ts';
import { presenceIdOf } from '../../central/sync/presence.ts';
import { GENESIS_HASH, sealEvent } from '../../core/event/chain.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import { doubleEntries, whereabouts, type Passage } from './history-model.ts';
import { sha256, startCentral, START_MS, type RunningCentral } from './running-central.ts';

/** In CI a few; all: GATEHOUSE_HISTORIES=1000 vitest run --project unit tests/central/histories.test.ts */
const HISTORIES = Number(process.env['GATEHOUSE_HISTORIES'] ?? 60);
const MINUTE_MS = 60_000;

/** Whose turn it is to upload, how much, and whether an event that central first stumbled over comes after the others. */
const turnsOf = (gates: number) =>
  fc.array(fc.tuple(fc.nat(gates - 1), fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 20 });

const history = fc.integer({ min: 2, max: 3 }).chain((gates) =>
  fc.record({
    /** What each gate's clock is behind central's, which the gate learnt while it was online. */
    behindMs: fc.array(fc.integer({ min: -7_200_000, max: 7_200_000 }), { minLength: gates, maxLength: gates }),
    passages: fc.array(
      fc.record({
        gate: fc.nat(gates - 1),
        person: fc.nat(2),
        way: fc.constantFrom('in' as const, 'out' as const),
        // Several in the same minute: ties are part of it.
        minute: fc.nat(40),
      }),
      { minLength: 8, maxLength: 24 },
    ),
    turns: turnsOf(gates),
    otherTurns: turnsOf(gates),
  }),
);
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

test(
  `G5: after ${HISTORIES} histories of gates that were offline, uploaded in any order, everybody is where they are and every double entry is found`,
  { timeout: 900_000 },
  async () => {
    const running = await startCentral();
    let round = 0;
    let doubled = 0;
    await fc.assert(
      fc.asyncProperty(history, async (told) => {
        for (const turns of [told.turns, told.otherTurns]) {
          const { passages, flagged } = await happen(running, told, turns, `round-${(round += 1)}`);
          const expected = whereabouts(passages);
          for (const person of Object.keys(expected))
            expect(await presenceAt(running, person)).toEqual(expected[person]);
          const pairs = doubleEntries(passages);
          doubled += pairs.length;
          for (const [one, other] of pairs) expect([one.id, other.id].some((id) => flagged.has(id))).toBe(true);
          const alone = passages.filter(({ person, way }) => way === 'out' || onlyOneGate(passages, person));
          for (const { id } of alone) expect(flagged.has(id), 'nothing is flagged that can not be one').toBe(false);
        }
      }),
      { numRuns: HISTORIES },
    );
    expect(doubled).toBeGreaterThan(HISTORIES / 2);
  },
);

const onlyOneGate = (passages: readonly Passage[], person: string): boolean =>
  new Set(passages.filter((one) => one.person === person).map(({ gate }) => gate)).size === 1;

/** Each gate writes its own journal; then they upload in turns. People and gates are new every time. */
async function happen(
  { central }: RunningCentral,
  { behindMs, passages: told }: History,
  turns: readonly (readonly [number, number, boolean])[],
  round: string,
): Promise<{ passages: readonly Passage[]; flagged: ReadonlySet<string> }> {
  const passages = told.map(({ gate, person, way, minute }) => ({
    id: v7(),
    person: `${round}-person-${person}`,
    gate: `${round}-gate-${gate}`,
    way,
    trueMs: START_MS + minute * MINUTE_MS,
  }));
  const journals = behindMs.map((offsetMs, gate) => journalOf(passages, `${round}-gate-${gate}`, offsetMs));
  const rest = journals.map((_, gate) => [gate, passages.length, false] as const);
  const flagged = new Set<string>();
  for (const [gate, count, late] of [...turns, ...rest]) {
    const inOrder = journals[gate]?.splice(0, count) ?? [];
    const batch = late ? inOrder.toReversed() : inOrder;
    const gateId = `${round}-gate-${gate}`;
    const results = await central.store.write((rows) =>
      takeEvents(rows, { ...DEVICE, id: `device-of-${gateId}`, gateId }, batch, { sha256, nowMs: START_MS }),
    );
    for (const { id, status, code } of results) {
      expect(status).not.toBe('rejected');
      if (code === 'inside_elsewhere') flagged.add(id);
    }
  }
  return { passages, flagged };
}

const DEVICE = {
  locationId: RIVERSIDE,
  name: 'a gate',
  platform: 'linux',
  appVersion: '0',
  enrolledAtMs: START_MS,
  revokedAtMs: null,
};

function journalOf(passages: readonly Passage[], gate: string, offsetMs: number): EventEnvelope[] {
  let prevHash = GENESIS_HASH;
  const own = passages.filter((passage) => passage.gate === gate).toSorted((a, b) => a.trueMs - b.trueMs);
  return own.map(({ id, person, way, trueMs }, index) => {
    const common = { workerId: person, mode: 'scan', notes: [] };
    const sealed = sealEvent(
      {
        id,
        deviceId: `device-of-${gate}`,
        seq: index + 1,
        type: way === 'in' ? 'presence.checked_in' : 'presence.checked_out',
        occurredAt: new Date(trueMs - offsetMs).toISOString(),
        bootId: 'boot-1',
        monotonicMs: index,
        clockOffsetMs: offsetMs,
        gateId: gate,
        locationId: RIVERSIDE,
        actor: { kind: 'worker' as const },
        data: way === 'in' ? { ...common, code: 'welcome', workOrderIds: [] } : { ...common, code: 'goodbye' },
        prevHash,
      },
      sha256,
    );
    prevHash = sealed.hash;
    return sealed;
  });
}

async function presenceAt({ central }: RunningCentral, person: string) {
  const id = presenceIdOf(sha256, RIVERSIDE, person);
  const data = (await central.store.read((rows) => rows.records.get('presence', id)))?.data;
  const way = data?.['inside'] ? 'in' : 'out';
  return { gate: data?.['gateId'], way, trueMs: Date.parse(String(data?.['since'])) };
}
