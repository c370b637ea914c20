import type { Fact } from '../../core/event/event.ts';
import type { KeptEvent } from '../../core/keeping/anchor.ts';
import { mayLeaveTo } from '../../core/keeping/leaving.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import type { Ground } from '../ground.ts';
import type { AnchorKey } from '../journal/anchor-key.ts';
import { readAnchor } from '../journal/anchor.ts';
import type { EventRow } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { createNeeded } from './needed.ts';
import { beginSegment } from './segment.ts';
import { createTrim } from './trim.ts';
import { TRUE_MS } from '../journal/true-time.ts';

export interface KeepingParts extends Pick<Ground, 'db' | 'clock' | 'identity' | 'journal' | 'delivery' | 'append'> {
  readonly wishes: Pick<Ground['wishes'], 'toldTo'>;
  readonly key: AnchorKey;
  readonly sha256: Sha256Hex;
  readonly settings: () => Settings['keeping'];
  readonly log: Pick<Log, 'info' | 'error'>;
  /** Lets everything else have its turn. */
  readonly breathe: () => Promise<void>;
}

/** `clock`: central's time was never heard, so nothing is known to be old. */
export type Cleaned = 'nothing' | 'left' | 'clock' | 'broken' | 'not_saved' | 'not_recorded' | 'stopped';

export interface Keeping {
  /** Lets go what is old enough. One at a time. */
  readonly clean: () => Promise<Cleaned>;
  readonly stop: () => void;
}

const DAY_MS = 86_400_000;
const ROWS_AT_ONCE = 200;
/** The least that can be chosen: whoever came since is inside by an act that stays anyway, and need not be looked for. */
const YOUNG_MS = 7 * DAY_MS;

interface AgedRow extends EventRow {
  readonly true_ms: number;
}

/** Old events leave the journal: saved as a file first where that is set, told in the journal, then deleted, each a few at a time. */
export function createKeeping(parts: KeepingParts): Keeping {
  const { db, clock, identity, journal, delivery, wishes, append, breathe } = parts;
  const { deviceId } = identity;
  const { questions, openMusterSeq } = createNeeded(db);
  const trim = createTrim({ ...parts, deviceId, nowMs: clock.nowMs });
  const page = db.prepare<[number, number, number], AgedRow>(
    `select seq, body, hash, ${TRUE_MS} as true_ms
     from event where seq > ? and seq <= ? order by seq limit ?`,
  );
  let stopped = false;

  /** What may leave by anything but its age: the last number, and what of it is needed. */
  const leavable = async () => {
    const { settledTo, setAside } = delivery.remembered();
    const known = { lastSeq: journal.lastSeq(), settledTo, setAside, toldTo: wishes.toldTo() };
    // What has stayed behind is asked for as well.
    const left = readAnchor(db)?.throughSeq ?? 0;
    const upTo = Math.max(left, mayLeaveTo({ ...known, openMusterSeq: openMusterSeq(), needed: [] }));
    const nowMs = clock.nowMs();
    const needed: number[] = [];
    for (const question of questions) {
      needed.push(...question({ toSeq: upTo, beforeMs: nowMs - YOUNG_MS, nowMs }));
      await breathe();
    }
    const toSeq = mayLeaveTo({ ...known, openMusterSeq: openMusterSeq(), needed });
    return { toSeq, needed: new Set(needed) };
  };

  /** Up to where everything is older than that, saved on the way if it is to be. */
  const walk = async (toSeq: number, beforeMs: number): Promise<{ toSeq: number; hash: string } | 'not_saved'> => {
    const { saveTo } = parts.settings();
    const fromSeq = readAnchor(db)?.throughSeq ?? 0;
    const segment = saveTo === undefined ? undefined : await beginSegment(saveTo, deviceId);
    let last = { toSeq: fromSeq, hash: '' };
    for (let isOld = true; isOld && !stopped;) {
      const rows = page.all(last.toSeq, toSeq, ROWS_AT_ONCE);
      const young = rows.findIndex((row) => row.true_ms >= beforeMs);
      const old = young === -1 ? rows : rows.slice(0, young);
      await segment?.add(old);
      const end = old.at(-1);
      if (end) last = { toSeq: end.seq, hash: end.hash };
      isOld = old.length === ROWS_AT_ONCE;
      await breathe();
    }
    if (last.toSeq === fromSeq || stopped) await segment?.drop();
    else await segment?.finish(fromSeq + 1, last.toSeq);
    return last;
  };

  const clean = async (): Promise<Cleaned> => {
    const offsetMs = clock.offsetMs();
    if (offsetMs === null) return 'clock';
    const beforeMs = clock.nowMs() + offsetMs - parts.settings().journalDays * DAY_MS;
    const { toSeq, needed } = await leavable();
    const anchor = readAnchor(db);
    const from = anchor?.throughSeq ?? 0;
    const target = await walk(toSeq, beforeMs).catch((error: unknown) => {
      parts.log.error({ detail: String(error) }, 'old events could not be saved, so they stay');
      return 'not_saved' as const;
    });
    if (target === 'not_saved') return 'not_saved';
    if (stopped) return 'stopped';
    const isNeeded = (kept: KeptEvent): boolean => kept.newestOf !== undefined || needed.has(kept.seq);
    if (target.toSeq === from) return anchor?.kept.every(isNeeded) === false ? letGo(from, needed) : 'nothing';
    const leaving: Fact = {
      type: 'device.journal_trimmed',
      actor: { kind: 'system' },
      data: { throughSeq: target.toSeq, hash: target.hash, anchorKey: parts.key.publicKey },
    };
    if (!append([leaving]).ok) return 'not_recorded';
    return letGo(target.toSeq, needed);
  };

  const letGo = async (toSeq: number, needed: ReadonlySet<number>): Promise<Cleaned> => {
    db.pragma('main.secure_delete = on');
    try {
      for (;;) {
        if (stopped) return 'stopped';
        const came = trim(toSeq, needed);
        if (came !== 'more') return came === 'done' ? 'left' : came;
        await breathe();
      }
    } finally {
      if (!stopped) db.pragma('main.secure_delete = off');
    }
  };

  return { clean, stop: () => void (stopped = true) };
}
