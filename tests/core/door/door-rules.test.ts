/** Stories of doors on virtual time: what happens in each line, and what comes of it. */
import { describe, expect, test } from 'vitest';
import {
  DOOR_DEFAULTS,
  newDoors,
  standOf,
  type DoorEffect,
  type DoorHappening,
  type DoorRule,
} from '../../../core/door/door.ts';
import { doorsStep, nextDueMs, whyBlocked } from '../../../core/door/door-rules.ts';
import { EVENT_DATA } from '../../../core/event/event.ts';

type Untimed<H> = H extends unknown ? Omit<H, 'atMs'> : never;
type Happening = Untimed<DoorHappening>;

const contact = (active: boolean, doorId = 'd1'): Happening => ({ type: 'input', doorId, which: 'contact', active });
const rex = (active: boolean): Happening => ({ type: 'input', doorId: 'd1', which: 'rex', active });
const fire = (active: boolean): Happening => ({ type: 'input', doorId: 'd1', which: 'fire', active });
const release = (causeId: string, direction: 'in' | 'out' = 'in', doorId = 'd1'): Happening => ({
  type: 'release',
  doorId,
  causeId,
  direction,
  pulseMs: 3000,
});
const mode = (to: 'normal' | 'held_open' | 'locked_down', doorId = 'd1'): Happening => ({
  type: 'mode',
  doorId,
  mode: to,
  userId: 'u1',
  why: 'delivery',
});
const lost: Happening = { type: 'lost', doorId: 'd1' };

const OPEN = contact(true);
const SHUT = contact(false);

/** An effect in short. Every fact must fit the journal. */
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
      const data = EVENT_DATA[fact.type].parse(fact.data) as Record<string, unknown>;
      const { doorId: _, ...rest } = data;
      const who = fact.actor.kind === 'user' ? [fact.actor.userId] : [];
      return [at + fact.type, ...Object.values(rest), ...who].join(' ');
    }
  }
}

/** Plays a story: [second, what happens]. Ticks come when they are asked for; what came of it is told with its second. */
function played(rules: readonly Partial<DoorRule>[], story: readonly (readonly [number, Happening])[], untilS = 120) {
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
  for (const [second, happening] of story) {
    tickUntil(second * 1000);
    take({ ...happening, atMs: second * 1000 });
  }
  tickUntil(untilS * 1000);
  return { told, doors };
}

type Story = readonly (readonly [number, Happening])[];

describe('a door', () => {
  test.for<[string, Partial<DoorRule>, Story, string[]]>([
    ['that is shut at the start is quiet', {}, [[0, SHUT]], []],
    [
      'is opened after a grant, and shut',
      {},
      [
        [0, SHUT],
        [1, release('a1')],
        [2, OPEN],
        [5, SHUT],
      ],
      ['1 pulse 3000 a1', '5 door.closed a1 grant 3000'],
    ],
    [
      'may be opened a little after the lock has fallen in',
      {},
      [
        [0, SHUT],
        [1, release('a1')],
        [6, OPEN],
        [7, SHUT],
      ],
      ['1 pulse 3000 a1', '7 door.closed a1 grant 1000'],
    ],
    [
      'that is opened later than that is forced',
      {},
      [
        [0, SHUT],
        [1, release('a1')],
        [6.5, OPEN],
        [7.5, SHUT],
      ],
      [
        '1 pulse 3000 a1',
        '6.001 not_opened a1',
        '6.5 door.forced',
        '6.5 forced on',
        '7.5 door.closed forced 1000',
        '7.5 forced off',
      ],
    ],
    [
      'that is not opened says whose act that was',
      {},
      [
        [0, SHUT],
        [1, release('a1')],
      ],
      ['1 pulse 3000 a1', '6.001 not_opened a1'],
    ],
    [
      'whose pulse failed was not granted at all',
      {},
      [
        [0, SHUT],
        [1, release('a1')],
        [1.5, { type: 'pulsed', doorId: 'd1', causeId: 'a1', ok: false }],
      ],
      ['1 pulse 3000 a1'],
    ],
    [
      'that two people go through is opened for both',
      {},
      [
        [0, SHUT],
        [1, release('a1')],
        [1.5, release('a2')],
        [2, OPEN],
        [3, release('a3')],
        [4, SHUT],
      ],
      ['1 pulse 3000 a1', '1.5 pulse 3000 a2', '3 pulse 3000 a3', '4 door.closed a3 grant 2000'],
    ],
    [
      'opened by nobody is forced',
      {},
      [
        [0, SHUT],
        [1, OPEN],
      ],
      ['1 door.forced', '1 forced on', '31 door.held 30000', '31 held on'],
    ],
    [
      'that is found open at the start is not forced',
      {},
      [
        [0, OPEN],
        [4, SHUT],
      ],
      ['4 door.closed unknown 4000'],
    ],
    [
      'open for too long is held, once, until it is shut',
      {},
      [
        [0, SHUT],
        [1, release('a1')],
        [2, OPEN],
        [60, SHUT],
      ],
      ['1 pulse 3000 a1', '32 door.held a1 30000', '32 held on', '60 door.closed a1 grant 58000', '60 held off'],
    ],
    [
      'that somebody else goes through has its time anew',
      {},
      [
        [0, SHUT],
        [1, release('a1')],
        [2, OPEN],
        [20, release('a2')],
        [49, SHUT],
      ],
      ['1 pulse 3000 a1', '20 pulse 3000 a2', '49 door.closed a2 grant 47000'],
    ],
    [
      'without a contact is released and nothing more is known',
      { hasContact: false },
      [[1, release('a1')]],
      ['1 pulse 3000 a1'],
    ],
    [
      'open for too short a time was passed by nobody, where that is a rule',
      { passageMs: 800 },
      [
        [0, SHUT],
        [1, release('a1')],
        [2, OPEN],
        [2.5, SHUT],
      ],
      ['1 pulse 3000 a1', '2.5 door.closed a1 grant 500', '2.5 nobody_passed a1'],
    ],
    [
      'whose board is lost ends its alarms and says nothing of grants',
      {},
      [
        [0, SHUT],
        [1, OPEN],
        [2, lost],
        [3, release('a1')],
      ],
      ['1 door.forced', '1 forced on', '2 forced off', '3 pulse 3000 a1'],
    ],
  ])('%s', ([, rule, story, expected]) => {
    expect(played([rule], story).told).toEqual(expected);
  });
});

