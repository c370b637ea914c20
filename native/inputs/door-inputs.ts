import type { Clock } from '../clock.ts';
import type { DoorConfig, DoorInput, FromHost, MODEM_LINES } from '../messages.ts';
import { debounce, NOT_READ, type Debounced } from './debounce.ts';

/** Modem lines of a serial port, as far as its driver tells them. */
export type ModemLines = Readonly<Partial<Record<(typeof MODEM_LINES)[number], boolean>>>;

/** A door with its inputs, on the board at this unit address. */
export type DoorWithInputs = Pick<DoorConfig, 'id' | 'unit' | 'inputs'>;

export interface DoorInputs {
  /** Whether any door of this line looks at modem lines. */
  readonly wantsModemLines: boolean;
  board(unit: number, readings: readonly { readonly input: number; readonly on: boolean }[]): void;
  modemLines(lines: ModemLines): void;
  /** The line is gone: what was read says nothing any more. */
  forget(): void;
}

/** Samples of all inputs of the doors on one line, debounced, as `input` messages. `hasUnits`: boards are told apart by their unit. */
export function doorInputs(
  doors: readonly DoorWithInputs[],
  hasUnits: boolean,
  { clock, tell }: { readonly clock: Clock; readonly tell: (message: FromHost) => void },
): DoorInputs {
  const all = doors.flatMap((door) => (door.inputs ?? []).map((input) => ({ door, input })));
  const states = new Map<DoorInput, Debounced>();

  function take(door: DoorWithInputs, input: DoorInput, on: boolean): void {
    const before = states.get(input) ?? NOT_READ;
    const after = debounce(before, on, clock.nowMs());
    states.set(input, after);
    if (after.steady === undefined || after.steady === before.steady) return;
    const active = after.steady === (input.wiring === 'NO');
    const atMs = Math.round(clock.wallMs() - (clock.nowMs() - after.sinceMs));
    tell({ type: 'input', doorId: door.id, which: input.which, active, atMs });
  }

  return {
    wantsModemLines: all.some(({ input }) => typeof input.from === 'string'),
    board(unit, readings) {
      for (const { door, input } of all) {
        const reading = readings.find((one) => one.input === input.from);
        if (reading && (!hasUnits || door.unit === unit)) take(door, input, reading.on);
      }
    },
    modemLines(lines) {
      for (const { door, input } of all) {
        const on = typeof input.from === 'string' ? lines[input.from] : undefined;
        if (on !== undefined) take(door, input, on);
      }
    },
    forget: () => states.clear(),
  };
}
