import { knownEvent, type Actor, type EventEnvelope, type Fact } from '../../core/event/event.ts';
import { CHECK_PARTS, type CheckResult, type SelfCheck } from '../../preload/device-views.ts';

/** One part of the gate, and how it is looked at. A look that is answered by somebody else ends by itself. */
export interface Look extends Pick<CheckResult, 'part' | 'deviceId' | 'name'> {
  readonly look: () => Found | Promise<Found>;
}
export type Found = Omit<CheckResult, 'part' | 'deviceId' | 'name'>;

export interface SelfCheckParts {
  readonly nowMs: () => number;
  /** What there is to look at, in order; asked anew for every run. */
  readonly looks: () => readonly Look[];
  /** Whose act it is that the desk asks for. */
  readonly actor: () => Actor;
  readonly tell: (check: SelfCheck) => void;
  readonly record: (fact: Fact) => void;
}

export interface SelfCheckRun {
  /** Looks at one part after the other. A second call while it runs changes nothing. */
  readonly start: () => void;
  /** The look under way is ended, the rest is left out; what was found is kept. */
  readonly stop: () => void;
  readonly get: () => SelfCheck;
  /** After a start: the last one that the journal knows. */
  readonly restore: (event: EventEnvelope, nameOf: (deviceId: string) => string | undefined) => void;
}

const NOBODY_LOOKED: SelfCheck = { state: 'none', results: [], total: 0 };

/** G11: the start-of-shift check. Its result is a fact. */
export function createSelfCheck({ nowMs, looks, actor, tell, record }: SelfCheckParts): SelfCheckRun {
  let check = NOBODY_LOOKED;
  let stopping = false;

  const show = (next: SelfCheck): void => {
    check = next;
    tell(check);
  };
  const run = async (all: readonly Look[], by: Actor): Promise<void> => {
    for (const { look, ...which } of all) {
      if (stopping) break;
      const found = await look();
      show({ ...check, results: [...check.results, { ...which, ...found }] });
    }
    const state = check.results.length < all.length ? 'stopped' : 'done';
    record(factOf(check, state, by));
    show({ ...check, state, endedAtMs: nowMs() });
  };

  return {
    start() {
      if (check.state === 'running') return;
      const all = looks();
      stopping = false;
      show({ state: 'running', startedAtMs: nowMs(), results: [], total: all.length });
      void run(all, actor());
    },
    stop() {
      stopping = true;
    },
    get: () => check,
    restore(event, nameOf) {
      const kept = checkOf(event, nameOf);
      if (kept && check.state === 'none') check = kept;
    },
  };
}

/** Without names: what a part is called is for the screen. */
const factOf = ({ results }: SelfCheck, ended: 'done' | 'stopped', actor: Actor): Fact => ({
  type: 'device.self_check',
  actor,
  data: {
    ended,
    results: results.map(({ name: _, value, ...result }) => ({
      ...result,
      ...(value === undefined ? {} : { value: Math.round(value) }),
    })),
  },
});

function checkOf(event: EventEnvelope, nameOf: (deviceId: string) => string | undefined): SelfCheck | undefined {
  const known = knownEvent(event);
  if (known?.type !== 'device.self_check') return undefined;
  const { ended, results } = known.data;
  const shown = results.flatMap((result): CheckResult[] => {
    const part = CHECK_PARTS.find((each) => each === result.part);
    const name = result.deviceId === undefined ? undefined : nameOf(result.deviceId);
    return part ? [{ ...result, part, ...(name === undefined ? {} : { name }) }] : [];
  });
  return { state: ended, endedAtMs: Date.parse(known.occurredAt), results: shown, total: shown.length };
}
