/**
 * The life of one relay, as a pure machine: what it is at, and what comes next after each thing that happens. Off is the
 * rest state. Every way out of "on" ends in an off order, repeated until the board says that it is off.
 *
 *     adrift ─▶ order_off ─▶ check_off ─▶ rest ─▶ order_on ─▶ check_on ─▶ on
 *                   ▲            │ still on │         ▲           │ still off │
 *                   └────────────┴──────────┘         └───────────┘           └─▶ order_off, or its own end ─▶ rest
 */
import type { Confirmation, PulseResult } from '../messages.ts';
import { deviceFault, type DeviceFault } from '../fault.ts';

/** A pulse in hand. Whoever asks while it runs joins it: two pulses never overlap. */
export interface Pulse {
  /** Those who still wait for an answer. */
  readonly requestIds: readonly string[];
  readonly pulseMs: number;
  readonly tries: number;
  /** Its order is on the line: from now on the door may open, whatever is heard of it. */
  readonly written: boolean;
  /** The board has sent the order back. */
  readonly echoed: boolean;
}

export type RelayLife =
  /** The line is closed: nobody knows. */
  | { readonly at: 'adrift' }
  /** An off order has to be written, not before `dueAtMs`. */
  | { readonly at: 'order_off'; readonly tries: number; readonly dueAtMs: number }
  /** The off order is written and waits to be confirmed. */
  | { readonly at: 'check_off'; readonly tries: number; readonly dueAtMs: number }
  | { readonly at: 'rest' }
  | { readonly at: 'order_on'; readonly pulse: Pulse; readonly dueAtMs: number }
  | { readonly at: 'check_on'; readonly pulse: Pulse; readonly dueAtMs: number; readonly endsAtMs: number }
  | { readonly at: 'on'; readonly endsAtMs: number };

export type RelayInput =
  | { readonly type: 'asked'; readonly requestId: string; readonly pulseMs: number; readonly atMs: number }
  /** The order of this name is on its way. */
  | { readonly type: 'written'; readonly order: 'on' | 'off' }
  /** The order of this name is out, and was echoed if it says so. */
  | { readonly type: 'ordered'; readonly order: 'on' | 'off'; readonly echoed: boolean; readonly atMs: number }
  /** The board said how the relay stands. */
  | { readonly type: 'seen'; readonly on: boolean; readonly atMs: number }
  /** It has turned out that this board can't be read back. */
  | { readonly type: 'unreadable'; readonly atMs: number }
  /** Drive it to rest, not before `dueAtMs`; whoever waits for a pulse is told why it won't come. */
  | { readonly type: 'to_rest'; readonly fault: DeviceFault; readonly dueAtMs: number }
  | { readonly type: 'line_lost'; readonly fault: DeviceFault };

/** What the machine has to know about the board. */
export interface RelayNature {
  /** Who ends a pulse. */
  readonly timedBy: 'board' | 'host';
  readonly readable: boolean;
  readonly echoes: boolean;
}

export interface RelayStep {
  readonly life: RelayLife;
  readonly answers: readonly { readonly requestId: string; readonly result: PulseResult }[];
}

/** Off orders without success before the relay counts as stuck; then it is still tried, at the slower pace. */
export const STUCK_TRIES = 5;
const OFF_RETRY_MS = 200;
const STUCK_RETRY_MS = 1000;
/** On orders without success before the pulse is given up. */
const ON_TRIES = 3;
/** A board that times the pulse may be this late before its end is checked. */
const BOARD_LATE_MS = 150;

export const isStuck = (life: RelayLife): boolean =>
  (life.at === 'order_off' || life.at === 'check_off') && life.tries >= STUCK_TRIES;

/** What the relay wants to have written next, and from when on; nothing while it rests. */
export function relayWish(life: RelayLife, nature: RelayNature): RelayWish | undefined {
  switch (life.at) {
    case 'adrift':
    case 'rest':
      return undefined;
    case 'order_off':
      return { write: 'off', dueAtMs: life.dueAtMs };
    case 'order_on':
      return { write: 'on', dueAtMs: life.dueAtMs };
    case 'check_off':
    case 'check_on':
      return { write: 'query', dueAtMs: life.dueAtMs };
    case 'on':
      if (nature.timedBy === 'host') return { write: 'off', dueAtMs: life.endsAtMs };
      return { write: nature.readable ? 'query' : 'off', dueAtMs: life.endsAtMs + BOARD_LATE_MS };
  }
}
export interface RelayWish {
  readonly write: 'on' | 'off' | 'query';
  readonly dueAtMs: number;
}

export function relayStep(life: RelayLife, input: RelayInput, nature: RelayNature): RelayStep {
  switch (input.type) {
    case 'asked':
      return still(asked(life, input));
    case 'written':
      if (input.order !== 'on' || life.at !== 'order_on') return still(life);
      return still({ ...life, pulse: { ...life.pulse, written: true } });
    case 'ordered':
      return input.order === 'on' ? orderedOn(life, input, nature) : still(orderedOff(life, input, nature));
    case 'seen':
      return input.on ? seenOn(life, input.atMs, nature) : seenOff(life, input.atMs, nature);
    case 'unreadable':
      if (life.at === 'check_on') return pulseStands(life.pulse, life.pulse.echoed ? 'echoed' : 'blind', life.endsAtMs);
      return still(life.at === 'check_off' ? { at: 'rest' } : life);
    case 'to_rest':
      return {
        life: { at: 'order_off', tries: triesOf(life), dueAtMs: input.dueAtMs },
        answers: refusals(life, input.fault),
      };
    case 'line_lost':
      return { life: { at: 'adrift' }, answers: refusals(life, input.fault) };
  }
}

