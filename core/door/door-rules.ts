import { unreachable } from '../result.ts';
import {
  standOf,
  type Blocked,
  type Door,
  type DoorEffect,
  type DoorFact,
  type DoorHappening,
  type Doors,
  type DoorsInput,
  type DoorsStep,
  type DoorStand,
} from './door.ts';
import { dueMs, granted, lost, opened, shut, ticked, type DoorStep } from './one-door.ts';

/**
 * Why this door may not be released for somebody who goes this way, if it may not. Nobody is kept from leaving by a
 * lock-down, and while it burns by nothing at all.
 */
export function whyBlocked(doors: Doors, doorId: string, direction: 'in' | 'out', atMs: number): Blocked | undefined {
  const door = doorOf(doors, doorId);
  if (doors.burning.length > 0) return direction === 'in' ? 'fire' : undefined;
  if (direction === 'in' && door.mode === 'locked_down') return 'locked_down';
  return neighbourInTheWay(doors, door, atMs) ? 'interlock' : undefined;
}

/** A neighbour in an airlock is in the way while it is open, held open, or released and not yet used. */
const neighbourInTheWay = (doors: Doors, { rule }: Door, atMs: number): boolean =>
  rule.interlockedWith
    .map((doorId) => doorOf(doors, doorId))
    .some(
      ({ contact, mode, grants }) =>
        contact === 'open' || mode === 'held_open' || grants.some(({ untilMs }) => atMs <= untilMs),
    );

/** One step. A door that is not known is a bug of the caller. */
export function doorsStep(before: Doors, input: DoorsInput): DoorsStep {
  const { doors, effects } = input.type === 'tick' ? { doors: before, effects: [] } : happened(before, input);
  const after = ticks(doors, input.atMs);
  return { doors: after.doors, effects: [...effects, ...after.effects] };
}

/** When the doors next want a tick, if nothing else happens. */
export function nextDueMs(doors: Doors): number | undefined {
  const due = Math.min(...doors.doors.map((door) => dueMs(door, standOf(doors, door))));
  return due === Infinity ? undefined : due;
}

function happened(doors: Doors, input: DoorHappening): DoorsStep {
  const door = doorOf(doors, input.doorId);
  switch (input.type) {
    case 'input':
      return sensed(doors, door, input);
    case 'lost':
      return changed(doors, lost(door));
    case 'release':
      return released(doors, door, input);
    case 'pulsed':
      return changed(doors, still(input.ok ? door : withoutGrant(door, input.causeId)));
    case 'mode':
      return modeSet(doors, door, input);
    default:
      return unreachable(input);
  }
}

type Happening<T extends DoorHappening['type']> = Extract<DoorHappening, { type: T }>;

function sensed(doors: Doors, door: Door, input: Happening<'input'>): DoorsStep {
  const { which, active, atMs } = input;
  switch (which) {
    case 'contact':
      return changed(doors, active ? opened(door, standOf(doors, door), atMs) : shut(door, atMs));
    case 'rex':
      return changed(doors, exitRequested(doors, door, active, atMs));
    case 'fire':
      return burns(doors, input.doorId, active);
    default:
      return unreachable(which);
  }
}

/** A request to exit counts while it lasts and for a while after it. It opens the door unless an airlock forbids it. */
function exitRequested(doors: Doors, before: Door, active: boolean, atMs: number): DoorStep {
  const { doorId, exitRequest } = before.rule;
  // That nobody asks, told when the board is first read, is no request that has just ended.
  const exitUntilMs = active || before.rex ? atMs + exitRequest.ms : before.exitUntilMs;
  const door: Door = { ...before, rex: active, exitUntilMs };
  if (!active || !exitRequest.releases || whyBlocked(doors, doorId, 'out', atMs)) return still(door);
  return { door, effects: [{ do: 'pulse', doorId, pulseMs: exitRequest.ms, because: 'exit_request' }] };
}

function released(doors: Doors, door: Door, input: Happening<'release'>): DoorsStep {
  const { doorId, causeId, pulseMs, direction, atMs } = input;
  const why = whyBlocked(doors, doorId, direction, atMs);
  if (why) return { doors, effects: [{ do: 'refuse', doorId, causeId, why }] };
  const pulse: DoorEffect = { do: 'pulse', doorId, pulseMs, because: 'grant', causeId };
  return changed(doors, { door: granted(door, causeId, pulseMs, atMs), effects: [pulse] });
}

const withoutGrant = (door: Door, causeId: string): Door => ({
  ...door,
  grants: door.grants.filter((grant) => grant.causeId !== causeId),
});

function modeSet(doors: Doors, door: Door, { mode, userId, why, atMs }: Happening<'mode'>): DoorsStep {
  if (mode === door.mode) return { doors, effects: [] };
  const opening = door.opening && { ...door.opening, heldFromMs: atMs };
  const next = replaced(doors, { ...door, mode, opening });
  const actor = userId === undefined ? SYSTEM : { kind: 'user' as const, userId };
  const [from, to] = [standOf(doors, door), standOf(next, doorOf(next, door.rule.doorId))];
  // While fire frees the door its new mode waits: it is told when it takes hold.
  return { doors: next, effects: from === to ? [] : [modeChanged(door.rule.doorId, from, to, why, actor)] };
}

/**
 * A fire input of any door frees all those that fire frees, until the input itself says that it is over: a board that is
 * lost while it burns may have burnt.
 */
function burns(doors: Doors, doorId: string, active: boolean): DoorsStep {
  if (doors.burning.includes(doorId) === active) return { doors, effects: [] };
  const others = doors.burning.filter((one) => one !== doorId);
  const next: Doors = { ...doors, burning: active ? [...others, doorId] : others };
  const why = active ? `fire input of ${doorId}` : `no fire any more at ${doorId}`;
  const changes = doors.doors.flatMap((door): readonly DoorEffect[] => {
    const [from, to] = [standOf(doors, door), standOf(next, door)];
    return from === to ? [] : [modeChanged(door.rule.doorId, from, to, why, SYSTEM)];
  });
  return { doors: next, effects: [{ do: 'alarm', doorId, alarm: 'fire', on: active }, ...changes] };
}

const SYSTEM = { kind: 'system' } as const;

function modeChanged(
  doorId: string,
  from: DoorStand,
  to: DoorStand,
  why: string,
  actor: DoorFact['actor'],
): DoorEffect {
  return { do: 'record', doorId, fact: { type: 'door.mode_changed', actor, data: { doorId, from, to, why } } };
}

function ticks(doors: Doors, atMs: number): DoorsStep {
  const steps = doors.doors.map((door) => ticked(door, standOf(doors, door), atMs));
  return {
    doors: { ...doors, doors: steps.map(({ door }) => door) },
    effects: steps.flatMap(({ effects }) => effects),
  };
}

function doorOf({ doors }: Doors, doorId: string): Door {
  const door = doors.find(({ rule }) => rule.doorId === doorId);
  if (!door) throw new Error(`no rule for door ${doorId}`);
  return door;
}

const replaced = (doors: Doors, door: Door): Doors => ({
  ...doors,
  doors: doors.doors.map((one) => (one.rule.doorId === door.rule.doorId ? door : one)),
});

const changed = (doors: Doors, { door, effects }: DoorStep): DoorsStep => ({ doors: replaced(doors, door), effects });

const still = (door: Door): DoorStep => ({ door, effects: [] });
