import { presenceSchema, workerSchema } from '../../../core/site/entities.ts';
import type { EventEnvelope } from '../../../core/event/event.ts';
import { must, NotTried, type Check } from '../check.ts';
import { dataOf, type Trial } from '../trial.ts';

const clause = 'Up: events';
const HOUR_MS = 3_600_000;

export const presenceChecks: readonly Check[] = [
  {
    id: 'presence',
    clause,
    says: 'Who came in is told as inside.',
    async run(trial) {
      const workerId = await somebody(trial, 0);
      await trial.device().push(trial.device().pass('in', workerId, 0));
      await mustBe(trial, workerId, true);
    },
  },
  {
    id: 'presence_late',
    clause,
    says: 'An act that arrives late changes nothing that came after it: presence follows occurredAt, not arrival.',
    async run(trial) {
      const device = trial.device();
      const workerId = await somebody(trial, 1);
      const [cameIn, left] = [device.pass('in', workerId, -60), device.pass('out', workerId, -10)];
      await pushEach(trial, [left, cameIn]);
      await mustBe(trial, workerId, false);
    },
  },
  {
    id: 'presence_offset',
    clause,
    says: 'A device’s clock is put right by the event’s clockOffsetMs.',
    async run(trial) {
      const device = trial.device();
      const workerId = await somebody(trial, 2);
      // By its own clock, an hour behind, this going out was before the coming in.
      await pushEach(trial, [device.pass('in', workerId, -30), device.pass('out', workerId, -10, HOUR_MS)]);
      await mustBe(trial, workerId, false);
    },
  },
];

async function pushEach(trial: Trial, events: readonly EventEnvelope[]): Promise<void> {
  for (const event of events) await trial.device().push(event);
}

/** One of the workers who are not inside, the same in a run for the same place. */
async function somebody(trial: Trial, at: number): Promise<string> {
  const copy = await trial.copy();
  const seen = new Set(dataOf(copy, 'presence', presenceSchema).map(({ workerId }) => workerId));
  const free = dataOf(copy, 'worker', workerSchema).filter(({ id }) => !seen.has(id));
  const found = free[at] ?? free[0];
  if (!found) throw new NotTried('it needs a worker at the location who is neither in nor was out today');
  return found.id;
}

async function mustBe(trial: Trial, workerId: string, inside: boolean): Promise<void> {
  const told = dataOf(await trial.copy(), 'presence', presenceSchema).find((one) => one.workerId === workerId);
  must(told !== undefined, 'no presence of that worker is told');
  must(told.inside === inside, `the worker is told as ${told.inside ? 'inside' : 'outside'}`);
}
