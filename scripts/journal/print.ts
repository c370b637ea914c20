import type { EventEnvelope } from '../../core/event/event.ts';
import { textIn, type CentralAnswer, type Entry } from './entries.ts';

const WIDTHS = { seq: 7, type: 20, code: 22, who: 44 } as const;

/** One event as one line to read. */
export function lineOf({ event, central }: Entry): string {
  const columns = [
    String(event.seq).padStart(WIDTHS.seq),
    event.occurredAt,
    event.type.padEnd(WIDTHS.type),
    (textIn(event, 'code') ?? '').padEnd(WIDTHS.code),
    whoIn(event).padEnd(WIDTHS.who),
    centralWords(central),
  ];
  return columns.join('  ').trimEnd();
}

/** Ids only: the journal knows no names. */
function whoIn(event: EventEnvelope): string {
  const named: readonly (readonly [string, string | undefined])[] = [
    ['worker', textIn(event, 'workerId')],
    ['badge', textIn(event, 'badgeId')],
    ['code read', textIn(event, 'textHash')?.slice(0, 12)],
    ['door', textIn(event, 'doorId')],
    ['part', textIn(event, 'part')],
    ['by user', event.actor.userId],
  ];
  return named
    .filter(([, id]) => id !== undefined)
    .map((pair) => pair.join(' '))
    .join(', ');
}

function centralWords({ status, code, detail }: CentralAnswer): string {
  const why = [code, detail].filter((part) => part !== undefined).join(', ');
  const words = {
    waiting: 'waiting',
    accepted: 'accepted',
    flagged: 'flagged',
    rejected: 'rejected',
    set_aside: 'set aside',
  };
  return why === '' ? words[status] : `${words[status]}: ${why}`;
}
