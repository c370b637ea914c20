import { eventSchema, type EventEnvelope } from '../../../core/event/event.ts';
import { must, NotTried } from '../check.ts';
import { PlayedCentral, problem, type Heard, type Reply } from './played-central.ts';

export const CODE = 'CONFORMANCE-1';
export const TOKENS = ['conformance-token-one', 'conformance-token-two'] as const;
const now = (): string => new Date().toISOString();

/** The gate that is looked at, as far as the run can move it; somebody else's gate has to be moved by hand. */
export interface TriedGate {
  /** Makes it write down so many facts. */
  readonly record?: (facts: number) => void;
  readonly stop: () => void;
}

/** What the checks of one run share: the central that is played, and what the gate has handed over. */
export class GateTrial {
  readonly central: PlayedCentral;
  readonly gate: TriedGate;
  readonly patienceMs: number;

  constructor(central: PlayedCentral, gate: TriedGate, patienceMs: number) {
    this.central = central;
    this.gate = gate;
    this.patienceMs = patienceMs;
  }

  /** From the next call on. */
  here(): number {
    return this.central.heard.length;
  }

  /** Has the gate something to hand over, and answers its next batches with these, one after the other. */
  async pushes(facts: number, ...replies: readonly Reply[]): Promise<readonly [Heard, ...Heard[]]> {
    const from = this.here();
    this.central.answerNext('push', ...replies);
    this.gate.record?.(facts);
    const first = await this.central.next('push', from, this.patienceMs);
    const all: [Heard, ...Heard[]] = [first];
    for (const _reply of replies) {
      const last = all.at(-1) ?? first;
      all.push(await this.central.next('push', last.at + 1, this.patienceMs));
    }
    return all;
  }

  /** Until it has handed over everything, so that the next check begins with a gate at rest. */
  async settle(): Promise<void> {
    const quietMs = 150;
    for (let count = -1; count !== this.#pushes();) {
      count = this.#pushes();
      await new Promise((resolve) => setTimeout(resolve, quietMs));
    }
  }

  async pull(from = this.here()): Promise<Heard> {
    this.central.nudge();
    return this.central.next('pull', from, this.patienceMs);
  }

  #pushes = (): number => this.central.heard.filter(({ call }) => call === 'push').length;
}

export function eventsIn({ json }: Heard): EventEnvelope[] {
  const { events = [] } = (json ?? {}) as { events?: unknown[] };
  return events.map((event) => {
    const parsed = eventSchema.safeParse(event);
    must(parsed.success, 'an event is not of the protocol’s form');
    return parsed.data;
  });
}

export const taken = (heard: Heard): Reply => ({
  status: 200,
  json: { results: eventsIn(heard).map(({ id }) => ({ id, status: 'accepted' })), serverTime: now() },
});
export const page = (cursor: string, changes: readonly object[] = [], hasMore = false): Reply => ({
  status: 200,
  json: { changes, cursor, hasMore, serverTime: now() },
});
const enrolled = (): Reply => ({
  status: 201,
  json: {
    deviceId: 'conformance-device',
    deviceToken: TOKENS[0],
    gateId: 'conformance-gate',
    locationId: 'conformance-place',
    serverTime: now(),
  },
});

/** A central that takes everything, has nothing to tell, and knows one code. */
export const playCentral = (): PlayedCentral =>
  new PlayedCentral({
    enrol: ({ json }) =>
      (json as { enrolmentCode?: unknown } | undefined)?.enrolmentCode === CODE
        ? enrolled()
        : problem(404, 'code_unknown'),
    push: taken,
    pull: () => page('c-0'),
    rotate: () => ({ status: 200, json: { deviceToken: TOKENS[1], serverTime: now() } }),
    other: () => problem(404, 'not_found'),
  });

/** What a foreign gate can't be made to do. */
export function need<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new NotTried(what);
  return found;
}

/** What a network that wants a sign-in answers for anybody. */
export const PORTAL: Reply = { status: 200, text: '<html>Please accept our terms.</html>' };
/** PROTOCOL names none; less than this is no pause at all. */
export const SHORTEST_PAUSE_MS = 400;
