/**
 * What is said on one line, as a pure machine: inputs with their time go in, the next state and what to do come out.
 * Timers, ports and messages are outside (board.ts); what a relay goes through is in relay-life.ts.
 *
 * One exchange at a time. Off orders go first, then the read-back that a person waits for, then new pulses, then the
 * rest. A board that answers nothing is asked three times, then it is down, and the line is opened anew when no board
 * on it answers. Whenever the line opens every relay is driven to rest first, and no pulse outlives a closed line.
 */
import { unreachable } from '../../core/result.ts';
import { deviceFault, type DeviceFault } from '../fault.ts';
import { afresh, afterMiss, bytesFor, HEARTBEAT_MS, isOrder, missFault, sameBytes } from './conversation-rules.ts';
import type {
  Conversation,
  ConversationEffect,
  ConversationInput,
  Exchange,
  Relay,
  Step,
  Unit,
} from './conversation-state.ts';
import type { RelayDialect, Reply } from './dialect.ts';
import { relayStep, type RelayInput } from './relay-life.ts';
import { sameStanding, standingOf } from './standing.ts';
import { natureOf, wishes } from './wishes.ts';

const REPLY_TIMEOUT_MS = 400;
/** Inputs are read some 16 times a second: often enough for a debounce of 50 ms. */
const INPUTS_EVERY_MS = 60;
/** A board that is silent while others on the line answer is tried again at this pace. */
const SILENT_RETRY_MS = 2000;
const STOP_WITHIN_MS = 1500;
/** People who may wait for one relay at a time. */
const MOST_WAITING = 8;

const STOPPING = deviceFault('device_host_gone', 'the device host is being stopped');
const NOT_YET = deviceFault('board_silent', 'the board has not answered yet');
const CROWDED = deviceFault('port_busy', 'too many pulses wait for this relay');

/** One step. The same conversation and input always give the same step. */
export function converse(dialect: RelayDialect, before: Conversation, input: ConversationInput): Step {
  const turn = new Turn(dialect, before, input.atMs);
  turn.take(input);
  turn.writeNext();
  turn.tellChanges();
  turn.endIfStopped();
  return { next: turn.talk, effects: turn.effects };
}

/** When the machine next wants to be woken by `due`, if nothing else happens. */
export function nextDueMs(dialect: RelayDialect, talk: Conversation): number | undefined {
  const dues = talk.exchange
    ? [talk.exchange.deadlineMs]
    : wishes(dialect, talk).map((wish) => Math.max(wish.dueAtMs, talk.freeAtMs));
  const due = Math.min(...dues, talk.stopByMs ?? Infinity);
  return due === Infinity ? undefined : due;
}

/** The working copy of one step: replaced, never changed, and gone when the step is done. */
class Turn {
  talk: Conversation;
  readonly effects: ConversationEffect[] = [];
  readonly #dialect: RelayDialect;
  readonly #atMs: number;

  constructor(dialect: RelayDialect, talk: Conversation, atMs: number) {
    this.talk = talk;
    this.#dialect = dialect;
    this.#atMs = atMs;
  }

