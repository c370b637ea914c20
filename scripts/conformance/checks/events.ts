import { must, type Check } from '../check.ts';
import { reseal } from '../device.ts';
import { mustSay } from '../trial.ts';
import { mustRefuse } from '../ask.ts';

const clause = 'Up: events';
const MOST = 500;

export const eventChecks: readonly Check[] = [
  {
    id: 'accepted',
    clause,
    says: 'An event is accepted.',
    async run(trial) {
      const device = trial.device();
      mustSay((await device.push(device.note()))[0], 'accepted');
    },
  },
  {
    id: 'duplicate',
    clause,
    says: 'After a lost answer the same batch is sent again and every event is a duplicate.',
    async run(trial) {
      const device = trial.device();
      const batch = [device.note(), device.note()];
      await device.push(...batch);
      for (const result of await device.push(...batch)) mustSay(result, 'duplicate');
    },
  },
  {
    id: 'order',
    clause,
    says: 'There is one result per event, in the order of the events.',
    async run(trial) {
      const device = trial.device();
      const batch = [device.note(), device.note(), device.note()];
      const results = await device.push(...batch);
      const out = results.findIndex(({ id }, at) => id !== batch[at]?.id);
      must(out < 0, `result ${out + 1} is not that of event ${out + 1}`);
    },
  },
  {
    id: 'rejected',
    clause,
    says: 'A malformed event is rejected alone; what comes after it is taken.',
    async run(trial) {
      const device = trial.device();
      const [spoilt, next] = await device.push({ id: 'no event' }, device.note());
      mustSay(spoilt, 'rejected');
      mustSay(next, 'accepted');
    },
  },
  {
    id: 'id_reused',
    clause,
    says: 'The same id with other content is rejected with id_reused.',
    async run(trial) {
      const device = trial.device();
      const event = device.note();
      await device.push(event);
      const other = reseal(event, { data: { reason: 'something else' } });
      mustSay((await device.push(other))[0], 'rejected', 'id_reused');
    },
  },
  {
    id: 'hash_checked',
    clause,
    says: 'An event whose content does not have the hash that it names is rejected.',
    async run(trial) {
      const device = trial.device();
      // Not sealed into the journal: what follows has no gap.
      const event = device.note();
      mustSay((await device.push({ ...event, data: { reason: 'edited' } }))[0], 'rejected');
      await device.push(event);
    },
  },
  {
    id: 'own_device',
    clause,
    says: 'An event of another device is rejected.',
    async run(trial) {
      const device = trial.device();
      const event = device.note();
      mustSay((await device.push(reseal(event, { deviceId: 'another-device' })))[0], 'rejected');
      await device.push(event);
    },
  },
  {
    id: 'unknown_type',
    clause,
    says: 'An event of a type that central does not know is kept.',
    async run(trial) {
      const device = trial.device();
      const [result] = await device.push(device.event('weather.noted', { weather: 'fog' }));
      must(result?.status !== 'rejected', 'it was rejected');
    },
  },
  {
    id: 'gap',
    clause,
    says: 'An event after a missing one is recorded and flagged with chain_gap.',
    async run(trial) {
      const device = trial.device();
      const [missing, next] = [device.note(), device.note()];
      const [result] = await device.push(next);
      await device.push(missing);
      mustSay(result, 'flagged', 'chain_gap');
    },
  },
  {
    id: 'late',
    clause,
    says: 'An event that arrives late and fills a gap is accepted.',
    async run(trial) {
      const device = trial.device();
      const [late, next] = [device.note(), device.note()];
      await device.push(next);
      mustSay((await device.push(late))[0], 'accepted');
    },
  },
  {
    id: 'most',
    clause,
    says: `${MOST} events in one push are taken.`,
    async run(trial) {
      const device = trial.device();
      const results = await device.push(...Array.from({ length: MOST }, () => device.note()));
      const other = results.find(({ status }) => status !== 'accepted');
      must(other === undefined, `one of them was ${other?.status}`);
    },
  },
  {
    id: 'too_many',
    clause,
    says: `More than ${MOST} events in one push are answered 400 or 413.`,
    async run(trial) {
      const answer = await trial.device().send(Array.from({ length: MOST + 1 }, () => 1));
      mustRefuse(answer, answer.status === 413 ? 413 : 400);
    },
  },
];
