/** The tray of acts that central would have decided otherwise, or would not take (DESIGN 5): what staff can say about each. */
import { TRAY_OUTCOMES, type TrayOutcome } from '../event/data/act.ts';
import type { Actor, Fact } from '../event/event.ts';
import type { Presence } from '../event/occupancy.ts';

/** `flagged`: recorded as it happened, with a doubt. `rejected`: kept by central in quarantine. `set_aside`: central stumbles over it. */
export type TrayStatus = 'flagged' | 'rejected' | 'set_aside';

/** Acts that moved a person: staff can go and look where that person is. */
const MOVES = ['presence.checked_in', 'presence.checked_out', 'access.granted'];
/** About how the record reached central, not about who stood at the gate. */
const ABOUT_THE_RECORD = ['chain_gap', 'hash_mismatch', 'id_reused', 'seq_reused', 'malformed', 'not_yours'];

export interface TrayEntry {
  readonly type: string;
  readonly status: TrayStatus;
  /** Central's; another central may have more than are known here. */
  readonly code?: string | undefined;
  readonly workerId?: string | undefined;
}

/** What staff may answer, in the order in which it is offered. */
export function outcomesOf(entry: TrayEntry, isInside: boolean): readonly TrayOutcome[] {
  const isMove = entry.workerId !== undefined && MOVES.includes(entry.type);
  const isDoubted = entry.status !== 'set_aside' && !ABOUT_THE_RECORD.includes(entry.code ?? '');
  if (!isMove || !isDoubted) return ['seen'];
  return isInside ? TRAY_OUTCOMES : ['other_person', 'seen'];
}

export interface Clearing {
  readonly eventId: string;
  readonly seq: number;
  readonly outcome: TrayOutcome;
  /** In the words of whoever clears it. */
  readonly reason: string;
  readonly workerId?: string | undefined;
}

/** What clearing a card writes: that it was cleared, and for somebody who has left, the way out that nobody scanned (B7). */
export function clearingFacts(clearing: Clearing, presence: Presence | undefined, actor: Actor, nowMs: number): Fact[] {
  const { workerId, ...rest } = clearing;
  const person = workerId === undefined ? {} : { workerId };
  const cleared: Fact = { type: 'tray.cleared', actor, data: { ...rest, ...person } };
  if (clearing.outcome !== 'left' || workerId === undefined || !presence?.inside) return [cleared];
  const out: Fact = {
    type: 'presence.checked_out',
    actor,
    data: {
      workerId,
      mode: 'manual',
      code: 'goodbye',
      notes: [],
      estimated: true,
      reason: clearing.reason,
      insideMs: Math.max(0, Math.round(nowMs - presence.sinceMs)),
    },
  };
  return [cleared, out];
}
