import type { Clock } from '../clock.ts';
import { serialLineSchema } from '../messages.ts';
import { keepOpen } from '../serial/line.ts';
import type { OpenTransport } from '../serial/transport.ts';
import {
  newSimBoard,
  simDueMs,
  simHears,
  simInput,
  simWaits,
  type SimBoard,
  type SimChange,
  type SimFault,
  type SimLanguage,
  type SimStep,
} from './sim-board.ts';

/** A simulated board at work on a port. */
export interface PlayedBoard {
  setFaults(faults: readonly SimFault[]): void;
  /** Closes or opens the circuit of an input, from 1; `bouncing`: the contact chatters for 30 ms before it rests. */
  setInput(input: number, on: boolean, bouncing?: boolean): void;
  relays(): readonly boolean[];
  close(): Promise<void>;
}

const BOUNCES_MS = [4, 9, 15, 22, 30] as const;

/** Plays a board on a real port. A line that goes away is opened again; the relays stay as they are meanwhile. */
export function playBoard(parts: {
  readonly port: string;
  readonly language: SimLanguage;
  readonly channels: number;
  readonly faults?: readonly SimFault[];
  readonly open: OpenTransport;
  readonly clock: Clock;
  readonly opened?: () => void;
  readonly down?: (detail: string) => void;
  /** A relay moved by this order, or with no bytes when the board itself ended a pulse. */
  readonly moved: (change: SimChange, order: Uint8Array) => void;
}): PlayedBoard {
  const { clock, language } = parts;
  let board: SimBoard = newSimBoard(parts.channels, parts.faults);
  let cancelDue = () => {};

  const line = keepOpen(serialLineSchema.parse({ path: parts.port }), parts.open, clock, {
    opened() {
      line.settled();
      parts.opened?.();
    },
    bytes: (bytes) => take(simHears(language, board, bytes, clock.nowMs()), bytes),
    down: (fault) => parts.down?.(fault.detail),
  });

  function take(step: SimStep, order: Uint8Array): void {
    board = step.board;
    for (const change of step.changes) parts.moved(change, order);
    for (const reply of step.replies) clock.after(reply.afterMs, () => line.write(reply.bytes));
    cancelDue();
    const dueMs = simDueMs(board);
    if (dueMs === undefined) return;
    const waitMs = Math.max(0, Math.ceil(dueMs - clock.nowMs()));
    cancelDue = clock.after(waitMs, () => take(simWaits(board, clock.nowMs()), new Uint8Array()));
  }

  return {
    setFaults: (faults) => void (board = { ...board, faults }),
    setInput(input, on, bouncing = false) {
      board = simInput(board, input, on);
      if (!bouncing) return;
      for (const [at, afterMs] of BOUNCES_MS.entries()) {
        clock.after(afterMs, () => void (board = simInput(board, input, at % 2 === 0 ? !on : on)));
      }
      clock.after(BOUNCES_MS.at(-1)! + 1, () => void (board = simInput(board, input, on)));
    },
    relays: () => board.relays.map(({ on }) => on),
    async close() {
      cancelDue();
      await line.close();
    },
  };
}
