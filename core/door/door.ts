/**
 * What a door does over time: opened without leave, held open too long, not opened after all; who holds it open or locks
 * it down; what fire and a neighbouring door have to say. Pure: what happened goes in with its time, what to do comes out.
 *
 *     input, lost (from the host) ─┐                      ┌─▶ pulse    to the host
 *     release, pulsed (from acts) ─┼─▶ doorsStep (doors) ─┼─▶ record   a fact for the journal
 *     mode (from staff) ───────────┤      one-door         ├─▶ alarm    on or off, for the screens
 *     tick (when nextDueMs says) ──┘                      └─▶ notice   for the location's rule about it
 *
 * Whoever drives it keeps one `Doors`, made by `newDoors`; asks `whyBlocked` before a person is let in, so that a refusal
 * is decided before anything is recorded; passes `release` once the act is on disk, and `pulsed` with the host's answer;
 * calls `doorsStep` with a tick when `nextDueMs` has come. Times are milliseconds of one clock that only grows.
 *
 * None of this replaces a fire release that is wired to the lock: software may be down when it burns.
 */
import type { DOOR_MODES, DOOR_STANDS, DOOR_UNUSED, Fact, OPENED_BY } from '../event/event.ts';

export type DoorMode = (typeof DOOR_MODES)[number];
export type DoorStand = (typeof DOOR_STANDS)[number];
export type OpenedBy = (typeof OPENED_BY)[number];

export interface DoorRule {
  readonly doorId: string;
  /** Without a contact a door is only released: nothing is known of what it does. */
  readonly hasContact: boolean;
  /** Open for longer than this: held. */
  readonly heldAfterMs: number;
  /** How long after the lock has fallen in again an opening still counts as the one that was granted. */
  readonly graceMs: number;
  /** A request to exit releases the lock. Either way it makes the next opening no forced one, for as long as this. */
  readonly exitRequest: { readonly releases: boolean; readonly ms: number };
  /** Open for less than this: nobody can have passed. 0: every opening counts as a passage. */
  readonly passageMs: number;
  /** Doors that must be shut for this one to open: an airlock. */
  readonly interlockedWith: readonly string[];
  /** A fire input, of whichever door, releases this one for as long as it burns. */
  readonly freedByFire: boolean;
}

export const DOOR_DEFAULTS: Omit<DoorRule, 'doorId'> = {
  hasContact: false,
  heldAfterMs: 30_000,
  graceMs: 2000,
  exitRequest: { releases: false, ms: 5000 },
  passageMs: 0,
  interlockedWith: [],
  freedByFire: true,
};

export type DoorHappening = { readonly doorId: string; readonly atMs: number } & (
  | { readonly type: 'input'; readonly which: 'contact' | 'rex' | 'fire'; readonly active: boolean }
  /** Its board is down: nothing is known of its inputs. */
  | { readonly type: 'lost' }
  /** An act that is on record lets somebody through. `causeId` is its id. */
  | {
      readonly type: 'release';
      readonly causeId: string;
      readonly direction: 'in' | 'out';
      readonly pulseMs: number;
    }
  /** The host's answer to a pulse. */
  | { readonly type: 'pulsed'; readonly causeId: string; readonly ok: boolean }
  /** `userId` absent: the program itself, a schedule for instance. */
  | { readonly type: 'mode'; readonly mode: DoorMode; readonly userId?: string; readonly why: string }
);

export type DoorsInput = DoorHappening | { readonly type: 'tick'; readonly atMs: number };

type DoorFactType = 'door.closed' | 'door.forced' | 'door.held' | 'door.mode_changed';
export type DoorFact = Extract<Fact, { type: DoorFactType }>;

export type DoorEffect = { readonly doorId: string } &
  /** `causeId` only where an act asked for it. */
  (
    | {
        readonly do: 'pulse';
        readonly pulseMs: number;
        readonly because: 'grant' | 'exit_request' | 'held_open' | 'fire';
        readonly causeId?: string;
      }
    /** A release that came too late to be let through: what is in the way came up since `whyBlocked` was asked. */
    | { readonly do: 'refuse'; readonly causeId: string; readonly why: Blocked }
    | { readonly do: 'record'; readonly fact: DoorFact }
    | { readonly do: 'alarm'; readonly alarm: 'forced' | 'held' | 'fire'; readonly on: boolean }
    /** The act's door was not opened, or not for long enough for anybody to pass: a location may annul the act. */
    | { readonly do: 'notice'; readonly what: (typeof DOOR_UNUSED)[number]; readonly causeId: string }
  );

/** Why a door may not be released now. */
export type Blocked = 'locked_down' | 'interlock' | 'fire';

/** Somebody was let through and has not opened the door yet. */
export interface Grant {
  readonly causeId: string;
  readonly untilMs: number;
}

/** The door stands open. */
export interface Opening {
  readonly by: OpenedBy;
  readonly sinceMs: number;
  /** When its time for being held begins: at the opening, or when it was last released again. */
  readonly heldFromMs: number;
  readonly held: boolean;
  readonly causeIds: readonly string[];
}

export interface Door {
  readonly rule: DoorRule;
  readonly mode: DoorMode;
  /** Undefined: not known, or shut. `contact` tells which. */
  readonly opening: Opening | undefined;
  readonly contact: 'open' | 'shut' | 'unknown';
  readonly grants: readonly Grant[];
  readonly rex: boolean;
  readonly exitUntilMs: number;
  /** When the lock has to be released once more, while it is held open or freed. */
  readonly holdDueAtMs: number | undefined;
}

export interface Doors {
  readonly doors: readonly Door[];
  /** Doors whose fire input is active. */
  readonly burning: readonly string[];
}

export interface DoorsStep {
  readonly doors: Doors;
  readonly effects: readonly DoorEffect[];
}

export const newDoors = (rules: readonly DoorRule[]): Doors => ({
  doors: rules.map((rule) => ({
    rule,
    mode: 'normal',
    opening: undefined,
    contact: 'unknown',
    grants: [],
    rex: false,
    exitUntilMs: -Infinity,
    holdDueAtMs: undefined,
  })),
  burning: [],
});

/** How a door stands: its mode, unless fire frees it. */
export const standOf = ({ burning }: Doors, door: Door): DoorStand =>
  burning.length > 0 && door.rule.freedByFire ? 'freed' : door.mode;
