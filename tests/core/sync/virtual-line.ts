import {
  startSync,
  step,
  type Failure,
  type Remembered,
  type SyncEffect,
  type SyncInput,
  type SyncState,
} from '../../../core/sync/step.ts';

/** What the played central makes of one request, and how long it takes to say so. */
export type PlayedAnswer = { readonly afterMs?: number } & (
  | { readonly taken: number }
  | { readonly knowsTo: number }
  | { readonly hasMore: boolean }
  | { readonly failure: Failure }
);
export type PlayedCentral = (request: PlayedRequest) => PlayedAnswer;
export type PlayedRequest = { readonly nowMs: number } & (
  | { readonly type: 'push'; readonly fromSeq: number; readonly toSeq: number }
  | { readonly type: 'pull'; readonly fromStart: boolean }
);

export const takesAll: PlayedCentral = (request) =>
  request.type === 'push' ? { taken: request.toSeq - request.fromSeq + 1 } : { hasMore: false };

export const status = (status: number, more: Partial<Extract<Failure, { kind: 'status' }>> = {}): Failure => ({
  kind: 'status',
  status,
  ours: true,
  ...more,
});

/** Runs the pure step as the real loop would, on virtual time, and writes down what it does. */
export class VirtualLine {
  readonly trace: string[] = [];
  state: SyncState;
  /** What would still be known after a restart. */
  kept: Remembered;
  nowMs = 0;
  random = 0;
  #central: PlayedCentral;
  #agenda: { readonly atMs: number; readonly input: SyncInput }[] = [];
  #timerMs = Infinity;

  constructor(central: PlayedCentral, settledTo = 0, setAside: readonly number[] = []) {
    this.#central = central;
    this.state = startSync(settledTo, 0, setAside);
    this.kept = this.state.remembered;
  }

  central(central: PlayedCentral): void {
    this.#central = central;
  }

  /** Feeds one input now. */
  feed(input: SyncInput): this {
    const { state, effects } = step(this.state, input, { nowMs: this.nowMs, random: this.random });
    this.state = state;
    for (const effect of effects) this.#perform(effect);
    return this;
  }

  /** Lets timers ring and answers arrive until `untilMs`. */
  run(untilMs: number): this {
    for (;;) {
      const next = this.#agenda.reduce<number>((soonest, item) => Math.min(soonest, item.atMs), this.#timerMs);
      if (next > untilMs) break;
      this.nowMs = Math.max(this.nowMs, next);
      const index = this.#agenda.findIndex((item) => item.atMs <= this.nowMs);
      const item = this.#agenda[index];
      if (item) {
        this.#agenda.splice(index, 1);
        this.feed(item.input);
      } else {
        this.#timerMs = Infinity;
        this.feed({ type: 'tick' });
      }
    }
    this.nowMs = untilMs;
    return this;
  }

  /** The trace so far, which starts anew. `kinds` keeps only lines that begin with one of them. */
  take(...kinds: readonly string[]): string[] {
    const lines = this.trace.splice(0);
    return kinds.length === 0 ? lines : lines.filter((line) => kinds.some((kind) => line.startsWith(kind)));
  }

  #perform(effect: SyncEffect): void {
    this.trace.push(`${describe(effect)} @${this.nowMs}`);
    if (effect.type === 'remember') this.kept = { settledTo: effect.settledTo, setAside: effect.setAside };
    if (effect.type === 'wait') this.#timerMs = effect.untilMs;
    if (effect.type !== 'push' && effect.type !== 'pull') return;
    const { afterMs = 0, ...answer } = this.#central({ ...effect, nowMs: this.nowMs });
    const input = { type: effect.type === 'push' ? 'pushAnswer' : 'pullAnswer', ...answer } as SyncInput;
    this.#agenda.push({ atMs: this.nowMs + afterMs, input });
  }
}

function describe(effect: SyncEffect): string {
  switch (effect.type) {
    case 'push':
      return `push ${effect.fromSeq}..${effect.toSeq}`;
    case 'pull':
      return effect.fromStart ? 'pull from start' : 'pull';
    case 'remember':
      return `remember ${effect.settledTo}${effect.setAside.length > 0 ? ` without ${effect.setAside.join()}` : ''}`;
    case 'wait':
      return `wait until ${effect.untilMs}`;
    case 'report': {
      const { state, code, waiting, setAside } = effect.report;
      return `report ${state}${code ? ` ${code}` : ''} waiting ${waiting}${setAside ? ` aside ${setAside}` : ''}`;
    }
  }
}