describe('a request to exit', () => {
  const EXITS = { exitRequest: { releases: true, ms: 4000 } };
  test.for<[string, Partial<DoorRule>, Story, string[]]>([
    [
      'makes an opening no forced one',
      {},
      [
        [0, SHUT],
        [1, rex(true)],
        [2, OPEN],
        [3, SHUT],
      ],
      ['3 door.closed exit_request 1000'],
    ],
    [
      'counts while it lasts',
      {},
      [
        [0, SHUT],
        [1, rex(true)],
        [20, OPEN],
        [21, SHUT],
      ],
      ['21 door.closed exit_request 1000'],
    ],
    [
      'that is not made counts for nothing',
      {},
      [
        [0, SHUT],
        [0, rex(false)],
        [1, OPEN],
        [2, SHUT],
      ],
      ['1 door.forced', '1 forced on', '2 door.closed forced 1000', '2 forced off'],
    ],
    [
      'counts no longer than its time after it',
      {},
      [
        [0, SHUT],
        [1, rex(true)],
        [2, rex(false)],
        [8, OPEN],
        [9, SHUT],
      ],
      ['8 door.forced', '8 forced on', '9 door.closed forced 1000', '9 forced off'],
    ],
    [
      'releases the lock where that is wanted, also in a lock-down',
      EXITS,
      [
        [0, SHUT],
        [1, mode('locked_down')],
        [2, rex(true)],
        [3, OPEN],
        [4, SHUT],
      ],
      [
        '1 door.mode_changed normal locked_down delivery u1',
        '2 pulse 4000 exit_request',
        '4 door.closed exit_request 1000',
      ],
    ],
  ])('%s', ([, rule, story, expected]) => {
    expect(played([rule], story).told).toEqual(expected);
  });
});

describe('a mode', () => {
  test('held open releases the lock again and again, and lets it stand open', () => {
    const { told } = played(
      [{}],
      [
        [0, SHUT],
        [1, mode('held_open')],
        [2, OPEN],
        [60, mode('normal')],
        [70, SHUT],
      ],
      80,
    );
    expect(told.slice(0, 3)).toEqual([
      '1 door.mode_changed normal held_open delivery u1',
      '1 pulse 6000 held_open',
      '4 pulse 6000 held_open',
    ]);
    expect(told.filter((what) => what.includes('pulse'))).toHaveLength(20);
    expect(told.slice(-2)).toEqual([
      '60 door.mode_changed held_open normal delivery u1',
      '70 door.closed held_open 68000',
    ]);
  });

  test('ended while the door is open gives it its time to be shut', () => {
    const { told } = played(
      [{}],
      [
        [0, SHUT],
        [1, mode('held_open')],
        [2, OPEN],
        [60, mode('normal')],
      ],
    );
    expect(told.slice(-2)).toEqual(['90 door.held 88000', '90 held on']);
  });

  test('held open ends the alarm of a door that was held too long', () => {
    const { told } = played(
      [{}],
      [
        [0, SHUT],
        [1, OPEN],
        [40, mode('held_open')],
      ],
      40,
    );
    expect(told).toContain('40 held off');
  });

  test('locked down refuses who comes in and lets out who goes', () => {
    const { told, doors } = played(
      [{}],
      [
        [0, SHUT],
        [1, mode('locked_down')],
        [2, release('a1')],
        [3, release('a2', 'out')],
      ],
      3,
    );
    expect(told.slice(1)).toEqual(['2 refuse a1 locked_down', '3 pulse 3000 a2']);
    expect(whyBlocked(doors, 'd1', 'in', 3000)).toBe('locked_down');
    expect(whyBlocked(doors, 'd1', 'out', 3000)).toBeUndefined();
  });

  test('set to what it is changes nothing', () => {
    expect(played([{}], [[1, mode('normal')]]).told).toEqual([]);
  });
});

