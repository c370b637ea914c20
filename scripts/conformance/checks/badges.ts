import type { ScannedText } from '../../../core/credential/credential.ts';
import { readText } from '../../../core/credential/read-text.ts';
import { badgeAnswerSchema } from '../../../core/sync/wire.ts';
import { badgeSchema, issuerKeySchema, workerSchema } from '../../../core/site/entities.ts';
import { createVerifySignature } from '../../../main/verify.ts';
import { mustRefuse, read } from '../ask.ts';
import { must, NotTried, type Check } from '../check.ts';
import { dataOf, type Trial } from '../trial.ts';

const clause = 'Badges';

export const badgeChecks: readonly Check[] = [
  {
    id: 'badge',
    clause,
    says: 'A new badge’s text is signed by a key that central publishes, and names the worker.',
    async run(trial) {
      const { workerId, text, serverTime } = await issued(trial);
      const keys = dataOf(await trial.copy(), 'issuerKey', issuerKeySchema);
      const found = readText(text, { keys, verify: createVerifySignature(), nowMs: Date.parse(serverTime) });
      must(found.ok, `a gate would not read it: ${found.ok ? '' : found.fault}`);
      must(namesOf(found.value) === workerId, 'it names somebody else');
    },
  },
  {
    id: 'badge_told',
    clause,
    says: 'A new badge comes down with the changes.',
    async run(trial) {
      const { badgeId } = await issued(trial);
      const told = dataOf(await trial.copy(), 'badge', badgeSchema).some(({ id }) => id === badgeId);
      must(told, 'it did not come');
    },
  },
  {
    id: 'badge_page',
    clause,
    says: 'The page of a badge can be opened on a phone, without a token.',
    async run(trial) {
      const { page } = await issued(trial);
      if (page === null) throw new NotTried('the answer names no page in Location');
      const answer = await trial.ask(new URL(page, `${trial.options.base}/`).pathname);
      must(answer.status === 200, `answered ${answer.status}`);
      const type = answer.headers.get('content-type') ?? 'no type';
      must(type.startsWith('text/html'), `its type is ${type}`);
    },
  },
  {
    id: 'badge_stranger',
    clause,
    says: 'A badge for somebody whom the device may not see is answered 404.',
    async run(trial) {
      const json = { workerId: '00000000-0000-4000-8000-000000000000' };
      mustRefuse(await trial.askAsDevice('/v1/badges', { json }), 404);
    },
  },
];

const namesOf = (text: ScannedText): string | undefined =>
  text.kind === 'credential' && text.credential.kind === 'signed' ? text.credential.workerId : undefined;

async function issued(trial: Trial) {
  const [worker] = dataOf(await trial.copy(), 'worker', workerSchema);
  if (!worker) throw new NotTried('it needs a worker at the location');
  const answer = await trial.askAsDevice('/v1/badges', { json: { workerId: worker.id } });
  return {
    ...read(answer, 201, badgeAnswerSchema),
    workerId: worker.id,
    page: answer.headers.get('location'),
  };
}
