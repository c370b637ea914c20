import type { FaultCode } from '../../core/codes.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import { shiftCounts } from '../../core/handover/handover.ts';
import type { HandOverView, ShiftSpan } from '../../preload/handover-views.ts';
import type { Ground } from '../ground.ts';
import { eventFromRow, lastOf, type EventRow } from '../journal/journal.ts';
import { personName } from '../view/feed.ts';

/** What happened since the shift began, and what stays behind for the next one. */
export interface HandOver {
  readonly sheet: (span: ShiftSpan) => HandOverView;
  readonly record: (fromMs: number, notes: string) => FaultCode | null;
}

export interface HandOverParts extends Pick<Ground, 'db' | 'cache' | 'clock' | 'append' | 'actor'> {
  readonly presence: Pick<Ground['presence'], 'inside' | 'insideCount'>;
  readonly toLookAt: () => number;
}

const HOUR_MS = 3_600_000;
const WITHOUT_A_LAST_HOURS = 12;
/** No shift is longer, so nobody waits for a sheet over the whole journal. */
const LONGEST_HOURS = 48;

export function createHandOver({ db, cache, clock, append, actor, presence, toLookAt }: HandOverParts): HandOver {
  const newest = db.prepare<[], EventRow & { at_ms: number }>(
    'select seq, body, hash, at_ms from event order by seq desc',
  );
  /** Oldest first. A clock that jumped back within the shift leaves out what was written before the jump. */
  const since = (fromMs: number): EventEnvelope[] => {
    const events: EventEnvelope[] = [];
    for (const row of newest.iterate()) {
      if (row.at_ms < fromMs) break;
      events.push(eventFromRow(row));
    }
    return events.reverse();
  };
  const begunAtMs = (span: ShiftSpan): number => {
    const nowMs = clock.nowMs();
    if (span !== 'last') return nowMs - Number(span) * HOUR_MS;
    const last = lastOf(db, 'shift.handed_over');
    const lastMs = last ? Date.parse(last.occurredAt) : nowMs - WITHOUT_A_LAST_HOURS * HOUR_MS;
    return Math.max(lastMs, nowMs - LONGEST_HOURS * HOUR_MS);
  };

  return {
    sheet(span) {
      const fromMs = begunAtMs(span);
      const { refused, notes, ...counts } = shiftCounts(since(fromMs));
      return {
        ...counts,
        refused: [...refused],
        notes: [...notes],
        fromMs,
        toMs: clock.nowMs(),
        toLookAt: toLookAt(),
        inside: presence.inside().map(({ workerId, sinceMs }) => ({
          workerId,
          name: personName(cache, workerId)?.name ?? '',
          sinceMs,
        })),
      };
    },
    record(fromMs, notes) {
      const from = new Date(fromMs).toISOString();
      const data = { from, words: notes, insideCount: presence.insideCount(), toLookAt: toLookAt() };
      const written = append([{ type: 'shift.handed_over', actor: actor(), data }]);
      return written.ok ? null : written.fault;
    },
  };
}