  take(input: ConversationInput): void {
    switch (input.type) {
      case 'opened':
        this.#set({ link: { open: true, fault: undefined }, exchange: undefined, freeAtMs: this.#atMs });
        for (const unit of this.talk.units) this.#toRest(unit, NOT_YET, this.#atMs);
        return this.#eachUnit((unit) => ({ ...afresh(unit, this.#dialect), queryDueAtMs: this.#atMs + HEARTBEAT_MS }));
      case 'closed':
        this.#set({ link: { open: false, fault: input.fault }, exchange: undefined });
        for (const unit of this.talk.units) this.#live(unit, 'all', { type: 'line_lost', fault: input.fault });
        return this.#eachRelay((relay) => ({ ...relay, rested: false }));
      case 'heard':
        if (input.rubbish > 0) this.#noise();
        for (const reply of input.replies) this.#hear(reply);
        return;
      case 'pulse':
        return this.#pulse(input);
      case 'no_modem_lines':
        return this.#set({ link: { ...this.talk.link, noModemLines: input.detail } });
      case 'stop':
        this.#set({ stopByMs: this.#atMs + STOP_WITHIN_MS });
        for (const unit of this.talk.units) this.#toRest(unit, STOPPING, this.#atMs);
        return;
      case 'due':
        if (this.talk.exchange && this.#atMs >= this.talk.exchange.deadlineMs) this.#miss(this.talk.exchange);
        return;
      default:
        unreachable(input);
    }
  }

  /** Writes what is most urgent of what is due, unless an answer or a pause is awaited. */
  writeNext(): void {
    if (this.talk.exchange || this.#atMs < this.talk.freeAtMs) return;
    const due = wishes(this.#dialect, this.talk).filter((wish) => wish.dueAtMs <= this.#atMs);
    const wish = due.sort((a, b) => a.urgency - b.urgency || a.dueAtMs - b.dueAtMs)[0];
    if (!wish) return;
    const bytes = bytesFor(this.#dialect, wish);
    this.effects.push({ do: 'write', bytes });
    const answered = !isOrder(wish.write) || this.#dialect.echoes;
    const exchange: Exchange = {
      write: wish.write,
      unit: wish.unit.address,
      channel: wish.relay.channel,
      bytes,
      deadlineMs: this.#atMs + REPLY_TIMEOUT_MS,
      missing: wish.unit.relays.map((relay) => relay.channel),
      noisy: false,
    };
    if (answered) {
      if (isOrder(wish.write)) this.#live(wish.unit, wish.relay.channel, { type: 'written', order: wish.write });
      return this.#set({ exchange });
    }
    this.#live(wish.unit, wish.relay.channel, this.#orderedInput(exchange, false));
    this.#set({ freeAtMs: this.#atMs + this.#dialect.gapMs });
  }

  tellChanges(): void {
    this.#eachRelay((relay, unit) => {
      const standing = standingOf(this.talk.link, unit, relay);
      if (!standing || sameStanding(relay.told, standing)) return relay;
      for (const doorId of relay.doorIds) this.effects.push({ do: 'tell', doorId, standing });
      if (standing.state === 'up') this.effects.push({ do: 'settled' });
      return { ...relay, told: standing };
    });
  }

  endIfStopped(): void {
    const { stopByMs, link, units } = this.talk;
    if (stopByMs === undefined) return;
    const resting = units.every((unit) => unit.relays.every((relay) => relay.life.at === 'rest'));
    if (resting || !link.open || this.#atMs >= stopByMs) this.effects.push({ do: 'stopped' });
  }

  #pulse({ requestId, doorId, pulseMs }: Extract<ConversationInput, { type: 'pulse' }>): void {
    const unit = this.talk.units.find((one) => one.relays.some((relay) => relay.doorIds.includes(doorId)));
    const relay = unit?.relays.find((one) => one.doorIds.includes(doorId));
    if (!unit || !relay) throw new Error(`door ${doorId} is not on this line`);
    const fault = this.#whyNot(relay);
    if (fault) this.effects.push({ do: 'answer', requestId, result: { ok: false, ...fault } });
    else this.#live(unit, relay.channel, { type: 'asked', requestId, pulseMs, atMs: this.#atMs });
  }

  /** Why a pulse can't be taken now. A board that is down answers at once: a person waits. */
  #whyNot({ told, rested, life }: Relay): DeviceFault | undefined {
    if (this.talk.stopByMs !== undefined) return STOPPING;
    if (told?.state === 'down') return told;
    if (!rested) return NOT_YET;
    const waiting = life.at === 'order_on' || life.at === 'check_on' ? life.pulse.requestIds.length : 0;
    return waiting < MOST_WAITING ? undefined : CROWDED;
  }

  #hear(reply: Reply): void {
    const { exchange } = this.talk;
    // What comes unasked may be old: nothing is concluded from it.
    if (!exchange) return;
    const unit = this.#unit(exchange.unit);
    if (reply.unit !== unit.address) return this.#noise();
    switch (reply.kind) {
      case 'states':
        return exchange.write === 'query' ? this.#hearStates(unit, exchange, reply.states) : this.#noise();
      case 'inputs':
        if (exchange.write !== 'inputs') return this.#noise();
        this.effects.push({ do: 'sampled', unit: unit.address, inputs: reply.inputs });
        this.#eachUnit((one) => (one.address === unit.address ? { ...one, inputMisses: 0 } : one));
        return this.#answered(exchange);
      case 'echo':
        return isOrder(exchange.write) && sameBytes(reply.order, exchange.bytes)
          ? this.#answered(exchange, this.#orderedInput(exchange, true))
          : this.#noise();
      case 'refused':
        return reply.what === (isOrder(exchange.write) ? 'order' : exchange.write)
          ? this.#refused(unit, exchange, reply.detail)
          : this.#noise();
    }
  }

