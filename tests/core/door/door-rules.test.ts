/** Stories of doors on virtual time: what happens, and what comes of it. How they are written: story.ts. */
import { describe, expect, test } from 'vitest';
import { standOf, type DoorRule } from '../../../core/door/door.ts';
import { whyBlocked } from '../../../core/door/door-rules.ts';
import { played } from './story.ts';

type Case = [name: string, rule: Partial<DoorRule>, story: string, told: string];

/** What is told, line by line, written as one sentence. */
const said = (story: ReturnType<typeof played>): string => story.told.join(', ');

const ONE_DOOR: Case[] = [
  ['that is shut at the start is quiet', {}, '0 shut', ''],
  [
    'is opened after a grant, and shut',
    {},
    '0 shut, 1 in a1, 2 open, 5 shut',
    '1 pulse 3000 a1, 5 door.closed a1 grant 3000',
  ],
  [
    'may be opened a little after the lock has fallen in',
    {},
    '0 shut, 1 in a1, 6 open, 7 shut',
    '1 pulse 3000 a1, 7 door.closed a1 grant 1000',
  ],
  [
    'that is opened later than that is forced',
    {},
    '0 shut, 1 in a1, 6.5 open, 7.5 shut',
    '1 pulse 3000 a1, 6.001 not_opened a1, 6.5 door.forced, 6.5 forced on, 7.5 door.closed forced 1000, 7.5 forced off',
  ],
  ['that is not opened says whose act that was', {}, '0 shut, 1 in a1', '1 pulse 3000 a1, 6.001 not_opened a1'],
  ['whose pulse failed was not granted at all', {}, '0 shut, 1 in a1, 1.5 failed a1', '1 pulse 3000 a1'],
  [
    'that people go through one after the other is opened for them all',
    {},
    '0 shut, 1 in a1, 1.5 in a2, 2 open, 3 in a3, 4 shut',
    '1 pulse 3000 a1, 1.5 pulse 3000 a2, 3 pulse 3000 a3, 4 door.closed a3 grant 2000',
  ],
  [
    'opened by nobody is forced, and held too',
    {},
    '0 shut, 1 open',
    '1 door.forced, 1 forced on, 31 door.held 30000, 31 held on',
  ],
  ['that is found open at the start is not forced', {}, '0 open, 4 shut', '4 door.closed unknown 4000'],
  [
    'open for too long is held, once, until it is shut',
    {},
    '0 shut, 1 in a1, 2 open, 60 shut',
    '1 pulse 3000 a1, 32 door.held a1 30000, 32 held on, 60 door.closed a1 grant 58000, 60 held off',
  ],
  [
    'that somebody else goes through has its time anew',
    {},
    '0 shut, 1 in a1, 2 open, 20 in a2, 49 shut',
    '1 pulse 3000 a1, 20 pulse 3000 a2, 49 door.closed a2 grant 47000',
  ],
  ['without a contact is released, and no more is known', { hasContact: false }, '1 in a1', '1 pulse 3000 a1'],
  [
    'open for too short a time was passed by nobody, where that is a rule',
    { passageMs: 800 },
    '0 shut, 1 in a1, 2 open, 2.5 shut',
    '1 pulse 3000 a1, 2.5 door.closed a1 grant 500, 2.5 nobody_passed a1',
  ],
  [
    'whose board is lost ends its alarms and says nothing of grants',
    {},
    '0 shut, 1 open, 2 lost, 3 in a1',
    '1 door.forced, 1 forced on, 2 forced off, 3 pulse 3000 a1',
  ],
];

const REQUESTS_TO_EXIT: Case[] = [
  ['makes an opening no forced one', {}, '0 shut, 1 rex, 2 open, 3 shut', '3 door.closed exit_request 1000'],
  ['counts while it lasts', {}, '0 shut, 1 rex, 20 open, 21 shut', '21 door.closed exit_request 1000'],
  [
    'counts no longer than its time after it',
    {},
    '0 shut, 1 rex, 2 no_rex, 8 open, 9 shut',
    '8 door.forced, 8 forced on, 9 door.closed forced 1000, 9 forced off',
  ],
  [
    'that is not made counts for nothing',
    {},
    '0 shut, 0 no_rex, 1 open, 2 shut',
    '1 door.forced, 1 forced on, 2 door.closed forced 1000, 2 forced off',
  ],
  [
    'releases the lock where that is wanted, also in a lock-down',
    { exitRequest: { releases: true, ms: 4000 } },
    '0 shut, 1 locked_down, 2 rex, 3 open, 4 shut',
    '1 door.mode_changed normal locked_down delivery u1, 2 pulse 4000 exit_request, 4 door.closed exit_request 1000',
  ],
];

describe.for([
  ['a door', ONE_DOOR],
  ['a request to exit', REQUESTS_TO_EXIT],
] as const)('%s', ([, cases]) => {
  test.for(cases)('%s', ([, rule, story, told]) => {
    expect(said(played([rule], story))).toBe(told);
  });
});

