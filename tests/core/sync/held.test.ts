import { expect, test } from 'vitest';
import { newPushPipe, pushHeld, pushSent, type PushPipe } from '../../../core/sync/push-pipe.ts';

const pipe = (setAside: number[] = []): PushPipe => ({ ...newPushPipe(100, setAside, 0), headSeq: 120 });

test.each<[string, PushPipe, { eventsTo: number; settledTo: number }, number, number[]]>([
  ['has all that it acknowledged', pipe(), { eventsTo: 100, settledTo: 100 }, 100, []],
  ['has more, for an answer was lost', pipe(), { eventsTo: 110, settledTo: 100 }, 100, []],
  ['was put back to an older state', pipe(), { eventsTo: 60, settledTo: 100 }, 60, []],
  ['is empty', pipe([40]), { eventsTo: 0, settledTo: 100 }, 0, []],
  ['keeps in mind what it never took before that', pipe([40, 80]), { eventsTo: 60, settledTo: 100 }, 60, [40]],
  ['never took the last ones', pipe([99, 100]), { eventsTo: 98, settledTo: 100 }, 100, [99, 100]],
  ['lost one more than it never took', pipe([100]), { eventsTo: 98, settledTo: 100 }, 98, []],
  ['was asked before more was acknowledged', pipe(), { eventsTo: 60, settledTo: 90 }, 100, []],
  [
    'answers while a batch is on its way',
    pushSent(pipe(), { fromSeq: 101, toSeq: 120 }, 0),
    { eventsTo: 60, settledTo: 100 },
    100,
    [],
  ],
])('where the gate stands when central %s', (_name, before, held, settledTo, aside) => {
  const after = pushHeld(before, held);
  expect([after.settledTo, after.setAside.map(({ seq }) => seq)]).toEqual([settledTo, aside]);
});
