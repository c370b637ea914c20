import type { ReactNode } from 'react';
import type { SheetState } from '../../../core/timesheet/states.ts';
import type { SheetRow } from '../../../preload/timesheet-views.ts';
import { formatHours, formatTime } from '../../shared/format.ts';
import { useDesk } from '../data/desk.tsx';
import { Lines } from '../parts/lines.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';

interface CellProps {
  readonly row: SheetRow;
}

const TONES: Readonly<Record<SheetState, Tone>> = {
  inside: 'left',
  open: 'idle',
  approved: 'ok',
  later: 'warn',
  disputed: 'bad',
};

/** By the place's own clock; below it what nobody has seen. */
export function TimesCell({ row }: CellProps): ReactNode {
  const { say } = useDesk();
  const clock = (ms: number): string => formatTime(ms, row.timeZone);
  const spans = row.spans.map(({ fromMs, toMs }) => `${clock(fromMs)}–${clock(toMs)}`);
  const goes = row.openSinceMs === undefined ? [] : [`${clock(row.openSinceMs)}–`];
  const doubt = row.spans.find(({ ending }) => ending !== 'seen')?.ending;
  const second =
    row.onBreakSinceMs === undefined
      ? (doubt === 'told' || doubt === 'rule') && say(`sheets.${doubt}`)
      : say('sheets.onBreakSince', { time: clock(row.onBreakSinceMs) });
  return (
    <Lines
      first={
        <bdi className="number" dir="ltr">
          {[...spans, ...goes].join('  ')}
        </bdi>
      }
      second={second}
    />
  );
}

/** "about" where an end is an estimate (B7); what the rule alone has ended is said, and not counted (G7). */
export function WorkedCell({ row }: CellProps): ReactNode {
  const { say, language } = useDesk();
  const long = (minutes: number): string => formatHours(minutes, language);
  const worked = long(row.workedMinutes);
  const pause =
    row.breakMinutes > 0 &&
    `${say('sheets.columns.breaks')} ${long(row.breakMinutes)}${row.breakByRule ? `, ${say('sheets.byRule')}` : ''}`;
  return (
    <Lines
      first={
        <span className="number">
          {row.estimated && row.workedMinutes > 0 ? say('time.about', { duration: worked }) : worked}
        </span>
      }
      second={
        row.unconfirmedMinutes > 0 ? say('sheets.unconfirmed', { duration: long(row.unconfirmedMinutes) }) : pause
      }
    />
  );
}

export function StateCell({ row }: CellProps): ReactNode {
  const { say } = useDesk();
  return (
    <Lines
      first={<Chip tone={TONES[row.state]}>{say(`sheets.states.${row.state}`)}</Chip>}
      second={<StateNote row={row} />}
    />
  );
}

/** What there is to know about the state: what changed since, why, by whom; one of them. */
function StateNote({ row }: CellProps): ReactNode {
  const { say, language } = useDesk();
  const { later, reason, decidedByName } = row;
  if (row.waiting) return say('orders.waiting');
  if (later?.openSinceMs !== undefined)
    return say('sheets.laterInside', { time: formatTime(later.openSinceMs, row.timeZone) });
  if (later) return say('sheets.laterSays', { duration: formatHours(later.workedMinutes, language) });
  if (reason !== undefined) return <bdi>{reason}</bdi>;
  return decidedByName !== undefined && say('sheets.by', { name: decidedByName });
}