describe('a mode', () => {
  test('held open releases the lock again and again, and lets it stand open', () => {
    const { told } = played([{}], '0 shut, 1 held_open, 2 open, 60 normal, 70 shut', 80);
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
    const { told } = played([{}], '0 shut, 1 held_open, 2 open, 60 normal');
    expect(told.slice(-2)).toEqual(['90 door.held 88000', '90 held on']);
  });

  test('held open ends the alarm of a door that was held too long', () => {
    expect(played([{}], '0 shut, 1 open, 40 held_open', 40).told).toContain('40 held off');
  });

  test('locked down refuses who comes in and lets out who goes', () => {
    const { told, doors } = played([{}], '0 shut, 1 locked_down, 2 in a1, 3 out a2', 3);
    expect(told.slice(1)).toEqual(['2 refuse a1 locked_down', '3 pulse 3000 a2']);
    expect(whyBlocked(doors, 'd1', 'in', 3000)).toBe('locked_down');
    expect(whyBlocked(doors, 'd1', 'out', 3000)).toBeUndefined();
  });

  test('set to what it is changes nothing', () => {
    expect(played([{}], '1 normal').told).toEqual([]);
  });
});

describe('an airlock', () => {
  const LOCK = [
    { doorId: 'd1', interlockedWith: ['d2'] },
    { doorId: 'd2', interlockedWith: ['d1'] },
  ];
  test.for([
    [
      'keeps one door shut while the other is open',
      '1 in a1, 2 open, 3 d2 in a2',
      '1 pulse 3000 a1, 3 d2 refuse a2 interlock',
    ],
    [
      'keeps it shut while the other may yet be opened',
      '1 in a1, 2 d2 in a2',
      '1 pulse 3000 a1, 2 d2 refuse a2 interlock',
    ],
    [
      'opens it once the other is shut again',
      '1 in a1, 2 open, 3 shut, 4 d2 in a2',
      '1 pulse 3000 a1, 3 door.closed a1 grant 1000, 4 d2 pulse 3000 a2',
    ],
    [
      'keeps it shut while the other is held open',
      '1 held_open, 2 d2 in a2',
      '1 door.mode_changed normal held_open delivery u1, 1 pulse 6000 held_open, 2 d2 refuse a2 interlock',
    ],
    ['holds for those who leave as well', '1 in a1, 2 open, 3 d2 out a2', '1 pulse 3000 a1, 3 d2 refuse a2 interlock'],
  ] as const)('%s', ([, story, told]) => {
    expect(said(played(LOCK, `0 shut, 0 d2 shut, ${story}`, 3.9))).toBe(told);
  });
});

describe('fire', () => {
  const THREE = [
    { doorId: 'd1', interlockedWith: ['d2'] },
    { doorId: 'd2', interlockedWith: ['d1'] },
    { doorId: 'store', freedByFire: false },
  ];
  test('at one door frees all that fire frees, whatever their mode, and says so', () => {
    const { told } = played(THREE, '0 d2 locked_down, 1 fire', 1);
    expect(told.slice(1)).toEqual([
      '1 fire on',
      '1 door.mode_changed normal freed fire input of d1',
      '1 d2 door.mode_changed locked_down freed fire input of d1',
      '1 pulse 6000 fire',
      '1 d2 pulse 6000 fire',
    ]);
  });

  test('lets everybody out and nobody in', () => {
    const { doors } = played(THREE, '0 shut, 1 fire, 2 open', 2);
    expect(whyBlocked(doors, 'd2', 'out', 2000)).toBeUndefined();
    expect(whyBlocked(doors, 'd2', 'in', 2000)).toBe('fire');
    expect(whyBlocked(doors, 'store', 'out', 2000)).toBeUndefined();
  });

  test('is over when its input says so: each door is in its mode again', () => {
    const { told, doors } = played(THREE, '0 d2 locked_down, 1 fire, 2 no_fire', 60);
    expect(told.slice(-3)).toEqual([
      '2 fire off',
      '2 door.mode_changed freed normal no fire any more at d1',
      '2 d2 door.mode_changed freed locked_down no fire any more at d1',
    ]);
    expect(doors.doors.map((door) => standOf(doors, door))).toEqual(['normal', 'locked_down', 'normal']);
  });

  test('is not over because its board is lost', () => {
    const { doors } = played(THREE, '1 fire, 2 lost', 60);
    expect(standOf(doors, doors.doors[0]!)).toBe('freed');
  });

  test('keeps releasing the lock for as long as it burns', () => {
    const { told } = played([{}], '0 fire, 30 no_fire', 60);
    expect(told.filter((what) => what.endsWith('pulse 6000 fire'))).toHaveLength(11);
  });

  test('a door that opens meanwhile is neither forced nor held', () => {
    const { told } = played([{}], '0 shut, 1 fire, 2 open, 100 shut', 100);
    expect(told.filter((what) => !what.includes('pulse')).slice(2)).toEqual(['100 door.closed fire 98000']);
  });
});

test('a door that nobody has given rules for is a bug', () => {
  expect(() => played([{}], '0 d9 open')).toThrow('d9');
});
