/**
 * A relay board that is not there: bytes in, bytes out, relays that stand one way or the other. Pure, and faithful where
 * it matters: a relay stays as it was when the host that switched it dies, and only a pulse that the board itself times
 * ends without a further order. The languages are in sim-languages.ts.
 */
import type { Grammar } from '../serial/framing.ts';
import { feed, NOTHING_HELD } from '../serial/framing.ts';

/** What can be wrong with a board, as switches that may be combined. */
export const SIM_FAULTS = {
  mute: 'does what it is told, answers nothing',
  dead: 'does nothing, answers nothing',
  half: 'stops in the middle of every answer',
  doubled: 'sends every answer twice',
  noise: 'sends rubbish in front of every answer',
  wrong_checksum: 'garbles every answer',
  stuck_on: 'no relay lets go any more',
  stuck_off: 'no relay pulls any more',
  slow: 'answers 250 ms late',
  renumbered: 'answers for the next unit or relay',
  no_readback: 'can not be asked how its relays stand',
  no_flash: 'does not know the pulse that the board times',
  no_inputs: 'can not be asked how its inputs read',
} as const;
export type SimFault = keyof typeof SIM_FAULTS;
export const isSimFault = (name: string): name is SimFault => Object.hasOwn(SIM_FAULTS, name);

export interface SimRelay {
  readonly on: boolean;
  /** When the board itself switches it off. */
  readonly endsAtMs: number | undefined;
}

export interface SimBoard {
  readonly relays: readonly SimRelay[];
  /** How the inputs read, the first one first. */
  readonly inputs: readonly boolean[];
  readonly faults: readonly SimFault[];
  /** Bytes of an order that is not complete. */
  readonly held: Uint8Array;
}

/** What a board understands of an order, in any language. */
export interface SimOrder {
  /** Relay from 1; absent: none is switched. */
  readonly relay?: number;
  readonly on?: boolean;
  readonly pulseMs?: number;
  /** Written after the relay has moved; told how the relays then stand, and how the inputs read. */
  answer(relays: readonly SimRelay[], inputs: readonly boolean[]): Uint8Array;
}

/** How a board with these faults understands what it hears. */
export type SimLanguage = (faults: readonly SimFault[]) => Grammar<SimOrder>;

export interface SimStep {
  readonly board: SimBoard;
  readonly replies: readonly { readonly bytes: Uint8Array; readonly afterMs: number }[];
  readonly changes: readonly SimChange[];
}
export interface SimChange {
  readonly relay: number;
  readonly on: boolean;
}

const SLOW_MS = 250;
const SIM_INPUTS = 16;
const NOISE = Uint8Array.of(0x00, 0x43, 0x48, 0x5a, 0x01, 0x05, 0xfe);

export const newSimBoard = (channels: number, faults: readonly SimFault[] = []): SimBoard => ({
  relays: Array.from({ length: channels }, () => ({ on: false, endsAtMs: undefined })),
  faults,
  inputs: Array.from({ length: SIM_INPUTS }, () => false),
  held: NOTHING_HELD,
});

/** Something outside the board closes or opens the circuit of an input, from 1. */
export const simInput = (board: SimBoard, input: number, on: boolean): SimBoard => ({
  ...board,
  inputs: board.inputs.map((before, at) => (at === input - 1 ? on : before)),
});

/** Bytes arrive from the host. */
export function simHears(language: SimLanguage, before: SimBoard, bytes: Uint8Array, atMs: number): SimStep {
  const { frames, held } = feed(language(before.faults), before.held, bytes);
  let board: SimBoard = { ...before, held };
  /** All that one chunk of orders is answered with, one after the other. */
  const answers: number[] = [];
  const changes: SimChange[] = [];
  if (board.faults.includes('dead')) return { board, replies: [], changes };
  for (const order of frames) {
    const relays = switched(board, order, atMs);
    changes.push(...changesOf(board.relays, relays));
    board = { ...board, relays };
    answers.push(...order.answer(relays, board.inputs));
  }
  return { board, replies: spoilt(Uint8Array.from(answers), board.faults), changes };
}

/** Time has passed: the board ends the pulses that it times. */
export function simWaits(before: SimBoard, atMs: number): SimStep {
  const over = ({ endsAtMs }: SimRelay) => endsAtMs !== undefined && endsAtMs <= atMs;
  const stuck = before.faults.includes('stuck_on');
  const relays = before.relays.map((relay) => (over(relay) ? { on: stuck && relay.on, endsAtMs: undefined } : relay));
  return { board: { ...before, relays }, replies: [], changes: changesOf(before.relays, relays) };
}

export function simDueMs(board: SimBoard): number | undefined {
  const due = Math.min(...board.relays.map(({ endsAtMs }) => endsAtMs ?? Infinity));
  return due === Infinity ? undefined : due;
}

function switched({ relays, faults }: SimBoard, { relay, on, pulseMs }: SimOrder, atMs: number): readonly SimRelay[] {
  if (relay === undefined || on === undefined) return relays;
  if (faults.includes(on ? 'stuck_off' : 'stuck_on')) return relays;
  const endsAtMs = on && pulseMs !== undefined ? atMs + pulseMs : undefined;
  return relays.map((before, at) => (at === relay - 1 ? { on, endsAtMs } : before));
}

const changesOf = (before: readonly SimRelay[], after: readonly SimRelay[]): readonly SimChange[] =>
  after.flatMap(({ on }, at) => (on === before[at]!.on ? [] : [{ relay: at + 1, on }]));

function spoilt(answer: Uint8Array, faults: readonly SimFault[]): SimStep['replies'] {
  if (answer.length === 0 || faults.includes('mute')) return [];
  let bytes = answer;
  if (faults.includes('wrong_checksum'))
    bytes = bytes.map((byte, at) => (at % 4 === 3 || at === bytes.length - 1 ? byte ^ 0x15 : byte));
  if (faults.includes('half')) bytes = bytes.slice(0, Math.ceil(bytes.length / 2));
  if (faults.includes('noise')) bytes = Uint8Array.of(...NOISE, ...bytes);
  if (faults.includes('doubled')) bytes = Uint8Array.of(...bytes, ...bytes);
  return [{ bytes, afterMs: faults.includes('slow') ? SLOW_MS : 0 }];
}
