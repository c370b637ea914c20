import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fact } from '../../core/event/event.ts';
import { createClock, type Moment } from '../../main/clock.ts';
import { openClockMemory } from '../../main/clock-memory.ts';
import { watchClock } from '../../main/clock-watch.ts';
import { openJournalFile } from '../../main/journal/open.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import { newHome, START_MS } from './fixtures.ts';

const HOUR_MS = 3_600_000;
const iso = (ms: number): string => new Date(ms).toISOString();

let db: Sqlite | undefined;
afterEach(() => db?.close());

function openDb(home = newHome()): Sqlite {
  const opened = openJournalFile(path.join(home, 'journal.db'));
  if (!opened.ok) throw new Error(opened.fault.detail);
  db = opened.value;
  return db;
}

/** A PC whose clocks a test moves; `start` is a start of the program on it. */
function pc() {
  let wallMs = START_MS;
  let monotonicMs = 0;
  const moment = (): Moment => ({ wallMs, monotonicMs });
  return {
    pass(ms: number) {
      wallMs += ms;
      monotonicMs += ms;
    },
    set: (byMs: number) => void (wallMs += byMs),
    learn: (clock: ReturnType<typeof createClock>, offsetMs: number) =>
      clock.learnOffset(iso(wallMs + offsetMs), wallMs, wallMs),
    start: () => createClock(moment),
  };
}

describe('G3: central’s clock over a restart', () => {
  test('a gate that starts with no line corrects by what an earlier start learnt', () => {
    const at = pc();
    const file = openDb();
    const before = at.start();
    const memory = openClockMemory(file, before);
    at.learn(before, 90_000);
    memory.keep();
    at.pass(14 * HOUR_MS);
    const clock = at.start();
    expect(openClockMemory(file, clock).wentBackMs).toBeUndefined();
    expect(clock.offsetMs()).toBe(90_000);
  });

  test('an answer of this start is worth more than what was kept', () => {
    const at = pc();
    const file = openDb();
    const before = at.start();
    const memory = openClockMemory(file, before);
    at.learn(before, 90_000);
    memory.keep();
    const clock = at.start();
    at.learn(clock, 30_000);
    openClockMemory(file, clock);
    expect(clock.offsetMs()).toBe(30_000);
  });

  test('a clock that went back while the PC was off is told, and the offset is not believed any more', () => {
    const at = pc();
    const file = openDb();
    const before = at.start();
    const memory = openClockMemory(file, before);
    at.learn(before, 90_000);
    memory.keep();
    at.set(-48 * HOUR_MS);
    const clock = at.start();
    const after = openClockMemory(file, clock);
    expect([after.wentBackMs, clock.offsetMs()]).toEqual([-48 * HOUR_MS, null]);
    after.keep();
    expect(openClockMemory(file, at.start()).wentBackMs, 'told once').toBeUndefined();
  });

  test('small moves are not written again, large ones are', () => {
    const at = pc();
    const file = openDb();
    const clock = at.start();
    const memory = openClockMemory(file, clock);
    const kept = (): unknown => file.prepare(`select value from meta where key = 'clock'`).pluck().get();
    at.learn(clock, 90_000);
    memory.keep();
    const first = kept();
    at.learn(clock, 90_050);
    memory.keep();
    expect(kept()).toBe(first);
    at.learn(clock, 95_000);
    memory.keep();
    expect(kept()).not.toBe(first);
  });
});

describe('a clock that is set while the program runs', () => {
  interface Watched {
    readonly facts: Fact[];
    readonly look: () => void;
    readonly clock: ReturnType<typeof createClock>;
    readonly at: ReturnType<typeof pc>;
  }
  function watched(): Watched {
    const at = pc();
    const clock = at.start();
    const facts: Fact[] = [];
    let due = (): void => {};
    const timer = (run: () => void): (() => void) => {
      due = run;
      return () => undefined;
    };
    watchClock(
      clock,
      (fact) => facts.push(fact),
      timer,
      () => undefined,
    );
    return { at, clock, facts, look: () => due() };
  }

  test('moves the offset against the jump, for central’s did not jump', () => {
    const { at, clock, facts, look } = watched();
    at.learn(clock, 90_000);
    at.pass(5000);
    at.set(3 * HOUR_MS);
    look();
    expect([clock.offsetMs(), facts.map(({ data }) => data)]).toEqual([90_000 - 3 * HOUR_MS, [{ byMs: 3 * HOUR_MS }]]);
  });

  test('is met once, when an answer after the jump was heard before the look', () => {
    const { at, clock, facts, look } = watched();
    at.learn(clock, 90_000);
    at.set(-HOUR_MS);
    at.learn(clock, 90_000 + HOUR_MS);
    at.pass(5000);
    look();
    expect([clock.offsetMs(), facts.length]).toEqual([90_000 + HOUR_MS, 1]);
  });

  test('leaves it unknown where it was never learnt', () => {
    const { at, clock, look } = watched();
    at.set(HOUR_MS);
    look();
    expect(clock.offsetMs()).toBeNull();
  });
});
