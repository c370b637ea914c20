import { z } from 'zod';
import { JUMP_TOLERANCE_MS, type OwnClock } from './clock.ts';
import type { Sqlite } from './sqlite.ts';

/** Unix milliseconds: the offset to central's clock, and the wall clock when it was last seen. */
const keptSchema = z.object({ offsetMs: z.number().nullable(), seenMs: z.number() });

/** How far an answer moves the offset without a reason to write that down. */
const WORTH_MS = 100;
/** How old the kept wall clock may become. */
const KEEP_EVERY_MS = 600_000;

export interface ClockMemory {
  /** The wall clock went back at least so far while the program was off, a negative number of milliseconds. */
  readonly wentBackMs?: number;
  /** To be called whenever something may have been learnt; writes only what is worth it. */
  readonly keep: () => void;
}

/**
 * Keeps what was learnt of central's clock over a restart, so that a gate that starts with no line still corrects its times. A wall
 * clock that went back while the program was off makes the offset worthless; one that went forward can't be told from time that
 * passed, until central answers.
 */
export function openClockMemory(db: Sqlite, clock: Pick<OwnClock, 'moment' | 'offsetMs' | 'recall'>): ClockMemory {
  const write = db.prepare(`insert into meta values ('clock', ?) on conflict do update set value = excluded.value`);
  let kept = readKept(db);
  const { wallMs } = clock.moment();
  const seenMs = Math.max(kept?.seenMs ?? 0, newestEventMs(db));
  const wentBackMs = seenMs > 0 && wallMs < seenMs - JUMP_TOLERANCE_MS ? Math.round(wallMs - seenMs) : undefined;
  if (wentBackMs !== undefined) kept = undefined;
  else if (kept && kept.offsetMs !== null) clock.recall(kept.offsetMs);

  return {
    ...(wentBackMs === undefined ? {} : { wentBackMs }),
    keep() {
      const now = { offsetMs: clock.offsetMs(), seenMs: clock.moment().wallMs };
      if (kept && isNear(kept.offsetMs, now.offsetMs) && Math.abs(now.seenMs - kept.seenMs) < KEEP_EVERY_MS) return;
      try {
        write.run(JSON.stringify(now));
        kept = now;
      } catch {
        // A full disk is told by what must be written; this is tried again at the next look.
      }
    },
  };
}

const isNear = (one: number | null, other: number | null): boolean =>
  one === null || other === null ? one === other : Math.abs(one - other) < WORTH_MS;

function readKept(db: Sqlite): z.infer<typeof keptSchema> | undefined {
  const text = db.prepare<[], string>(`select value from meta where key = 'clock'`).pluck().get();
  return text === undefined ? undefined : keptSchema.parse(JSON.parse(text));
}

function newestEventMs(db: Sqlite): number {
  return db.prepare<[], number>('select at_ms from event order by seq desc limit 1').pluck().get() ?? 0;
}
