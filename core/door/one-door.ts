/** What becomes of one door, whatever its neighbours do. */
import type { Door, DoorEffect, DoorFact, DoorStand, Grant, OpenedBy, Opening } from './door.ts';

export interface DoorStep {
  readonly door: Door;
  readonly effects: readonly DoorEffect[];
}

/**
 * A door that is held open is released again and again for a short time, never once for a long one: if the program dies,
 * or the mode changes, it locks by itself within this time.
 */
const HOLD_PULSE_MS = 6000;
const HOLD_EVERY_MS = 3000;

const SYSTEM = { kind: 'system' } as const;
const record = (doorId: string, fact: DoorFact): DoorEffect => ({ do: 'record', doorId, fact });

/** The contact reads open. */
export function opened(door: Door, stand: DoorStand, atMs: number): DoorStep {
  if (door.contact === 'open') return still(door);
  const { doorId } = door.rule;
  const granted = door.grants.filter(({ untilMs }) => atMs <= untilMs);
  const by = openedBy(door, stand, granted, atMs);
  const causeIds = granted.map(({ causeId }) => causeId);
  const opening: Opening = { by, sinceMs: atMs, heldFromMs: atMs, held: false, causeIds };
  const next: Door = { ...door, contact: 'open', opening, grants: [] };
  if (by !== 'forced') return still(next);
  const fact: DoorFact = { type: 'door.forced', actor: SYSTEM, data: { doorId } };
  return { door: next, effects: [record(doorId, fact), { do: 'alarm', doorId, alarm: 'forced', on: true }] };
}

function openedBy(door: Door, stand: DoorStand, granted: readonly Grant[], atMs: number): OpenedBy {
  if (stand === 'freed') return 'fire';
  if (granted.length > 0) return 'grant';
  if (stand === 'held_open') return 'held_open';
  if (door.rex || atMs <= door.exitUntilMs) return 'exit_request';
  // A door that stood open when its contact was first read may have been opened by anybody.
  return door.contact === 'unknown' ? 'unknown' : 'forced';
}

/** The contact reads shut. */
export function shut(door: Door, atMs: number): DoorStep {
  const { opening, rule } = door;
  const next: Door = { ...door, contact: 'shut', opening: undefined };
  if (!opening) return still(next);
  const openMs = Math.max(0, Math.round(atMs - opening.sinceMs));
  const causeId = opening.causeIds.at(-1);
  const data = { doorId: rule.doorId, openedBy: opening.by, openMs, ...(causeId === undefined ? {} : { causeId }) };
  const effects: DoorEffect[] = [record(rule.doorId, { type: 'door.closed', actor: SYSTEM, data }), ...quiet(door)];
  if (openMs < rule.passageMs) effects.push(...notices(rule.doorId, 'nobody_passed', opening.causeIds));
  return { door: next, effects };
}

/** The board is down: an alarm about an open door can't be kept up, and what was granted can't be seen to be used. */
export const lost = (door: Door): DoorStep => ({
  door: { ...door, contact: 'unknown', opening: undefined, grants: [], rex: false },
  effects: quiet(door),
});

/** Ends the alarms that the open door gave. */
function quiet({ rule: { doorId }, opening }: Door): readonly DoorEffect[] {
  const forced: DoorEffect[] = opening?.by === 'forced' ? [{ do: 'alarm', doorId, alarm: 'forced', on: false }] : [];
  return opening?.held ? [...forced, { do: 'alarm', doorId, alarm: 'held', on: false }] : forced;
}

/** Somebody is let through. Through an open door they pass at once, and its time for being held begins anew. */
export function granted(door: Door, causeId: string, pulseMs: number, atMs: number): Door {
  const { opening, rule } = door;
  if (opening) {
    return { ...door, opening: { ...opening, heldFromMs: atMs, causeIds: [...opening.causeIds, causeId] } };
  }
  if (!rule.hasContact) return door;
  return { ...door, grants: [...door.grants, { causeId, untilMs: atMs + pulseMs + rule.graceMs }] };
}

/** Time has passed. */
export function ticked(door: Door, stand: DoorStand, atMs: number): DoorStep {
  const over = door.grants.filter(({ untilMs }) => untilMs < atMs);
  const kept: Door = { ...door, grants: door.grants.filter(({ untilMs }) => untilMs >= atMs) };
  const causeIds = door.contact === 'shut' ? over.map(({ causeId }) => causeId) : [];
  const held = heldTooLong(kept, stand, atMs);
  const hold = heldOpen(held.door, stand, atMs);
  return {
    door: hold.door,
    effects: [...notices(door.rule.doorId, 'not_opened', causeIds), ...held.effects, ...hold.effects],
  };
}

function heldTooLong(door: Door, stand: DoorStand, atMs: number): DoorStep {
  if (door.opening?.held && isHeldOpen(stand)) {
    // Only that it stands open is in order now: a door that was forced stays one until it is shut.
    const effects: DoorEffect[] = [{ do: 'alarm', doorId: door.rule.doorId, alarm: 'held', on: false }];
    return { door: { ...door, opening: { ...door.opening, held: false } }, effects };
  }
  const dueMs = heldDueMs(door, stand);
  if (dueMs === undefined || !door.opening || atMs < dueMs) return still(door);
  const { doorId } = door.rule;
  const causeId = door.opening.causeIds.at(-1);
  const openMs = Math.round(atMs - door.opening.sinceMs);
  const data = { doorId, openMs, ...(causeId === undefined ? {} : { causeId }) };
  return {
    door: { ...door, opening: { ...door.opening, held: true } },
    effects: [
      record(doorId, { type: 'door.held', actor: SYSTEM, data }),
      { do: 'alarm', doorId, alarm: 'held', on: true },
    ],
  };
}

const isHeldOpen = (stand: DoorStand): stand is 'held_open' | 'freed' => stand === 'held_open' || stand === 'freed';

/** When the door will have been open for too long; undefined where it may stay open. */
const heldDueMs = ({ opening, rule }: Door, stand: DoorStand): number | undefined =>
  opening && !opening.held && !isHeldOpen(stand) ? opening.heldFromMs + rule.heldAfterMs : undefined;

function heldOpen(door: Door, stand: DoorStand, atMs: number): DoorStep {
  if (!isHeldOpen(stand)) return still(door.holdDueAtMs === undefined ? door : { ...door, holdDueAtMs: undefined });
  if (door.holdDueAtMs !== undefined && atMs < door.holdDueAtMs) return still(door);
  const because = stand === 'freed' ? 'fire' : 'held_open';
  return {
    door: { ...door, holdDueAtMs: atMs + HOLD_EVERY_MS },
    effects: [{ do: 'pulse', doorId: door.rule.doorId, pulseMs: HOLD_PULSE_MS, because }],
  };
}

/** When this door next wants a tick. */
export function dueMs(door: Door, stand: DoorStand): number {
  // A grant ends after its last moment, not in it.
  const grants = door.grants.map(({ untilMs }) => untilMs + 1);
  return Math.min(...grants, heldDueMs(door, stand) ?? Infinity, door.holdDueAtMs ?? Infinity);
}

const notices = (
  doorId: string,
  what: 'not_opened' | 'nobody_passed',
  causeIds: readonly string[],
): readonly DoorEffect[] => causeIds.map((causeId) => ({ do: 'notice', doorId, what, causeId }));

const still = (door: Door): DoorStep => ({ door, effects: [] });
