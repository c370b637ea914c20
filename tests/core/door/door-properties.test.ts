/** Whatever happens to two doors of an airlock, in whatever order, these hold. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DOOR_DEFAULTS,
  newDoors,
  type DoorEffect,
  type DoorHappening,
  type DoorRule,
  type Doors,
} from '../../../core/door/door.ts';
import { doorsStep, nextDueMs, whyBlocked } from '../../../core/door/door-rules.ts';
import { EVENT_DATA } from '../../../core/event/event.ts';

const RULES: readonly DoorRule[] = ['d1', 'd2'].map((doorId, at) => ({
  ...DOOR_DEFAULTS,
  doorId,
  hasContact: true,
  passageMs: 500,
  exitRequest: { releases: true, ms: 4000 },
  interlockedWith: [at === 0 ? 'd2' : 'd1'],
}));

type Untimed<H> = H extends unknown ? Omit<H, 'atMs'> : never;
const doorId = fc.constantFrom('d1', 'd2');
const happening: fc.Arbitrary<Untimed<DoorHappening>> = fc.oneof(
  fc.record({
    type: fc.constant('input' as const),
    doorId,
    which: fc.constantFrom('contact', 'contact', 'rex', 'fire'),
    active: fc.boolean(),
  }),
  fc.record({ type: fc.constant('lost' as const), doorId }),
  fc.record({
    type: fc.constant('release' as const),
    doorId,
    causeId: fc.uuid(),
    direction: fc.constantFrom('in', 'out'),
    pulseMs: fc.constantFrom(500, 3000),
  }),
  fc.record({
    type: fc.constant('mode' as const),
    doorId,
    mode: fc.constantFrom('normal', 'held_open', 'locked_down'),
    why: fc.constant('test'),
  }),
);
const story = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), happening), { maxLength: 40 });

interface Played {
  readonly effects: readonly DoorEffect[];
  readonly doors: Doors;
  readonly atMs: number;
}

/** Every tick that is asked for comes on time; each must move on, or a gate would spin. */
function play(
  happenings: readonly (readonly [number, Untimed<DoorHappening>])[],
  each: (played: Played) => void,
): void {
  let doors = newDoors(RULES);
  let atMs = 0;
  const take = (input: Parameters<typeof doorsStep>[1]) => {
    const step = doorsStep(doors, input);
    doors = step.doors;
    each({ effects: step.effects, doors, atMs: input.atMs });
  };
  for (const [waitMs, one] of happenings) {
    const untilMs = atMs + waitMs;
    for (let due = nextDueMs(doors); due !== undefined && due <= untilMs; due = nextDueMs(doors)) {
      take({ type: 'tick', atMs: due });
      expect(nextDueMs(doors) ?? Infinity).toBeGreaterThan(due);
    }
    atMs = untilMs;
    take({ ...one, atMs });
  }
}

/** `look` starts a story and gives what looks at each of its steps. */
const always = (look: () => (played: Played) => void) =>
  fc.property(story, (happenings) => {
    play(happenings, look());
  });
const RUNS = { numRuns: 300 };

test('every fact fits the journal', () => {
  fc.assert(
    always(() => ({ effects }) => {
      const facts = effects.flatMap((effect) => (effect.do === 'record' ? [effect.fact] : []));
      expect(facts.filter(({ type, data }) => !EVENT_DATA[type].safeParse(data).success)).toEqual([]);
    }),
    RUNS,
  );
});

test('an alarm goes on only when it is off, and off only when it is on', () => {
  fc.assert(
    always(() => {
      const on = new Set<string>();
      return ({ effects }) => {
        for (const effect of effects) {
          if (effect.do !== 'alarm') continue;
          const alarm = `${effect.doorId} ${effect.alarm}`;
          expect(on.has(alarm)).toBe(!effect.on);
          if (effect.on) on.add(alarm);
          else on.delete(alarm);
        }
      };
    }),
    RUNS,
  );
});

test('a forced door that staff then hold open is told as over once, when nothing is known of it any more', () => {
  const alarms: string[] = [];
  play(
    [
      [0, { type: 'input', doorId: 'd2', which: 'contact', active: false }],
      [0, { type: 'input', doorId: 'd2', which: 'contact', active: true }],
      [30_000, { type: 'mode', doorId: 'd2', mode: 'held_open', why: 'test' }],
      [0, { type: 'lost', doorId: 'd2' }],
    ],
    ({ effects }) => {
      for (const effect of effects)
        if (effect.do === 'alarm') alarms.push(`${effect.alarm} ${effect.on ? 'on' : 'off'}`);
    },
  );
  expect(alarms).toEqual(['forced on', 'held on', 'held off', 'forced off']);
});

test('no act is told twice that nobody came of it', () => {
  fc.assert(
    always(() => {
      const told = new Set<string>();
      return ({ effects }) => {
        for (const effect of effects) {
          if (effect.do !== 'notice') continue;
          expect(told.has(effect.causeId)).toBe(false);
          told.add(effect.causeId);
        }
      };
    }),
    RUNS,
  );
});

test('while it burns everybody may leave and nobody may come in', () => {
  fc.assert(
    always(() => ({ doors, atMs }) => {
      if (doors.burning.length === 0) return;
      for (const { doorId: id } of RULES) {
        expect(whyBlocked(doors, id, 'out', atMs)).toBeUndefined();
        expect(whyBlocked(doors, id, 'in', atMs)).toBe('fire');
      }
    }),
    RUNS,
  );
});

test('nobody is let in through a door that is locked down', () => {
  fc.assert(
    always(() => ({ doors, atMs }) => {
      const locked = doors.doors.filter(({ mode }) => mode === 'locked_down').map(({ rule }) => rule.doorId);
      expect(locked.filter((id) => whyBlocked(doors, id, 'in', atMs) === undefined)).toEqual([]);
    }),
    RUNS,
  );
});
