import type { Clock } from '../clock.ts';
import type { DoorInputs } from '../inputs/door-inputs.ts';
import type { PulseResult } from '../messages.ts';
import type { RunningDevice } from '../running-device.ts';
import { endOnSilence, feed, NOTHING_HELD, type Framed } from '../serial/framing.ts';
import { keepOpen } from '../serial/line.ts';
import type { OpenTransport, SerialLine } from '../serial/transport.ts';
import { converse, nextDueMs } from './conversation.ts';
import {
  newConversation,
  type ConversationEffect,
  type ConversationInput,
  type DoorOnLine,
} from './conversation-state.ts';
import type { RelayDialect, Reply } from './dialect.ts';
import type { Standing } from './standing.ts';

/** The relays of one serial line at work. A board that does not answer is given 1.5 s to come to rest at the stop. */
export interface RelayLine extends RunningDevice {
  /** Answered through `answer`, exactly once. */
  pulse(requestId: string, doorId: string, pulseMs: number): void;
}

export interface RelayLineParts {
  readonly line: SerialLine;
  readonly dialect: RelayDialect;
  readonly doors: readonly DoorOnLine[];
  readonly inputs: DoorInputs;
  readonly open: OpenTransport;
  readonly clock: Clock;
  readonly tellDoor: (doorId: string, standing: Standing) => void;
  readonly answer: (requestId: string, result: PulseResult) => void;
}

/** Bytes of one answer are about 1 ms apart; USB adapters add up to 16 ms. */
const SILENCE_MS = 60;
/** Modem lines are looked at some 16 times a second, like the inputs of a board. */
const MODEM_LINES_EVERY_MS = 60;

type Untimed<I> = I extends unknown ? Omit<I, 'atMs'> : never;

/** Gives the pure conversation its port and its timers. */
export function runRelayLine(parts: RelayLineParts): RelayLine {
  const { dialect, clock, inputs } = parts;
  let talk = newConversation(dialect, parts.doors);
  let held: Uint8Array = NOTHING_HELD;
  let cancelDue = () => {};
  let cancelSilence = () => {};
  let cancelModemLines = () => {};
  let onStopped = () => {};
  let stopped = false;

  const line = keepOpen(parts.line, parts.open, clock, {
    opened() {
      held = NOTHING_HELD;
      take({ type: 'opened' });
      if (inputs.wantsModemLines) lookAtModemLines();
    },
    bytes(bytes) {
      cancelSilence();
      hear(feed(dialect.grammar, held, bytes));
      if (held.length > 0) cancelSilence = clock.after(SILENCE_MS, () => hear(endOnSilence(dialect.grammar, held)));
    },
    down(fault) {
      cancelModemLines();
      inputs.forget();
      take({ type: 'closed', fault });
    },
  });

  function lookAtModemLines(): void {
    let over = false;
    cancelModemLines = () => (over = true);
    line.modemLines()?.then(
      (lines) => {
        if (over) return;
        inputs.modemLines(lines);
        cancelModemLines = clock.after(MODEM_LINES_EVERY_MS, lookAtModemLines);
      },
      (error: unknown) => over || take({ type: 'no_modem_lines', detail: String(error) }),
    );
  }

  function hear(framed: Framed<Reply>): void {
    held = framed.held;
    if (framed.frames.length === 0 && framed.rubbish === 0) return;
    take({ type: 'heard', replies: framed.frames, rubbish: framed.rubbish });
  }

  function take(input: Untimed<ConversationInput>): void {
    const { next, effects } = converse(dialect, talk, { ...input, atMs: clock.nowMs() });
    talk = next;
    for (const effect of effects) act(effect);
    cancelDue();
    const dueMs = stopped ? undefined : nextDueMs(dialect, talk);
    if (dueMs !== undefined) {
      // Rounded up: a timer that fires a little early would find nothing due.
      cancelDue = clock.after(Math.max(0, Math.ceil(dueMs - clock.nowMs())), () => take({ type: 'due' }));
    }
  }

  function act(effect: ConversationEffect): void {
    switch (effect.do) {
      case 'write':
        return line.write(effect.bytes);
      case 'reopen':
        return line.reopen(effect.fault);
      case 'settled':
        return line.settled();
      case 'sampled':
        return inputs.board(effect.unit, effect.inputs);
      case 'answer':
        return parts.answer(effect.requestId, effect.result);
      case 'tell':
        return parts.tellDoor(effect.doorId, effect.standing);
      case 'stopped':
        stopped = true;
        return onStopped();
    }
  }

  return {
    pulse: (requestId, doorId, pulseMs) => take({ type: 'pulse', requestId, doorId, pulseMs }),
    tellStanding() {
      for (const relay of talk.units.flatMap((unit) => unit.relays)) {
        for (const doorId of relay.doorIds) if (relay.told) parts.tellDoor(doorId, relay.told);
      }
    },
    async stop() {
      await new Promise<void>((resolve) => {
        onStopped = resolve;
        take({ type: 'stop' });
      });
      cancelSilence();
      cancelModemLines();
      await line.close();
    },
  };
}
