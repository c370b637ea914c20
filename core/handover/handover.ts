/** What one shift leaves to the next: a fold over the events since it began, and nothing else. */
import { CODES, type Code } from '../codes.ts';
import { knownEvent, type EventEnvelope } from '../event/event.ts';

export interface ShiftCounts {
  readonly cameIn: number;
  readonly wentOut: number;
  /** Of those, by the location's rule: nobody saw them leave. */
  readonly wentOutByRule: number;
  /** Most frequent first. */
  readonly refused: readonly { readonly code: Code; readonly count: number }[];
  /** People let in against a rule. */
  readonly overrides: number;
  /** Doors released without a badge; trying one out does not count. */
  readonly releases: number;
  readonly undone: number;
  readonly forced: number;
  readonly held: number;
  readonly passes: number;
  readonly messages: number;
  readonly cleared: number;
  /** What the guards wrote down at an earlier hand-over within this time, oldest first. */
  readonly notes: readonly { readonly atMs: number; readonly text: string }[];
}

const COUNTED = {
  'presence.checked_in': 'cameIn',
  'presence.checked_out': 'wentOut',
  'act.undone': 'undone',
  'door.forced': 'forced',
  'door.held': 'held',
  'pass.issued': 'passes',
  'message.sent': 'messages',
  'tray.cleared': 'cleared',
} as const;
type Counted = (typeof COUNTED)[keyof typeof COUNTED];
const counted = (type: string): Counted | undefined =>
  Object.hasOwn(COUNTED, type) ? COUNTED[type as keyof typeof COUNTED] : undefined;

export function shiftCounts(events: Iterable<EventEnvelope>): ShiftCounts {
  const counts = { cameIn: 0, wentOut: 0, undone: 0, forced: 0, held: 0, passes: 0, messages: 0, cleared: 0 };
  const refused = new Map<Code, number>();
  const notes: { atMs: number; text: string }[] = [];
  let [wentOutByRule, overrides, releases] = [0, 0, 0];
  for (const event of events) {
    const field = counted(event.type);
    if (field) counts[field] += 1;
    const known = knownEvent(event);
    if (known?.type === 'presence.checked_out' && known.data.mode === 'auto') wentOutByRule += 1;
    if (known?.type === 'access.refused' && CODES[known.data.code] !== 'wait') {
      refused.set(known.data.code, (refused.get(known.data.code) ?? 0) + 1);
    }
    if (known?.type === 'override.given') {
      if (known.data.purpose === 'admit_person') overrides += 1;
      else if (known.data.purpose === 'open_once') releases += 1;
    }
    if (known?.type === 'shift.handed_over' && known.data.words !== '') {
      notes.push({ atMs: Date.parse(known.occurredAt), text: known.data.words });
    }
  }
  const byCount = [...refused].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
  return { ...counts, wentOutByRule, overrides, releases, refused: byCount, notes };
}
