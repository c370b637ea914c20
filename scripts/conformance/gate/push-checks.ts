import { createHash } from 'node:crypto';
import { GENESIS_HASH, sealEvent } from '../../../core/event/chain.ts';
import { MAX_EVENTS_PER_PUSH } from '../../../core/sync/wire.ts';
import { must, NotTried, type Check } from '../check.ts';
import { problem, type Heard, type Reply } from './played-central.ts';
import { eventsIn, PORTAL, SHORTEST_PAUSE_MS, taken, type GateTrial } from './trial.ts';

type GateCheck = Check<GateTrial>;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
/** Timers of two programs on a busy machine. */
const EARLY_MS = 60;
const LARGE = 40;

export const pushChecks: readonly GateCheck[] = [
  {
    id: 'chain',
    clause: 'Up: events',
    says: 'Events come in order from number 1, none left out, each sealed and chained to the one before.',
    async run(trial) {
      await trial.pushes(LARGE);
      await trial.settle();
      const pushed = trial.central.heard.filter(({ call }) => call === 'push').flatMap(eventsIn);
      const seqs = pushed.map(({ seq }) => seq);
      must(
        seqs.every((seq, at) => seq === at + 1),
        `the numbers are ${seqs.slice(0, 8).join(', ')} …`,
      );
      const broken = pushed.find((event, at) => {
        const { hash, ...unsealed } = event;
        return hash !== sealEvent(unsealed, sha256).hash || event.prevHash !== (pushed[at - 1]?.hash ?? GENESIS_HASH);
      });
      must(broken === undefined, `number ${broken?.seq} is not sealed, or not chained`);
    },
  },
  {
    id: 'gzip',
    clause: 'General',
    says: 'Larger batches are gzip.',
    async run({ central }) {
      const large = central.heard.filter(({ call, json }) => call === 'push' && JSON.stringify(json).length > 8000);
      if (large.length === 0) throw new NotTried('no batch was large enough');
      must(
        large.every(({ encoding }) => encoding === 'gzip'),
        'one was not',
      );
    },
  },
  {
    id: 'batch_size',
    clause: 'Up: events',
    says: `No batch has more than ${MAX_EVENTS_PER_PUSH} events.`,
    async run(trial) {
      await trial.pushes(MAX_EVENTS_PER_PUSH + 100);
      await trial.settle();
      const most = Math.max(
        ...trial.central.heard.filter(({ call }) => call === 'push').map((one) => eventsIn(one).length),
      );
      must(most <= MAX_EVENTS_PER_PUSH, `one had ${most}`);
    },
  },
  again('lost_answer', 'When the answer is lost, the same events come again, with the same content.', 'cut'),
  again('truncated', 'Half an answer is no answer: the same events come again.', {
    status: 200,
    text: '{"results":[{"id":',
  }),
  again('portal', 'A web page with 200 takes nothing: the same events come again.', () => PORTAL),
  again('server_error', 'After 500 the same events come again, after a pause.', () => problem(500, 'internal')),
  again('unavailable', 'After 503 the same events come again, after a pause.', () => problem(503, 'unavailable')),
  {
    id: 'half_of_results',
    clause: 'Up: events',
    says: 'What got no result is sent again, and what got one is not.',
    async run(trial) {
      const from = trial.here();
      trial.central.answerNextBy('push', (heard) =>
        withResults(heard, (all) => all.slice(0, Math.ceil(all.length / 2))),
      );
      const [first] = await trial.pushes(LARGE);
      const sent = eventsIn(first);
      if (sent.length < 2) throw new NotTried('it had only one event to hand over');
      const second = await trial.central.next('push', Math.max(from, first.at + 1), trial.patienceMs);
      must(eventsIn(second)[0]?.id === sent[Math.ceil(sent.length / 2)]?.id, 'it went on from another event');
      await trial.settle();
    },
  },
  {
    id: 'verdicts',
    clause: 'Up: events',
    says: 'Flagged, rejected and duplicate are final: none of them is sent again.',
    async run(trial) {
      const verdicts = ['flagged', 'rejected', 'duplicate'] as const;
      trial.central.answerNextBy('push', (heard) =>
        withResults(heard, (all) =>
          all.map((one, at) => ({ ...one, status: verdicts[at % 3] ?? 'flagged', code: 'tried' })),
        ),
      );
      const [first] = await trial.pushes(6);
      await trial.pushes(1);
      await trial.settle();
      const ids = new Set(eventsIn(first).map(({ id }) => id));
      const repeated = trial.central.heard
        .filter(({ call, at }) => call === 'push' && at > first.at)
        .flatMap(eventsIn)
        .filter(({ id }) => ids.has(id)).length;
      must(repeated === 0, `${repeated} were sent again`);
    },
  },
  {
    id: 'too_large',
    clause: 'Up: events',
    says: 'After 413 the next batch is smaller.',
    async run(trial) {
      const [first, second] = await trial.pushes(LARGE, problem(413, 'too_large'));
      const [before, after] = [eventsIn(first).length, second ? eventsIn(second).length : 0];
      if (before < 2) throw new NotTried('it had only one event to hand over');
      must(after < before, `${after} events after ${before}`);
      await trial.settle();
    },
  },
  {
    id: 'retry_after',
    clause: 'General',
    says: 'After 429 with Retry-After it waits as long as it was told.',
    async run(trial) {
      const [first, second] = await trial.pushes(3, problem(429, 'too_many', { 'retry-after': '2' }));
      const waitedMs = (second?.atMs ?? 0) - first.atMs;
      must(waitedMs >= 2000 - EARLY_MS, `it came again after ${Math.round(waitedMs)} ms`);
      await trial.settle();
    },
  },
];

/** A batch that came to nothing: its events come again, unchanged and not at once. */
function again(id: string, says: string, reply: Reply | (() => Reply)): GateCheck {
  return {
    id,
    clause: 'Up: events',
    says,
    async run(trial) {
      const [first, second] = await trial.pushes(LARGE, typeof reply === 'function' ? reply() : reply);
      const [before, after] = [eventsIn(first), second ? eventsIn(second) : []];
      const same =
        after.length > 0 && after.every((event, at) => before[at] === undefined || event.hash === before[at].hash);
      must(same, 'other events came');
      const pauseMs = (second?.atMs ?? 0) - first.atMs;
      must(pauseMs >= SHORTEST_PAUSE_MS, `they came again after ${Math.round(pauseMs)} ms`);
      await trial.settle();
    },
  };
}

interface Result {
  readonly id: string;
  readonly status: string;
  readonly code?: string;
}
function withResults(heard: Heard, change: (all: readonly Result[]) => readonly Result[]): Reply {
  const reply = taken(heard) as { readonly json: { readonly results: readonly Result[] } };
  return { status: 200, json: { ...reply.json, results: change(reply.json.results) } };
}
