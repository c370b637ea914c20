/** Made-up answers to what staff do about a person: w-0 is outside with a grant, w-1 inside, w-24 was refused and can be let in, w-15 has two ways in, w-30 has no work here. */
import type { actCalls, ActAnswer, HoldView, PersonActs } from '../../../preload/act-views.ts';
import type { Ask } from '../../../preload/contract.ts';
import { PHOTO } from './fixture-person.ts';

type Answers = { readonly [N in keyof typeof actCalls]: (ask: Ask<'desk', N>) => unknown };

const MIN = 60_000;

export function actAnswers(nowMs: () => number, changed: () => void, held: readonly HoldView[] = []): Answers {
  const onBreak = new Map<string, number>();
  const outside = new Set<string>();
  let holds = [...held];
  const done = (workerId: string, what: NonNullable<ActAnswer['undo']>['what']): ActAnswer => {
    changed();
    return { result: 'done', undo: { eventId: 'e-act', workerId, what, untilMs: nowMs() + 105_000 } };
  };
  const leave = (holdId: string): void => {
    holds = holds.filter(({ id }) => id !== holdId);
    changed();
  };
  return {
    grantAccess: ({ workerId }) => done(workerId, 'checked_in'),
    checkOut({ workerId }) {
      outside.add(workerId);
      return done(workerId, 'checked_out');
    },
    setBreak({ workerId, onBreak: starts }) {
      if (starts) onBreak.set(workerId, nowMs());
      else onBreak.delete(workerId);
      return done(workerId, starts ? 'break_started' : 'break_ended');
    },
    getPersonActs: ({ workerId }) => (outside.has(workerId) ? GRANTABLE : actsOf(workerId, onBreak, nowMs())),
    getProspect: () => ({
      reasons: [
        { code: 'induction_ended', facts: { clientName: 'Meridian Foods', endsAtMs: nowMs() - 3 * 24 * 60 * MIN } },
        { code: 'too_early', facts: { startsAtMs: nowMs() + 180 * MIN, workOrderNumber: 'WO-4181' } },
      ],
      untilMs: nowMs() + 120 * MIN,
    }),
    overrideRefusal: ({ workerId }) => done(workerId, 'checked_in'),
    undoAct({ workerId }) {
      outside.delete(workerId);
      changed();
      return { result: 'done' };
    },
    getHolds: () => holds,
    confirmHold({ holdId }) {
      const workerId = holds.find(({ id }) => id === holdId)?.workerId ?? '';
      leave(holdId);
      return done(workerId, 'checked_in');
    },
    declineHold: ({ holdId }) => leave(holdId),
  };
}

const GRANTABLE: PersonActs = { next: 'grant', acts: [{ act: 'grant', allowed: true }] };

const WAYS: PersonActs['ways'] = [
  { laneId: 'lane-3', name: 'Vehicle gate', allowed: true },
  { laneId: 'lane-1', name: 'Turnstile', allowed: false, why: 'locked_down' },
];

function actsOf(workerId: string, onBreak: ReadonlyMap<string, number>, nowMs: number): PersonActs {
  const breakSinceMs = onBreak.get(workerId);
  if (workerId === 'w-24') {
    return {
      next: 'override',
      acts: [
        { act: 'grant', allowed: false, why: 'induction_ended' },
        { act: 'override', allowed: true },
      ],
      refusal: { refusalId: 'e-410', code: 'induction_ended', atMs: nowMs - 6 * MIN },
    };
  }
  if (Number(workerId.slice(2)) < 12 && workerId !== 'w-0') {
    const pause = breakSinceMs === undefined ? 'start_break' : 'end_break';
    return {
      next: 'check_out',
      acts: [
        { act: 'check_out', allowed: true },
        { act: pause, allowed: true },
      ],
      ...(breakSinceMs === undefined ? {} : { breakSinceMs }),
    };
  }
  if (workerId === 'w-30') {
    const acts = [
      { act: 'grant', allowed: false, why: 'wrong_place' },
      { act: 'pass', allowed: true },
    ] as const;
    return { next: 'scan', acts: [...acts] };
  }
  if (workerId === 'w-15') return { ...GRANTABLE, ways: WAYS };
  return workerId === 'w-0'
    ? GRANTABLE
    : { next: 'scan', acts: [{ act: 'grant', allowed: false, why: 'scan_needed' }] };
}

/** A person who waits for a look at photo and answer, and one who has left and is still asked something. */
export const HELD = (nowMs: number): readonly HoldView[] => [
  {
    id: 'hold-1',
    workerId: 'w-24',
    name: 'Ahmed Farouk',
    contractorName: 'Orbis Fire & Safety',
    photo: PHOTO,
    direction: 'in',
    asks: ['photo_check', 'question_asked'],
    facts: {},
    questions: [{ id: 'fit', text: 'Fit for work today?', wanted: 'yes' }],
    sinceMs: nowMs - 20_000,
    untilMs: nowMs + 160_000,
  },
  {
    id: 'hold-2',
    workerId: 'w-3',
    name: 'Liam O’Connor',
    direction: 'out',
    asks: ['question_asked'],
    facts: {},
    questions: [{ id: 'keys', text: 'Keys and radio handed back?', wanted: 'yes' }],
    sinceMs: nowMs - 5000,
    untilMs: nowMs + 175_000,
  },
];
