import { enrolRequestSchema } from '../../../core/sync/wire.ts';
import { must, NotTried, type Check } from '../check.ts';
import { problem, type Heard } from './played-central.ts';
import { page, PORTAL, SHORTEST_PAUSE_MS, TOKENS, type GateTrial } from './trial.ts';

type GateCheck = Check<GateTrial>;

export const beginChecks: readonly GateCheck[] = [
  {
    id: 'enrol',
    clause: 'Devices',
    says: 'The gate enrols with the code, its name, its platform and its version.',
    async run({ central, patienceMs }) {
      const { json, token } = await central.next('enrol', 0, patienceMs);
      must(enrolRequestSchema.safeParse(json).success, 'the request has another form');
      must(token === undefined, 'it showed a token before it had one');
    },
  },
  {
    id: 'from_start',
    clause: 'Down: changes',
    says: 'Its first pull has no cursor: from the start.',
    async run({ central, patienceMs }) {
      const { query } = await central.next('pull', 0, patienceMs);
      must(query.get('cursor') === null, `it asked after ${query.get('cursor')}`);
    },
  },
  {
    id: 'token',
    clause: 'Devices',
    says: 'Every call after the enrolment shows the token.',
    async run({ central, patienceMs }) {
      await central.next('push', 0, patienceMs);
      const bare = central.heard.find(({ call, token }) => call !== 'enrol' && token !== TOKENS[0]);
      must(bare === undefined, `a ${bare?.call} showed ${bare?.token === undefined ? 'none' : 'another'}`);
    },
  },
];

export const pullChecks: readonly GateCheck[] = [
  {
    id: 'pages',
    clause: 'Down: changes',
    says: 'It fetches page after page, each after the cursor of the one before, until there is no more.',
    async run(trial) {
      const from = trial.here();
      trial.central.answerNext('pull', page('c-1', [], true), page('c-2', [], true), page('c-3'));
      const first = await trial.pull(from);
      const second = await trial.central.next('pull', first.at + 1, trial.patienceMs);
      const third = await trial.central.next('pull', second.at + 1, trial.patienceMs);
      const cursors = [second, third].map(({ query }) => query.get('cursor'));
      must(cursors.join() === 'c-1,c-2', `it asked after ${cursors.join(' and ')}`);
    },
  },
  {
    id: 'unknown_entity',
    clause: 'Down: changes',
    says: 'An entity that it does not know stops nothing: the next pull is after that page.',
    async run(trial) {
      const unknown = { entity: 'somethingNew', id: 'x-1', rev: 1, op: 'put', data: { any: ['thing'] } };
      trial.central.answerNext('pull', page('c-4', [unknown]));
      await trial.pull();
      const { query } = await afterPause(trial);
      must(query.get('cursor') === 'c-4', `it asked after ${query.get('cursor')}`);
    },
  },
  {
    id: 'cursor_expired',
    clause: 'Down: changes',
    says: 'After 410 cursor_expired it begins from the start.',
    async run(trial) {
      trial.central.answerNext('pull', problem(410, 'cursor_expired'), page('c-5'));
      const first = await trial.pull();
      const { query } = await trial.central.next('pull', first.at + 1, trial.patienceMs);
      must(query.get('cursor') === null, `it asked after ${query.get('cursor')}`);
    },
  },
  {
    id: 'page_of_a_network',
    clause: 'Down: changes',
    says: 'A web page with 200 in place of changes changes nothing: it asks after the same cursor again.',
    async run(trial) {
      trial.central.answerNext('pull', page('c-6'));
      await trial.pull();
      trial.central.answerNext('pull', PORTAL);
      const seen = await afterPause(trial);
      const again = await trial.central.next('pull', seen.at + 1, trial.patienceMs);
      must(again.query.get('cursor') === 'c-6', `it asked after ${again.query.get('cursor')}`);
    },
  },
];

export const lastChecks: readonly GateCheck[] = [
  {
    id: 'rotation',
    clause: 'Devices',
    says: 'When its token has ended it asks for another with the old one, and shows the new one from then on.',
    async run(trial) {
      const from = trial.here();
      trial.central.answerNext('pull', problem(401, 'token_ended'));
      await trial.pull(from);
      const { token, at } = await trial.central.next('rotate', from, trial.patienceMs);
      must(token === TOKENS[0], 'it asked with another token');
      const next = await trial.central.next('pull', at + 1, trial.patienceMs);
      await trial.settle();
      const shown = trial.central.heard.at(-1)?.token;
      must([next.token, shown].includes(TOKENS[1]), 'it went on with the old one');
    },
  },
  {
    id: 'revoked',
    clause: 'Devices',
    says: 'After 401 device_revoked it fetches nothing any more, and still hands over what it has.',
    async run(trial) {
      trial.central.answerNext('pull', problem(401, 'device_revoked'));
      const { at } = await trial.pull();
      await trial.settle();
      await trial.pushes(2);
      trial.central.nudge();
      await trial.settle();
      const pulls = trial.central.heard.filter((one) => one.call === 'pull' && one.at > at).length;
      must(pulls === 0, `it fetched ${pulls} times more`);
    },
  },
  {
    id: 'closed',
    clause: 'Devices',
    says: 'When central takes nothing from the revoked gate either, it is silent.',
    async run(trial) {
      const [first] = await trial.pushes(2).catch(() => []);
      if (!first) throw new NotTried('it had nothing to hand over');
      trial.central.answerNextBy('push', () => problem(401, 'device_revoked'));
      const [refused] = await trial.pushes(2);
      const from = refused.at + 1;
      trial.gate.record?.(2);
      await new Promise((resolve) => setTimeout(resolve, 3 * SHORTEST_PAUSE_MS));
      const more = trial.central.heard.filter(
        ({ at, call }) => at >= from && (call === 'push' || call === 'pull'),
      ).length;
      must(more === 0, `${more} calls more`);
    },
  },
];

/** The next pull, had by a nudge when the gate listens, by its own turn otherwise. */
async function afterPause(trial: GateTrial): Promise<Heard> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return trial.pull();
}
