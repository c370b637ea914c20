/** What a conversation on one line knows, hears and does; the machine itself is in conversation.ts. */
import type { DeviceFault } from '../fault.ts';
import type { DoorConfig } from '../messages.ts';
import type { InputReading, RelayDialect, Reply } from './dialect.ts';
import type { Standing } from './standing.ts';
import type { RelayLife, RelayStep } from './relay-life.ts';

export interface Relay {
  readonly channel: number;
  /** Doors that this relay opens: one, or several lanes of the same door. */
  readonly doorIds: readonly string[];
  readonly life: RelayLife;
  /** It has been seen at rest since the line was opened. */
  readonly rested: boolean;
  /** What was said of it last. */
  readonly told: Standing | undefined;
}

export interface Unit {
  readonly address: number;
  readonly timedBy: 'board' | 'host';
  readonly readBack: 'unknown' | 'yes' | 'no';
  /** Questions in a row without a good answer. */
  readonly misses: number;
  readonly trouble: DeviceFault | undefined;
  readonly queryDueAtMs: number;
  /** The last input that a door wants to know of; 0: none. */
  readonly lastInput: number;
  readonly inputsDueAtMs: number;
  /** Questions about the inputs in a row without an answer. */
  readonly inputMisses: number;
  /** Why its inputs can't be read. */
  readonly noInputs: string | undefined;
  readonly relays: readonly Relay[];
}

/** An order or question whose answer is awaited. */
export interface Exchange {
  readonly write: 'on' | 'off' | 'query' | 'inputs';
  readonly unit: number;
  readonly channel: number;
  readonly bytes: Uint8Array;
  readonly deadlineMs: number;
  /** Relays that the answer still owes. */
  readonly missing: readonly number[];
  /** Something came, but not an answer to this. */
  readonly noisy: boolean;
}

export interface Conversation {
  readonly link: {
    readonly open: boolean;
    readonly fault: DeviceFault | undefined;
    /** Why its modem lines can't be read. */
    readonly noModemLines?: string;
  };
  readonly units: readonly Unit[];
  readonly exchange: Exchange | undefined;
  /** The board needs a pause until then. */
  readonly freeAtMs: number;
  /** Set while everything is being brought to rest for good. */
  readonly stopByMs: number | undefined;
}

export type ConversationInput = { readonly atMs: number } & (
  | { readonly type: 'opened' }
  | { readonly type: 'closed'; readonly fault: DeviceFault }
  | { readonly type: 'heard'; readonly replies: readonly Reply[]; readonly rubbish: number }
  | { readonly type: 'pulse'; readonly requestId: string; readonly doorId: string; readonly pulseMs: number }
  /** The port has no modem lines, or they can't be read. */
  | { readonly type: 'no_modem_lines'; readonly detail: string }
  | { readonly type: 'stop' }
  /** The time that `nextDueMs` named has come. */
  | { readonly type: 'due' }
);

export type ConversationEffect =
  | { readonly do: 'write'; readonly bytes: Uint8Array }
  | { readonly do: 'reopen'; readonly fault: DeviceFault }
  /** A board works: the line is good. */
  | { readonly do: 'settled' }
  | { readonly do: 'sampled'; readonly unit: number; readonly inputs: readonly InputReading[] }
  | { readonly do: 'answer'; readonly requestId: string; readonly result: RelayStep['answers'][number]['result'] }
  | { readonly do: 'tell'; readonly doorId: string; readonly standing: Standing }
  | { readonly do: 'stopped' };

export interface Step {
  readonly next: Conversation;
  readonly effects: readonly ConversationEffect[];
}

/** What a conversation has to know of a door (messages.ts has the rest). */
export type DoorOnLine = Pick<DoorConfig, 'id' | 'unit' | 'channel' | 'timedBy' | 'inputs'>;

export function newConversation(dialect: RelayDialect, doors: readonly DoorOnLine[]): Conversation {
  const unitOf = (door: DoorOnLine) => (dialect.hasUnits ? door.unit : 1);
  const units = [...new Set(doors.map(unitOf))].map((address): Unit => {
    const here = doors.filter((door) => unitOf(door) === address);
    const channels = [...new Set(here.map((door) => door.channel))];
    const byHost = dialect.flash === undefined || here.some((door) => door.timedBy === 'host');
    return {
      address,
      timedBy: byHost ? 'host' : 'board',
      readBack: 'unknown',
      misses: 0,
      trouble: undefined,
      queryDueAtMs: 0,
      lastInput: Math.max(0, ...here.flatMap(boardInputs)),
      inputsDueAtMs: 0,
      inputMisses: 0,
      noInputs: undefined,
      relays: channels.map((channel) => ({
        channel,
        doorIds: here.filter((door) => door.channel === channel).map((door) => door.id),
        life: { at: 'adrift' },
        rested: false,
        told: undefined,
      })),
    };
  });
  return { link: { open: false, fault: undefined }, units, exchange: undefined, freeAtMs: 0, stopByMs: undefined };
}

const boardInputs = ({ inputs = [] }: DoorOnLine): readonly number[] =>
  inputs.flatMap(({ from }) => (typeof from === 'number' ? [from] : []));
