/** The small rules of a conversation that need nothing of its course: what to write, and what a missing answer means. */
import { deviceFault, type DeviceFault } from '../fault.ts';
import type { Exchange, Unit } from './conversation-state.ts';
import type { RelayDialect } from './dialect.ts';
import type { Wish } from './wishes.ts';

export const HEARTBEAT_MS = 1500;
const MISSES_UNTIL_SILENT = 3;

export const isOrder = (write: Exchange['write']): write is 'on' | 'off' => write === 'on' || write === 'off';

export function bytesFor(dialect: RelayDialect, { write, unit, relay }: Wish): Uint8Array {
  const address = { unit: unit.address, channel: relay.channel };
  if (write === 'inputs') return dialect.queryInputs!(unit.address, unit.lastInput);
  if (write === 'query') return dialect.query(unit.address, Math.max(...unit.relays.map((one) => one.channel)));
  if (write === 'on' && relay.life.at === 'order_on' && unit.timedBy === 'board' && dialect.flash) {
    return dialect.flash(address, relay.life.pulse.pulseMs);
  }
  return dialect.order(address, write === 'on');
}

/** As a unit is taken up when its line opens: what went wrong before says nothing about what is plugged in now. */
export const afresh = (unit: Unit, dialect: RelayDialect): Unit => ({
  ...unit,
  misses: 0,
  inputMisses: 0,
  noInputs: unit.lastInput > 0 && !dialect.queryInputs ? 'boards of this family have none' : undefined,
});

/**
 * A question or an echoed order without its answer. `blind`: this board never answers questions, and never has.
 * `silent`: it is down. `ignored`: what is missing was not needed. `missed`: once more, please.
 */
export function afterMiss(
  before: Unit,
  exchange: Exchange,
  dialect: RelayDialect,
  atMs: number,
): { readonly unit: Unit; readonly verdict: 'blind' | 'silent' | 'ignored' | 'missed' } {
  const optional = dialect.maybeBlind && exchange.write === 'query';
  if (optional && before.readBack === 'no') return { unit: before, verdict: 'ignored' };
  const misses = before.misses + 1;
  const unit = { ...withoutInputs(before, exchange), misses, queryDueAtMs: atMs };
  if (misses < MISSES_UNTIL_SILENT) return { unit, verdict: 'missed' };
  const queryDueAtMs = atMs + HEARTBEAT_MS;
  if (optional && !exchange.noisy && before.readBack === 'unknown') {
    return { unit: { ...unit, queryDueAtMs, readBack: 'no' }, verdict: 'blind' };
  }
  return { unit: { ...unit, queryDueAtMs, trouble: missFault(exchange) }, verdict: 'silent' };
}

/** A board that answers for its relays and never for its inputs has none: asking on would only hold up the pulses. */
function withoutInputs(unit: Unit, { write }: Exchange): Unit {
  if (write !== 'inputs') return unit;
  const inputMisses = unit.inputMisses + 1;
  return inputMisses < MISSES_UNTIL_SILENT
    ? { ...unit, inputMisses }
    : { ...unit, inputMisses, noInputs: 'the board does not answer for them' };
}

export const missFault = ({ noisy }: Exchange): DeviceFault =>
  noisy
    ? deviceFault('board_wrong_reply', `what came was no answer, ${MISSES_UNTIL_SILENT} times`)
    : deviceFault('board_silent', `no answer, ${MISSES_UNTIL_SILENT} times`);

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
