import { z } from 'zod';
import { problemSchema } from '../../../core/sync/wire.ts';
import { jsonOf, mustRefuse } from '../ask.ts';
import { must, type Check } from '../check.ts';

const clause = 'General';
const timeSchema = z.object({ serverTime: z.iso.datetime({ precision: 3 }) });
const PULL = '/v1/sync/changes?limit=5000';

export const generalChecks: readonly Check[] = [
  {
    id: 'problem_form',
    clause,
    says: 'What is refused is answered as application/problem+json with a code.',
    async run(trial) {
      const answer = await trial.askAsDevice('/v1/sync/changes?limit=0');
      const type = answer.headers.get('content-type') ?? 'no type';
      must(type.startsWith('application/problem+json'), `the answer’s type is ${type}`);
      must(problemSchema.safeParse(jsonOf(answer)).success, 'the answer has no title, status and code');
    },
  },
  {
    id: 'server_time',
    clause,
    says: 'Answers carry serverTime, UTC with milliseconds; refusals too.',
    async run(trial) {
      for (const answer of [await trial.askAsDevice(PULL), await trial.ask('/v1/sync/changes')]) {
        must(timeSchema.safeParse(jsonOf(answer)).success, `an answer ${answer.status} has no such serverTime`);
      }
    },
  },
  {
    id: 'gzip_answers',
    clause,
    says: 'A large answer is gzipped for whoever accepts it.',
    async run(trial) {
      const answer = await trial.askAsDevice(PULL, { headers: { 'accept-encoding': 'gzip' } });
      const large = answer.bytes.length > 20_000;
      must(!large || answer.headers.get('content-encoding') === 'gzip', `${answer.bytes.length} bytes came plain`);
    },
  },
  {
    id: 'plain_answers',
    clause,
    says: 'Whoever does not accept gzip gets plain JSON.',
    async run(trial) {
      const answer = await trial.askAsDevice(PULL, { headers: { 'accept-encoding': 'identity' } });
      const coding = answer.headers.get('content-encoding') ?? 'identity';
      must(coding === 'identity', `it came as ${coding}`);
    },
  },
  {
    id: 'gzip_pushes',
    clause,
    says: 'A gzipped push is taken like a plain one.',
    async run(trial) {
      const device = trial.device();
      const answer = await device.send([device.note()], true);
      must(answer.status === 200, `answered ${answer.status}`);
    },
  },
  {
    id: 'not_json',
    clause,
    says: 'A body that is not JSON is answered 400.',
    async run(trial) {
      const headers = { 'content-type': 'application/json' };
      mustRefuse(await trial.askAsDevice('/v1/sync/events', { body: '{', headers }), 400);
    },
  },
];