  #hearStates(unit: Unit, exchange: Exchange, states: Extract<Reply, { kind: 'states' }>['states']): void {
    for (const { channel, on } of states) this.#live(unit, channel, { type: 'seen', on, atMs: this.#atMs });
    const missing = exchange.missing.filter((channel) => !states.some((state) => state.channel === channel));
    if (missing.length > 0) return this.#set({ exchange: { ...exchange, missing } });
    this.#eachUnit((one) => (one.address === unit.address ? { ...one, readBack: 'yes' } : one));
    this.#answered(exchange);
  }

  #refused(unit: Unit, exchange: Exchange, detail: string): void {
    if (exchange.write === 'inputs') {
      this.#eachUnit((one) => (one.address === unit.address ? { ...one, noInputs: detail } : one));
      return this.#answered(exchange);
    }
    // A board that refuses its own timing may still know plain orders: the relay asks again, now timed by the host.
    if (exchange.write === 'on' && unit.timedBy === 'board') {
      this.#eachUnit((one) => (one.address === unit.address ? { ...one, timedBy: 'host' } : one));
      return this.#answered(exchange);
    }
    if (isOrder(exchange.write)) return this.#answered(exchange, this.#orderedInput(exchange, false));
    this.#eachUnit((one) => (one.address === unit.address ? { ...one, readBack: 'no' } : one));
    this.#answered(exchange);
    this.#live(unit, 'all', { type: 'unreadable', atMs: this.#atMs });
  }

  #answered(exchange: Exchange, input?: RelayInput): void {
    this.#endExchange(exchange);
    this.#eachUnit((unit) => (unit.address === exchange.unit ? { ...unit, misses: 0, trouble: undefined } : unit));
    if (input) this.#live(this.#unit(exchange.unit), exchange.channel, input);
  }

  #miss(exchange: Exchange): void {
    this.#endExchange(exchange);
    const { unit, verdict } = afterMiss(this.#unit(exchange.unit), exchange, this.#dialect, this.#atMs);
    this.#eachUnit((one) => (one.address === unit.address ? unit : one));
    if (verdict === 'blind') this.#live(unit, 'all', { type: 'unreadable', atMs: this.#atMs });
    else if (verdict === 'silent') this.#fallSilent(unit, missFault(exchange));
    else if (verdict === 'missed' && isOrder(exchange.write))
      this.#live(unit, exchange.channel, this.#orderedInput(exchange, false));
  }

  #fallSilent(unit: Unit, fault: DeviceFault): void {
    this.#toRest(unit, fault, this.#atMs + SILENT_RETRY_MS);
    if (this.talk.units.every((one) => one.trouble)) this.effects.push({ do: 'reopen', fault });
  }

  #toRest(unit: Unit, fault: DeviceFault, dueAtMs: number): void {
    this.#live(unit, 'all', { type: 'to_rest', fault, dueAtMs });
    this.#eachRelay((relay, one) => (one.address === unit.address ? { ...relay, rested: false } : relay));
  }

  /** Passes an input to one relay of a unit, or to all of them. */
  #live(unit: Unit, channel: number | 'all', input: RelayInput): void {
    this.#eachRelay((relay, one) => {
      if (one.address !== unit.address || (channel !== 'all' && relay.channel !== channel)) return relay;
      const { life, answers } = relayStep(relay.life, input, natureOf(this.#dialect, one));
      for (const answer of answers) this.effects.push({ do: 'answer', ...answer });
      return { ...relay, life, rested: relay.rested || life.at === 'rest' };
    });
  }

  #orderedInput(exchange: Exchange, echoed: boolean): RelayInput {
    return { type: 'ordered', order: exchange.write === 'on' ? 'on' : 'off', echoed, atMs: this.#atMs };
  }

  #endExchange(exchange: Exchange): void {
    this.#set({ exchange: undefined, freeAtMs: this.#atMs + this.#dialect.gapMs });
    if (isOrder(exchange.write)) return;
    const next =
      exchange.write === 'query'
        ? { queryDueAtMs: this.#atMs + HEARTBEAT_MS }
        : { inputsDueAtMs: this.#atMs + INPUTS_EVERY_MS };
    this.#eachUnit((unit) => (unit.address === exchange.unit ? { ...unit, ...next } : unit));
  }

  #noise(): void {
    if (this.talk.exchange) this.#set({ exchange: { ...this.talk.exchange, noisy: true } });
  }

  #unit = (address: number): Unit => this.talk.units.find((unit) => unit.address === address)!;
  #set(change: Partial<Conversation>): void {
    this.talk = { ...this.talk, ...change };
  }
  #eachUnit(change: (unit: Unit) => Unit): void {
    this.#set({ units: this.talk.units.map(change) });
  }
  #eachRelay(change: (relay: Relay, unit: Unit) => Relay): void {
    this.#eachUnit((unit) => ({ ...unit, relays: unit.relays.map((relay) => change(relay, unit)) }));
  }
}
