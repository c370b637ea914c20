import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What an operator watches, in Prometheus' words. One per central, so that two in one process don't mix. */
export interface Metrics {
  readonly registry: Registry;
  /** Seconds; `route` is the pattern, never an id. */
  readonly answers: Histogram<'method' | 'route' | 'status'>;
  /** By what became of them: accepted, flagged, duplicate, rejected. */
  readonly events: Counter<'status'>;
  /** @param count how many streams are open now */
  readonly watchStreams: (count: () => number) => void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    answers: new Histogram({
      name: 'central_answer_seconds',
      help: 'How long an answer took, by call and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    events: new Counter({
      name: 'central_events_total',
      help: 'Events that gates pushed, by what became of them',
      labelNames: ['status'],
      registers,
    }),
    watchStreams(count) {
      new Gauge({
        name: 'central_streams_open',
        help: 'Gates that listen for nudges now',
        registers,
        collect() {
          this.set(count());
        },
      });
    },
  };
}