function asked(life: RelayLife, { requestId, pulseMs, atMs }: Extract<RelayInput, { type: 'asked' }>): RelayLife {
  if (life.at !== 'order_on' && life.at !== 'check_on') {
    // A pulse that runs is made longer, never shorter.
    const longestMs = life.at === 'on' ? Math.max(pulseMs, Math.ceil(life.endsAtMs - atMs)) : pulseMs;
    return {
      at: 'order_on',
      pulse: { requestIds: [requestId], pulseMs: longestMs, tries: 0, written: false, echoed: false },
      dueAtMs: atMs,
    };
  }
  const { pulse } = life;
  const joined = { ...pulse, requestIds: [...pulse.requestIds, requestId], pulseMs: Math.max(pulse.pulseMs, pulseMs) };
  return { ...life, pulse: joined };
}

type Ordered = Extract<RelayInput, { type: 'ordered' }>;

function orderedOn(life: RelayLife, { echoed, atMs }: Ordered, nature: RelayNature): RelayStep {
  if (life.at !== 'order_on') return still(life);
  const pulse = { ...life.pulse, written: true, echoed };
  const endsAtMs = atMs + pulse.pulseMs;
  if (nature.readable) return still({ at: 'check_on', pulse, dueAtMs: atMs, endsAtMs });
  if (!nature.echoes) return pulseStands(pulse, 'blind', endsAtMs);
  return echoed ? pulseStands(pulse, 'echoed', endsAtMs) : tryAgain(pulse, atMs, 'pulse_unconfirmed');
}

function orderedOff(life: RelayLife, { echoed, atMs }: Ordered, nature: RelayNature): RelayLife {
  if (life.at !== 'order_off' && life.at !== 'on') return life;
  const tries = triesOf(life) + 1;
  if (nature.readable) return { at: 'check_off', tries, dueAtMs: atMs };
  return echoed || !nature.echoes ? { at: 'rest' } : offAgain(tries, atMs);
}

function seenOn(life: RelayLife, atMs: number, nature: RelayNature): RelayStep {
  switch (life.at) {
    case 'check_on': {
      const endsAtMs = nature.timedBy === 'board' ? life.endsAtMs : atMs + life.pulse.pulseMs;
      return pulseStands(life.pulse, 'verified', endsAtMs);
    }
    case 'check_off':
      return still(offAgain(life.tries, atMs));
    case 'rest':
      return still({ at: 'order_off', tries: 0, dueAtMs: atMs });
    case 'on':
      return still(atMs < life.endsAtMs ? life : { at: 'order_off', tries: 0, dueAtMs: atMs });
    case 'adrift':
    case 'order_on':
    case 'order_off':
      return still(life);
  }
}

function seenOff(life: RelayLife, atMs: number, nature: RelayNature): RelayStep {
  switch (life.at) {
    case 'check_on':
      // The board's own pulse may be over before anybody looked; its echo is then the best that is known.
      if (nature.timedBy === 'board' && atMs >= life.endsAtMs && life.pulse.echoed)
        return { life: { at: 'rest' }, answers: confirmations(life.pulse, 'echoed') };
      return tryAgain(life.pulse, atMs, 'relay_stuck');
    case 'check_off':
    case 'on':
      return still({ at: 'rest' });
    case 'adrift':
    case 'rest':
    case 'order_on':
    case 'order_off':
      return still(life);
  }
}

const still = (life: RelayLife): RelayStep => ({ life, answers: [] });

const pulseStands = (pulse: Pulse, confirmation: Confirmation, endsAtMs: number): RelayStep => ({
  life: { at: 'on', endsAtMs },
  answers: confirmations(pulse, confirmation),
});

const confirmations = (pulse: Pulse, confirmation: Confirmation): RelayStep['answers'] =>
  pulse.requestIds.map((requestId) => ({ requestId, result: { ok: true, confirmation } }));

function tryAgain(pulse: Pulse, atMs: number, code: 'relay_stuck' | 'pulse_unconfirmed'): RelayStep {
  const tries = pulse.tries + 1;
  if (tries < ON_TRIES) return still({ at: 'order_on', pulse: { ...pulse, tries }, dueAtMs: atMs });
  const fault = deviceFault(code, `the relay did not switch on in ${tries} tries`);
  return { life: { at: 'order_off', tries: 0, dueAtMs: atMs }, answers: faults(pulse, fault) };
}

const offAgain = (tries: number, atMs: number): RelayLife => ({
  at: 'order_off',
  tries,
  dueAtMs: atMs + (tries < STUCK_TRIES ? OFF_RETRY_MS : STUCK_RETRY_MS),
});

const triesOf = (life: RelayLife): number => (life.at === 'order_off' || life.at === 'check_off' ? life.tries : 0);

/** Those who wait when the pulse comes to nothing: once the order is out, the door may have opened all the same. */
function refusals(life: RelayLife, fault: DeviceFault): RelayStep['answers'] {
  if (life.at !== 'order_on' && life.at !== 'check_on') return [];
  if (!life.pulse.written) return faults(life.pulse, fault);
  return faults(life.pulse, deviceFault('pulse_unconfirmed', `${fault.code}: ${fault.detail}`));
}

const faults = (pulse: Pulse, fault: DeviceFault): RelayStep['answers'] =>
  pulse.requestIds.map((requestId) => ({ requestId, result: { ok: false, ...fault } }));
