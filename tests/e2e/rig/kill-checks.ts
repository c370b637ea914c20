/**
 * What must hold after any number of kills, as pure functions over what was seen from outside: the journal's events, the moves
 * that the relay board wrote down, and when the program lived. Each returns a line for everything that does not hold.
 */
import type { EventEnvelope } from '../../../core/event/event.ts';
import type { KillKind } from './kill-app.ts';

export interface Life {
  readonly spawnedAtMs: number;
  readonly endedAtMs: number;
  readonly end: KillKind | 'quit';
}

/** What is known of one move of the relay; the board may write down more. */
export interface Move {
  readonly atMs: number;
  readonly relay: number;
  readonly on: boolean;
}

/** From an order to the relay's move: the host may have one pulse to end first. */
const ORDER_WITHIN_MS = 2000;
/** Bytes that were on the line when the program died still arrive; a new start needs longer than this to reach the board. */
const ON_THE_LINE_MS = 400;

export const isAct = ({ type, data }: EventEnvelope): boolean =>
  type.startsWith('presence.checked_') && data['mode'] === 'scan';
export const atMsOf = ({ occurredAt }: EventEnvelope): number => Date.parse(occurredAt);
const causeOf = ({ data }: EventEnvelope): string | undefined =>
  typeof data['causeId'] === 'string' ? data['causeId'] : undefined;

/**
 * Every pulse belongs to an act of its own that is on disk, of a program that was alive: nothing moved before it was written
 * down, no act has pulsed twice or after it was answered for, and no start has repeated what an earlier one had begun.
 */
export function pulsesWithoutAct(events: readonly EventEnvelope[], moves: readonly Move[], lives: readonly Life[]) {
  const answeredMs = new Map(events.map((event) => [causeOf(event), atMsOf(event)]));
  const free = events.filter(isAct).map((act) => {
    const untilMs = Math.min(latestPulseMs(atMsOf(act), lives), answeredMs.get(act.id) ?? Infinity);
    return { atMs: atMsOf(act), untilMs };
  });
  const lines: string[] = [];
  for (const { atMs } of moves.filter(({ on }) => on)) {
    // The one whose time runs out first: no other choice leaves more for the pulses to come.
    const fitting = free.filter((act) => act.atMs <= atMs && atMs <= act.untilMs);
    const mine = fitting.sort((a, b) => a.untilMs - b.untilMs)[0];
    if (mine) free.splice(free.indexOf(mine), 1);
    else lines.push(`no act on disk for the pulse at ${clock(atMs)}`);
  }
  return lines;
}

function latestPulseMs(atMs: number, lives: readonly Life[]): number {
  const life = lives.find(({ spawnedAtMs, endedAtMs }) => spawnedAtMs <= atMs && atMs <= endedAtMs);
  return Math.min(atMs + ORDER_WITHIN_MS, (life?.endedAtMs ?? Infinity) + ON_THE_LINE_MS);
}

/** A door that is on record as opened was: its relay was on at some time between the act and the record. */
export function openedWithoutPulse(events: readonly EventEnvelope[], moves: readonly Move[]): string[] {
  const acts = new Map(events.filter(isAct).map((act) => [act.id, act]));
  const held = pulsesOf(moves);
  return events
    .filter(({ type }) => type === 'door.opened')
    .flatMap((opened) => {
      const act = acts.get(causeOf(opened) ?? '');
      if (!act) return [`${opened.seq}: a door opened for no act`];
      const wasOn = held.some(({ onMs, offMs }) => onMs <= atMsOf(opened) && offMs >= atMsOf(act));
      return wasOn ? [] : [`${opened.seq}: the door is on record as opened, and its relay did not move`];
    });
}

/** Nothing is dropped in silence: of every act it is on record, once, what became of the door, or that nobody knows. */
export function actsWithoutOneEffect(events: readonly EventEnvelope[]): string[] {
  const effects = new Map<string, string[]>();
  for (const event of events) {
    const cause = causeOf(event);
    if (cause !== undefined)
      effects.set(cause, [
        ...(effects.get(cause) ?? []),
        typeof event.data['code'] === 'string' ? event.data['code'] : event.type,
      ]);
  }
  return events
    .filter(isAct)
    .filter(({ id }) => effects.get(id)?.length !== 1)
    .map(({ seq, id }) => `act ${seq} has the effects [${effects.get(id)?.join(', ') ?? ''}]`);
}

/** A relay that a kill left on is brought to rest before any door is opened again. */
export function openedBeforeRest(events: readonly EventEnvelope[], moves: readonly Move[], lives: readonly Life[]) {
  const openings = events.filter(({ type }) => type === 'door.opened').map(atMsOf);
  return leftOn(moves, lives).flatMap(({ life, offMs }) => {
    const firstMs = openings.find((atMs) => atMs > life.endedAtMs + ON_THE_LINE_MS);
    return firstMs === undefined || offMs <= firstMs
      ? []
      : [`left on by the kill at ${clock(life.endedAtMs)}, still on when the door opened at ${clock(firstMs)}`];
  });
}

/** Pulses that a kill cut short, and how long after it the relay let go (Infinity: never). */
export function leftOn(moves: readonly Move[], lives: readonly Life[]) {
  return pulsesOf(moves).flatMap(({ onMs, offMs }) => {
    const life = lives.find(({ endedAtMs }) => onMs <= endedAtMs && endedAtMs < offMs);
    return life ? [{ life, offMs, forMs: offMs - life.endedAtMs }] : [];
  });
}

/** Relays that are on when all is over. */
export const stillOn = (moves: readonly Move[]): number[] =>
  [...new Map(moves.map((move) => [move.relay, move])).values()].filter(({ on }) => on).map(({ relay }) => relay);

function pulsesOf(moves: readonly Move[]): { onMs: number; offMs: number }[] {
  return moves.flatMap(({ on, relay, atMs }, index) => {
    if (!on) return [];
    const off = moves.slice(index + 1).find((move) => move.relay === relay && !move.on);
    return [{ onMs: atMs, offMs: off?.atMs ?? Infinity }];
  });
}

const clock = (atMs: number): string => new Date(atMs).toISOString().slice(11, 23);
