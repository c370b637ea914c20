import {
  DOOR_DEFAULTS,
  newDoors,
  type DoorEffect,
  type DoorHappening,
  type DoorRule,
} from '../../../core/door/door.ts';
import { doorsStep, nextDueMs } from '../../../core/door/door-rules.ts';
import { EVENT_DATA } from '../../../core/event/event.ts';

type Untimed<H> = H extends unknown ? Omit<H, 'atMs' | 'doorId'> : never;

/** The words of a story. `in` and `out` let somebody through, `failed` says that their pulse did; each names the act. */
const WORDS: Readonly<Record<string, (act: string) => Untimed<DoorHappening>>> = {
  open: () => ({ type: 'input', which: 'contact', active: true }),
  shut: () => ({ type: 'input', which: 'contact', active: false }),
  rex: () => ({ type: 'input', which: 'rex', active: true }),
  no_rex: () => ({ type: 'input', which: 'rex', active: false }),
  fire: () => ({ type: 'input', which: 'fire', active: true }),
  no_fire: () => ({ type: 'input', which: 'fire', active: false }),
  lost: () => ({ type: 'lost' }),
  in: (causeId) => ({ type: 'release', causeId, direction: 'in', pulseMs: 3000 }),
  out: (causeId) => ({ type: 'release', causeId, direction: 'out', pulseMs: 3000 }),
  failed: (causeId) => ({ type: 'pulsed', causeId, ok: false }),
  normal: () => ({ type: 'mode', mode: 'normal', userId: 'u1', why: 'delivery' }),
  held_open: () => ({ type: 'mode', mode: 'held_open', userId: 'u1', why: 'delivery' }),
  locked_down: () => ({ type: 'mode', mode: 'locked_down', userId: 'u1', why: 'delivery' }),
};

/** "2 open" or "2 d2 in a1": the second, the door if it is not d1, what happens, and the act. */
function happeningOf(line: string): DoorHappening {
  const [second, ...rest] = line.trim().split(' ');
  const doorId = rest[0] !== undefined && !(rest[0] in WORDS) ? rest.shift()! : 'd1';
  const [word, act = ''] = rest;
  return { ...WORDS[word!]!(act), doorId, atMs: Number(second) * 1000 };
}

/**
 * Plays a story, its happenings set apart by commas, up to a second. Ticks come when they are asked for. What came of it is
 * told as "2 door.forced": the second, the door if it is not d1, what is done or recorded, and its data.
 */
export function played(rules: readonly Partial<DoorRule>[], story: string, untilS = 120) {
  let doors = newDoors(rules.map((rule) => ({ doorId: 'd1', ...DOOR_DEFAULTS, hasContact: true, ...rule })));
  const told: string[] = [];
  const take = (input: Parameters<typeof doorsStep>[1]) => {
    const step = doorsStep(doors, input);
    doors = step.doors;
    told.push(...step.effects.map((effect) => `${input.atMs / 1000} ${inShort(effect)}`));
  };
  const tickUntil = (atMs: number) => {
    for (let due = nextDueMs(doors); due !== undefined && due <= atMs; due = nextDueMs(doors)) {
      take({ type: 'tick', atMs: due });
    }
  };
  for (const happening of story.split(',').map(happeningOf)) {
    tickUntil(happening.atMs);
    take(happening);
  }
  tickUntil(untilS * 1000);
  return { told, doors };
}

/** An effect in short. A fact that does not fit the journal is a bug. */
function inShort(effect: DoorEffect): string {
  const at = effect.doorId === 'd1' ? '' : `${effect.doorId} `;
  switch (effect.do) {
    case 'pulse':
      return `${at}pulse ${effect.pulseMs} ${effect.causeId ?? effect.because}`;
    case 'refuse':
      return `${at}refuse ${effect.causeId} ${effect.why}`;
    case 'alarm':
      return `${at}${effect.alarm} ${effect.on ? 'on' : 'off'}`;
    case 'notice':
      return `${at}${effect.what} ${effect.causeId}`;
    case 'record': {
      const { fact } = effect;
      const { doorId: _, ...rest } = EVENT_DATA[fact.type].parse(fact.data) as Record<string, unknown>;
      const who = fact.actor.kind === 'user' ? [fact.actor.userId] : [];
      return [at + fact.type, ...Object.values(rest), ...who].join(' ');
    }
  }
}
