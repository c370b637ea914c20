import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { GENESIS_HASH, sealEvent } from '../../core/event/chain.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import { eventsAnswerSchema, type EnrolAnswer, type EventsAnswer } from '../../core/sync/wire.ts';
import { ask, read, type Answered } from './ask.ts';
import { must } from './check.ts';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
export const reseal = (event: EventEnvelope, but: Partial<EventEnvelope>): EventEnvelope =>
  sealEvent({ ...event, ...but }, sha256);

/** Plays a gate: writes a journal of its own and hands it over. */
export class Device {
  readonly #base: string;
  readonly enrolled: EnrolAnswer;
  /** Changes when a check has it rotated. */
  token: string;
  #seq = 0;
  #hash = GENESIS_HASH;

  constructor(base: string, enrolled: EnrolAnswer) {
    this.#base = base;
    this.enrolled = enrolled;
    this.token = enrolled.deviceToken;
  }

  /** The journal’s next event, at central’s own time plus `afterMs`. */
  event(type: string, data: Readonly<Record<string, unknown>>, but: Partial<EventEnvelope> = {}): EventEnvelope {
    this.#seq += 1;
    const { deviceId, gateId, locationId, serverTime } = this.enrolled;
    const sealed = sealEvent(
      {
        id: v7(),
        deviceId,
        seq: this.#seq,
        type,
        occurredAt: serverTime,
        bootId: 'conformance',
        monotonicMs: this.#seq,
        clockOffsetMs: 0,
        gateId,
        locationId,
        actor: { kind: 'system' },
        data,
        prevHash: this.#hash,
        ...but,
      },
      sha256,
    );
    this.#hash = sealed.hash;
    return sealed;
  }

  /** An event that concerns nobody. */
  note(but: Partial<EventEnvelope> = {}): EventEnvelope {
    return this.event('device.stopped', { reason: 'conformance' }, but);
  }

  /** A worker’s coming in, or going out, some minutes from the moment of enrolment. */
  pass(way: 'in' | 'out', workerId: string, minutes: number, clockOffsetMs = 0): EventEnvelope {
    const occurredAt = new Date(Date.parse(this.enrolled.serverTime) + minutes * 60_000 - clockOffsetMs).toISOString();
    const but = { occurredAt, clockOffsetMs, actor: { kind: 'worker' } } as const;
    return way === 'in'
      ? this.event('presence.checked_in', { workerId, mode: 'scan', code: 'welcome', notes: [], workOrderIds: [] }, but)
      : this.event('presence.checked_out', { workerId, mode: 'scan', code: 'goodbye', notes: [] }, but);
  }

  send(events: readonly unknown[], gzipped = false): Promise<Answered> {
    return ask(`${this.#base}/v1/sync/events`, { token: this.token, json: { events }, gzipped });
  }

  /** Hands events over; one result for each, as PROTOCOL says. */
  async push(...events: readonly unknown[]): Promise<EventsAnswer['results']> {
    const { results } = read(await this.send(events), 200, eventsAnswerSchema);
    must(results.length === events.length, `${results.length} results for ${events.length} events`);
    return results;
  }
}