describe('an airlock', () => {
  const LOCK = [
    { doorId: 'd1', interlockedWith: ['d2'] },
    { doorId: 'd2', interlockedWith: ['d1'] },
  ];
  const BOTH_SHUT: Story = [
    [0, SHUT],
    [0, contact(false, 'd2')],
  ];
  test.for<[string, Story, string[]]>([
    [
      'keeps one door shut while the other is open',
      [
        [1, release('a1')],
        [2, OPEN],
        [3, release('a2', 'in', 'd2')],
      ],
      ['1 pulse 3000 a1', '3 d2 refuse a2 interlock'],
    ],
    [
      'keeps it shut while the other may yet be opened',
      [
        [1, release('a1')],
        [2, release('a2', 'in', 'd2')],
      ],
      ['1 pulse 3000 a1', '2 d2 refuse a2 interlock'],
    ],
    [
      'opens it once the other is shut again',
      [
        [1, release('a1')],
        [2, OPEN],
        [3, SHUT],
        [4, release('a2', 'in', 'd2')],
      ],
      ['1 pulse 3000 a1', '3 door.closed a1 grant 1000', '4 d2 pulse 3000 a2'],
    ],
    [
      'keeps it shut while the other is held open',
      [
        [1, mode('held_open')],
        [2, release('a2', 'in', 'd2')],
      ],
      ['1 door.mode_changed normal held_open delivery u1', '1 pulse 6000 held_open', '2 d2 refuse a2 interlock'],
    ],
    [
      'holds for those who leave as well',
      [
        [1, release('a1')],
        [2, OPEN],
        [3, release('a2', 'out', 'd2')],
      ],
      ['1 pulse 3000 a1', '3 d2 refuse a2 interlock'],
    ],
  ])('%s', ([, story, expected]) => {
    expect(played(LOCK, [...BOTH_SHUT, ...story], 3.9).told).toEqual(expected);
  });
});

describe('fire', () => {
  const TWO = [
    { doorId: 'd1', interlockedWith: ['d2'] },
    { doorId: 'd2', interlockedWith: ['d1'] },
    { doorId: 'store', freedByFire: false },
  ];
  test('at one door frees all that fire frees, whatever their mode, and says so', () => {
    const { told } = played(
      TWO,
      [
        [0, mode('locked_down', 'd2')],
        [1, fire(true)],
      ],
      1,
    );
    expect(told.slice(1)).toEqual([
      '1 fire on',
      '1 door.mode_changed normal freed fire input of d1',
      '1 d2 door.mode_changed locked_down freed fire input of d1',
      '1 pulse 6000 fire',
      '1 d2 pulse 6000 fire',
    ]);
  });

  test('lets everybody out and nobody in', () => {
    const { doors } = played(
      TWO,
      [
        [0, SHUT],
        [1, fire(true)],
        [2, OPEN],
      ],
      2,
    );
    expect(whyBlocked(doors, 'd2', 'out', 2000)).toBeUndefined();
    expect(whyBlocked(doors, 'd2', 'in', 2000)).toBe('fire');
    expect(whyBlocked(doors, 'store', 'out', 2000)).toBeUndefined();
  });

  test('is over when its input says so: each door is in its mode again', () => {
    const { told, doors } = played(
      TWO,
      [
        [0, mode('locked_down', 'd2')],
        [1, fire(true)],
        [2, fire(false)],
      ],
      60,
    );
    expect(told.slice(-3)).toEqual([
      '2 fire off',
      '2 door.mode_changed freed normal no fire any more at d1',
      '2 d2 door.mode_changed freed locked_down no fire any more at d1',
    ]);
    expect(doors.doors.map((door) => standOf(doors, door))).toEqual(['normal', 'locked_down', 'normal']);
  });

  test('is not over because its board is lost', () => {
    const { doors } = played(
      TWO,
      [
        [1, fire(true)],
        [2, lost],
      ],
      60,
    );
    expect(standOf(doors, doors.doors[0]!)).toBe('freed');
  });

  test('keeps releasing the lock for as long as it burns', () => {
    const { told } = played(
      [{}],
      [
        [0, fire(true)],
        [30, fire(false)],
      ],
      60,
    );
    expect(told.filter((what) => what.endsWith('pulse 6000 fire'))).toHaveLength(11);
  });

  test('a door that opens meanwhile is neither forced nor held', () => {
    const { told } = played(
      [{}],
      [
        [0, SHUT],
        [1, fire(true)],
        [2, OPEN],
        [100, SHUT],
      ],
      100,
    );
    expect(told.filter((what) => !what.includes('pulse')).slice(2)).toEqual(['100 door.closed fire 98000']);
  });
});

test('a door that nobody has given rules for is a bug', () => {
  expect(() => played([{}], [[0, contact(true, 'd9')]])).toThrow('d9');
});
